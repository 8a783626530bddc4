/** Clock times of one meeting in their order. A meeting may pass midnight, so times count from its beginning. */
import { KansliError } from '#contract/errors.ts'
import type { AttendanceInterval } from '#contract/meetings.ts'

type Times = Pick<AttendanceInterval, 'fromTime' | 'toTime'>

const day = 24 * 60
/** Nothing of a meeting lies later than this after its beginning, in minutes: what seems to, lies before it. */
const longest = 18 * 60

/** When a meeting began and ended, `HH:MM`; null where it is not known, or not over. */
export type Span = Readonly<{ start: string | null; end: string | null }>

function minutes(time: string): number {
  const [hours = '0', rest = '0'] = time.split(':')
  return Number(hours) * 60 + Number(rest)
}

/** Minutes from the meeting's beginning, or from midnight where that is not known. */
export function offset(time: string, { start }: Span): number {
  return start === null ? minutes(time) : (minutes(time) - minutes(start) + day) % day
}

/** Too long after the beginning to be of the meeting: it lies before it. */
export function isBeyond(time: string, span: Span): boolean {
  return span.start !== null && offset(time, span) > longest
}

export function isWithin(time: string, span: Span): boolean {
  if (isBeyond(time, span)) return false
  return span.end === null || offset(time, span) <= offset(span.end, span)
}

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
    const shown = (time: string | null) => time ?? '–'
    throw new KansliError('attendance.outside', {
      name,
      time: outside,
      start: shown(span.start),
      end: shown(span.end),
    })
  }
  times.forEach((time, index) => {
    const before = times[index - 1]
    if (before !== undefined && offset(time, span) < offset(before, span))
      throw new KansliError('attendance.order', { name, time, before })
  })
}

/** Whether two stretches share time for certain. One that began with the meeting, or lasts, does so from its start, or to its end. */
export function overlap(one: Times & { began: string; ended: string | null }, other: typeof one, span: Span): boolean {
  // What is not known is before and after nothing.
  const at = (time: string | null) => (time === null ? Number.NaN : offset(time, span))
  const from = ({ began, fromTime }: typeof one) => (began === 'start' ? -Infinity : at(fromTime))
  const to = ({ ended, toTime }: typeof one) => (ended === null ? Infinity : at(toTime))
  return from(one) < to(other) && from(other) < to(one)
}
