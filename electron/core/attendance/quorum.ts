/** Seats, who fills them, and whether that is enough to decide. */
import type { Quorum } from '#contract/attendance.ts'
import type { Attendance, MeetingHead } from '#contract/meetings.ts'

type Row = Pick<Attendance, 'id' | 'voting' | 'deputyForId'>

/** Those whose own seat votes. A deputy (ersättare) has the seat that is taken, none beside it. */
export function seats<T extends Row>(rows: readonly T[]): T[] {
  return rows.filter(({ voting, deputyForId }) => voting && deputyForId === null)
}

/** Whoever votes for a seat: its own holder when there, else the first deputy who is. */
export function voterOf<T extends Row>(seat: T, rows: readonly T[], isThere: (row: T) => boolean): T | undefined {
  if (isThere(seat)) return seat
  return rows.find((row) => row.deputyForId === seat.id && isThere(row))
}

export function quorumOf<T extends Row>(
  head: Pick<MeetingHead, 'quorumRule' | 'quorumCount'>,
  rows: readonly T[],
  isThere: (row: T) => boolean,
): Quorum {
  const all = seats(rows)
  const filled = all.filter((seat) => voterOf(seat, rows, isThere) !== undefined).length
  const rule = head.quorumRule
  const needed = rule === 'half' ? Math.floor(all.length / 2) + 1 : rule === 'count' ? (head.quorumCount ?? null) : null
  return {
    rule,
    seats: all.length,
    filled,
    needed: all.length === 0 ? null : needed,
    met: needed === null || all.length === 0 ? null : filled >= needed,
  }
}
