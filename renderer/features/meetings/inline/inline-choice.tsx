/** One of a few values, shown as text until it is touched. */
import './inline.css'
import { useT } from '../../../i18n/i18n.ts'
import type { Option } from '../../../ui/field.tsx'
import { Unknown } from '../../../ui/marks.tsx'
import { useGiven } from './given.ts'
import { useLocked } from './locked.ts'

type InlineChoiceProps<V extends string> = {
  label: string
  value: V | null
  options: readonly Option<V>[]
  /** Saves; false when it did not go through. Null when "not stated" was chosen. */
  onSave: (value: V | null) => Promise<boolean>
  /** A value that is always known. */
  required?: boolean
  /** Words for a value that is not known. */
  empty?: string
}

export function InlineChoice<V extends string>({
  label,
  value,
  options,
  onSave,
  required = false,
  empty,
}: InlineChoiceProps<V>) {
  const t = useT()
  const locked = useLocked()
  const { shown, give } = useGiven(value, onSave)
  if (locked) {
    const chosen = options.find((option) => option.value === shown)
    return (
      <span className="inline" data-fixed>
        <span className="visually-hidden">{label}: </span>
        {chosen === undefined ? <Unknown>{empty}</Unknown> : chosen.label}
      </span>
    )
  }
  return (
    <select
      className="inline-select"
      aria-label={label}
      data-unknown={shown === null || undefined}
      value={shown ?? ''}
      onChange={(event) => {
        const chosen = options.find((option) => option.value === event.currentTarget.value)
        void give(chosen?.value ?? null)
      }}
    >
      {!required && <option value="">{empty ?? t('unknown')}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
