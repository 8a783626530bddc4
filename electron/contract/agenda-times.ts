/** When the items of an agenda begin, reckoned from the meeting's start and their planned lengths. Pure, without schemas. */
import { minutesOf } from './day-time.ts'

/** Minutes after midnight as `HH:MM`; null past the end of the day. */
function clock(minutes: number): string | null {
  if (minutes >= 1440) return null
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/**
 * The start of each item, as `HH:MM`; null where an earlier one has no planned length, or the day is over.
 * @param start of the meeting, `HH:MM`; null when unknown
 * @param lengths planned minutes of the items in order
 */
export function agendaTimes(start: string | null, lengths: readonly (number | null)[]): (string | null)[] {
  let at = start === null ? null : minutesOf(start)
  return lengths.map((length) => {
    const begins = at === null ? null : clock(at)
    at = at === null || length === null ? null : at + length
    return begins
  })
}

/** Planned minutes of all items that have any; null when none has. */
export function plannedTotal(lengths: readonly (number | null)[]): number | null {
  const given = lengths.filter((length) => length !== null)
  return given.length === 0 ? null : given.reduce((sum, length) => sum + length, 0)
}
