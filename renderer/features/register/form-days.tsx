/** Dates in a form: one, as precise as it is known, and a span whose end is known, open or unknown. */
import { useState } from 'react'
import type { Input } from '#contract/methods.ts'
import type { Span } from '#contract/days.ts'
import { parseDate, shortDate } from '../../i18n/dates.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { Select, TextInput } from '../../ui/field.tsx'

/** A field for a date that may be left out. Says what it is that is no date. */
export function useDate(label: string, day: string | null, needed = false) {
  const t = useT()
  const language = useLanguage()
  const [typed, setTyped] = useState(day === null ? '' : shortDate(day, language))
  const [tried, setTried] = useState(false)
  const empty = typed.trim() === ''
  const read = empty ? null : parseDate(typed)
  const wrong = empty ? needed : read === null
  return {
    field: (
      <TextInput
        label={label}
        value={typed}
        maxLength={40}
        placeholder={t('register:form.datePlaceholder')}
        error={tried && wrong ? t('date.unusable') : undefined}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
    ),
    /** The date, or null without one; undefined when the field holds no date. */
    take: (): string | null | undefined => {
      setTried(true)
      return wrong ? undefined : read
    },
  }
}

type Ends = Span['toKind']

/** Dates and how a span ends, as three fields. */
export function useDays(from: string | null, to: string | null, toKind: Ends) {
  const t = useT()
  const [ends, setEnds] = useState<Ends>(toKind)
  const first = useDate(t('register:form.from'), from)
  const last = useDate(t('register:form.to'), to, true)
  const fields = (
    <div className="reg-form-days">
      {first.field}
      <Select
        label={t('register:form.ends')}
        value={ends}
        onChange={setEnds}
        options={[
          { value: 'open', label: t('register:form.endsOpen') },
          { value: 'known', label: t('register:form.endsKnown') },
          { value: 'unknown', label: t('register:form.endsUnknown') },
        ]}
      />
      {ends === 'known' && last.field}
    </div>
  )
  return {
    fields,
    /** The span, or null when a field holds no date. */
    take: (fromAfter: string | null): Input<'tenures.add'>['span'] | null => {
      const [start, end] = [first.take(), ends === 'known' ? last.take() : null]
      if (start === undefined || end === undefined) return null
      return { from: start, fromAfter: start === null ? fromAfter : null, to: end, toKind: ends }
    },
  }
}
