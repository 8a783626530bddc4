/** Numbers of decisions, in one series for each body and calendar year. */
import { oneDecision } from '#contract/block-kinds.ts'
import { update, type WritableDb } from '#db/connection.ts'
import {
  approvedNumbers,
  decisionsInOrder,
  giveNumber,
  numbersOf,
  standingOf,
  type NumberedDecision,
} from '#db/queries/approval.ts'

type InText = NumberedDecision & { paragraphId: string }

/** Clauses (att-satser) that follow each other are one decision; what is said within one paragraph is one, too. */
export function clauses<D extends InText>(decisions: readonly D[]): D[][] {
  const groups: D[][] = []
  for (const one of decisions) {
    const last = groups.at(-1)?.at(-1)
    const goesOn =
      last !== undefined &&
      last.itemId === one.itemId &&
      (last.paragraphId === one.paragraphId || (oneDecision(last.kind, one.kind) && one.position === last.position + 1))
    if (goesOn) groups.at(-1)?.push(one)
    else groups.push([one])
  }
  return groups
}

/**
 * Numbers the decisions of a meeting. A number once given stays with its decision, and a clause that was added to one
 * that has a number shares it, unless the number was given for another body or year, or another decision of the same
 * body and year bears it: then the decision gets one anew at the end of the series. What an approved version bears is
 * given to nobody else, whatever became of its decision; its own paragraph has it again.
 */
export function numberDecisions(db: WritableDb, meetingId: string): void {
  const { bodyId, date } = standingOf(db, meetingId)
  if (date === null) return
  const series = { bodyId, year: Number(date.slice(0, 4)) }
  const groups = clauses(decisionsInOrder(db, meetingId))
  const own = new Set(groups.flatMap((group) => group.map(({ id }) => id)))
  const given = numbersOf(db, series)
  const used = approvedNumbers(db, series)
  const said = new Set(groups.flatMap((group) => group.map(({ paragraphId }) => paragraphId)))
  const valid = new Map(given.flatMap(({ id, number }) => (own.has(id) ? [[id, number] as const] : [])))
  const again = Map.groupBy(used, ({ paragraphId }) => paragraphId)
  const taken = new Set([
    ...given.flatMap(({ id, number }) => (own.has(id) ? [] : [number])),
    ...used.flatMap(({ paragraphId, number }) => (said.has(paragraphId) ? [] : [number])),
  ])
  let last = Math.max(0, ...given.map(({ number }) => number), ...used.map(({ number }) => number))
  for (const group of groups) {
    const held = [
      ...group.flatMap(({ id }) => valid.get(id) ?? []),
      ...group.flatMap(({ paragraphId }) => again.get(paragraphId)?.map(({ number }) => number) ?? []),
    ].find((number) => !taken.has(number))
    const number = held ?? (last += 1)
    taken.add(number)
    for (const { id: decisionId } of group) giveNumber(db, { ...series, decisionId, meetingId, number })
  }
}

/**
 * For decisions that have come back: a number that another one was given while they were gone is that one's, and they
 * wait for one of their own.
 */
export function releaseNumbers(db: WritableDb, meetingId: string, ids: ReadonlySet<string>): void {
  if (ids.size === 0) return
  const { bodyId, date } = standingOf(db, meetingId)
  if (date === null) return
  const given = numbersOf(db, { bodyId, year: Number(date.slice(0, 4)) })
  for (const group of clauses(decisionsInOrder(db, meetingId))) {
    const own = new Set(group.map(({ id }) => id))
    for (const { id, number } of group)
      if (ids.has(id) && given.some((other) => other.number === number && !own.has(other.id)))
        update(db, 'decision', id, { number: null })
  }
}
