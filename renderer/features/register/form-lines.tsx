/** Lines that several forms of the register ask for: one that has to say something, the title, the writer's own words. */
import { useState } from 'react'
import { useT } from '../../i18n/i18n.ts'
import type { Key } from '../../i18n/resources.ts'
import { TextArea, TextInput } from '../../ui/field.tsx'

/** A line that has to say something. */
export function LineField(props: {
  label: string
  value: string
  onChange: (value: string) => void
  /** What is said of an empty field, once somebody has tried to save it. */
  missing?: string | undefined
  hint?: string
  maxLength?: number
}) {
  return (
    <TextInput
      label={props.label}
      {...(props.hint === undefined ? {} : { hint: props.hint })}
      value={props.value}
      maxLength={props.maxLength ?? 500}
      error={props.value.trim() === '' ? props.missing : undefined}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  )
}

/** What a theme, a post, an event or an assignment is called. `before` is what it is called so far. */
export function useTitle(before = '') {
  const t = useT()
  const [title, setTitle] = useState(before)
  const [tried, setTried] = useState(false)
  return {
    field: (
      <LineField
        label={t('register:form.entryTitle')}
        value={title}
        onChange={setTitle}
        missing={tried ? t('register:form.titleMissing') : undefined}
      />
    ),
    /** Whether somebody has tried to save: from then on every field says what it lacks. */
    tried,
    /** Undefined while it says nothing. */
    take: (): string | undefined => {
      setTried(true)
      return title.trim() === '' ? undefined : title
    },
  }
}

/** How the writer knows it: kept as their own statement beside the fact. */
export function useStatement(hint: Key = 'register:form.statementHint') {
  const t = useT()
  const [text, setText] = useState('')
  return {
    text,
    field: (
      <TextArea
        label={t('register:form.statement')}
        hint={t(hint)}
        rows={2}
        maxLength={4000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    ),
  }
}
