/**
 * Clock times of a meeting that lasts for days: `HH:MM` is of its first, or past the midnight that follows; a later day
 * stands before it, `2026-03-12T09:10`. Without the schemas, so that the screen reckons without loading them.
 */

/** The longest meeting, in days after its first: a later day is a slip of the pen. */
export const mostDays = 14

export function splitTime(value: string): { day: string | null; time: string } {
  const at = value.indexOf('T')
  return at < 0 ? { day: null, time: value } : { day: value.slice(0, at), time: value.slice(at + 1) }
}

export const withDay = (day: string, time: string) => `${day}T${time}`

/** The last day of a meeting, as precise as its first is known. */
export function lastDay({ date, end }: { date: string | null; end: string | null }): string | null {
  return (end === null ? null : splitTime(end).day) ?? date
}

/** Minutes after midnight. */
export function minutesOf(time: string): number {
  const [hours = '0', rest = '0'] = time.split(':')
  return Number(hours) * 60 + Number(rest)
}

/** A time without its day lies no later than so many minutes after the beginning: what seems to, lies before it. */
export const longestClock = 18 * 60

/** Minutes from one clock time to the next that is another, past midnight where it must. */
export function minutesUntil(from: string, to: string): number {
  const day = 24 * 60
  return (minutesOf(to) - minutesOf(from) + day) % day
}

type Edged = { fromTime: string | null; toTime: string | null }
type Told = {
  head: { end: string | null }
  attendance: readonly { intervals: readonly Edged[]; deputyships: readonly Edged[] }[]
}

/** Whether a meeting has times that are told with their day. */
export function hasDays({ head, attendance }: Told): boolean {
  const times = attendance
    .flatMap((row) => [...row.intervals, ...row.deputyships])
    .flatMap((one) => [one.fromTime, one.toTime])
  return [head.end, ...times].some((time) => time !== null && splitTime(time).day !== null)
}
