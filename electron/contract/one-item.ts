/** Somebody of whom only one item is known: there while it is dealt with, and not before or after. */
import type { AttendanceInterval } from './meetings.ts'

const unsaid = (time: string | null, paragraphId: string | null) => time === null && paragraphId === null

/**
 * Whether somebody came for one item and has been at no other: no words and no clock time say that they came before it.
 * In between they may have moved, lost the link or stepped out.
 */
export function cameForItem(intervals: readonly AttendanceInterval[], itemId: string): boolean {
  const [came] = intervals
  return (
    came !== undefined &&
    came.began === 'arrived' &&
    unsaid(came.fromTime, came.fromParagraphId) &&
    intervals.every((one) => one.fromItemId === itemId && one.toItemId === itemId)
  )
}

/** Whether somebody is there at an item because they are there for it: nothing says that they went again, either. */
export function isThereForItem(intervals: readonly AttendanceInterval[], itemId: string): boolean {
  const last = intervals.at(-1)
  return (
    last !== undefined &&
    last.ended === 'left' &&
    unsaid(last.toTime, last.toParagraphId) &&
    cameForItem(intervals, itemId)
  )
}
