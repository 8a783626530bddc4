/**
 * A workspace made of rows that came from elsewhere: at the version they were written in, then brought up to date.
 * Nothing of them is believed before it stands in a table, and nothing stays when anything is wrong.
 */
import { basename } from 'node:path'
import type Database from 'better-sqlite3'
import { KansliError } from '#contract/errors.ts'
import { brand, get, type WritableDb } from './connection.ts'
import { buildFile } from './create.ts'
import { applicationId } from './header.ts'
import { currentVersion, migrations } from './migrations/index.ts'
import { migrate } from './open.ts'
import { columnsOf, storedTables } from './queries/whole.ts'
import { withoutTriggers } from './triggers.ts'
import { isHistory } from './whole-out.ts'

/** Columns whose text is JSON, by table: what is none would stop whoever opens the row. */
export const jsonColumns: Readonly<Record<string, readonly string[]>> = {
  setting: ['value'],
  paragraph: ['fields'],
  paragraph_version: ['fields', 'spans'],
  set_aside: ['fields'],
  import_report: ['placements'],
  source: ['report'],
  proposal: ['finding', 'edited'],
  holder_proposal: ['reasons'],
  identity_decision: ['reasons', 'snapshot'],
  merged_event: ['moved', 'taken'],
  fallen_row: ['row'],
  minutes_version: ['content'],
}

/** Rows as JSON gave them; whatever reads them may throw, and is heard. */
export type GivenTable = { name: string; columns: readonly string[]; rows: Iterable<unknown> }

const damaged = (where: string, cause?: unknown) =>
  new KansliError('whole.damaged', { where: where.slice(0, 120) }, { cause })

type Stored = string | number | null | Uint8Array

/** Bytes written as base64, in its one proper form. */
function bytesOf(value: unknown): Uint8Array | undefined {
  if (typeof value !== 'string') return undefined
  const bytes = Buffer.from(value, 'base64')
  return bytes.toString('base64') === value ? bytes : undefined
}

/** A value as the column takes it; undefined when the column cannot hold it. */
function fitting(type: string, value: unknown): Stored | undefined {
  if (value === null) return null
  if (type === 'TEXT') return typeof value === 'string' && value.isWellFormed() ? value : undefined
  if (type === 'BLOB') return bytesOf(value)
  if (typeof value !== 'number') return undefined
  if (type === 'INTEGER') return Number.isSafeInteger(value) ? value : undefined
  return type === 'REAL' ? value : undefined
}

function fillTable(driver: Database.Database, db: WritableDb, given: GivenTable): void {
  const { name, columns, rows } = given
  const known = columnsOf(db, name)
  if (columns.length !== known.length || known.some((column) => !columns.includes(column.name))) throw damaged(name)
  const types = columns.map((column) => known.find((one) => one.name === column)?.type ?? '')
  const quoted = columns.map((column) => `"${column}"`).join(', ')
  const insert = driver.prepare(`INSERT INTO "${name}" (${quoted}) VALUES (${columns.map(() => '?').join(', ')})`)
  let number = 0
  for (const row of rows) {
    number += 1
    const where = `${name}, ${number}`
    if (!Array.isArray(row) || row.length !== columns.length) throw damaged(where)
    const values = types.map((type, index) => fitting(type, row[index]))
    if (values.includes(undefined)) throw damaged(where)
    try {
      insert.run(values)
    } catch (cause) {
      const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
      // A check, a key, an empty column that must not be; anything else is the disk's doing.
      if (code.startsWith('SQLITE_CONSTRAINT') || code === 'SQLITE_MISMATCH') throw damaged(where, cause)
      throw cause
    }
  }
}

function fill(driver: Database.Database, db: WritableDb, tables: Iterable<GivenTable>): void {
  const waiting = new Set(storedTables(db).filter((name) => !isHistory(name)))
  for (const table of tables) {
    if (!waiting.delete(table.name)) throw damaged(table.name)
    fillTable(driver, db, table)
  }
  const [missing] = waiting
  if (missing !== undefined) throw damaged(missing)
}

function assertSound(driver: Database.Database, db: WritableDb): void {
  const broken = get<{ name: string }>(db, 'SELECT "table" AS name FROM pragma_foreign_key_check LIMIT 1')
  if (broken !== undefined) throw damaged(broken.name)
  for (const [table, columns] of Object.entries(jsonColumns))
    for (const { name } of columnsOf(db, table))
      // Older shapes have fewer.
      if (
        columns.includes(name) &&
        get(db, `SELECT 1 FROM ${table} WHERE NOT json_valid(${name}) LIMIT 1`) !== undefined
      )
        throw damaged(`${table}, ${name}`)
  const found = driver.pragma('integrity_check(1)', { simple: true })
  if (found !== 'ok') throw damaged('integrity_check')
}

/**
 * Makes the file at `path`, closed and durable, or none.
 * @param version of the shape the rows were written in
 * @throws KansliError whole.damaged, workspace.from-future, .exists, .disk
 */
export function loadWorkspace(path: string, version: number, tables: Iterable<GivenTable>): void {
  if (version > currentVersion)
    throw new KansliError('workspace.from-future', { file: basename(path), version, known: currentVersion })
  if (!migrations.some((step) => step.version === version)) throw damaged('schema')
  buildFile(path, (driver) => {
    const db = brand(driver)
    driver.pragma(`application_id = ${applicationId}`)
    migrate(
      db,
      0,
      migrations.filter((step) => step.version <= version),
    )
    // Rows may come before those they refer to; all references are looked at when the last one is in.
    driver.pragma('foreign_keys = OFF')
    driver.exec('BEGIN')
    // Every row was right where it came from: what is locked is put in as it stands, and no history is made of it.
    withoutTriggers(db, () => fill(driver, db, tables))
    assertSound(driver, db)
    driver.exec('COMMIT')
    driver.pragma('foreign_keys = ON')
    migrate(db, version)
  })
}
