/**
 * Clock times of one meeting in their order. A meeting may pass midnight, so times count from its beginning; one that
 * lasts for days has the day with each time that is not of the first.
 */
import { daysBetween } from '#contract/calendar.ts'
import { longestClock, minutesOf, minutesUntil, mostDays, splitTime } from '#contract/day-time.ts'
import { KansliError } from '#contract/errors.ts'
import type { AttendanceInterval } from '#contract/meetings.ts'

type Times = Pick<AttendanceInterval, 'fromTime' | 'toTime'>

const day = 24 * 60

/** When a meeting began and ended; null where it is not known, or not over. `date`: the day it began on. */
export type Span = Readonly<{ date: string | null; start: string | null; end: string | null }>

/** Minutes from the meeting's beginning, or from midnight where that is not known; NaN for a day that cannot be placed. */
export function offset(value: string, { date, start }: Span): number {
  const { day: on, time } = splitTime(value)
  if (on === null) return start === null ? minutesOf(time) : minutesUntil(start, time)
  const passed = date === null ? null : daysBetween(date, on)
  return (passed ?? Number.NaN) * day + minutesOf(time) - (start === null ? 0 : minutesOf(start))
}

/** Too long after the beginning to be of the meeting, or before it. */
export function isBeyond(value: string, span: Span): boolean {
  const at = offset(value, span)
  if (splitTime(value).day !== null) return !(at >= 0 && at < (mostDays + 1) * day)
  return span.start !== null && at > longestClock
}

export function isWithin(time: string, span: Span): boolean {
  if (isBeyond(time, span)) return false
  return span.end === null || offset(time, span) <= offset(span.end, span)
}

/** As errors say a time. */
const shown = (value: string | null) => value?.replace('T', ' ') ?? '–'

/** The edges of the stretches as they follow each other; times that are not known are left out. */
function edgeTimes(intervals: readonly Times[]): string[] {
  return intervals.flatMap(({ fromTime, toTime }) => [fromTime, toTime]).filter((time) => time !== null)
}

/**
 * Holds the stretches of one person against each other and against the meeting.
 * @throws KansliError attendance.order, attendance.outside
 */
export function assertTimes(intervals: readonly Times[], span: Span, name: string): void {
  const times = edgeTimes(intervals)
  const outside = times.find((time) => !isWithin(time, span))
  if (outside !== undefined) {
    throw new KansliError('attendance.outside', {
      name,
      time: shown(outside),
      start: shown(span.start),
      end: shown(span.end),
    })
  }
  times.forEach((time, index) => {
    const before = times[index - 1]
    if (before !== undefined && offset(time, span) < offset(before, span))
      throw new KansliError('attendance.order', { name, time: shown(time), before: shown(before) })
  })
}

/** An end that has its day lies behind the beginning, and no more than so many days. @throws KansliError meeting.end-day */
export function assertEnd(span: Span): void {
  if (span.end !== null && splitTime(span.end).day !== null && isBeyond(span.end, span))
    throw new KansliError('meeting.end-day', { end: shown(span.end), days: mostDays })
}

/** Whether two stretches share time for certain. One that began with the meeting, or lasts, does so from its start, or to its end. */
export function overlap(one: Times & { began: string; ended: string | null }, other: typeof one, span: Span): boolean {
  // What is not known is before and after nothing.
  const at = (time: string | null) => (time === null ? Number.NaN : offset(time, span))
  const from = ({ began, fromTime }: typeof one) => (began === 'start' ? -Infinity : at(fromTime))
  const to = ({ ended, toTime }: typeof one) => (ended === null ? Infinity : at(toTime))
  return from(one) < to(other) && from(other) < to(one)
}
