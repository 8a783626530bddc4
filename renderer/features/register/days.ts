/** Days of a fact in words: known, open and unknown ends apart. */
import type { Span } from '#contract/days.ts'
import { shortDate } from '../../i18n/dates.ts'
import type { Language } from '../../i18n/languages.ts'
import type { T } from '../../i18n/resources.ts'

/** "22 jan 2019 – 6 okt 2022", "sedan 2019", "från 2019, slut okänt"; null without any day. */
export function daysWords(span: Span, t: T, language: Language): string | null {
  const on = (day: string) => shortDate(day, language)
  const { from, fromAfter, to, toKind, seenFrom, seenTo } = span
  const start =
    from === null ? null : span.basis === 'inferred' ? t('register:days.inferred', { day: on(from) }) : on(from)
  if (start !== null && to !== null) return t('register:days.between', { from: start, to: on(to) })
  if (start !== null)
    return t(toKind === 'open' ? 'register:days.since' : 'register:days.fromUnknownEnd', { from: start })
  if (fromAfter !== null && to !== null) return t('register:days.afterUntil', { from: on(fromAfter), to: on(to) })
  if (to !== null) return t('register:days.until', { to: on(to) })
  if (fromAfter !== null) return t('register:days.after', { from: on(fromAfter) })
  const [first, last] = [seenFrom ?? seenTo, seenTo ?? seenFrom]
  if (first !== null && last !== null) {
    const open = toKind === 'open' ? t('register:days.goesOn') : null
    const seen =
      first === last
        ? t('register:days.seenOn', { day: on(first) })
        : t('register:days.seenBetween', { from: on(first), to: on(last) })
    return open === null ? seen : `${open}, ${seen}`
  }
  return toKind === 'open' ? t('register:days.goesOn') : null
}
