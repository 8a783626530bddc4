/**
 * The two faces of the one connection. Both are the same better-sqlite3 database at run time; the
 * brand keeps a read handler from writing by type, `reading` by force.
 */
import type Database from 'better-sqlite3'

declare const readable: unique symbol
declare const writable: unique symbol

export type ReadableDb = { readonly [readable]: true }
export type WritableDb = ReadableDb & { readonly [writable]: true }

/** Bytes are a Buffer when read. */
type Value = string | number | null | Uint8Array
export type Bind = readonly Value[] | Readonly<Record<string, Value>>

const statements = new WeakMap<object, Map<string, Database.Statement>>()

/**
 * The same statement with a plus sign before each value that something is compared with, which changes nothing of the
 * value. Without, SQLite may look at it to choose its plan, and compiles a statement with a limit, an order or two
 * tables anew at each call: even for equal values, since the driver takes them out after each.
 */
const steady = (sql: string) => sql.replaceAll(/(=|\b(?:IS|LIMIT)) (?=[?@])/gu, '$1 +')

/** Prepared once for each connection: preparing costs twelve times the query. */
function statement(db: ReadableDb, sql: string): Database.Statement {
  let known = statements.get(db)
  if (known === undefined) statements.set(db, (known = new Map<string, Database.Statement>()))
  let prepared = known.get(sql)
  if (prepared === undefined) known.set(sql, (prepared = raw(db).prepare(steady(sql))))
  if (!prepared.readonly && onlyRead.has(db)) throw new Error('a read tried to write')
  return prepared
}

const onlyRead = new WeakSet<object>()
const asThen = new WeakSet<object>()

/** Within `reading` that was prepared: what is seen is none of the tables' own state, and nothing learnt from it stays true. */
export const isAsThen = (db: ReadableDb): boolean => asThen.has(db)

/** Within `reading`: whatever transaction is open, nothing that is seen may yet be taken back. */
export const isReading = (db: ReadableDb): boolean => onlyRead.has(db)

/**
 * Runs what may only read, in a transaction that is never kept when it changed something: a statement that
 * writes is refused before it starts, and what got round that is taken back. SQLite's `query_only` refuses the
 * same, and at each switch has every statement compiled anew, which costs more than most reads.
 * @param prepare changes what is read, for this read alone: none of it is kept; says whether it changed anything
 */
export function reading<T>(db: ReadableDb, read: (db: ReadableDb) => T, prepare?: (db: WritableDb) => boolean): T {
  const driver = raw(db)
  if (onlyRead.has(db)) return read(db)
  if (driver.inTransaction) throw new Error('a read stands on its own')
  const changes = () => get<{ n: number }>(db, 'SELECT total_changes() AS n')?.n
  statement(db, 'BEGIN').run()
  try {
    // See raw(): what `prepare` writes is taken back below.
    if (prepare?.(db as WritableDb) === true) asThen.add(db)
    const before = changes()
    onlyRead.add(db)
    const value = read(db)
    if (changes() !== before) throw new Error('a read wrote')
    return value
  } finally {
    onlyRead.delete(db)
    asThen.delete(db)
    // Nothing was changed, or nothing of it is kept.
    if (driver.inTransaction) statement(db, 'ROLLBACK').run()
  }
}

/** The database behind a brand. Only this folder uses it. */
export function raw(db: ReadableDb): Database.Database {
  // The brands exist in types alone; brand() below is the only maker of either face.
  return db as unknown as Database.Database
}

/** Gives a fresh connection its brand. */
export function brand(db: Database.Database): WritableDb {
  // See raw(): the other direction of the same promise.
  return db as unknown as WritableDb
}

/** All rows. `Row` states the columns the SQL selects; STRICT tables hold the types. */
export function all<Row>(db: ReadableDb, sql: string, bind: Bind = []): Row[] {
  // SQLite knows no row types; the SQL beside each call does.
  return statement(db, sql).all(bind) as Row[]
}

/**
 * Rows one at a time, for whoever stops early. Nothing else may be asked of the connection until the
 * last one is taken or the loop is left.
 */
export function each<Row>(db: ReadableDb, sql: string, bind: Bind = []): IterableIterator<Row> {
  // As in all().
  return statement(db, sql).iterate(bind) as IterableIterator<Row>
}

/** The first row, or undefined. */
export function get<Row>(db: ReadableDb, sql: string, bind: Bind = []): Row | undefined {
  // As in all().
  return statement(db, sql).get(bind) as Row | undefined
}

/** Runs a change; returns how many rows it touched. */
export function run(db: WritableDb, sql: string, bind: Bind = []): number {
  return statement(db, sql).run(bind).changes
}

const revisions = new WeakMap<object, number>()

/**
 * Number of the last write. It grows with every one, also with undo and, beginning at the moment of
 * opening, from one run to the next: two windows tell by it what they have seen.
 */
export function revision(db: ReadableDb): number {
  return revisions.get(db) ?? 0
}

/** @param number the moment of opening in milliseconds, or the number after a write */
export function setRevision(db: WritableDb, number: number): void {
  revisions.set(db, number)
}

const moments = new WeakMap<object, string>()

/** Runs a write whose rows come into the register at the moment `at`, an ISO instant. */
export function writtenAt<T>(db: WritableDb, at: string, write: () => T): T {
  moments.set(db, at)
  try {
    return write()
  } finally {
    moments.delete(db)
  }
}

/** Tables whose rows keep since when they are known, and are never known for another reason: see set-back.ts. */
const sinceWhen: ReadonlySet<Table> = new Set<Table>([
  'person',
  'organisation',
  'body',
  'theme',
  'post',
  'event',
  'assignment',
  'person_name',
  'organisation_name',
  'body_name',
  'contact_point',
  'party',
  'evidence',
])

/**
 * A column name list and placeholders, for rows given as objects with the table's columns. Since when a row is known
 * is the moment of the write where the row does not say.
 */
export function insert(db: WritableDb, table: Table, given: Readonly<Record<string, Value>>): void {
  const at = sinceWhen.has(table) ? moments.get(db) : undefined
  const row = at === undefined ? given : { recorded_at: at, ...given }
  const columns = Object.keys(row)
  run(db, `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((name) => `@${name}`).join(', ')})`, row)
}

/** Sets columns of one row by id; leaves out those that are undefined. Returns whether the row exists. */
export function update(
  db: WritableDb,
  table: Table,
  id: string,
  row: Readonly<Record<string, Value | undefined>>,
): boolean {
  const entries = Object.entries(row).filter((entry): entry is [string, Value] => entry[1] !== undefined)
  if (entries.length === 0) return get(db, `SELECT 1 FROM ${table} WHERE id = ?`, [id]) !== undefined
  const set = entries.map(([name]) => `${name} = @${name}`).join(', ')
  return run(db, `UPDATE ${table} SET ${set} WHERE id = @id`, { ...Object.fromEntries(entries), id }) > 0
}

/** Tables that hold what a person wrote or accepted. Each has `id TEXT`, and undo watches each. */
export const tables = [
  'setting',
  'source',
  'body',
  'organisation',
  'organisation_name',
  'person',
  'person_name',
  'meeting_series',
  'series_item',
  'meeting',
  'meeting_left',
  'officer',
  'agenda_item',
  'attachment',
  'paragraph',
  'decision',
  'action',
  'action_carry',
  'action_change',
  'text_span',
  'number_meant',
  'contribution',
  'attendance',
  'attendance_for',
  'attendance_interval',
  'deputyship',
  'private_note',
  'phrase',
  'known_word',
  'review_answer',
  'approval',
  'review_comment',
  'warning',
  'import_report',
  'body_name',
  'contact_point',
  'theme',
  'post',
  'tenure',
  'holder_proposal',
  'event',
  'merged_event',
  'fallen_row',
  'assignment',
  'amount',
  'party',
  'relation',
  'proposal',
  'source_name',
  'evidence',
  'assessment',
  'interaction',
  'interaction_party',
  'identity_decision',
  'identity_move',
  'retention_rule',
  'retention_keep',
  'node_position',
] as const
export type Table = (typeof tables)[number]
