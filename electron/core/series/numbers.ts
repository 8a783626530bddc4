/** Numbers of items through the meetings of a series. Pure. */

export type NumberedMeeting = {
  /** Its numbers are still to be given; those of the others stand. */
  planned: boolean
  /** Numbers of its items in order as written; null where an item has none. */
  items: readonly (string | null)[]
}

/** The figure a number begins with: "12", "12 a"; null where there is none. */
function figure(number: string | null): number | null {
  const found = /^\d{1,6}/u.exec(number ?? '')
  return found === null ? null : Number(found[0])
}

/**
 * The number that a meeting after the given ones begins with.
 * @param meetings of one series and year, in the order of their days; deferred items count like the rest
 */
export function firstNumberAfter(
  rule: 'running' | 'restart',
  firstNumber: number,
  meetings: readonly NumberedMeeting[],
): number {
  if (rule === 'restart') return 1
  const used = meetings.flatMap(({ items }) => items.map(figure)).filter((number) => number !== null)
  return Math.max(firstNumber - 1, ...used) + 1
}

/**
 * Numbers for the items of every meeting: those that have been held keep theirs, planned ones go on from the highest
 * before them. An item without a number stays without.
 */
export function numbered(
  rule: 'running' | 'restart',
  firstNumber: number,
  meetings: readonly NumberedMeeting[],
): (string | null)[][] {
  const done: NumberedMeeting[] = []
  return meetings.map((meeting) => {
    let next = firstNumberAfter(rule, firstNumber, done)
    const items = meeting.planned
      ? meeting.items.map((number) => (number === null ? null : String(next++)))
      : [...meeting.items]
    done.push({ ...meeting, items })
    return items
  })
}
