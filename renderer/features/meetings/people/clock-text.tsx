/** A clock time that is corrected where it stands. */
import { clock } from '../../../i18n/dates.ts'
import { useLanguage, useT } from '../../../i18n/i18n.ts'
import { timeParser } from '../head/times.ts'
import { InlineText } from '../inline/inline-text.tsx'

type ClockTextProps = {
  label: string
  value: string | null
  onSave: (value: string | null) => Promise<boolean>
  empty?: string
  className?: string
}

export function ClockText({ label, value, onSave, empty, className }: ClockTextProps) {
  const t = useT()
  const language = useLanguage()
  return (
    <InlineText
      label={label}
      value={value}
      show={(time) => clock(time, language)}
      parse={timeParser(t)}
      maxLength={12}
      onSave={onSave}
      {...(empty === undefined ? {} : { empty })}
      {...(className === undefined ? {} : { className })}
    />
  )
}
