/** Pairs of entries whose names may be one's, weighed by names alone. */
import type { EntityKind } from '#contract/register.ts'
import type { NameRow } from '#db/queries/identity-names.ts'
import { matchKey } from '#core/register/names.ts'
import { wordOf } from '#core/register/similarity.ts'
import { drawersOf, pairsOf } from './candidates.ts'
import { judgeBodies, judgeOrganisations } from './judge-organisation.ts'
import { judgeNames, nothingKnown, type Circumstances, type Verdict } from './judge-person.ts'

/** Two entries, by id, and the two spellings that lie nearest each other. */
export type NamePair = { a: string; b: string; first: NameRow; second: NameRow }

/** What is weighed is what might be proposed were everything in its favour; who they are is looked up for these alone. */
const atBest: Circumstances = { ...nothingKnown, organisations: 'shared' }

/** Organisations and bodies are few beside people: those of one opening letter are all weighed. */
function openingOf(row: NameRow): string[] {
  return [
    ...new Set(
      matchKey(row.text)
        .split(' ')
        .map((word) => wordOf(word).folded[0] ?? ''),
    ),
  ]
}

export function weigh(kind: EntityKind, a: NameRow, b: NameRow, circumstances: Circumstances): Verdict {
  const found =
    kind === 'person'
      ? judgeNames(a.text, b.text, circumstances)
      : kind === 'organisation'
        ? judgeOrganisations({ name: a.text, type: a.type }, { name: b.text, type: b.type })
        : judgeBodies(
            { name: a.text, type: a.type, parentId: a.parentId },
            { name: b.text, type: b.type, parentId: b.parentId },
          )
  // A former name that the other bears is a reason of its own.
  if (
    found !== null &&
    (a.nameKind === 'former') !== (b.nameKind === 'former') &&
    !found.reasons.includes('former-name')
  )
    return { ...found, reasons: ['former-name', ...found.reasons] }
  return found
}

const rank = (verdict: Verdict) => (verdict === null ? 0 : verdict.verdict === 'same' ? 2 : 1)

function find(kind: EntityKind, rows: readonly NameRow[]): NamePair[] {
  const found = new Map<string, NamePair & { rank: number }>()
  pairsOf(rows.map(kind === 'person' ? (row) => drawersOf(row.text) : openingOf), (one, two) => {
    const [first, second] = [rows[one], rows[two]]
    if (first === undefined || second === undefined || first.id === second.id) return
    const verdict = weigh(kind, first, second, atBest)
    if (verdict === null) return
    const [a, b] = first.id < second.id ? [first, second] : [second, first]
    const key = `${a.id} ${b.id}`
    const known = found.get(key)
    if (known === undefined || known.rank < rank(verdict))
      found.set(key, { a: a.id, b: b.id, first: a, second: b, rank: rank(verdict) })
  })
  return [...found.values()].map(({ a, b, first, second }) => ({ a, b, first, second }))
}

type Remembered = { rows: readonly NameRow[]; pairs: NamePair[] }
const remembered = new Map<EntityKind, Remembered>()

const sameRow = (a: NameRow, b: NameRow | undefined) =>
  b !== undefined &&
  a.id === b.id &&
  a.text === b.text &&
  a.nameKind === b.nameKind &&
  a.type === b.type &&
  a.parentId === b.parentId

/**
 * Pairs that names alone speak for. The last answer is kept: as long as no name has changed, it holds.
 */
export function namePairs(kind: EntityKind, rows: readonly NameRow[]): NamePair[] {
  const known = remembered.get(kind)
  if (
    known !== undefined &&
    known.rows.length === rows.length &&
    rows.every((row, place) => sameRow(row, known.rows[place]))
  )
    return known.pairs
  const pairs = find(kind, rows)
  remembered.set(kind, { rows, pairs })
  return pairs
}
