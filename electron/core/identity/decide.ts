/** Answers: same, different, not yet known. An answer that another forbids is refused and says which. */
import { KansliError } from '#contract/errors.ts'
import type { Reason } from '#contract/identity.ts'
import type { Output, Parsed } from '#contract/methods.ts'
import type { EntityKind } from '#contract/register.ts'
import { addDecision, decisionRow, entityRow, mergeOf, setReversed, survivorOf } from '#db/queries/identity.ts'
import { namesOfEntries, namesWithKinds } from '#db/queries/identity-names.ts'
import { sourceReader } from '#db/queries/sources.ts'
import type { ReadContext, WriteContext } from '#core/context.ts'
import { answersOf, pairKey, refusal } from './answers.ts'
import { circumstancesOf } from './circumstances.ts'
import { clusterOf, memberOf, suggestedName } from './members.ts'
import { merge } from './merge.ts'
import { weigh } from './name-pairs.ts'
import { nothingKnown, type Verdict } from './judge-person.ts'
import { oneOrganisation } from './one-organisation.ts'
import { unmerge } from './unmerge.ts'

/** Every two of a list. */
function pairsAmong(ids: readonly string[]): [string, string][] {
  return ids.flatMap((a, place) => ids.slice(place + 1).map((b): [string, string] => [a, b]))
}

/** What speaks for and against two entries, weighed by the two of their names that lie nearest. */
export function weighEntries(
  { db }: ReadContext,
  kind: EntityKind,
  a: string,
  b: string,
): { verdict: Verdict; shared: string[] } {
  const rows = namesOfEntries(db, kind, [a, b])
  const found =
    kind === 'person' ? circumstancesOf(db, [[a, b]], oneOrganisation(db))(a, b) : { ...nothingKnown, shared: [] }
  const { shared, ...circumstances } = found
  const weighed = rows
    .filter(({ id }) => id === a)
    .flatMap((one) => rows.filter(({ id }) => id === b).map((two) => weigh(kind, one, two, circumstances)))
    .filter((verdict) => verdict !== null)
  return { verdict: weighed.find(({ verdict }) => verdict === 'same') ?? weighed[0] ?? null, shared }
}

function reasonsFor(context: ReadContext, kind: EntityKind, ids: readonly string[]): Reason[] {
  const found = pairsAmong(ids).map(
    ([a, b]) => weighEntries(context, kind, a, b).verdict?.reasons ?? ['unlike' as const],
  )
  return [...new Set<Reason>(['asked', ...found.flat()])]
}

/** @throws KansliError entity.not-found */
export function compare(context: ReadContext, { kind, ids }: Parsed<'identity.compare'>): Output<'identity.compare'> {
  const unique = [...new Set(ids)]
  if (unique.length < 2) throw new KansliError('entity.not-found')
  const reasons = reasonsFor(context, kind, unique)
  return clusterOf(context.db, sourceReader(context.db), kind, unique, { verdict: 'undecided', reasons, shared: [] })
}

/** The entries as they are today, each once. @throws KansliError entity.not-found, identity.merged */
function living({ db }: WriteContext, { kind, ids, verdict }: Parsed<'identity.decide'>): string[] {
  const found: string[] = []
  for (const id of new Set(ids)) {
    const now = survivorOf(db, kind, id)
    if (now === null) throw new KansliError('entity.not-found')
    if (found.includes(now)) {
      const merged =
        mergeOf(db, kind, id) ?? mergeOf(db, kind, ids.find((other) => survivorOf(db, kind, other) === now) ?? id)
      if (verdict !== 'same' && merged !== undefined) throw refusal(db, merged)
      continue
    }
    found.push(now)
  }
  return found
}

function chooseName(context: WriteContext, kind: EntityKind, ids: readonly string[]): string {
  const read = sourceReader(context.db)
  const members = ids.map((id) => memberOf(context.db, read, kind, id))
  return suggestedName(
    context.db,
    kind,
    members.toSorted((a, b) => b.places - a.places),
  )
}

/** @throws KansliError entity.not-found, identity.merged, identity.conflict, identity.sealed, identity.within */
export function decide(context: WriteContext, input: Parsed<'identity.decide'>): Output<'identity.decide'> {
  const { db, ports } = context
  const { kind, verdict } = input
  const ids = living(context, input)
  const answers = answersOf(db, kind)
  const earlier = pairsAmong(ids).flatMap(([a, b]) => answers.about.get(pairKey(a, b)) ?? [])
  const forbids = earlier.find((row) => row.verdict === 'different' && verdict !== 'different')
  if (forbids !== undefined) throw refusal(db, forbids)
  const now = ports.clock().toISOString()
  const reasons = new Map(
    pairsAmong(ids).map(([a, b]) => [
      pairKey(a, b),
      weighEntries(context, kind, a, b).verdict?.reasons ?? (['asked', 'unlike'] satisfies Reason[]),
    ]),
  )
  // A question that is answered now no longer waits.
  for (const row of earlier) if (row.verdict === 'undecided') setReversed(db, row.id, now)

  if (verdict !== 'same') {
    const decisions = pairsAmong(ids).flatMap(([a, b]) => {
      if (answers.about.get(pairKey(a, b))?.verdict === 'different') return []
      const id = ports.newId()
      const why = JSON.stringify(reasons.get(pairKey(a, b)) ?? [])
      addDecision(db, { id, kind, a, b, verdict, reasons: why, snapshot: null, decidedAt: now })
      return [id]
    })
    return { kept: null, decisions }
  }

  const read = sourceReader(db)
  const wanted = input.keep === undefined ? null : survivorOf(db, kind, input.keep)
  if (input.keep !== undefined && (wanted === null || !ids.includes(wanted))) throw new KansliError('entity.not-found')
  const [most = ''] = ids
    .map((id) => memberOf(db, read, kind, id))
    .toSorted((a, b) => b.places - a.places)
    .map(({ id }) => id)
  const keep = wanted ?? most
  const name = input.name ?? chooseName(context, kind, ids)
  const others = ids.filter((id) => id !== keep)
  const bears = (id: string) => namesWithKinds(db, kind, id).some(({ text }) => text === name)
  // The merge that brings the name is the one that shows it, so that taking it back takes the name with it.
  const bringer = bears(keep) ? others[0] : (others.find(bears) ?? others.at(-1))
  const decisions = others.map((gone) =>
    merge(context, kind, {
      keep,
      gone,
      name: gone === bringer ? name : null,
      reasons: reasons.get(pairKey(keep, gone)) ?? [],
    }),
  )
  return { kept: keep, decisions }
}

/** @throws KansliError identity.not-found */
export function reverse(context: WriteContext, id: string): Output<'identity.reverse'> {
  const decision = decisionRow(context.db, id)
  if (decision === undefined) throw new KansliError('identity.not-found')
  if (decision.verdict !== 'same') {
    setReversed(context.db, id, context.ports.clock().toISOString())
    return { restored: null, back: 0, staying: 0 }
  }
  const { back, staying } = unmerge(context, decision)
  return { restored: entityRow(context.db, decision.kind, decision.b) === undefined ? null : decision.b, back, staying }
}
