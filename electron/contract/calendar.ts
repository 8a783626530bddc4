/**
 * Days and spans of days. A date is as precise as its text: `2021`, `2021-11`, `2021-11-10`; written
 * spans include both their ends, and everything here reckons half-open, `[first day, day after the
 * last)`. What a text does not say stays open: no function guesses a day. Pure, and without the
 * schemas of days.ts, so that the screen reckons without loading them.
 */

/** What is reckoned with of a span: from and to include both days, as written; null is not known. */
export type Days = {
  from: string | null
  /** Null start: it is known only that it began after this day. */
  fromAfter: string | null
  to: string | null
  toKind: 'open' | 'known' | 'unknown'
  /** First and last day on which texts show it to hold. */
  seenFrom: string | null
  seenTo: string | null
}

/**
 * How a fact stands on one day, in the order of lists. holds: a text shows it to hold; possible: its days neither show
 * nor exclude it; future: it had not begun; past: it had ended; undated: it has no days at all.
 */
export const standings = ['holds', 'possible', 'future', 'past', 'undated'] as const
export type Standing = (typeof standings)[number]

const pattern = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/
const two = (value: number) => String(value).padStart(2, '0')

/** The day that a year, month (from 1) and day come to; days and months outside their range run over. */
function iso(year: number, month: number, date: number): string {
  const at = new Date(Date.UTC(2000, 0, 1))
  at.setUTCFullYear(year, month - 1, date)
  return `${String(at.getUTCFullYear()).padStart(4, '0')}-${two(at.getUTCMonth() + 1)}-${two(at.getUTCDate())}`
}

function parts(value: string): [year: number, month: number, day: number] {
  return [Number(value.slice(0, 4)), Number(value.slice(5, 7)), Number(value.slice(8, 10))]
}

/** Whether a text is a day that the calendar has; the years 0001 to 9998. */
export function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const [year, month, date] = parts(value)
  return year >= 1 && year <= 9998 && iso(year, month, date) === value
}

/** A partial date as days, half-open; null when it is no date. */
export function daysOf(value: string): { from: string; to: string } | null {
  const found = pattern.exec(value)
  if (found === null) return null
  const year = Number(found[1])
  if (found[2] === undefined) return { from: iso(year, 1, 1), to: iso(year + 1, 1, 1) }
  const month = Number(found[2])
  if (found[3] === undefined) return { from: iso(year, month, 1), to: iso(year, month + 1, 1) }
  const date = Number(found[3])
  return { from: iso(year, month, date), to: iso(year, month, date + 1) }
}

/** The day so many days later, or earlier when negative. */
export function addDays(value: string, count: number): string {
  const [year, month, date] = parts(value)
  return iso(year, month, date + count)
}

/** The same day so many months later; the 31st of a short month is its last day. */
export function addMonths(value: string, count: number): string {
  const [year, month, date] = parts(value)
  const last = Number(iso(year, month + count + 1, 0).slice(8))
  return iso(year, month + count, Math.min(date, last))
}

/** The same day so many years later; the 29th of February is the 28th in other years. */
export const addYears = (value: string, count: number) => addMonths(value, 12 * count)

/** Whole days from one to another; null where one is no day of the calendar, or not known to the day. */
export function daysBetween(from: string, to: string): number | null {
  if (!isDay(from) || !isDay(to)) return null
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

/** Of a whole day; 0 is Sunday. */
export const weekdayOf = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay()

const first = (value: string | null) => (value === null ? null : (daysOf(value)?.from ?? null))
const after = (value: string | null) => (value === null ? null : (daysOf(value)?.to ?? null))
const given = (values: readonly (string | null)[]) => values.filter((value) => value !== null)

/**
 * The days that a fact is known to hold on, half-open; null when no text shows one. A start or an end
 * is a day on which it holds, `2021` as a start means the whole year: nobody knows which part of it.
 * `to` null: it goes on.
 */
export function knownDays(span: Days): { from: string; to: string | null } | null {
  const from = given([span.from, span.seenFrom, span.seenTo, span.to].map(first)).toSorted()[0]
  const to = given([span.to, span.seenTo, span.seenFrom, span.from].map(after)).toSorted().at(-1)
  if (from === undefined || to === undefined) return null
  const begun = first(span.from) ?? from
  const ended = after(span.to) ?? (span.toKind === 'open' ? null : to)
  return ended !== null && ended <= begun ? null : { from: begun, to: ended }
}

export function standingOn(span: Days, on: string): Standing {
  const [begins, ends] = [first(span.from), after(span.to)]
  const beginsAfter = after(span.fromAfter)
  if (begins !== null ? on < begins : beginsAfter !== null && on < beginsAfter) return 'future'
  if (ends !== null && on >= ends) return 'past'
  const known = knownDays(span)
  if (known === null) return begins === null && ends === null && beginsAfter === null ? 'undated' : 'possible'
  return known.from <= on && (known.to === null || on < known.to) ? 'holds' : 'possible'
}

/** Days between the known ends of spans that nothing covers, half-open, oldest first. Open ends leave no gap after them. */
export function gapsBetween(spans: readonly Days[]): { from: string; to: string }[] {
  const known = spans
    .map(knownDays)
    .filter((one) => one !== null)
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
  const gaps: { from: string; to: string }[] = []
  let reached: string | null | undefined
  for (const { from, to } of known) {
    if (typeof reached === 'string' && reached < from) gaps.push({ from: reached, to: from })
    if (reached === undefined || (reached !== null && (to === null || to > reached))) reached = to
  }
  return gaps
}

/** Whether two facts are known to hold on some same day. */
export function overlap(a: Days, b: Days): boolean {
  const [x, y] = [knownDays(a), knownDays(b)]
  return x !== null && y !== null && (y.to === null || x.from < y.to) && (x.to === null || y.from < x.to)
}

/** A moment as the end of time that rows are compared with: `2021-11-10` is the last millisecond of that day, UTC. */
export function momentEnd(value: string): string {
  return value.length === 10 ? `${value}T23:59:59.999Z` : new Date(value).toISOString()
}

/** Days of a fact that nobody has dated. */
export const undated: Days & { basis: 'unknown' } = {
  from: null,
  fromAfter: null,
  to: null,
  toKind: 'unknown',
  basis: 'unknown',
  seenFrom: null,
  seenTo: null,
}
