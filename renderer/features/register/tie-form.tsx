/** A tie added or corrected by hand: to whom or what, of which kind, and its days. */
import { useState, type FormEvent } from 'react'
import type { Tie } from '#contract/register-pages.ts'
import { useT } from '../../i18n/i18n.ts'
import { announce } from '../../shell/announce.ts'
import { useWrite } from '../../transport/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select, TextArea, TextInput } from '../../ui/field.tsx'
import { ErrorMessage } from '../../ui/message.tsx'
import { EntryField, nobody } from './entry-field.tsx'
import { useDays, type Subject } from './role-form.tsx'

const ends = ['organisation', 'body', 'person', 'theme'] as const
const types = ['partner', 'member', 'part-of', 'other'] as const

export function TieForm({ subject, tie, onClose }: { subject: Subject; tie: Tie | null; onClose: () => void }) {
  const t = useT()
  const add = useWrite('relations.add')
  const correct = useWrite('relations.correct')
  const [kind, setKind] = useState<(typeof ends)[number]>('organisation')
  const [other, setOther] = useState(nobody)
  const [type, setType] = useState<Tie['type']>(tie?.type ?? 'partner')
  const [label, setLabel] = useState(tie?.label ?? '')
  const [statement, setStatement] = useState('')
  const [missing, setMissing] = useState(false)
  const days = useDays(tie?.span.from ?? null, tie?.span.to ?? null, tie?.span.toKind ?? 'open')
  const toTheme = tie === null ? kind === 'theme' : tie.otherKind === 'theme' || subject.kind === 'theme'
  const save = (event: FormEvent) => {
    event.preventDefault()
    const span = days.take(tie?.span.fromAfter ?? null)
    setMissing(tie === null && other.id === null)
    if (span === null || (tie === null && other.id === null)) return
    const words = {
      type: toTheme ? ('focus' as const) : type,
      label: label.trim() === '' ? null : label.trim(),
      directed: tie?.directed ?? type !== 'partner',
      span,
      statement,
    }
    const done = {
      onSuccess: () => {
        announce(t(tie === null ? 'register:form.added' : 'register:form.corrected'))
        onClose()
      },
    }
    if (tie !== null) correct.mutate({ id: tie.id, ...words }, done)
    else if (other.id !== null)
      add.mutate({ from: { kind: subject.kind, id: subject.id }, to: { kind, id: other.id }, ...words }, done)
  }
  return (
    <Dialog
      title={tie === null ? t('register:form.addTie') : t('register:form.correctTie')}
      onClose={onClose}
      actions={
        <>
          <Button look="bare" onClick={onClose}>
            {t('register:cancel')}
          </Button>
          <Button look="primary" type="submit" form="tie-form" busy={add.isPending || correct.isPending}>
            {t('register:save')}
          </Button>
        </>
      }
    >
      <form id="tie-form" className="reg-form" onSubmit={save}>
        {tie === null && (
          <div className="reg-form-two">
            <Select
              label={t('register:form.otherKind')}
              value={kind}
              onChange={(next) => {
                setKind(next)
                setOther(nobody)
              }}
              options={ends.map((value) => ({ value, label: t(`register:one.${value}`) }))}
            />
            <EntryField
              kind={kind}
              label={t('register:form.other')}
              {...(missing ? { hint: t('register:form.otherMissing') } : {})}
              value={other}
              onChange={setOther}
            />
          </div>
        )}
        {!toTheme && (
          <Select
            label={t('register:form.tieType')}
            value={type === 'focus' ? 'other' : type}
            onChange={setType}
            options={types.map((value) => ({ value, label: t(`register:tie.${value}.out`) }))}
          />
        )}
        <TextInput
          label={t('register:form.label')}
          value={label}
          maxLength={500}
          onChange={(event) => setLabel(event.currentTarget.value)}
        />
        {days.fields}
        <TextArea
          label={t('register:form.statement')}
          hint={tie === null ? t('register:form.statementHint') : t('register:form.correctHint')}
          rows={2}
          maxLength={4000}
          value={statement}
          onChange={(event) => setStatement(event.currentTarget.value)}
        />
        <ErrorMessage error={add.error ?? correct.error} />
      </form>
    </Dialog>
  )
}
