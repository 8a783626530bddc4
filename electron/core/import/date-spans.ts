/** Several days written as one: "12–13 mars 2024", "28 februari–1 mars 2024". */
import { isDay, plain } from './dates.ts'
import type { FoundDate } from './dates.ts'

const joint = /^ ?(?:[-–—]{1,2}|till|to|until|och|and|&|\/) ?$/iu
const lastDay = /^ ?[-–—/] ?(\d{1,2})(?![\d.:/-])/u

/** Several days as one: the first of them, and where the words about all of them end. */
export interface DateSpan {
  first: FoundDate
  end: number
}

/**
 * The days that begin with the date at `at` of `dates`, which stand in `text`: "28 februari–1 mars 2024", "tisdag 12
 * mars - onsdag 13 mars 2024", "2024-03-12–13". The first takes its year from the last. Null for a day alone.
 */
export function spanFrom(text: string, dates: readonly FoundDate[], at: number): DateSpan | null {
  const first = dates[at]
  if (first === undefined || first.day === null) return null
  const next = dates[at + 1]
  if (next !== undefined && next.day !== null && joint.test(plain(text).slice(first.end, next.index))) {
    const back = first.month > next.month ? 1 : 0
    const year = first.year ?? (next.year === null ? null : next.year - back)
    return { first: { ...first, year }, end: next.end }
  }
  const tail = first.year === null ? null : lastDay.exec(plain(text).slice(first.end))
  const day = Number(tail?.[1])
  if (tail !== null && day > first.day && isDay(first.year, first.month, day))
    return { first, end: first.end + tail[0].length }
  return !figuresOnly.test(first.quote) && manyDays.test(first.quote) ? { first, end: first.end } : null
}

/** "12–13 mars", "March 12-13": two days in one date. */
const manyDays =
  /\d{1,2}(?::?[ea]|st|nd|rd|th)? ?(?:[-–—] ?|(?:och|and|&) )\d{1,2}(?:st|nd|rd|th)?(?= ?(?:of +)?\p{L}|,|$)/iu

const figuresOnly = /\d{4}[-–./]\d|^\d{2}-\d{2}-\d{2}$|\d[/.]\d/u

/** The days of "24–25 September 2024", ISO, in order; the one day `date` (ISO) where the words tell of no more. */
export function daysOf(found: FoundDate | null, date: string | null): string[] {
  if (date === null) return []
  const last = /\d{1,2}(?::?[ea]|st|nd|rd|th)? ?(?:[-–—]|och|and|&|to|till) ?(?<last>\d{1,2})(?!\d)/iu
  const to = Number(last.exec(found?.quote ?? '')?.groups?.['last'])
  if (found === null || found.day === null || figuresOnly.test(found.quote) || !(to > found.day)) return [date]
  return Array.from(
    { length: to - found.day + 1 },
    (_, at) => date.slice(0, 8) + String(at + Number(date.slice(8))).padStart(2, '0'),
  )
}
