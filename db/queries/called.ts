/** What everybody and everything in the register is called, and the addresses and numbers they have, row by row. */
import { all, type ReadableDb } from '../connection.ts'

/** `owner` is the person whose name, address or number it is; null of what is no person's. */
export type CalledRow = {
  tbl: CalledTable
  id: string
  owner: string | null
  kind: 'name' | 'email' | 'phone'
  text: string
}

const calling = (owner: string, text: string) => `${owner} AS owner, 'name' AS kind, ${text} AS text`
const columns = {
  person: calling('id', 'name'),
  person_name: calling('person_id', 'text'),
  organisation: calling('NULL', 'name'),
  organisation_name: calling('NULL', 'text'),
  body: calling('NULL', 'name'),
  theme: calling('NULL', 'title'),
  post: calling('NULL', 'title'),
  contact_point: 'person_id AS owner, kind, value AS text',
} as const
export type CalledTable = keyof typeof columns

// Keys of the table above.
const calledTables = Object.keys(columns) as CalledTable[]

export const isCalledTable = (table: string): table is CalledTable => Object.hasOwn(columns, table)

const rowsIn = (table: CalledTable) =>
  `SELECT '${table}' AS tbl, id, ${columns[table]} FROM ${table}
   WHERE ${table === 'contact_point' ? `kind IN ('email', 'phone')` : 'TRUE'}`

export function calledRows(db: ReadableDb): CalledRow[] {
  return calledTables.flatMap((table) => all<CalledRow>(db, rowsIn(table)))
}

/** Those of a table's rows that are there. */
export function calledRowsOf(db: ReadableDb, table: CalledTable, ids: readonly string[]): CalledRow[] {
  return all(db, `${rowsIn(table)} AND id IN (SELECT value FROM json_each(?))`, [JSON.stringify(ids)])
}
