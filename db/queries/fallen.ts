/**
 * Rows that fell with a text: kept as they were outside the register, and laid back for a read that asks what was
 * known before they fell.
 */
import type { EntityKind } from '#contract/register.ts'
import { all, get, insert, raw, run, tables, type ReadableDb, type Table, type WritableDb } from '../connection.ts'
import { survivorOf } from './identity.ts'

type Row = Record<string, string | number | null>
type Key = { table: Table; column: string; target: string; whole: boolean }

/** What points at what, and what goes along (`whole`), as the file itself says. */
function keysOf(db: ReadableDb): Key[] {
  return tables.flatMap((table) =>
    all<{ column: string; target: string; whole: 0 | 1 }>(
      db,
      `SELECT "from" AS "column", "table" AS target, on_delete = 'CASCADE' AS whole FROM pragma_foreign_key_list(?)`,
      [table],
    ).map(({ whole, ...key }) => ({ table, ...key, whole: whole === 1 })),
  )
}

/**
 * Keeps a row that is about to go with everything that goes along, and its place on the map.
 * @param at ISO instant from which it is no longer known
 */
export function fallenKeeper(db: WritableDb, newId: () => string, at: string): (table: Table, id: string) => void {
  const parts = keysOf(db).filter(({ whole }) => whole)
  const keep = (table: Table, row: Row) => {
    const { id } = row
    if (typeof id !== 'string') return
    insert(db, 'fallen_row', { id: newId(), row: JSON.stringify(row), of_table: table, row_id: id, fell_at: at })
    for (const { table: part, column, target } of parts)
      if (target === table)
        for (const one of all<Row>(db, `SELECT * FROM ${part} WHERE ${column} = ?`, [id])) keep(part, one)
  }
  return (table, id) => {
    for (const place of [table, 'node_position'] as const) {
      const row = get<Row>(db, `SELECT * FROM ${place} WHERE id = ?`, [id])
      if (row !== undefined) keep(place, row)
    }
  }
}

type Fallen = { table: string; row: string }

const merging: readonly string[] = ['person', 'organisation', 'body'] satisfies EntityKind[]
const isMerging = (target: string): target is EntityKind => merging.includes(target)

/**
 * Lays back what fell after the moment `known`, for a transaction that is not kept. What was merged since stands for
 * whom it was merged into; what the register holds again already is not laid beside it.
 * @returns whether anything was
 */
export function layBack(db: WritableDb, known: string): boolean {
  const fallen = all<Fallen>(
    db,
    'SELECT of_table AS "table", row FROM fallen_row WHERE fell_at > ? ORDER BY fell_at, rowid',
    [known],
  )
  if (fallen.length === 0) return false
  raw(db).pragma('defer_foreign_keys = ON')
  const keys = keysOf(db)
  for (const { table: named, row: json } of fallen) {
    const table = tables.find((one) => one === named)
    if (table === undefined) continue
    // Written by fallenKeeper from a row of SQLite.
    const row = JSON.parse(json) as Row
    for (const { table: owner, column, target } of keys) {
      const to = row[column]
      if (owner === table && isMerging(target) && typeof to === 'string') row[column] = survivorOf(db, target, to) ?? to
    }
    const names = Object.keys(row)
    const same = names.filter((name) => name !== 'id').map((name) => `"${name}" IS @${name}`)
    run(
      db,
      `INSERT OR IGNORE INTO ${table} (${names.map((name) => `"${name}"`).join(', ')})
       SELECT ${names.map((name) => `@${name}`).join(', ')}
       WHERE NOT EXISTS (SELECT 1 FROM ${table} WHERE ${[...same, 'TRUE'].join(' AND ')})`,
      row,
    )
  }
  return true
}

/**
 * The entry that a text founded before under this name and that fell with it: accepted again it is the same one, and
 * what was known of it then is told of it. Null when there is none, or another text founded it.
 */
export function fellBefore(
  db: ReadableDb,
  table: 'person' | 'organisation' | 'body' | 'theme' | 'event' | 'assignment',
  name: string,
  sourceId: string,
): string | null {
  const column = table === 'person' || table === 'organisation' || table === 'body' ? 'name' : 'title'
  return (
    get<{ id: string }>(
      db,
      `SELECT f.row_id AS id FROM fallen_row f JOIN fallen_row e ON e.fell_at = f.fell_at
       WHERE f.of_table = @table AND json_extract(f.row, @column) = @name AND e.of_table = 'evidence'
         AND json_extract(e.row, @owner) = f.row_id AND json_extract(e.row, '$.source_id') = @sourceId
         AND NOT EXISTS (SELECT 1 FROM ${table} t WHERE t.id = f.row_id)
       ORDER BY f.fell_at DESC, f.rowid LIMIT 1`,
      { table, column: `$.${column}`, name, owner: `$.${table}_id`, sourceId },
    )?.id ?? null
  )
}

/** A person who fell with a text, as the row last was; undefined when nobody did under this id. */
export function fallenPerson(db: ReadableDb, id: string): { name: string; names: string[] } | undefined {
  const person = get<{ name: string }>(
    db,
    `SELECT json_extract(row, '$.name') AS name FROM fallen_row
     WHERE of_table = 'person' AND row_id = ? ORDER BY fell_at DESC LIMIT 1`,
    [id],
  )
  if (person === undefined) return undefined
  const names = all<{ text: string }>(
    db,
    `SELECT DISTINCT json_extract(row, '$.text') AS text FROM fallen_row
     WHERE of_table = 'person_name' AND json_extract(row, '$.person_id') = ? ORDER BY text`,
    [id],
  )
  return { ...person, names: names.map(({ text }) => text) }
}

/** Fallen rows that point at any of the ids, with the words that prove them. */
export function fallenAbout(db: ReadableDb, ids: readonly string[]): Row[] {
  return all(
    db,
    `WITH RECURSIVE about(id, part) AS (
       SELECT value, 0 FROM json_each(@ids) UNION
       SELECT f.row_id, 1 FROM about a JOIN fallen_row f ON instr(f.row, json_quote(a.id)) > 0
       WHERE a.part = 0 OR f.of_table IN ('evidence', 'holder_proposal'))
     SELECT * FROM fallen_row WHERE row_id IN (SELECT id FROM about)`,
    { ids: JSON.stringify(ids) },
  )
}
