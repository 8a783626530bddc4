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
  forgetMove,
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
  type Position,
  type Row,
} from '#db/queries/identity.ts'
import { keptGoHome } from '#db/queries/fallen.ts'
import { removeName } from '#db/queries/identity-names.ts'
import type { WriteContext } from '#core/context.ts'
import { letFall } from '#core/sources/let-fall.ts'
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

/** Entries that pointed to the one that comes back and have been merged away since will point to it when they return. */
function pointRemembered({ db }: WriteContext, { id, kind, b }: DecisionRow, now: string): void {
  for (const { table, column, row } of movesOf(db, id)) {
    // Entities point to others in their own rows, in tables named after their kinds.
    if (table !== 'body' || entityRow(db, 'body', row) !== undefined) continue
    const merge = mergeOf(db, 'body', row)
    const snapshot = merge === undefined ? null : readSnapshot(merge)
    const target = snapshot?.row[column]
    if (merge === undefined || snapshot === null || typeof target !== 'string') continue
    if (survivorOf(db, kind, target) === now && target !== b)
      setSnapshot(db, merge.id, writeSnapshot({ ...snapshot, row: { ...snapshot.row, [column]: b } }))
  }
}

/** Whether a value is what a merge once put there, also when what it points to has been merged since. */
function isStill(db: ReadableDb, kind: EntityKind, column: string, value: Row[string], put: Row[string]): boolean {
  if (value === put) return true
  const pointer = ownPointers(db, kind).find((one) => one.column === column)
  return pointer !== undefined && typeof put === 'string' && survivorOf(db, pointer.kind, put) === value
}

/**
 * What an entry took over goes again, unless it was changed since; and so it does from everyone who took it over
 * from that entry.
 */
function giveBack(context: WriteContext, kind: EntityKind, id: string, taken: Snapshot['taken']): void {
  const { db } = context
  const gone: Record<string, Snapshot['taken'][string]> = {}
  amend(context, kind, id, (row) => {
    const back: Row = {}
    for (const [column, change] of Object.entries(taken)) {
      if (!isStill(db, kind, column, row[column] ?? null, change.after)) continue
      back[column] = change.before
      gone[column] = change
    }
    return back
  })
  const merge = mergeOf(db, kind, id)
  const snapshot = merge === undefined ? null : readSnapshot(merge)
  if (merge === undefined || snapshot === null || Object.keys(gone).length === 0) return
  const passed = Object.fromEntries(Object.entries(snapshot.taken).filter(([column]) => gone[column] !== undefined))
  const kept = Object.fromEntries(Object.entries(snapshot.taken).filter(([column]) => gone[column] === undefined))
  setSnapshot(db, merge.id, writeSnapshot({ ...snapshot, taken: kept }))
  giveBack(context, kind, merge.a, passed)
}

/** The place on the map, likewise. */
function givePlaceBack(context: WriteContext, kind: EntityKind, id: string, position: Position | null): void {
  const { db } = context
  const same = (other: Position | null) => JSON.stringify(other) === JSON.stringify(position)
  const merge = mergeOf(db, kind, id)
  const snapshot = merge === undefined ? null : readSnapshot(merge)
  if (merge === undefined || snapshot === null) {
    if (same(positionOf(db, id))) setPosition(db, id, null)
    return
  }
  if (!same(snapshot.position)) return
  setSnapshot(db, merge.id, writeSnapshot({ ...snapshot, position: null, placed: false }))
  if (snapshot.placed) givePlaceBack(context, kind, merge.a, position)
}

/** The shown name becomes what it was, unless somebody has changed it since. */
function renameBack(context: WriteContext, decision: DecisionRow, shown: NonNullable<Snapshot['shown']>): void {
  const { db } = context
  const { kind, a } = decision
  let renamedSince = false
  amend(context, kind, a, (row) => {
    renamedSince = row['name'] !== shown.after['name']
    return renamedSince ? {} : shown.before
  })
  if (!renamedSince) return
  // A later merge that renamed again remembers the name that goes now: it must remember the one before.
  const merges = mergesInto(db, kind, a)
  const next = merges
    .slice(merges.findIndex(({ id }) => id === decision.id) + 1)
    .map((merge) => ({ merge, kept: readSnapshot(merge) }))
    .find(({ kept }) => kept?.shown?.before['name'] === shown.after['name'])
  if (next === undefined || next.kept === null || next.kept.shown === null) return
  const { merge, kept } = next
  setSnapshot(db, merge.id, writeSnapshot({ ...kept, shown: { before: shown.before, after: next.kept.shown.after } }))
}

/** The name an entry is shown by may have gone home: it is written anew, and goes with the merge that chose it. */
function keepShownName(context: WriteContext, kind: EntityKind, id: string): void {
  const { db } = context
  const name = entityRow(db, kind, id)?.['name']
  if (typeof name !== 'string') return
  const made = ensureName(context, kind, id, name)
  if (made === null) return
  const chooser = mergesInto(db, kind, id)
    .map((merge) => ({ merge, kept: readSnapshot(merge) }))
    .findLast(({ kept }) => kept?.shown?.after['name'] === name)
  if (chooser?.kept !== undefined && chooser.kept !== null)
    setSnapshot(db, chooser.merge.id, writeSnapshot({ ...chooser.kept, added: [...chooser.kept.added, made] }))
}

/** Whether whoever stayed had words of their own when one of the merges was made. */
function hadWords(db: ReadableDb, kind: EntityKind, id: string, snapshot: Snapshot): boolean {
  const snapshots = [snapshot, ...mergesInto(db, kind, id).flatMap((merge) => readSnapshot(merge) ?? [])]
  return snapshots.some(({ before }) => (before[`evidence.${kind}_id`] ?? []).length > 0)
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
  if (now !== null) {
    // Merges that carried a row on have nothing more to do with it: given to the same entry by hand, it stays there.
    const carried = chain(db, kind, a)
    for (const move of back) {
      pointElsewhere(db, move, move.row, now, b)
      for (const merge of carried) forgetMove(db, merge.id, move)
    }
    pointRemembered(context, decision, now)
    const stood = new Set([a, ...carried.map((merge) => merge.a)])
    for (const move of movesOf(db, decision.id)) keptGoHome(db, move, { merged: decision.decidedAt, stood, home: b })
  }
  for (const row of snapshot.added) removeName(db, kind, row)
  giveBack(context, kind, a, snapshot.taken)
  if (snapshot.shown !== null) renameBack(context, decision, snapshot.shown)
  if (snapshot.placed) givePlaceBack(context, kind, a, snapshot.position)
  if (snapshot.position !== null) setPosition(db, b, snapshot.position)
  setReversed(db, decision.id, ports.clock().toISOString())
  // Whatever became of single names since: both are written as they are shown.
  keepShownName(context, kind, b)
  if (now !== null) keepShownName(context, kind, now)
  // Whose text has been withdrawn meanwhile had only the merge to stand on.
  if (movesOf(db, decision.id).some(({ table }) => table === 'evidence')) letFall(context, kind, b)
  if (now !== null && hadWords(db, kind, now, snapshot)) letFall(context, kind, now)
  return { back: back.length, staying }
}
