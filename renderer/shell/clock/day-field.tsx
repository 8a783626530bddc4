/** A field for one day: typed in any way people write dates, stepped by the arrows. */
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { longDate } from '../../i18n/dates.ts'
import { today } from '../../i18n/today.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { TextInput } from '../../ui/field.tsx'
import { dayTyped, stepped, type Step } from './clock.ts'

const keys: Readonly<Record<string, readonly [Step, 1 | -1]>> = {
  ArrowUp: ['day', 1],
  ArrowDown: ['day', -1],
  PageUp: ['month', 1],
  PageDown: ['month', -1],
  'Shift+PageUp': ['year', 1],
  'Shift+PageDown': ['year', -1],
}

type DayFieldProps = {
  label: string
  hint: string
  /** Null: today, or now. */
  day: string | null
  onDay: (day: string | null) => void
  onDone: () => void
  focused?: boolean
}

export function DayField({ label, hint, day, onDay, onDone, focused = false }: DayFieldProps) {
  const t = useT()
  const language = useLanguage()
  const shown = day === null ? '' : longDate(day, language)
  // Null while nobody has typed: the field then follows the clock.
  const [typed, setTyped] = useState<string | null>(null)
  const value = typed ?? shown
  const [wrong, setWrong] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (!focused) return
    input.current?.focus()
    input.current?.select()
  }, [focused])

  const take = (): boolean => {
    const text = value.trim()
    const found = text === '' ? null : dayTyped(text)
    setWrong(text !== '' && found === null)
    if (text !== '' && found === null) return false
    if (found !== day) onDay(found)
    setTyped(null)
    return true
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = keys[`${event.shiftKey ? 'Shift+' : ''}${event.key}`]
    if (step !== undefined) {
      event.preventDefault()
      setWrong(false)
      setTyped(null)
      onDay(stepped(dayTyped(value) ?? day ?? today(), ...step))
    } else if (event.key === 'Enter') {
      event.preventDefault()
      if (take()) onDone()
    }
  }
  return (
    <TextInput
      ref={input}
      label={label}
      hint={hint}
      icon="date"
      value={value}
      maxLength={60}
      placeholder={t('clock.today')}
      error={wrong ? t('date.unusable') : undefined}
      autoComplete="off"
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={onKeyDown}
    />
  )
}
