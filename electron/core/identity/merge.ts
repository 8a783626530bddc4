/** Makes two entries one: every reference moves and is remembered, and so is the entry that goes. */
import { KansliError } from '#contract/errors.ts'
import type { Reason } from '#contract/identity.ts'
import type { EntityKind } from '#contract/register.ts'
import {
  addDecision,
  addMove,
  bodiesAbove,
  changeEntity,
  dropEntity,
  dropMove,
  entityRow,
  pointElsewhere,
  positionOf,
  referencesOf,
  setPosition,
  standingMoves,
  survivorOf,
  type Row,
} from '#db/queries/identity.ts'
import { addName, namesWithKinds } from '#db/queries/identity-names.ts'
import type { WriteContext } from '#core/context.ts'
import { keysOf } from '#core/meetings/entities.ts'
import { writeSnapshot, type Snapshot } from './snapshot.ts'

/** Columns by which an entity is shown and found; a merge chooses among names instead of filling them. */
const nameColumns = new Set(['id', 'name', 'sort_key', 'match_key', 'fold_key', 'status'])

/** The columns of an entity's own row that a shown name fills. */
export function shownRow(kind: EntityKind, name: string): Row {
  const keys = keysOf(name)
  return kind === 'body'
    ? { name, sort_key: keys.sort, match_key: keys.match, fold_key: keys.fold }
    : { name, sort_key: keys.sort }
}

/** Gives an entity a name unless it has it. Returns the new row's id, or null. */
export function ensureName({ db, ports }: WriteContext, kind: EntityKind, owner: string, text: string): string | null {
  if (namesWithKinds(db, kind, owner).some((name) => name.text === text)) return null
  const id = ports.newId()
  addName(db, kind, { id, owner, text, nameKind: 'variant' }, keysOf(text))
  return id
}

function checkMergeable({ db }: WriteContext, kind: EntityKind, keep: Row, gone: Row): void {
  if (keep['status'] === 'pseudonymised' || gone['status'] === 'pseudonymised') throw new KansliError('identity.sealed')
  if (kind !== 'body') return
  const [a, b] = [String(keep['id']), String(gone['id'])]
  if (bodiesAbove(db, a).includes(b) || bodiesAbove(db, b).includes(a))
    throw new KansliError('identity.within', { a: String(keep['name']), b: String(gone['name']) })
}

/** What the one that stays lacks and the other has; and the stricter of their states. */
function takenOver(keep: Row, gone: Row): Snapshot['taken'] {
  const taken: Record<string, { before: string | number | null; after: string | number | null }> = {}
  for (const [column, value] of Object.entries(gone))
    if (!nameColumns.has(column) && value !== null && keep[column] === null)
      taken[column] = { before: null, after: value }
  if (gone['status'] === 'restricted' && keep['status'] === 'active')
    taken['status'] = { before: 'active', after: 'restricted' }
  return taken
}

/**
 * Merges `gone` into `keep` within the caller's write. `name` becomes the shown one; null leaves it.
 * @returns the answer's id
 * @throws KansliError entity.not-found, identity.sealed, identity.within
 */
export function merge(
  context: WriteContext,
  kind: EntityKind,
  { keep, gone, name, reasons }: { keep: string; gone: string; name: string | null; reasons: readonly Reason[] },
): string {
  const { db, ports } = context
  const [keepRow, goneRow] = [entityRow(db, kind, keep), entityRow(db, kind, gone)]
  if (keepRow === undefined || goneRow === undefined) throw new KansliError('entity.not-found')
  checkMergeable(context, kind, keepRow, goneRow)
  const decision = ports.newId()
  const before = Object.fromEntries(
    referencesOf(db, kind, keep).map(({ table, column, rows }) => [`${table}.${column}`, rows]),
  )
  const moving = referencesOf(db, kind, gone)
  const position = positionOf(db, gone)
  const taken = takenOver(keepRow, goneRow)
  const placed = position !== null && positionOf(db, keep) === null
  const shownBefore = String(keepRow['name'])
  const shown =
    name === null || name === shownBefore
      ? null
      : { before: pick(keepRow, Object.keys(shownRow(kind, name))), after: shownRow(kind, name) }

  dropStaleMoves(context, kind, gone, moving)
  for (const { table, column, rows } of moving)
    for (const row of rows) pointElsewhere(db, { table, column }, row, gone, keep)
  changeEntity(db, kind, keep, {
    ...Object.fromEntries(Object.entries(taken).map(([column, { after }]) => [column, after])),
    ...shown?.after,
  })
  if (placed) setPosition(db, keep, position)
  setPosition(db, gone, null)
  dropEntity(db, kind, gone)
  // No name is lost: neither the one that was shown nor the other's.
  const added = [shownBefore, String(goneRow['name']), name ?? shownBefore].flatMap(
    (text) => ensureName(context, kind, keep, text) ?? [],
  )

  const snapshot = writeSnapshot({ row: goneRow, position, before, shown, taken, placed, added })
  const decidedAt = ports.clock().toISOString()
  addDecision(db, {
    id: decision,
    kind,
    a: keep,
    b: gone,
    verdict: 'same',
    reasons: JSON.stringify(reasons),
    snapshot,
    decidedAt,
  })
  for (const { table, column, rows } of moving)
    for (const row of rows) addMove(db, ports.newId(), decision, { table, column, row })
  return decision
}

/**
 * A row that an earlier merge moved and that has come to `gone` by another way since belongs to that merge no more:
 * taking it back later must not fetch the row from where this merge brings it.
 */
function dropStaleMoves(
  { db }: WriteContext,
  kind: EntityKind,
  gone: string,
  moving: readonly { table: string; column: string; rows: readonly string[] }[],
): void {
  const coming = new Set(moving.flatMap(({ table, column, rows }) => rows.map((row) => `${table}.${column} ${row}`)))
  const now = new Map<string, string | null>()
  for (const move of standingMoves(db, kind)) {
    if (!coming.has(`${move.table}.${move.column} ${move.row}`)) continue
    if (!now.has(move.stayed)) now.set(move.stayed, survivorOf(db, kind, move.stayed))
    if (now.get(move.stayed) !== gone) dropMove(db, move.id)
  }
}

function pick(row: Row, columns: readonly string[]): Row {
  return Object.fromEntries(columns.map((column) => [column, row[column] ?? null]))
}
