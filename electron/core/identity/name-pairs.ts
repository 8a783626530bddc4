/** Pairs of entries whose names may be one's, weighed by names alone. */
import type { EntityKind } from '#contract/register.ts'
import type { ReadableDb } from '#db/connection.ts'
import { namesToCompare, type NameRow } from '#db/queries/identity-names.ts'
import { markOf } from '#db/undo.ts'
import { matchKey } from '#core/register/names.ts'
import { wordOf } from '#core/register/similarity.ts'
import { drawersOf, pairsOf } from './candidates.ts'
import { judgeBodies, judgeOrganisations } from './judge-organisation.ts'
import { judgeNames, nothingKnown, type Circumstances, type Verdict } from './judge-person.ts'

/** Two entries, by id, and the two spellings that lie nearest each other. */
export type NamePair = { a: string; b: string; first: NameRow; second: NameRow }

/** What is weighed is what might be proposed were everything in its favour; who they are is looked up for these alone. */
export const atBest: Circumstances = { ...nothingKnown, organisations: 'shared' }

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

const drawersFor = (kind: EntityKind, row: NameRow) => (kind === 'person' ? drawersOf(row.text) : openingOf(row))

type Found = Map<string, NamePair & { rank: number }>

function weighPair(kind: EntityKind, found: Found, first: NameRow, second: NameRow): void {
  if (first.id === second.id) return
  const verdict = weigh(kind, first, second, atBest)
  if (verdict === null) return
  const [a, b] = first.id < second.id ? [first, second] : [second, first]
  const key = `${a.id} ${b.id}`
  const known = found.get(key)
  if (known === undefined || known.rank < rank(verdict))
    found.set(key, { a: a.id, b: b.id, first: a, second: b, rank: rank(verdict) })
}

type Remembered = { mark: string; rows: ReadonlyMap<string, NameRow>; drawers: Map<string, Set<NameRow>>; found: Found }
const remembered = new WeakMap<object, Map<EntityKind, Remembered>>()

const keyOf = (row: NameRow) => JSON.stringify([row.id, row.text, row.nameKind, row.type, row.parentId])

function put(drawers: Map<string, Set<NameRow>>, row: NameRow, keys: readonly string[]): void {
  for (const key of keys) {
    const drawer = drawers.get(key)
    if (drawer === undefined) drawers.set(key, new Set([row]))
    else drawer.add(row)
  }
}

function begin(kind: EntityKind, rows: readonly NameRow[]): Omit<Remembered, 'mark' | 'rows'> {
  const found: Found = new Map()
  const drawers = new Map<string, Set<NameRow>>()
  const keys = rows.map((row) => drawersFor(kind, row))
  rows.forEach((row, place) => put(drawers, row, keys[place] ?? []))
  pairsOf(keys, (one, two) => {
    const [first, second] = [rows[one], rows[two]]
    if (first !== undefined && second !== undefined) weighPair(kind, found, first, second)
  })
  return { found, drawers }
}

/** Only entries whose names have changed are weighed again, each against whom it shares a drawer with. */
function goOn(kind: EntityKind, last: Remembered, rows: ReadonlyMap<string, NameRow>): void {
  const gone = [...last.rows].filter(([key]) => !rows.has(key)).map(([, row]) => row)
  const come = [...rows].filter(([key]) => !last.rows.has(key)).map(([, row]) => row)
  const touched = new Set([...gone, ...come].map(({ id }) => id))
  for (const row of gone) for (const key of drawersFor(kind, row)) last.drawers.get(key)?.delete(row)
  for (const row of come) put(last.drawers, row, drawersFor(kind, row))
  for (const [key, { a, b }] of last.found) if (touched.has(a) || touched.has(b)) last.found.delete(key)
  for (const row of rows.values()) {
    if (!touched.has(row.id)) continue
    const met = new Set<NameRow>()
    for (const key of drawersFor(kind, row)) for (const other of last.drawers.get(key) ?? []) met.add(other)
    for (const other of met) weighPair(kind, last.found, row, other)
  }
}

/** Beyond this many changed names all are weighed anew. */
const many = 300

/** Pairs that names alone speak for. What has been weighed is kept: after a change only its names are weighed again. */
export function namePairs(db: ReadableDb, kind: EntityKind): NamePair[] {
  let kinds = remembered.get(db)
  if (kinds === undefined) remembered.set(db, (kinds = new Map<EntityKind, Remembered>()))
  const last = kinds.get(kind)
  const { mark, settled } = markOf(db, 'names')
  if (last?.mark === mark) return [...last.found.values()]
  const rows = new Map<string, NameRow>()
  for (const row of namesToCompare(db, kind)) {
    const key = keyOf(row)
    rows.set(key, last?.rows.get(key) ?? row)
  }
  let changed = last === undefined ? many + 1 : 0
  if (last !== undefined) {
    for (const key of rows.keys()) if (!last.rows.has(key)) changed += 1
    for (const key of last.rows.keys()) if (!rows.has(key)) changed += 1
  }
  if (last === undefined || changed > many || !settled) {
    const made = { mark, rows, ...begin(kind, [...rows.values()]) }
    if (settled) kinds.set(kind, made)
    return [...made.found.values()]
  }
  goOn(kind, last, rows)
  kinds.set(kind, { ...last, mark, rows })
  return [...last.found.values()]
}
