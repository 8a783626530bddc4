/** A proposal put right before it is accepted. Its words stay what they are. */
import { useRef, useState, type FormEvent } from 'react'
import type { Finding } from '#contract/reading.ts'
import type { Proposal } from '#contract/sources.ts'
import { useT } from '../../i18n/i18n.ts'
import type { Key } from '../../i18n/resources.ts'
import { useWrite } from '../../transport/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Checkbox, TextInput } from '../../ui/field.tsx'
import { ErrorMessage } from '../../ui/message.tsx'
import { useFirstFocus } from './first-focus.ts'
import { fieldsOf, isDay, withFields, type FieldName } from './edit-fields.ts'

const labels: Readonly<Record<Exclude<FieldName, 'open'>, Key>> = {
  name: 'sources:edit.name',
  person: 'sources:edit.person',
  role: 'sources:edit.role',
  title: 'sources:edit.titleField',
  heading: 'sources:edit.heading',
  organisation: 'sources:edit.organisation',
  body: 'sources:edit.body',
  post: 'sources:edit.post',
  code: 'sources:edit.code',
  venue: 'sources:edit.venue',
  from: 'sources:edit.from',
  to: 'sources:edit.to',
  due: 'sources:edit.due',
}

export function EditDialog({ proposal, onClose }: { proposal: Proposal; onClose: () => void }) {
  const t = useT()
  const edit = useWrite('sources.edit')
  const first = useRef<HTMLInputElement>(null)
  useFirstFocus(first)
  const [fields, setFields] = useState(() => fieldsOf(proposal.finding))
  const set = (name: FieldName, value: string | boolean) => setFields({ ...fields, [name]: value })
  const send = (finding: Finding | null) => edit.mutate({ id: proposal.id, finding }, { onSuccess: onClose })
  const save = (event: FormEvent) => {
    event.preventDefault()
    const next = withFields(proposal.finding, fields)
    if (next !== null) send(next)
  }
  const wrong = (name: FieldName, value: string) =>
    (name === 'from' || name === 'to' || name === 'due') && !isDay(value) ? t('date.unusable') : undefined
  // The fields of a finding in the order a person fills them in.
  const names = Object.keys(fields) as FieldName[]
  return (
    <Dialog title={t('sources:edit.title')} onClose={onClose}>
      <form className="src-give" onSubmit={save}>
        {names.map((name, index) => {
          const value = fields[name]
          if (name === 'open' || typeof value === 'boolean')
            return (
              <Checkbox
                key={name}
                label={t('sources:edit.goesOn')}
                checked={value === true}
                onChange={(checked) => set(name, checked)}
              />
            )
          return (
            <TextInput
              key={name}
              ref={index === 0 ? first : null}
              label={t(labels[name])}
              maxLength={500}
              value={value ?? ''}
              error={wrong(name, value ?? '')}
              onChange={(event) => set(name, event.currentTarget.value)}
            />
          )
        })}
        <p className="text-3">{t('sources:edit.words')}</p>
        <ErrorMessage error={edit.error} />
        <div className="src-do">
          {proposal.edited && (
            <Button look="bare" icon="undo" onClick={() => send(null)}>
              {t('sources:edit.asRead')}
            </Button>
          )}
          <Button look="bare" onClick={onClose}>
            {t('sources:page.cancel')}
          </Button>
          <Button type="submit" look="primary" busy={edit.isPending}>
            {t('sources:page.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
