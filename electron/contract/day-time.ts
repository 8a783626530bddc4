/**
 * Clock times of a meeting that lasts for days: `HH:MM` is of its first, or past the midnight that follows; a later day
 * stands before it, `2026-03-12T09:10`. Without the schemas, so that the screen reckons without loading them.
 */
import { isDay } from './calendar.ts'

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

/** Whole days from one to another; null where one is no day of the calendar, or not known to the day. */
export function daysFrom(from: string | null, to: string): number | null {
  if (from === null || !isDay(from) || !isDay(to)) return null
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}
