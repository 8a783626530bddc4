/** A date as people type it. Years and months alone are dates too; what is no date is said, and not sent. */
import { useState } from 'react'
import { parseDate, shortDate } from '../i18n/dates.ts'
import { useLanguage, useT } from '../i18n/i18n.ts'
import { TextInput, type FieldProps } from './field.tsx'

type DateFieldProps = FieldProps & {
  /** ISO as far as known (`2021`, `2021-11`, `2021-11-10`); null when unknown. */
  value: string | null
  onChange: (value: string | null) => void
  disabled?: boolean
}

/** Calls `onChange` when the field is left or Enter is pressed, with ISO or null (empty). */
export function DateField({ value, onChange, ...rest }: DateFieldProps) {
  const t = useT()
  const language = useLanguage()
  const [typed, setTyped] = useState<string | null>(null)
  const [wrong, setWrong] = useState(false)
  const commit = () => {
    if (typed === null) return
    const empty = typed.trim() === ''
    const iso = empty ? null : parseDate(typed)
    if (!empty && iso === null) {
      setWrong(true)
      return
    }
    setTyped(null)
    setWrong(false)
    if (iso !== value) onChange(iso)
  }
  return (
    <TextInput
      {...rest}
      error={wrong ? t('date.unusable') : rest.error}
      placeholder={t('date.placeholder')}
      value={typed ?? (value === null ? '' : shortDate(value, language))}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        setWrong(false)
      }}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit()
        if (event.key === 'Escape') {
          setTyped(null)
          setWrong(false)
        }
      }}
    />
  )
}
