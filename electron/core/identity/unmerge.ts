/**
 * Takes a merge back, however long ago it was and whatever came after: what it moved and still stands with the one it
 * was moved to, or with whom that one has become, goes home; what came later stays.
 */
import { KansliError } from '#contract/errors.ts'
import type { EntityKind } from '#contract/register.ts'
import type { ReadableDb } from '#db/connection.ts'
import {
  addMove,
  bodiesAbove,
  changeEntity,
  correctionsOf,
  entityRow,
  mergeOf,
  mergesInto,
  movedByOthers,
  movesOf,
  ownPointers,
  pointElsewhere,
  positionOf,
  putEntity,
  referenceColumns,
  referencesOf,
  setPosition,
  setReversed,
  setSnapshot,
  survivorOf,
  type DecisionRow,
  type Move,
  type Row,
} from '#db/queries/identity.ts'
import { removeName } from '#db/queries/identity-names.ts'
import type { WriteContext } from '#core/context.ts'
import { ensureName } from './merge.ts'
import { readSnapshot, writeSnapshot, type Snapshot } from './snapshot.ts'

/** The merges between an entity that is gone and whom it became, nearest first. */
function chain(db: ReadableDb, kind: EntityKind, id: string): DecisionRow[] {
  const found: DecisionRow[] = []
  const seen = new Set<string>()
  for (let now = id; entityRow(db, kind, now) === undefined && !seen.has(now);) {
    seen.add(now)
    const merge = mergeOf(db, kind, now)
    if (merge === undefined) break
    found.push(merge)
    now = merge.a
  }
  return found
}

const moveKey = ({ table, column, row }: Move) => `${table}.${column} ${row}`

/** Rows that point to whom the entry became and neither were its own at the merge nor came with any merge. */
export function stayingWith(db: ReadableDb, decision: DecisionRow, snapshot: Snapshot): Move[] {
  const { kind } = decision
  const now = survivorOf(db, kind, decision.a)
  if (now === null) return []
  const known = new Set([...movesOf(db, decision.id), ...movedByOthers(db, decision.id)].map(moveKey))
  const before = [snapshot, ...chain(db, kind, decision.a).flatMap((merge) => readSnapshot(merge) ?? [])]
  for (const each of before)
    for (const [place, rows] of Object.entries(each.before)) for (const row of rows) known.add(`${place} ${row}`)
  const added = new Set(snapshot.added)
  const own = new Set(goingBack(db, decision).map(moveKey))
  return referencesOf(db, kind, now)
    .flatMap(({ table, column, rows }) => rows.map((row) => ({ table, column, row })))
    .filter((move) => !known.has(moveKey(move)) && !own.has(moveKey(move)) && !added.has(move.row))
}

/** Rows that go home: those moved that still point to whom the entry became, and corrections made of them since. */
export function goingBack(db: ReadableDb, decision: DecisionRow): Move[] {
  const now = survivorOf(db, decision.kind, decision.a)
  if (now === null) return []
  const columns = new Set(referenceColumns(db, decision.kind).map(({ table, column }) => `${table}.${column}`))
  const pointing = new Set(
    referencesOf(db, decision.kind, now).flatMap(({ table, column, rows }) =>
      rows.map((row) => moveKey({ table, column, row })),
    ),
  )
  const found = new Map<string, Move>()
  for (const move of movesOf(db, decision.id)) {
    if (!columns.has(`${move.table}.${move.column}`)) continue
    if (pointing.has(moveKey(move))) found.set(moveKey(move), move)
    // A correction retires the row it corrects, which may itself have been given to somebody else since.
    for (const row of correctionsOf(db, move, move.row, now)) {
      const later = { ...move, row }
      found.set(moveKey(later), later)
    }
  }
  return [...found.values()]
}

/** The row as it was; where it pointed to an entity that has been merged since, that merge learns of one row more. */
function putBack({ db, ports }: WriteContext, kind: EntityKind, row: Row): void {
  const id = String(row['id'])
  const restored = { ...row }
  for (const pointer of ownPointers(db, kind)) {
    const target = row[pointer.column]
    if (typeof target !== 'string' || entityRow(db, pointer.kind, target) !== undefined) continue
    const now = survivorOf(db, pointer.kind, target)
    const loops = now !== null && kind === 'body' && pointer.kind === 'body' && bodiesAbove(db, now).includes(id)
    restored[pointer.column] = loops ? null : now
    if (now === null || loops) continue
    for (const merge of chain(db, pointer.kind, target)) {
      // The schema's own table, named after its kind.
      addMove(db, ports.newId(), merge.id, { table: kind, column: pointer.column, row: id })
    }
  }
  putEntity(db, kind, restored)
}

/** Changes the entry that stayed: its row, or, when it has been merged on, its row in that merge's memory. */
function amend({ db }: WriteContext, kind: EntityKind, id: string, change: (row: Row) => Row): void {
  const row = entityRow(db, kind, id)
  if (row !== undefined) {
    changeEntity(db, kind, id, change(row))
    return
  }
  const merge = mergeOf(db, kind, id)
  const snapshot = merge === undefined ? null : readSnapshot(merge)
  if (merge === undefined || snapshot === null) return
  setSnapshot(db, merge.id, writeSnapshot({ ...snapshot, row: { ...snapshot.row, ...change(snapshot.row) } }))
}

/** The shown name and what was taken over become what they were, unless somebody has changed them since. */
function undoChanges(context: WriteContext, decision: DecisionRow, snapshot: Snapshot): void {
  const { db } = context
  const { kind, a } = decision
  const { shown, taken } = snapshot
  let renamedSince = false
  amend(context, kind, a, (row) => {
    const back: Row = {}
    for (const [column, { before, after }] of Object.entries(taken)) if (row[column] === after) back[column] = before
    if (shown !== null && row['name'] === shown.after['name']) Object.assign(back, shown.before)
    else renamedSince = shown !== null
    return back
  })
  if (!renamedSince || shown === null) return
  // A later merge that renamed again remembers the name that goes now: it must remember the one before.
  const rowid = mergesInto(db, kind, a)
  const next = rowid
    .slice(rowid.findIndex(({ id }) => id === decision.id) + 1)
    .map((merge) => ({ merge, kept: readSnapshot(merge) }))
    .find(({ kept }) => kept?.shown !== null && kept?.shown.before['name'] === shown.after['name'])
  if (next?.kept?.shown === undefined || next.kept.shown === null) return
  setSnapshot(
    db,
    next.merge.id,
    writeSnapshot({ ...next.kept, shown: { ...next.kept.shown, before: shown.before } }),
  )
}

/**
 * Takes a merge back within the caller's write.
 * @returns how many references went home, and how many later ones stayed
 * @throws KansliError identity.not-found when nothing of it is remembered
 */
export function unmerge(context: WriteContext, decision: DecisionRow): { back: number; staying: number } {
  const { db, ports } = context
  const { kind, a, b } = decision
  const snapshot = readSnapshot(decision)
  if (snapshot === null || entityRow(db, kind, b) !== undefined) throw new KansliError('identity.not-found')
  const staying = stayingWith(db, decision, snapshot).length
  const back = goingBack(db, decision)
  const now = survivorOf(db, kind, a)
  putBack(context, kind, snapshot.row)
  if (now !== null) for (const move of back) pointElsewhere(db, move, move.row, now, b)
  for (const row of snapshot.added) removeName(db, kind, row)
  undoChanges(context, decision, snapshot)
  if (snapshot.placed && JSON.stringify(positionOf(db, a)) === JSON.stringify(snapshot.position)) setPosition(db, a, null)
  if (snapshot.position !== null) setPosition(db, b, snapshot.position)
  setReversed(db, decision.id, ports.clock().toISOString())
  // Whatever became of single names since: both are written as they are shown.
  ensureName(context, kind, b, snapshot.name)
  const stays = now === null ? undefined : entityRow(db, kind, now)
  if (now !== null && stays !== undefined) ensureName(context, kind, now, String(stays['name']))
  return { back: back.length, staying }
}
