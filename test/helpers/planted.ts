/** A row in every table of a workspace, each with a given mark somewhere in its text. */
import { jsonColumns } from '#db/whole-in.ts'
import { all, get, run, type WritableDb } from '#db/connection.ts'
import { columnsOf, references, storedTables } from '#db/queries/whole.ts'

/** Choices that a table's checks allow, read from its own text. */
function choices(sql: string, column: string): string | undefined {
  return new RegExp(`\\b${column} IN \\(\\s*'?([^',)]+)`).exec(sql)?.[1]
}

/**
 * Plants `mark` in the first text column of a new row of every table that may hold it.
 * @param id gives a new UUID
 * @returns the tables that have the mark
 */
export function plant(db: WritableDb, mark: string, id: () => string): string[] {
  const foreign = references(db)
  const planted: string[] = []
  const waiting = storedTables(db).filter((table) => !table.startsWith('undo_'))
  const done = new Set<string>()
  while (waiting.length > 0) {
    const at = waiting.findIndex((table) =>
      foreign.every((one) => one.table !== table || one.target === table || done.has(one.target)),
    )
    const [table = ''] = waiting.splice(Math.max(at, 0), 1)
    done.add(table)
    if (plantRow(db, table, mark, id)) planted.push(table)
  }
  return planted
}

function plantRow(db: WritableDb, table: string, mark: string, id: () => string): boolean {
  const sql = get<{ sql: string }>(db, 'SELECT sql FROM sqlite_schema WHERE name = ?', [table])?.sql ?? ''
  const targets = new Map(
    references(db).flatMap((one) => (one.table === table ? [[one.column, one.target] as const] : [])),
  )
  const infos = all<{ name: string; type: string; notnull: number }>(
    db,
    'SELECT name, type, "notnull" FROM pragma_table_info(?) ORDER BY cid',
    [table],
  )
  const free = infos.filter(
    ({ name, type }) => type === 'TEXT' && name !== 'id' && !targets.has(name) && choices(sql, name) === undefined,
  )
  const chosen = free.find(
    ({ name }) => !/_at$|_on$|^at$|date$|_time$|^until$|^as_of$|_key$|_id$|^encoding$/u.test(name),
  )
  const value = ({ name, type }: { name: string; type: string }): string | number | null | Uint8Array => {
    if (type === 'BLOB') return Buffer.from('byte')
    // A key that counts by itself.
    if (name === 'id' && type === 'INTEGER') return null
    if (name === 'id') {
      const target = targets.get('id')
      return target === undefined ? id() : first(db, target)
    }
    const target = targets.get(name)
    if (target !== undefined) return target === table ? null : first(db, target)
    if (name === 'to_kind') return 'open'
    if (/^(?:to_date)$/u.test(name)) return null
    // Only who votes chooses.
    if (name === 'choice') return null
    if (name === 'year' || name === 'to_offset') return 2030
    if (name.endsWith('_time')) return '10:00'
    const choice = choices(sql, name)
    if (choice !== undefined) return type === 'TEXT' ? choice : Number(choice)
    if (/_at$|_on$|^at$|date$|^issued$|^due$|^until$|^as_of$|^seen_|^published_|^from_after$/u.test(name))
      return '2030-01-01'
    // What stood beside the words of a kept state is kept as JSON.
    if (name === 'beside') return JSON.stringify({ contribution: [{ name: `före ${mark} efter` }] })
    const words = name === chosen?.name ? `före ${mark} efter` : `${table} ${name}`
    if (jsonColumns[table]?.includes(name) === true) return JSON.stringify(words)
    if (type === 'TEXT') return words
    return 1
  }
  const optional = infos.filter(({ name, notnull }) => targets.has(name) && notnull === 0).map(({ name }) => name)
  const kept = [optional, ...optional.flatMap((a) => optional.map((b) => [a, b]))]
  const columns = columnsOf(db, table).map(({ name }) => name)
  for (const keep of kept) {
    const row = infos.map((info) => (optional.includes(info.name) && !keep.includes(info.name) ? null : value(info)))
    const made = run(
      db,
      `INSERT OR IGNORE INTO ${table} (${columns.map((name) => `"${name}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
      row,
    )
    if (made === 1) return chosen !== undefined
  }
  throw new Error(`no row of ${table} stands`)
}

function first(db: WritableDb, table: string): string {
  const row = get<{ id: string }>(db, `SELECT id FROM ${table} ORDER BY rowid DESC LIMIT 1`)
  if (row === undefined) throw new Error(`${table} is empty`)
  return row.id
}
