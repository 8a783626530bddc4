/** Rows that were kept as JSON, put back into tables as these are today. */
import { entityKind } from '#contract/register.ts'
import { get, insert, run, type ReadableDb, type Table, type WritableDb } from '../connection.ts'
import { survivorOf } from './identity.ts'
import { columnsOf, references, type WholeRow } from './whole.ts'

export function rowStands(db: ReadableDb, table: Table, id: string): boolean {
  return get(db, `SELECT 1 FROM ${table} WHERE id = ?`, [id]) !== undefined
}

/** What a kept reference points to now: an entry that was merged into another is that one. Null when it is gone. */
function pointee(db: ReadableDb, target: string, id: string): string | null {
  const entity = entityKind.safeParse(target)
  if (entity.success) return survivorOf(db, entity.data, id)
  return get(db, `SELECT 1 FROM ${target} WHERE id = ?`, [id]) === undefined ? null : id
}

/**
 * The columns of a kept row that its table still has, with references as they stand now; null when one that the row
 * cannot do without leads nowhere.
 */
function rowToday(db: ReadableDb, table: Table, row: WholeRow): WholeRow | null {
  const targets = new Map(
    references(db).flatMap((one) => (one.table === table ? [[one.column, one.target] as const] : [])),
  )
  const today: WholeRow = {}
  for (const { name, required } of columnsOf(db, table)) {
    const value = row[name]
    // A column that was added later takes its default.
    if (value === undefined) continue
    const target = targets.get(name)
    const held = target === undefined || value === null ? value : pointee(db, target, String(value))
    if (held === null && required) return null
    today[name] = held
  }
  return today
}

/** Returns whether the row stands again; one without what it belongs to does not. */
export function putKeptRow(db: WritableDb, table: Table, row: WholeRow): boolean {
  const today = rowToday(db, table, row)
  if (today === null) return false
  insert(db, table, today)
  return true
}

/** Ties a row that stands to what it pointed to, where it points nowhere now. */
export function tieKeptRow(db: WritableDb, table: Table, row: WholeRow): void {
  const { id = null, ...ties } = rowToday(db, table, row) ?? {}
  for (const [column, to] of Object.entries(ties))
    if (to !== null) run(db, `UPDATE ${table} SET ${column} = ? WHERE id = ? AND ${column} IS NULL`, [to, id])
}
