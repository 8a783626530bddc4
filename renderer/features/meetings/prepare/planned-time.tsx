/** How long a meeting is planned to be, and when its items begin. */
import { agendaTimes, plannedTotal } from '#contract/agenda-times.ts'
import { clock } from '../../../i18n/dates.ts'
import { useLanguage, useT } from '../../../i18n/i18n.ts'
import type { T } from '../../../i18n/resources.ts'
import type { Language } from '../../../i18n/languages.ts'
import type { View } from '../text/savers.ts'

const lengths = (view: View) => view.items.map(({ minutes }) => minutes)

/** "10.05, 20 min" of each item; empty where nothing is planned. */
export function plannedTimes(view: View, t: T, language: Language): string[] {
  if (plannedTotal(lengths(view)) === null) return view.items.map(() => '')
  const starts = agendaTimes(view.head.start, lengths(view))
  return view.items.map(({ minutes }, index) => {
    const start = starts[index] ?? null
    return [
      start === null ? null : clock(start, language),
      minutes === null ? null : t('series:prep.minutesShown', { minutes }),
    ]
      .filter((part) => part !== null)
      .join(', ')
  })
}

export function PlannedTotal({ view }: { view: View }) {
  const t = useT()
  const language = useLanguage()
  const minutes = plannedTotal(lengths(view))
  if (minutes === null) return null
  // As if one more item began where the last one ends.
  const end = agendaTimes(view.head.start, [...lengths(view), 0]).at(-1) ?? null
  return (
    <p className="text-3 small planned-total">
      {end === null
        ? t('series:send.total', { minutes })
        : t('series:send.totalUntil', { minutes, end: clock(end, language) })}
    </p>
  )
}
