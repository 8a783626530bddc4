import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { brand } from '#db/connection.ts'
import { migrations } from '#db/migrations/index.ts'
import { migrate } from '#db/open.ts'

type Column = { name: string; type: string; notnull: number }

/** A row that a table takes, made from its own description; references point at rows made the same way. */
function fill(db: Database.Database, table: string): void {
  const columns = db.prepare('SELECT name, type, "notnull" FROM pragma_table_info(?)').all(table) as Column[]
  const references = new Map(
    (
      db.prepare('SELECT "from", "table" FROM pragma_foreign_key_list(?)').all(table) as {
        from: string
        table: string
      }[]
    ).map((key) => [key.from, key.table]),
  )
  const checks = db.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').pluck().get(table) as string
  const values = columns.map((column) => {
    const target = references.get(column.name)
    if (target !== undefined)
      return db.prepare(`SELECT rowid AS r, * FROM ${target} LIMIT 1`).get() === undefined ? null : key(db, target)
    const allowed = new RegExp(`${column.name} IN \\('?([^',)]+)`).exec(checks)?.[1]
    if (allowed !== undefined) return column.type === 'INTEGER' ? Number(allowed) : allowed
    return column.type === 'TEXT' ? `${table}-${column.name} åäö` : 1
  })
  // Several references of a row may exclude each other: as many as the table's checks let stand.
  const optional = columns.flatMap((column, at) => (references.has(column.name) && column.notnull === 0 ? [at] : []))
  const kept = [optional, ...optional.flatMap((a) => optional.map((b) => [a, b]))]
  const insert = db.prepare(`INSERT OR IGNORE INTO ${table} VALUES (${columns.map(() => '?').join(', ')})`)
  for (const keep of kept) {
    const row = values.map((value, at) => {
      if (columns[at]?.name === 'to_kind') return 'known'
      return optional.includes(at) && !keep.includes(at) ? null : value
    })
    if (insert.run(row).changes === 1) return
  }
}

function key(db: Database.Database, table: string): unknown {
  const [first] = db.prepare('SELECT name FROM pragma_table_info(?) WHERE pk = 1').pluck().all(table)
  return db
    .prepare(`SELECT ${String(first)} FROM ${table} LIMIT 1`)
    .pluck()
    .get()
}

function tablesOf(db: Database.Database): string[] {
  return (
    db
      // The index for searching is no table of its own: it follows from the others.
      .prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search%' ORDER BY rowid",
      )
      .pluck()
      .all() as string[]
  )
}

describe.each(migrations.map((migration, index) => ({ version: migration.version, index })))(
  'the migration to version $version',
  ({ index }) => {
    it('keeps every row of the version before as it was', () => {
      const db = new Database(':memory:')
      db.pragma('foreign_keys = ON')
      migrate(brand(db), 0, migrations.slice(0, index))
      const tables = tablesOf(db)
      for (const table of tables) fill(db, table)
      const rows = () => Object.fromEntries(tables.map((table) => [table, db.prepare(`SELECT * FROM ${table}`).all()]))
      const before = rows()
      const empty = Object.entries(before).filter(([, list]) => list.length === 0)
      migrate(brand(db), migrations[index - 1]?.version ?? 0, migrations.slice(0, index + 1))
      expect(empty).toEqual([])
      // A table may gain columns; what was there stays.
      expect(rows()).toMatchObject(before)
      expect(db.pragma('foreign_key_check')).toEqual([])
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
      expect(db.pragma('user_version', { simple: true })).toBe(migrations[index]?.version)
    })
  },
)
