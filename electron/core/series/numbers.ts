/** Numbers of items through the meetings of a series. Pure. */

export type NumberedMeeting = {
  /** Its numbers are still to be given; those of the others stand. */
  open: boolean
  /** Numbers of its items in order as written; null where an item has none. */
  items: readonly (string | null)[]
  /** Which of them somebody set by hand; none where it is left out. */
  own?: readonly boolean[]
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

const isPlain = (number: string) => /^\d{1,6}$/u.test(number)

/**
 * Numbers for the items of one meeting, from `first` on. What was set by hand stays: a figure stands in the place of
 * the one the series would give and is given to no other item, "12 a" or "B" stands between the others.
 */
function given({ items, own }: NumberedMeeting, first: number): (string | null)[] {
  const isOwn = (at: number) => own?.[at] === true
  const taken = new Set(items.filter((number, at) => number !== null && isOwn(at) && isPlain(number)).map(Number))
  let next = first
  return items.map((number, at) => {
    if (number === null) return null
    if (isOwn(at)) {
      if (isPlain(number)) next += 1
      return number
    }
    while (taken.has(next)) next += 1
    return String(next++)
  })
}

/**
 * Numbers for the items of every meeting: those that are sent out keep theirs, open ones go on from the highest before
 * them. An item without a number stays without.
 */
export function numbered(
  rule: 'running' | 'restart',
  firstNumber: number,
  meetings: readonly NumberedMeeting[],
): (string | null)[][] {
  const done: NumberedMeeting[] = []
  return meetings.map((meeting) => {
    const items = meeting.open ? given(meeting, firstNumberAfter(rule, firstNumber, done)) : [...meeting.items]
    done.push({ ...meeting, items })
    return items
  })
}
