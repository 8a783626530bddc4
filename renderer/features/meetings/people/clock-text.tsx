/** A clock time that is corrected where it stands. */
import { clock } from '../../../i18n/dates.ts'
import { useLanguage, useT } from '../../../i18n/i18n.ts'
import { parseDayTime, timeParser } from '../head/times.ts'
import { InlineText } from '../inline/inline-text.tsx'

type ClockTextProps = {
  label: string
  value: string | null
  onSave: (value: string | null) => Promise<boolean>
  empty?: string
  className?: string
  /** The meeting's first day, where the time may be of a later one. */
  date?: string | null
}

export function ClockText({ label, value, onSave, empty, className, date = null }: ClockTextProps) {
  const t = useT()
  const language = useLanguage()
  return (
    <InlineText
      label={label}
      value={value}
      show={(time) => clock(time, language)}
      parse={
        date?.length === 10
          ? timeParser(t, (typed) => parseDayTime(typed, date, value), 'meetings:head.dayTimeUnusable')
          : timeParser(t)
      }
      maxLength={40}
      onSave={onSave}
      {...(empty === undefined ? {} : { empty })}
      {...(className === undefined ? {} : { className })}
    />
  )
}
