/**
 * Every table and column of a workspace, as the file itself describes them: what must look everywhere
 * (an extract, an erasure, a move of references) cannot forget a table that is added later.
 */
import { all, raw, run, type ReadableDb, type WritableDb } from '../connection.ts'

/** `key`: part of the primary key. `required`: never null. */
export type ColumnInfo = { table: string; name: string; type: string; key: boolean; required: boolean }
export type Reference = { table: string; column: string; target: string }

/** Tables that hold rows of their own; indexes for searching and their parts are left out: they follow from the rest. */
export function storedTables(db: ReadableDb): string[] {
  const found = all<{ name: string; sql: string }>(
    db,
    `SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
  )
  const virtual = found.filter(({ sql }) => /^CREATE VIRTUAL/iu.test(sql)).map(({ name }) => name)
  return found
    .map(({ name }) => name)
    .filter((name) => !virtual.some((index) => name === index || name.startsWith(`${index}_`)))
}

/** Columns of one table, in its order. */
export function columnsOf(db: ReadableDb, table: string): ColumnInfo[] {
  return all<{ name: string; type: string; pk: number; required: number }>(
    db,
    'SELECT name, type, pk, "notnull" AS required FROM pragma_table_info(?) ORDER BY cid',
    [table],
  ).map(({ name, type, pk, required }) => ({ table, name, type, key: pk > 0, required: required === 1 }))
}

/** Every reference from one table's column to another table. */
export function references(db: ReadableDb): Reference[] {
  return storedTables(db).flatMap((table) =>
    all<{ column: string; target: string }>(
      db,
      'SELECT "from" AS "column", "table" AS target FROM pragma_foreign_key_list(?)',
      [table],
    ).map(({ column, target }) => ({ table, column, target })),
  )
}

export type WholeRow = Record<string, string | number | null>

/** Rows whose column has one of the values. Table and column come from the functions above. */
export function rowsWhere(db: ReadableDb, table: string, column: string, values: readonly string[]): WholeRow[] {
  return all(db, `SELECT * FROM ${table} WHERE ${column} IN (SELECT value FROM json_each(?))`, [JSON.stringify(values)])
}

/** What a text is asked; the function of SQL is one for each connection, what it asks is given anew. */
const asked = new WeakMap<object, { is: (text: string) => boolean }>()

/** Makes `told(text)` of SQL answer by `is` from here on. */
export function tellBy(db: ReadableDb, is: (text: string) => boolean): void {
  const known = asked.get(db)
  if (known !== undefined) {
    known.is = is
    return
  }
  const made = { is }
  asked.set(db, made)
  raw(db).function('told', (text: unknown) => (typeof text === 'string' && made.is(text) ? 1 : 0))
}

/** Rows in which one of the words stands somewhere in a text column, or a text column is one that `is` tells. */
export function rowsNaming(
  db: ReadableDb,
  table: string,
  words: readonly string[],
  is: (text: string) => boolean,
): WholeRow[] {
  const texts = columnsOf(db, table).filter(({ type }) => type === 'TEXT')
  if (texts.length === 0) return []
  tellBy(db, is)
  const anywhere = texts.map(({ name }) => `instr(t."${name}", w.value) > 0`).join(' OR ')
  const told = texts.map(({ name }) => `told(t."${name}")`).join(' OR ')
  return all(
    db,
    `SELECT t.* FROM ${table} t WHERE ${told} OR EXISTS (SELECT 1 FROM json_each(@words) w WHERE ${anywhere})`,
    { words: JSON.stringify(words) },
  )
}

/** Sets text columns of the rows that `key` picks out. */
export function setTexts(
  db: WritableDb,
  table: string,
  key: Readonly<Record<string, string | number | null>>,
  texts: Readonly<Record<string, string>>,
): void {
  const names = Object.keys(texts)
  if (names.length === 0) return
  const set = names.map((name) => `"${name}" = @set_${name}`).join(', ')
  const where = Object.keys(key)
    .map((name) => `"${name}" = @key_${name}`)
    .join(' AND ')
  run(db, `UPDATE ${table} SET ${set} WHERE ${where}`, {
    ...Object.fromEntries(names.map((name) => [`set_${name}`, texts[name] ?? ''])),
    ...Object.fromEntries(Object.entries(key).map(([name, value]) => [`key_${name}`, value])),
  })
}
