/**
 * Taking words away: those of a source that is withdrawn, or of an answer that is taken back. A fact
 * that nothing else proves goes; an entry goes when the words brought it and nothing else holds it. Of somebody who is
 * restricted the bare entry stays until the restriction is lifted.
 */
import type { FallingFact, Withdrawal } from '#contract/sources.ts'
import { update, type ReadableDb } from '#db/connection.ts'
import { clearAmounts, clearParties, spanOf, type SpanRow } from '#db/queries/facts.ts'
import { fallenKeeper } from '#db/queries/fallen.ts'
import { isRestricted } from '#db/queries/privacy.ts'
import { proposalsProving } from '#db/queries/sources.ts'
import {
  factWords,
  hasOtherProof,
  holderFinder,
  inAnyOrder,
  otherWords,
  removeRow,
  retireRow,
  takeWords,
  tiedBy,
  touchedBy,
  type Held,
  type TouchedFact,
  type Words,
} from '#db/queries/withdrawal.ts'
import { addAmount } from '#db/queries/facts.ts'
import type { WriteContext } from '#core/context.ts'
import { putParties } from './accept-facts.ts'
import { forgetNames } from './forget-names.ts'
import { NameResolver } from './names.ts'
import { spanRow, spansTogether } from './spans.ts'
import { storedFinding } from './stored.ts'

type Tie = TouchedFact & { kind: 'tenure' | 'relation' }
const isTie = (fact: TouchedFact): fact is Tie => fact.kind === 'tenure' || fact.kind === 'relation'

type Entry = TouchedFact & { kind: 'person' | 'organisation' | 'body' | 'theme' }
const isEntry = (fact: TouchedFact): fact is Entry =>
  fact.kind === 'person' || fact.kind === 'organisation' || fact.kind === 'body' || fact.kind === 'theme'

const keyOf = ({ kind, id }: { kind: string; id: string }) => `${kind} ${id}`

/**
 * Entries and facts that nothing holds any more. All that could go are supposed gone; whatever something
 * that stays refers to comes back, until nothing changes.
 */
function unheld(
  db: ReadableDb,
  candidates: readonly { kind: Held; id: string }[],
  gone: ReadonlySet<string>,
): Set<string> {
  const holders = holderFinder(db)
  const left = new Map(candidates.map((one) => [keyOf(one), holders(one.kind, one.id)]))
  for (let before = -1; before !== left.size;) {
    before = left.size
    for (const [key, rows] of left) if (rows.some((row) => !gone.has(row) && !left.has(row))) left.delete(key)
  }
  return new Set(left.keys())
}

/** What the remaining proposals say of a fact that has lost some of its words. */
export function settle(context: WriteContext, { kind, id }: Pick<TouchedFact, 'kind' | 'id'>): void {
  const { db, ports } = context
  if (kind !== 'tenure' && kind !== 'event' && kind !== 'assignment') return
  if (hasOtherProof(db, kind, id)) return
  const rows = proposalsProving(db, kind, id)
  if (rows.length === 0) return
  if (kind === 'tenure') {
    if (spanOf(db, 'tenure', id) === undefined) return
    const spans = rows.flatMap((row): SpanRow[] => {
      const told = storedFinding(row)
      return told.kind === 'tenure' ? [spanRow(told.span)] : []
    })
    const [first, ...others] = spans
    if (first !== undefined) update(db, 'tenure', id, others.reduce(spansTogether, first))
    return
  }
  clearParties(db, kind, id)
  if (kind === 'assignment') clearAmounts(db, id)
  for (const row of rows) {
    const told = storedFinding(row)
    if (told.kind !== kind) continue
    const acceptance = {
      context,
      sourceId: row.sourceId,
      proposalId: row.id,
      finding: told,
      names: new NameResolver(context, row.sourceId, [told]),
      tally: { made: 0, strengthened: 0 },
    }
    putParties(acceptance, kind, id, told.parties)
    if (told.kind === 'assignment') for (const amount of told.amounts) addAmount(db, ports.newId(), id, amount)
  }
}

/** Takes the words away and gives what fell and what stayed. Within the caller's transaction. */
export function takeAway(context: WriteContext, words: Words): Withdrawal {
  const { db, ports } = context
  const touched = touchedBy(db, words)
  const told = new Map(touched.map((fact) => [keyOf(fact), factWords(db, fact.kind, fact.id)]))
  const left = new Map(touched.map((fact) => [keyOf(fact), otherWords(db, fact.kind, fact.id, words)]))
  const bare = (fact: TouchedFact) => left.get(keyOf(fact)) === 0
  inAnyOrder(db)
  const now = ports.clock().toISOString()
  const keep = fallenKeeper(db, ports.newId, now)
  /** What was held to be known until now is out of the register, and still what was known. */
  const remove = (kind: TouchedFact['kind'] | 'post', id: string) => {
    keep(kind, id)
    removeRow(db, kind, id)
  }

  const ties = touched.filter(isTie).filter(bare)
  const going = new Set(ties.map(keyOf))
  const events = touched.filter(
    (fact) => (fact.kind === 'event' || fact.kind === 'assignment') && bare(fact) && fact.founding,
  )
  for (const fact of events) remove(fact.kind, fact.id)
  for (const fact of touched) {
    if (going.has(keyOf(fact)) || events.includes(fact) || isEntry(fact)) continue
    takeWords(db, fact.kind, fact.id, words, fact.founding)
    settle(context, fact)
  }

  const ends = ties.map((fact) => ({ fact, ends: tiedBy(db, fact.kind, fact.id) }))
  const posts = new Set(ends.flatMap((one) => one.ends).filter((end) => end.startsWith('post ')))
  const entries = touched.flatMap((fact) => {
    return isEntry(fact) && fact.founding && bare(fact) ? [{ kind: fact.kind, id: fact.id }] : []
  })
  const candidates: { kind: Held; id: string }[] = [
    ...entries,
    ...[...posts].map((key) => ({ kind: 'post' as const, id: key.slice('post '.length) })),
  ]
  const fallen = unheld(db, candidates, going)

  for (const { fact, ends: tied } of ends) {
    // What was held to be true until today stays on record, as long as those it ties are there.
    if (tied.some((end) => fallen.has(end))) remove(fact.kind, fact.id)
    else retireRow(db, fact.kind, fact.id, now)
  }
  const standing = new Set<string>()
  for (const { kind, id } of candidates) {
    if (!fallen.has(keyOf({ kind, id })) || kind === 'event' || kind === 'assignment') continue
    // A restriction outlives the words it hides: the entry stays, so that whoever is named again is hidden again.
    if (kind === 'person' && isRestricted(db, id)) {
      keep(kind, id)
      standing.add(keyOf({ kind, id }))
    } else remove(kind, id)
  }
  const isGone = (fact: TouchedFact) => fallen.has(keyOf(fact)) && !standing.has(keyOf(fact))
  // Entries that fell have kept theirs, where they are still told of.
  for (const fact of touched)
    if (isEntry(fact) && !isGone(fact)) takeWords(db, fact.kind, fact.id, words, fact.founding)
  forgetNames(db, new Set([...fallen].filter((key) => !standing.has(key))), words)

  const shown = (fact: TouchedFact): FallingFact => ({
    kind: fact.kind,
    id: fact.id,
    words: told.get(keyOf(fact)) ?? '',
    left: left.get(keyOf(fact)) ?? 0,
  })
  const falls = (fact: TouchedFact) => going.has(keyOf(fact)) || events.includes(fact) || fallen.has(keyOf(fact))
  return {
    falls: touched.filter(falls).map(shown),
    stays: touched.filter((fact) => !falls(fact)).map(shown),
    evidence: touched.reduce((sum, fact) => sum + fact.words, 0),
  }
}
