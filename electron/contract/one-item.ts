/** Somebody of whom only one item is known: there while it is dealt with, and not before or after. */
import type { AttendanceInterval } from './meetings.ts'

/**
 * Whether somebody is there at an item because they are there for it: no words and no clock time say that they came
 * before it, or went again. In between they may have moved.
 */
export function isThereForItem(intervals: readonly AttendanceInterval[], itemId: string): boolean {
  const [came] = intervals
  const last = intervals.at(-1)
  if (came === undefined || last === undefined) return false
  const unsaid = (time: string | null, paragraphId: string | null) => time === null && paragraphId === null
  return (
    came.began === 'arrived' &&
    unsaid(came.fromTime, came.fromParagraphId) &&
    intervals.every((one) => one.fromItemId === itemId && one.toItemId === itemId) &&
    intervals.slice(0, -1).every(({ ended }) => ended === 'moved') &&
    last.ended === 'left' &&
    unsaid(last.toTime, last.toParagraphId)
  )
}
