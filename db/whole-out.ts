/** A whole workspace, table by table, for whoever writes it down elsewhere. */
import { each, get, type ReadableDb } from './connection.ts'
import { columnsOf, storedTables, type WholeRow } from './queries/whole.ts'

/** The steps that undo walks are a memory of this file; everything else goes along. */
export const isHistory = (table: string) => table.startsWith('undo_')

export type WholeTable = { name: string; columns: string[]; count: number; rows: () => Iterable<WholeRow[string][]> }

/** Version of the file's shape. */
export function schemaVersion(db: ReadableDb): number {
  return get<{ v: number }>(db, 'SELECT user_version AS v FROM pragma_user_version')?.v ?? 0
}

/** Tables in the order of their names, rows in the order they came in. Nothing else may be asked while rows are taken. */
export function wholeTables(db: ReadableDb): WholeTable[] {
  return storedTables(db)
    .filter((name) => !isHistory(name))
    .map((name) => {
      const columns = columnsOf(db, name).map((column) => column.name)
      return {
        name,
        columns,
        count: get<{ n: number }>(db, `SELECT count(*) AS n FROM "${name}"`)?.n ?? 0,
        *rows() {
          for (const row of each<WholeRow>(db, `SELECT * FROM "${name}"`))
            yield columns.map((column) => row[column] ?? null)
        },
      }
    })
}
