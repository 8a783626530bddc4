/** Meetings that recur: which of their days is read, and what of the others is said (RFC 5545). Pure. */
import {
  byTime,
  eventOf,
  firstOf,
  isCancelled,
  isSame,
  later,
  minutesBetween,
  momentOf,
  untilOf,
  type Entry,
  type Moment,
  type Occurrence,
  type ReadEvent,
} from './calendar-entry.ts'
import type { Zones } from './file-zones.ts'
import { readRule, recurringDays } from './recurrence.ts'

/** Identifier of one day of a series. */
export const uidOfDay = ({ uid, day }: { uid: string; day: string }) => `${uid.slice(0, 980)}/${day}`

/** Days taken out of a series, and days told as others, that are looked at. */
const mostApart = 1000

/** Every day of a series in order, its first with it; cut off before one that only a rule not read here would tell. */
function occurrences(entry: Entry, zones: Zones): { found: Iterable<Occurrence>; whole: boolean } {
  const { lines, start } = entry
  const end = untilOf(entry, zones)
  const begins = firstOf(lines, 'DTSTART')
  const lasts = end === null ? null : minutesBetween(start, end)
  const on = (moment: Moment): Occurrence => ({ start: moment, end: lasts === null ? null : later(moment, lasts) })
  const rules = lines.filter(({ name }) => name === 'RRULE')
  const rule = rules.length === 1 ? readRule(rules[0]?.value ?? '') : null
  const listed = lines
    .filter(({ name }) => name === 'RDATE')
    .flatMap(({ parameters, value }) =>
      value.split(',').flatMap((one) => momentOf({ parameters, value: one.split('/')[0] ?? '' }, zones) ?? []),
    )
  const whole = rules.length === 0 || rule !== null
  // Days recur on the clock of the zone they are told in.
  const wallDay =
    begins?.value
      .trim()
      .slice(0, 8)
      .replace(/^(\d{4})(\d\d)/u, '$1-$2-') ?? start.day
  function* days(): Generator<Moment> {
    if (rule === null || begins === undefined) yield start
    else
      for (const day of recurringDays(rule, wallDay)) {
        const value = `${day.replaceAll('-', '')}${begins.value.trim().slice(8)}`
        const moment = momentOf({ parameters: begins.parameters, value }, zones)
        if (moment !== null) yield moment
      }
  }
  function* found(): Generator<Occurrence> {
    let rest = listed.toSorted(byTime)
    for (const moment of days()) {
      for (const one of rest) if (byTime(one, moment) < 0) yield on(one)
      rest = rest.filter((one) => byTime(one, moment) > 0)
      yield on(moment)
    }
    for (const one of rest) yield on(one)
  }
  return { found: found(), whole }
}

/** The first meeting of a series that is held, as the file has it; what of the other days is not read is said. */
export function ofSeries(entry: Entry, instead: readonly Entry[], zones: Zones, cancels: boolean): ReadEvent {
  const left = entry.lines
    .filter(({ name }) => name === 'EXDATE')
    .flatMap(({ parameters, value }) =>
      value.split(',').flatMap((one) => momentOf({ parameters, value: one }, zones) ?? []),
    )
    .slice(0, mostApart)
  const own: Occurrence = { start: entry.start, end: untilOf(entry, zones) }
  const insteadOf = ({ start }: Occurrence) =>
    instead.find(({ recurrence }) => recurrence !== null && isSame(recurrence, start))
  const isHeld = (one: Occurrence) => {
    const other = insteadOf(one)
    return other === undefined ? !left.some((moment) => isSame(moment, one.start)) : !isCancelled(other.lines)
  }
  const { found, whole } = occurrences(entry, zones)
  let first: Occurrence | null = isHeld(own) ? own : null
  if (first === null)
    for (const one of found)
      if (isHeld(one) && (whole || isSame(one.start, entry.start))) {
        first = one
        break
      }
  const changed = first === null ? undefined : insteadOf(first)
  const at = changed === undefined ? (first ?? own) : { start: changed.start, end: untilOf(changed, zones) }
  const event = eventOf(changed ?? entry, at, cancels)
  const others = instead
    .filter((one) => one !== changed && !isCancelled(one.lines))
    .flatMap(({ recurrence }) => recurrence ?? [])
  const days = [...new Set(others.map(({ day }) => day))].toSorted().slice(0, 20)
  return {
    ...event,
    uid: entry.uid,
    partOf: { uid: entry.uid, day: (first ?? own).start.day },
    sequence: Math.max(event.sequence, entry.sequence),
    recurring: true,
    warnings: [
      ...event.warnings,
      ...(first === null ? [{ code: 'first-excluded' as const, words: own.start.day }] : []),
      ...(days.length === 0 ? [] : [{ code: 'other-days' as const, words: days.join(', ') }]),
    ],
  }
}

/** One day of a series that comes by itself: a meeting of its own, unless it is the one that is known of the series. */
export function partOfSeries(entry: Entry, zones: Zones, cancels: boolean): ReadEvent {
  const event = eventOf(entry, { start: entry.start, end: untilOf(entry, zones) }, cancels)
  const { day } = entry.recurrence ?? entry.start
  return {
    ...event,
    uid: uidOfDay({ uid: entry.uid, day }),
    partOf: { uid: entry.uid, day },
    warnings: [...event.warnings, { code: 'one-of-series', words: day }],
  }
}
