/** Numbers of decisions, in one series for each body and calendar year. */
import { oneDecision } from '#contract/block-kinds.ts'
import { update, type WritableDb } from '#db/connection.ts'
import {
  decisionsInOrder,
  lastDecisionNumber,
  numberBorne,
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
 * Numbers the decisions of a meeting that have none. A number once given stays with its decision; a clause that was
 * added to one that has a number shares it.
 */
export function numberDecisions(db: WritableDb, meetingId: string): void {
  const { bodyId, date } = standingOf(db, meetingId)
  if (date === null) return
  let next = lastDecisionNumber(db, bodyId, date.slice(0, 4))
  for (const group of clauses(decisionsInOrder(db, meetingId))) {
    const number = group.find((one) => one.number !== null)?.number ?? (next += 1)
    for (const one of group) if (one.number === null) update(db, 'decision', one.id, { number })
  }
}

/**
 * For decisions that have come back: a number that another one was given while they were gone is that one's, and they
 * wait for one of their own.
 */
export function releaseNumbers(db: WritableDb, meetingId: string, ids: ReadonlySet<string>): void {
  if (ids.size === 0) return
  const { bodyId, date } = standingOf(db, meetingId)
  for (const group of clauses(decisionsInOrder(db, meetingId))) {
    const own = group.map(({ id }) => id)
    for (const { id, number } of group) {
      if (!ids.has(id) || number === null || date === null) continue
      if (numberBorne(db, { bodyId, year: date.slice(0, 4), number, except: own }))
        update(db, 'decision', id, { number: null })
    }
  }
}
