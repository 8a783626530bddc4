/** A further name of a person, an organisation or a body: another spelling, an abbreviation, a former name, with its days. */
import { useState } from 'react'
import type { EntityKind, NameKind, NameView } from '#contract/register.ts'
import { useT } from '../../i18n/i18n.ts'
import { useWrite } from '../../transport/hooks.ts'
import { Select } from '../../ui/field.tsx'
import { useDate } from './form-days.tsx'
import { FactForm, useDone } from './form-frame.tsx'
import { LineField, useStatement } from './form-lines.tsx'
import { nameKinds } from './form-rules.ts'

type NameFormProps = {
  owner: { kind: EntityKind; id: string; name: string }
  /** Null: a new one. */
  name: (NameView & { id: string }) | null
  onClose: () => void
}

export function NameForm({ owner, name, onClose }: NameFormProps) {
  const t = useT()
  const add = useWrite('names.add')
  const change = useWrite('names.set')
  const done = useDone(onClose)
  const [text, setText] = useState(name?.text ?? '')
  const [kind, setKind] = useState<NameKind>(name?.kind ?? 'former')
  const [tried, setTried] = useState(false)
  const from = useDate(t('register:form.from'), name?.from ?? null)
  const to = useDate(t('register:form.to'), name?.to ?? null)
  const statement = useStatement()
  // What a text writes stays as it is written, and the shown name is changed where it is shown.
  const fixed = name !== null && (!name.byHand || name.text === owner.name)
  const save = () => {
    setTried(true)
    const [first, last] = [from.take(), to.take()]
    if (text.trim() === '' || first === undefined || last === undefined) return
    const input = { text: fixed ? name.text : text, kind, from: first, to: last, statement: statement.text }
    if (name === null) add.mutate({ owner: { kind: owner.kind, id: owner.id }, ...input }, done('register:form.added'))
    else change.mutate({ owner: owner.kind, id: name.id, ...input }, done('register:form.changed'))
  }
  return (
    <FactForm
      id="name-form"
      title={name === null ? t('register:form.addName') : t('register:form.changeName')}
      writes={[add, change]}
      onClose={onClose}
      onSave={save}
    >
      {fixed ? (
        <p className="quote">{name.text}</p>
      ) : (
        <LineField
          label={t('register:form.nameText')}
          value={text}
          onChange={setText}
          missing={tried ? t('register:form.nameMissing') : undefined}
        />
      )}
      <Select
        label={t('register:form.nameKind')}
        value={kind}
        onChange={setKind}
        options={nameKinds.map((value) => ({ value, label: t(`register:nameKind.${value}`) }))}
      />
      <div className="reg-form-two">
        {from.field}
        {to.field}
      </div>
      {statement.field}
    </FactForm>
  )
}
