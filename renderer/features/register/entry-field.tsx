/** A field for somebody or something of the register: what is known is proposed, what is new is made. */
import { useDeferredValue, useState } from 'react'
import type { Entry } from '#contract/register-edit.ts'
import type { RegisterKind } from '#contract/register.ts'
import { fuzzy } from '../../commands/fuzzy.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { detailWords } from '../../i18n/type-words.ts'
import { useRead } from '../../transport/hooks.ts'
import { Combobox } from '../../ui/combobox.tsx'

/** What stands in the field, and which entry was chosen for it. */
export type Chosen = { text: string; id: string | null }
export const nobody: Chosen = { text: '', id: null }

/** Whose page a form was opened on. */
export type Subject = { kind: RegisterKind; id: string; name: string }

/** The page's entry, where the field takes one of its kind. */
export const chosenFrom = (subject: Subject | null, kind: RegisterKind): Chosen =>
  subject?.kind === kind ? { id: subject.id, text: subject.name } : nobody

export function chosenEntry({ text, id }: Chosen): Entry | null {
  const name = text.replace(/\s+/gu, ' ').trim()
  if (id !== null) return { id }
  return name === '' ? null : { name }
}

const most = 8

export function EntryField(props: {
  kind: RegisterKind
  label: string
  hint?: string
  error?: string | undefined
  value: Chosen
  onChange: (value: Chosen) => void
}) {
  const { kind, value, onChange } = props
  const t = useT()
  const language = useLanguage()
  const [asked, setAsked] = useState(false)
  const query = useDeferredValue(value.text.trim().slice(0, 200))
  const { data, isPlaceholderData } = useRead(
    'register.list',
    { kind, limit: most, ...(query === '' ? {} : { query }) },
    { keepPrevious: true, enabled: asked },
  )
  const listed = value.id === null ? (data?.rows ?? []) : []
  // Until the answer is there, those of the last one that fit what is typed now: a quick key never takes another.
  const rows = isPlaceholderData ? listed.filter(({ name }) => fuzzy(query, name) !== null) : listed
  return (
    <Combobox
      label={props.label}
      {...(props.hint === undefined ? {} : { hint: props.hint })}
      {...(props.error === undefined ? {} : { error: props.error })}
      value={value.text}
      suggestions={rows.map((row) => ({ id: row.id, label: row.name, detail: detailWords(t, language, row), kind }))}
      onChange={(text) => {
        setAsked(true)
        if (text !== value.text) onChange({ text, id: null })
      }}
      onChoose={({ id, label }) => onChange({ text: label, id })}
    />
  )
}
