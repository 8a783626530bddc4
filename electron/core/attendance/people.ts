/** Somebody may stand on a list twice, in two capacities or for two organisations, and is one person in the room. */
import type { Attendance } from '#contract/meetings.ts'
import { isThere } from './machine.ts'

type Row = Pick<Attendance, 'personId' | 'status' | 'intervals'>

const known: readonly Attendance['status'][] = ['present', 'excused', 'absent', 'expected', 'unknown']

/** How much a row tells of whether somebody was there: least for the one that tells most. */
const rank = (row: Row): number => (isThere(row) ? -1 : known.indexOf(row.status))

/** One row for each person: the one that tells most, in the order of the list. */
export function peopleOf<T extends Row>(rows: readonly T[]): T[] {
  return [...Map.groupBy(rows, ({ personId }) => personId).values()].flatMap((own) =>
    own.toSorted((a, b) => rank(a) - rank(b)).slice(0, 1),
  )
}
