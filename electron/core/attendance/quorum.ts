/** Seats, who fills them, and whether that is enough to decide. */
import type { Quorum } from '#contract/attendance.ts'
import type { Attendance, MeetingHead } from '#contract/meetings.ts'

type Row = Pick<Attendance, 'id' | 'voting' | 'deputyForId' | 'deputyships'>

/** How things stand at one place of the minutes: who is there, and which deputy serves for which seat. */
export type Moment<T extends Row> = Readonly<{
  isThere: (row: T) => boolean
  serves: (deputy: T, seat: T) => boolean
}>

/** Those whose own seat votes. A deputy (ersättare) has the seat that is taken, none beside it. */
export function seats<T extends Row>(rows: readonly T[]): T[] {
  return rows.filter(
    ({ voting, deputyForId, deputyships }) => voting && deputyForId === null && deputyships.length === 0,
  )
}

/** Who fills seats, by the seat's id: its own holder when there, else the deputy who serves for it and is there. */
export function votersOf<T extends Row>(
  held: readonly T[],
  rows: readonly T[],
  { isThere, serves }: Moment<T>,
): ReadonlyMap<string, T> {
  const voters = new Map(held.filter(isThere).map((seat) => [seat.id, seat]))
  for (const seat of held) {
    const deputy = voters.has(seat.id) ? undefined : rows.find((row) => serves(row, seat) && isThere(row))
    if (deputy !== undefined) voters.set(seat.id, deputy)
  }
  return voters
}

/** The deputy serves for the seat to this day, or did at the end of the meeting. */
export function servesNow({ deputyships }: Row, { id }: Row): boolean {
  return deputyships.some(({ seatId, ended }) => seatId === id && ended === null)
}

export function quorumOf<T extends Row>(
  head: Pick<MeetingHead, 'quorumRule' | 'quorumCount'>,
  rows: readonly T[],
  moment: Moment<T>,
): Quorum {
  const all = seats(rows)
  const filled = votersOf(all, rows, moment).size
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
