/** A whole workspace, table by table, for whoever writes it down elsewhere. */
import { each, get, type ReadableDb } from './connection.ts'
import { columnsOf, storedTables } from './queries/whole.ts'

/** The steps that undo walks are a memory of this file; everything else goes along. */
export const isHistory = (table: string) => table.startsWith('undo_')

/** Notes for the writer alone: they leave only when asked for. */
const isPrivate = (table: string) => table === 'private_note' || table === 'note_aside'

/** Bytes are a Buffer. */
export type WholeValue = string | number | null | Uint8Array
export type WholeTable = {
  name: string
  columns: string[]
  /** Rows that `rows` gives. */
  count: number
  /** Private rows that it leaves out. */
  left: number
  rows: () => Iterable<WholeValue[]>
}

/** Version of the file's shape. */
export function schemaVersion(db: ReadableDb): number {
  return get<{ v: number }>(db, 'SELECT user_version AS v FROM pragma_user_version')?.v ?? 0
}

/**
 * Tables in the order of their names, rows in the order they came in. Nothing else may be asked while rows are taken.
 * @param withNotes private notes go along; else their table is empty
 */
export function wholeTables(db: ReadableDb, { withNotes }: { withNotes: boolean }): WholeTable[] {
  return storedTables(db)
    .filter((name) => !isHistory(name))
    .map((name) => {
      const columns = columnsOf(db, name).map((column) => column.name)
      const stored = get<{ n: number }>(db, `SELECT count(*) AS n FROM "${name}"`)?.n ?? 0
      const left = isPrivate(name) && !withNotes ? stored : 0
      return {
        name,
        columns,
        count: stored - left,
        left,
        *rows() {
          if (left > 0) return
          for (const row of each<Record<string, WholeValue>>(db, `SELECT * FROM "${name}"`))
            yield columns.map((column) => row[column] ?? null)
        },
      }
    })
}
