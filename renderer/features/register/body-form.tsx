/** What a body is, what it is there for and what it belongs to, put right by hand. */
import { useState } from 'react'
import type { BodyType } from '#contract/reading.ts'
import type { BodyView } from '#contract/register-pages.ts'
import { useT } from '../../i18n/i18n.ts'
import { bodyTypes } from '../../i18n/type-words.ts'
import { useWrite } from '../../transport/hooks.ts'
import { Select, TextArea, TextInput } from '../../ui/field.tsx'
import { chosenEntry, EntryField } from './entry-field.tsx'
import { FactForm, useDone } from './form-frame.tsx'
import { useStatement } from './form-lines.tsx'
import { lineOf, typeOptions } from './form-rules.ts'

export function BodyForm({ body, onClose }: { body: BodyView; onClose: () => void }) {
  const t = useT()
  const change = useWrite('bodies.set')
  const done = useDone(onClose)
  // A type that no list has is an older file's own word: it stays until another is chosen.
  const known = bodyTypes.find((one) => one === body.type)
  const [type, setType] = useState<BodyType | ''>(known ?? '')
  const [parent, setParent] = useState({ id: body.parentId, text: body.parent ?? '' })
  const [organisation, setOrganisation] = useState({ id: body.organisationId, text: body.organisation ?? '' })
  const [mandate, setMandate] = useState(body.mandate ?? '')
  const [size, setSize] = useState(body.targetSize ?? '')
  const statement = useStatement()
  const save = () => {
    const input = {
      id: body.id,
      parent: chosenEntry(parent),
      organisation: chosenEntry(organisation),
      mandate: lineOf(mandate),
      targetSize: lineOf(size),
      statement: statement.text,
    }
    const chosen = type === '' ? null : type
    const typed = type === (known ?? '') ? {} : { type: chosen }
    change.mutate({ ...input, ...typed }, done('register:form.changedKept'))
  }
  return (
    <FactForm
      id="body-form"
      wide
      title={t('register:form.changeBody')}
      writes={[change]}
      onClose={onClose}
      onSave={save}
    >
      <div className="reg-form-two">
        <Select label={t('register:form.type')} value={type} onChange={setType} options={typeOptions(t, bodyTypes)} />
        <TextInput
          label={t('register:form.targetSize')}
          hint={t('register:form.targetSizeHint')}
          value={size}
          maxLength={100}
          onChange={(event) => setSize(event.currentTarget.value)}
        />
        <EntryField kind="body" label={t('register:form.bodyParent')} value={parent} onChange={setParent} />
        <EntryField
          kind="organisation"
          label={t('register:form.bodyOrganisation')}
          value={organisation}
          onChange={setOrganisation}
        />
      </div>
      <TextArea
        label={t('register:mandate')}
        hint={t('register:form.mandateHint')}
        rows={4}
        maxLength={20_000}
        value={mandate}
        onChange={(event) => setMandate(event.currentTarget.value)}
      />
      {statement.field}
    </FactForm>
  )
}
