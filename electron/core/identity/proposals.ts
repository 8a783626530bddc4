/** Who may be who: pairs weighed with what is known of them, gathered into what a person can answer at once. */
import type { Output, Parsed } from '#contract/methods.ts'
import type { Cluster, Reason } from '#contract/identity.ts'
import type { EntityKind } from '#contract/register.ts'
import type { ReadableDb } from '#db/connection.ts'
import { commaNames, mendedNames } from '#db/queries/identity-names.ts'
import { entityName } from '#db/queries/register.ts'
import { sourceReader } from '#db/queries/sources.ts'
import { matchKey } from '#core/register/names.ts'
import { answersOf, pairKey, type Answers } from './answers.ts'
import { circumstancesOf } from './circumstances.ts'
import { nothingKnown } from './judge-person.ts'
import { clusterOf } from './members.ts'
import { namePairs, weigh } from './name-pairs.ts'
import { oneOrganisation, unions } from './one-organisation.ts'

type Found = { kind: EntityKind; ids: string[]; verdict: 'same' | 'undecided'; reasons: Reason[]; shared: string[] }
type Pair = Found & { a: string; b: string; equal: boolean }

function pairsOfKind(db: ReadableDb, kind: EntityKind, isOne: (organisation: string) => string): Pair[] {
  const found = namePairs(db, kind)
  const look =
    kind === 'person'
      ? circumstancesOf(
          db,
          found.map(({ a, b }) => [a, b] as const),
          isOne,
        )
      : () => ({ ...nothingKnown, shared: [] as string[] })
  return found.flatMap(({ a, b, first, second }) => {
    const { shared, ...circumstances } = look(a, b)
    const verdict = weigh(kind, first, second, circumstances)
    if (verdict === null) return []
    const equal = matchKey(first.text) === matchKey(second.text)
    return [{ kind, a, b, ids: [a, b], verdict: verdict.verdict, reasons: verdict.reasons, shared, equal }]
  })
}

/** Pairs that hang together become one card when every two of them are such a pair; else each stays a card of its own. */
function gather(pairs: readonly Pair[]): Found[] {
  const top = unions(pairs)
  const groups = new Map<string, Pair[]>()
  for (const pair of pairs) groups.set(top(pair.a), [...(groups.get(top(pair.a)) ?? []), pair])
  return [...groups.values()].flatMap((group): Found[] => {
    const [first] = group
    const ids = [...new Set(group.flatMap(({ ids: both }) => both))]
    if (
      first === undefined ||
      ids.length === 2 ||
      ids.length > 20 ||
      group.length < (ids.length * (ids.length - 1)) / 2
    )
      return group
    const reasons = [...new Set(group.flatMap((pair) => pair.reasons))]
    const shared = first.shared.filter((id) => group.every((pair) => pair.shared.includes(id)))
    return [{ kind: first.kind, ids, verdict: first.verdict, reasons, shared }]
  })
}

/** Cards of one kind that wait for an answer. */
function open(db: ReadableDb, kind: EntityKind, answers: Answers, isOne: (organisation: string) => string): Found[] {
  const waiting = pairsOfKind(db, kind, isOne).filter(({ a, b }) => !answers.about.has(pairKey(a, b)))
  return [
    ...gather(waiting.filter(({ verdict }) => verdict === 'same')),
    ...gather(waiting.filter(({ verdict, equal }) => verdict === 'undecided' && equal)),
    ...waiting.filter(({ verdict, equal }) => verdict === 'undecided' && !equal),
  ]
}

function repairsOf(db: ReadableDb): Output<'identity.proposals'>['repairs'] {
  const read = sourceReader(db)
  const mended = mendedNames(db).map(({ personId, name, line, quote, meetingId, sourceId, sourceName, date }) => ({
    personId,
    name,
    written: quote,
    suggestion: name,
    state: 'mended' as const,
    evidence: {
      sourceId,
      sourceName,
      line,
      quote: read(sourceId, line).words ?? quote,
      meetingId,
      meetingDate: date,
      itemId: null,
      itemNumber: null,
    },
  }))
  const waiting = commaNames(db).map(({ personId, name }) => ({
    personId,
    name,
    written: name,
    suggestion: name.replace(/\s*,\s*/gu, ' '),
    state: 'open' as const,
    evidence: null,
  }))
  return [...waiting, ...mended]
}

const surest = (a: Found, b: Found) => Number(b.verdict === 'same') - Number(a.verdict === 'same')

/** Everything there is to answer, the surest first. */
export function proposals(db: ReadableDb, { kind, limit }: Parsed<'identity.proposals'>): Output<'identity.proposals'> {
  const answers = answersOf(db)
  const kinds: readonly EntityKind[] = kind === undefined ? ['person', 'organisation', 'body'] : [kind]
  const isOne = oneOrganisation(db)
  const found = kinds.flatMap((one) => open(db, one, answers, isOne)).toSorted(surest)
  const read = sourceReader(db)
  const named = (id: string) => entityName(db, 'organisation', id) ?? entityName(db, 'body', id) ?? ''
  const clusters = found
    .slice(0, limit)
    .map((one): Cluster => clusterOf(db, read, one.kind, one.ids, { ...one, shared: one.shared.map(named) }))
  return { total: found.length, clusters, repairs: kind === undefined || kind === 'person' ? repairsOf(db) : [] }
}
