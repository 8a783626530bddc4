/**
 * Answers about who is who, and the references that a merge moves. What refers to an entity is read from the schema's
 * own foreign keys, so that a table added later cannot be forgotten.
 */
import type { EntityKind } from '#contract/register.ts'
import type { IdentityVerdict } from '#contract/identity.ts'
import { all, get, insert, run, tables, update, type ReadableDb, type Table, type WritableDb } from '../connection.ts'

export type ReferenceColumn = { table: Table; column: string }
export type Row = Record<string, string | number | null>

const columnsByKind = new WeakMap<object, Map<EntityKind, ReferenceColumn[]>>()

/** Columns that hold the id of an entity of any kind without a foreign key. */
const looseColumns = `'entity_id', 'subject_id'`

/** Every column that points to entities of a kind, its names' included. Ids are unique among all kinds. */
export function referenceColumns(db: ReadableDb, kind: EntityKind): ReferenceColumn[] {
  let known = columnsByKind.get(db)
  if (known === undefined) columnsByKind.set(db, (known = new Map<EntityKind, ReferenceColumn[]>()))
  let found = known.get(kind)
  if (found === undefined) {
    found = all<ReferenceColumn>(
      db,
      `SELECT t.name AS "table", f."from" AS "column" FROM sqlite_master t, pragma_foreign_key_list(t.name) f
       WHERE t.type = 'table' AND f."table" = @kind
       UNION SELECT t.value, c.name FROM json_each(@tables) t, pragma_table_info(t.value) c
       WHERE c.name IN (${looseColumns}) ORDER BY 1, 2`,
      { kind, tables: JSON.stringify(tables) },
    )
    known.set(kind, found)
  }
  return found
}

export const isNameTable = (table: string) => /^(?:person|organisation|body)_name$/u.test(table)

/** Ids of the rows that point to an entity, for each column that any does. */
export function referencesOf(db: ReadableDb, kind: EntityKind, id: string): (ReferenceColumn & { rows: string[] })[] {
  return referenceColumns(db, kind)
    .map(({ table, column }) => ({
      table,
      column,
      rows: all<{ id: string }>(db, `SELECT id FROM ${table} WHERE ${column} = ? ORDER BY rowid`, [id]).map(
        (row) => row.id,
      ),
    }))
    .filter(({ rows }) => rows.length > 0)
}

/** Points one row elsewhere if it still points to `from`. Returns whether it did. */
export function pointElsewhere(
  db: WritableDb,
  { table, column }: ReferenceColumn,
  row: string,
  from: string,
  to: string,
): boolean {
  return run(db, `UPDATE ${table} SET ${column} = ? WHERE id = ? AND ${column} = ?`, [to, row, from]) > 0
}

/** Corrections of a row that point to `owner` as it does, and their own corrections. */
export function correctionsOf(
  db: ReadableDb,
  { table, column }: ReferenceColumn,
  row: string,
  owner: string,
): string[] {
  if (table !== 'tenure' && table !== 'relation') return []
  return all<{ id: string }>(
    db,
    `WITH RECURSIVE later(id) AS (VALUES (@row) UNION SELECT t.id FROM ${table} t JOIN later l ON t.replaces_id = l.id)
     SELECT t.id FROM ${table} t JOIN later l ON l.id = t.id WHERE t.id <> @row AND t.${column} = @owner`,
    { row, owner },
  ).map((found) => found.id)
}

/** What a row was corrected from: the rows before it that point to `owner` as it does. */
export function correctedBy(db: ReadableDb, { table, column }: ReferenceColumn, row: string, owner: string): string[] {
  if (table !== 'tenure' && table !== 'relation') return []
  return all<{ id: string }>(
    db,
    `WITH RECURSIVE before(id) AS (
       SELECT replaces_id FROM ${table} WHERE id = @row UNION
       SELECT t.replaces_id FROM ${table} t JOIN before b ON t.id = b.id WHERE t.replaces_id IS NOT NULL)
     SELECT t.id FROM ${table} t JOIN before b ON b.id = t.id WHERE t.${column} = @owner`,
    { row, owner },
  ).map((found) => found.id)
}

/** The whole row of an entity, or undefined. */
export function entityRow(db: ReadableDb, kind: EntityKind, id: string): Row | undefined {
  return get<Row>(db, `SELECT * FROM ${kind} WHERE id = ?`, [id])
}

/** Columns of an entity's own row that point to other entities: a body's parent and organisation. */
export function ownPointers(db: ReadableDb, kind: EntityKind): { column: string; kind: EntityKind }[] {
  return all<{ column: string; kind: EntityKind }>(
    db,
    `SELECT "from" AS "column", "table" AS kind FROM pragma_foreign_key_list(?)
     WHERE "table" IN ('person', 'organisation', 'body')`,
    [kind],
  )
}

export function putEntity(db: WritableDb, kind: EntityKind, row: Row): void {
  insert(db, kind, row)
}

export function changeEntity(db: WritableDb, kind: EntityKind, id: string, change: Row): void {
  update(db, kind, id, change)
}

export function dropEntity(db: WritableDb, kind: EntityKind, id: string): void {
  run(db, `DELETE FROM ${kind} WHERE id = ?`, [id])
}

export type Position = { x: number; y: number; pinned: number }

export function positionOf(db: ReadableDb, id: string): Position | null {
  return get<Position>(db, 'SELECT x, y, pinned FROM node_position WHERE id = ?', [id]) ?? null
}

/** Null takes the place away. */
export function setPosition(db: WritableDb, id: string, position: Position | null): void {
  run(db, 'DELETE FROM node_position WHERE id = ?', [id])
  if (position !== null) insert(db, 'node_position', { id, ...position })
}

/** An entity and every body above it. */
export function bodiesAbove(db: ReadableDb, id: string): string[] {
  return all<{ id: string }>(
    db,
    `WITH RECURSIVE above(id) AS (VALUES (?) UNION
       SELECT b.parent_id FROM body b JOIN above a ON b.id = a.id WHERE b.parent_id IS NOT NULL)
     SELECT id FROM above`,
    [id],
  ).map((row) => row.id)
}

export type DecisionRow = {
  id: string
  kind: EntityKind
  a: string
  b: string
  verdict: IdentityVerdict
  /** JSON list of reasons. */
  reasons: string
  snapshot: string | null
  decidedAt: string
}

const decisionColumns = 'id, kind, a_id AS a, b_id AS b, verdict, reasons, snapshot, decided_at AS decidedAt'

/** An answer that stands. */
export function decisionRow(db: ReadableDb, id: string): DecisionRow | undefined {
  return get(db, `SELECT ${decisionColumns} FROM identity_decision WHERE id = ? AND reversed_at IS NULL`, [id])
}

/** Answers that stand, the latest first; without their snapshots. */
export function decisionRows(db: ReadableDb): DecisionRow[] {
  return all(
    db,
    `SELECT id, kind, a_id AS a, b_id AS b, verdict, reasons, NULL AS snapshot, decided_at AS decidedAt
     FROM identity_decision WHERE reversed_at IS NULL ORDER BY decided_at DESC, rowid DESC`,
  )
}

/** The merge that took an entity in. */
export function mergeOf(db: ReadableDb, kind: EntityKind, id: string): DecisionRow | undefined {
  return get(
    db,
    `SELECT ${decisionColumns} FROM identity_decision
     WHERE b_id = ? AND kind = ? AND verdict = 'same' AND reversed_at IS NULL`,
    [id, kind],
  )
}

/** Merges into one entity that stand, in the order they were made. */
export function mergesInto(db: ReadableDb, kind: EntityKind, id: string): DecisionRow[] {
  return all(
    db,
    `SELECT ${decisionColumns} FROM identity_decision
     WHERE a_id = ? AND kind = ? AND verdict = 'same' AND reversed_at IS NULL ORDER BY rowid`,
    [id, kind],
  )
}

/** Who an entity is now: itself, or whom it was merged into, or null when it is gone. */
export function survivorOf(db: ReadableDb, kind: EntityKind, id: string): string | null {
  return (
    get<{ id: string }>(
      db,
      `WITH RECURSIVE chain(id) AS (VALUES (@id) UNION
         SELECT d.a_id FROM chain c JOIN identity_decision d ON d.b_id = c.id
         WHERE d.kind = @kind AND d.verdict = 'same' AND d.reversed_at IS NULL)
       SELECT e.id FROM chain c JOIN ${kind} e ON e.id = c.id LIMIT 1`,
      { id, kind },
    )?.id ?? null
  )
}

/** An entity and all that were merged into it and still are: ids that a past state may have kept of it. */
export function identitiesOf(db: ReadableDb, kind: EntityKind, id: string): string[] {
  return all<{ id: string }>(
    db,
    `WITH RECURSIVE one(id) AS (VALUES (@id) UNION
       SELECT d.b_id FROM one o JOIN identity_decision d ON d.a_id = o.id
       WHERE d.kind = @kind AND d.verdict = 'same' AND d.reversed_at IS NULL)
     SELECT id FROM one`,
    { kind, id },
  ).map((row) => row.id)
}

export function addDecision(db: WritableDb, row: DecisionRow): void {
  insert(db, 'identity_decision', {
    id: row.id,
    kind: row.kind,
    a_id: row.a,
    b_id: row.b,
    verdict: row.verdict,
    reasons: row.reasons,
    snapshot: row.snapshot,
    decided_at: row.decidedAt,
    reversed_at: null,
  })
}

export function setSnapshot(db: WritableDb, id: string, snapshot: string): void {
  update(db, 'identity_decision', id, { snapshot })
}

export function setReversed(db: WritableDb, id: string, at: string): void {
  update(db, 'identity_decision', id, { reversed_at: at })
}

export type Move = ReferenceColumn & { row: string }

export function addMove(db: WritableDb, id: string, decision: string, { table, column, row }: Move): void {
  insert(db, 'identity_move', { id, decision_id: decision, tbl: table, row_id: row, col: column })
}

export function movesOf(db: ReadableDb, decision: string): Move[] {
  return all(
    db,
    `SELECT tbl AS "table", col AS "column", row_id AS row FROM identity_move WHERE decision_id = ? ORDER BY rowid`,
    [decision],
  )
}

/** Rows that merges which stand have moved, other than one merge. */
export function movedByOthers(db: ReadableDb, decision: string): Move[] {
  return all(
    db,
    `SELECT m.tbl AS "table", m.col AS "column", m.row_id AS row FROM identity_move m
     JOIN identity_decision d ON d.id = m.decision_id WHERE d.reversed_at IS NULL AND d.id <> ?`,
    [decision],
  )
}

/** Every row that a merge which stands has moved, and the entity it went to. */
export function standingMoves(db: ReadableDb, kind: EntityKind): (Move & { id: string; stayed: string })[] {
  return all(
    db,
    `SELECT m.id, d.a_id AS stayed, m.tbl AS "table", m.col AS "column", m.row_id AS row FROM identity_move m
     JOIN identity_decision d ON d.id = m.decision_id WHERE d.reversed_at IS NULL AND d.kind = ?`,
    [kind],
  )
}

/** A merge no longer has to do with a row. */
export function forgetMove(db: WritableDb, decision: string, { table, column, row }: Move): void {
  run(db, 'DELETE FROM identity_move WHERE decision_id = ? AND tbl = ? AND col = ? AND row_id = ?', [
    decision,
    table,
    column,
    row,
  ])
}

export function dropMove(db: WritableDb, id: string): void {
  run(db, 'DELETE FROM identity_move WHERE id = ?', [id])
}

/** Takes every trace of an entity, and of those merged into it, out of the answers: for erasure. */
export function forgetIdentity(db: WritableDb, kind: EntityKind, id: string): void {
  run(
    db,
    `WITH RECURSIVE gone(id) AS (VALUES (@id) UNION
       SELECT d.b_id FROM gone g JOIN identity_decision d ON d.a_id = g.id WHERE d.kind = @kind AND d.verdict = 'same')
     DELETE FROM identity_decision WHERE kind = @kind AND (a_id IN (SELECT id FROM gone) OR b_id IN (SELECT id FROM gone))`,
    { kind, id },
  )
}
