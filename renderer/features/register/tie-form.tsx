/** A tie added or corrected by hand: to whom or what, of which kind, and its days. */
import { useState } from 'react'
import type { Tie } from '#contract/register-pages.ts'
import { useT } from '../../i18n/i18n.ts'
import { useWrite } from '../../transport/hooks.ts'
import { Select, TextInput } from '../../ui/field.tsx'
import { EntryField, nobody, type Subject } from './entry-field.tsx'
import { useDays } from './form-days.tsx'
import { FactForm, useDone } from './form-frame.tsx'
import { useStatement } from './form-lines.tsx'
import { lineOf } from './form-rules.ts'

const others = ['organisation', 'body', 'person', 'theme'] as const
const types = ['partner', 'member', 'part-of', 'other'] as const

export function TieForm({ subject, tie, onClose }: { subject: Subject; tie: Tie | null; onClose: () => void }) {
  const t = useT()
  const add = useWrite('relations.add')
  const correct = useWrite('relations.correct')
  const [kind, setKind] = useState<(typeof others)[number]>('organisation')
  const [other, setOther] = useState(nobody)
  const [type, setType] = useState<Tie['type']>(tie?.type ?? 'partner')
  const [label, setLabel] = useState(tie?.label ?? '')
  const statement = useStatement(tie === null ? 'register:form.statementHint' : 'register:form.correctHint')
  const [missing, setMissing] = useState(false)
  const days = useDays(tie?.span.from ?? null, tie?.span.to ?? null, tie?.span.toKind ?? 'open')
  // Whoever works on a theme is tied to it, never the other way round.
  const onTheme = subject.kind === 'theme'
  const toTheme = onTheme || (tie === null ? kind : tie.otherKind) === 'theme'
  const done = useDone(onClose)
  const save = () => {
    const span = days.take(tie?.span.fromAfter ?? null)
    setMissing(tie === null && other.id === null)
    if (span === null || (tie === null && other.id === null)) return
    const words = {
      type: toTheme ? ('focus' as const) : type,
      label: lineOf(label),
      directed: tie?.directed ?? (toTheme || type !== 'partner'),
      span,
      statement: statement.text,
    }
    if (tie !== null) correct.mutate({ id: tie.id, ...words }, done('register:form.corrected'))
    else if (other.id !== null) {
      const [own, chosen] = [
        { kind: subject.kind, id: subject.id },
        { kind, id: other.id },
      ]
      const ends = onTheme ? { from: chosen, to: own } : { from: own, to: chosen }
      add.mutate({ ...ends, ...words }, done('register:form.added'))
    }
  }
  return (
    <FactForm
      id="tie-form"
      title={tie === null ? t('register:form.addTie') : t('register:form.correctTie')}
      writes={[add, correct]}
      onClose={onClose}
      onSave={save}
    >
      {tie === null && (
        <div className="reg-form-two">
          <Select
            label={onTheme ? t('register:form.partyKind') : t('register:form.otherKind')}
            value={kind}
            onChange={(next) => {
              setKind(next)
              setOther(nobody)
            }}
            options={others
              .filter((value) => !(onTheme && value === 'theme'))
              .map((value) => ({ value, label: t(`register:one.${value}`) }))}
          />
          <EntryField
            kind={kind}
            label={onTheme ? t('register:form.person') : t('register:form.other')}
            error={missing && other.id === null ? t('register:form.otherMissing') : undefined}
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
      {statement.field}
    </FactForm>
  )
}
