/** The answers that stand, seen from the entries that are there today. */
import { KansliError } from '#contract/errors.ts'
import type { EntityKind } from '#contract/register.ts'
import type { ReadableDb } from '#db/connection.ts'
import { decisionRows, mergeOf, survivorOf, type DecisionRow } from '#db/queries/identity.ts'
import { entityName } from '#db/queries/register.ts'
import { readSnapshot } from './snapshot.ts'

/** Two entries, whichever stands first. */
export const pairKey = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`)

export type Answers = {
  /** Answers by the pair of entries they are about today; those that merges have made one are left out. */
  about: ReadonlyMap<string, DecisionRow>
  rows: readonly DecisionRow[]
}

/** @param kind all kinds when it is left out */
export function answersOf(db: ReadableDb, kind?: EntityKind): Answers {
  const rows = decisionRows(db).filter((row) => kind === undefined || row.kind === kind)
  const into = new Map(rows.filter(({ verdict }) => verdict === 'same').map(({ a, b }) => [b, a]))
  const today = (id: string) => {
    let now = id
    for (let steps = 0; into.has(now) && steps <= into.size; steps += 1) now = into.get(now) ?? now
    return now
  }
  const about = new Map<string, DecisionRow>()
  // The oldest last: of two answers about one pair, the newer counts.
  for (const row of rows.toReversed()) {
    if (row.verdict === 'same') continue
    const [a, b] = [today(row.a), today(row.b)]
    if (a !== b) about.set(pairKey(a, b), row)
  }
  return { about, rows }
}

/** What a party of an answer is called, also when a merge has taken it. */
export function nameOfParty(
  db: ReadableDb,
  kind: EntityKind,
  id: string,
): { id: string; name: string; alive: boolean } {
  const name = entityName(db, kind, id)
  if (name !== null) return { id, name, alive: true }
  const merge = mergeOf(db, kind, id)
  const kept = merge === undefined ? null : readSnapshot(merge)
  const now = survivorOf(db, kind, id)
  return { id, name: kept?.name ?? (now === null ? null : entityName(db, kind, now)) ?? '', alive: false }
}

/** What an answer says, for the sentence that refuses another. */
export function refusal(db: ReadableDb, row: DecisionRow): KansliError {
  const [a, b] = [nameOfParty(db, row.kind, row.a), nameOfParty(db, row.kind, row.b)]
  return new KansliError(row.verdict === 'same' ? 'identity.merged' : 'identity.conflict', {
    a: a.name,
    b: b.name,
    date: row.decidedAt.slice(0, 10),
    decision: row.id,
  })
}
