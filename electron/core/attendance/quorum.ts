/** Seats, who fills them, and whether that is enough to decide. */
import type { Quorum } from '#contract/attendance.ts'
import type { Attendance, MeetingHead } from '#contract/meetings.ts'

type Row = Pick<Attendance, 'id' | 'personId' | 'voting' | 'deputyForId' | 'deputyships'>

/** How things stand at one place of the minutes: who is there, and which deputy serves for which seat. */
export type Moment<T extends Row> = Readonly<{
  isThere: (row: T) => boolean
  serves: (deputy: T, seat: T) => boolean
}>

/**
 * Those whose own seat votes, each person once, however often on the list. A deputy (ersättare) has the seat that is
 * taken, none beside it.
 */
export function seats<T extends Row>(rows: readonly T[]): T[] {
  const own = rows.filter(
    ({ voting, deputyForId, deputyships }) => voting && deputyForId === null && deputyships.length === 0,
  )
  return own.filter((row, at) => own.findIndex(({ personId }) => personId === row.personId) === at)
}

/**
 * Who fills seats, by the seat's id: its own holder when there, else the deputy who serves for it and is there. Nobody
 * fills two seats.
 */
export function votersOf<T extends Row>(
  held: readonly T[],
  rows: readonly T[],
  { isThere, serves }: Moment<T>,
): ReadonlyMap<string, T> {
  const voters = new Map(held.filter(isThere).map((seat) => [seat.id, seat]))
  const busy = new Set([...voters.values()].filter(({ voting }) => voting).map(({ personId }) => personId))
  for (const seat of held) {
    if (voters.has(seat.id)) continue
    const deputy = rows.find((row) => !busy.has(row.personId) && serves(row, seat) && isThere(row))
    if (deputy === undefined) continue
    voters.set(seat.id, deputy)
    busy.add(deputy.personId)
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
