import { createHash } from 'node:crypto'
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
    // Only who votes chooses.
    if (column.name === 'choice') return null
    const allowed = new RegExp(`${column.name} IN \\('?([^',)]+)`).exec(checks)?.[1]
    if (allowed !== undefined) return column.type === 'INTEGER' ? Number(allowed) : allowed
    if (column.name === 'beside') return '{}'
    if (column.type === 'BLOB') return Buffer.from('åäö')
    if (column.name === 'year' || column.name === 'to_offset') return 2030
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

describe('the migration to kept states', () => {
  it('lets a workspace of the version before keep states of its text', () => {
    const db = new Database(':memory:')
    db.pragma('foreign_keys = ON')
    migrate(
      brand(db),
      0,
      migrations.filter(({ version }) => version <= 80),
    )
    for (const table of tablesOf(db)) fill(db, table)
    db.exec("UPDATE meeting SET state = 'draft'; DELETE FROM paragraph_version")
    migrate(brand(db), 80)
    db.exec("UPDATE paragraph SET text = 'nytt', created_at = '2030-01-01'; DELETE FROM paragraph")
    expect(db.prepare('SELECT text, created_at, removed FROM paragraph_version ORDER BY removed').all()).toMatchObject([
      { text: expect.stringContaining('åäö'), removed: 0 },
      { text: 'nytt', created_at: '2030-01-01', removed: 1 },
    ])
  })
})

describe('the migration to what stands beside kept states', () => {
  /** A workspace of version 90 with a row in every table and a kept state, brought up to date. */
  function moved() {
    const db = new Database(':memory:')
    db.pragma('foreign_keys = ON')
    migrate(
      brand(db),
      0,
      migrations.filter(({ version }) => version <= 90),
    )
    for (const table of tablesOf(db)) fill(db, table)
    db.exec("UPDATE meeting SET state = 'draft'; DELETE FROM paragraph_version")
    db.exec("UPDATE paragraph SET text = 'åäö'; UPDATE paragraph_version SET until = '2030-01-01'")
    migrate(brand(db), 90)
    return db
  }
  const newest = (db: Database.Database) =>
    db.prepare('SELECT beside, line_from, removed FROM paragraph_version ORDER BY id DESC LIMIT 1').get() as {
      beside: string
      line_from: number
      removed: number
    }
  const rows = (db: Database.Database, table: string) => db.prepare(`SELECT * FROM ${table}`).all()

  it('knows nothing of what stood beside the states that were kept before', () => {
    expect(newest(moved())).toEqual({ beside: null, line_from: null, removed: 0 })
  })

  it('keeps whole rows of every table that hangs on a paragraph, as it is changed and as it goes', () => {
    const db = moved()
    const owned = ['contribution', 'decision', 'action', 'action_carry', 'action_change']
    const before = Object.fromEntries(owned.map((table) => [table, rows(db, table)]))
    for (const [sql, removed] of [
      ["UPDATE paragraph SET text = 'nytt'", 0],
      ['DELETE FROM paragraph', 1],
    ] as const) {
      db.exec(sql)
      const { beside, ...state } = newest(db)
      expect(state).toEqual({ line_from: 1, removed })
      expect(JSON.parse(beside)).toMatchObject(before)
    }
    for (const table of owned) expect([table, before[table]?.length, rows(db, table)]).toEqual([table, 1, []])
  })

  it('keeps them too where their item or their meeting goes', () => {
    for (const table of ['agenda_item', 'meeting']) {
      const db = moved()
      const actions = rows(db, 'action')
      db.exec(`DELETE FROM warning; DELETE FROM minutes_version; DELETE FROM ${table}`)
      expect([table, JSON.parse(newest(db).beside)]).toMatchObject([table, { action: actions }])
    }
  })
})

describe('the migration to one past', () => {
  it('keeps what was said before, and what undo has of it, as kept rows in the order of the changes', () => {
    const db = new Database(':memory:')
    db.pragma('foreign_keys = ON')
    migrate(
      brand(db),
      0,
      migrations.filter(({ version }) => version <= 230),
    )
    db.exec(`
      INSERT INTO organisation (id, name, sort_key) VALUES ('verk', 'Skenverket', 'a');
      INSERT INTO body (id, name, sort_key, match_key, fold_key) VALUES ('spår', 'Spåret', 'b', 'b', 'b');
      INSERT INTO identity_decision (id, kind, a_id, b_id, verdict, reasons, decided_at)
        VALUES ('d', 'body', 'spår', 'gått', 'same', '[]', '2031-01-01');
      INSERT INTO entry_change (id, of_id, field, before, words, changed_at) VALUES
        ('1', 'verk', 'type', NULL, NULL, '2032-01-01'), ('2', 'spår', 'parent_id', 'gått', 'Gruppen', '2032-01-02'),
        ('3', 'verk', 'dissolved_on', '2031', NULL, '2032-01-03'), ('4', 'gått', 'type', 'kontor', NULL, '2032-01-04'),
        ('5', 'spår', 'type', 'nämnd', NULL, '2032-01-05');
      INSERT INTO undo_step (step, method, at) VALUES (1, 'bodies.set', '2032-01-05');
      INSERT INTO undo_change (step, tbl, id, before, after) VALUES (1, 'entry_change', '5', NULL, NULL),
        (1, 'entry_change', '6', NULL, json_object('id', '6', 'of_id', 'spår', 'field', 'mandate', 'before', 'Ska',
          'words', NULL, 'changed_at', '2032-01-06'))`)
    migrate(brand(db), 230)
    const kept = (id: string, table: string, of: string, field: string, before: string | null, told = before) => ({
      id,
      of_table: table,
      row_id: of,
      row: { id: of, [field]: before },
      told: { [field]: told },
      fell_at: `2032-01-0${id}`,
      stands: 1,
    })
    const parsed = (row: unknown) => {
      const { row: json, told, ...rest } = row as { row: string; told: string }
      return { ...rest, row: JSON.parse(json) as unknown, told: JSON.parse(told) as unknown }
    }
    expect(db.prepare('SELECT * FROM fallen_row ORDER BY rowid').all().map(parsed)).toEqual([
      kept('1', 'organisation', 'verk', 'type', null),
      kept('2', 'body', 'spår', 'parent_id', 'gått', 'Gruppen'),
      kept('3', 'organisation', 'verk', 'dissolved_on', '2031'),
      kept('4', 'body', 'gått', 'type', 'kontor'),
      kept('5', 'body', 'spår', 'type', 'nämnd'),
    ])
    const steps = db.prepare('SELECT tbl, id, before, after FROM undo_change ORDER BY id').all() as {
      after: string | null
    }[]
    expect(steps).toMatchObject([
      { tbl: 'fallen_row', id: '5', before: null, after: null },
      { tbl: 'fallen_row', id: '6', before: null },
    ])
    expect(parsed(JSON.parse(steps[1]?.after ?? ''))).toEqual(kept('6', 'body', 'spår', 'mandate', 'Ska'))
  })
})

describe('the migration to approved numbers', () => {
  it('knows what approved minutes bear today, and what only an older version of them says', () => {
    const db = new Database(':memory:')
    db.pragma('foreign_keys = ON')
    migrate(
      brand(db),
      0,
      migrations.filter(({ version }) => version <= 260),
    )
    const version = (body: string | null, ...numbers: readonly string[]) =>
      JSON.stringify({
        meeting: {
          body,
          items: [{ decisions: [{ text: 'utan' }, ...numbers.map((number) => ({ text: 'att', number }))] }],
        },
      })
    db.exec(`
      INSERT INTO body (id, name, sort_key, match_key, fold_key) VALUES ('råd', 'Provrådet', 'b', 'b', 'b');
      INSERT INTO meeting (id, title, kind, language, date, body_id, state, created_at)
        VALUES ('m', 'Möte', 'protokoll', 'sv', '2031-01-02', 'råd', 'draft', 'x'), ('n', 'Utkast', 'protokoll', 'sv', '2031-01-03', NULL, 'draft', 'x');
      INSERT INTO agenda_item (id, meeting_id, position, title, number_style) VALUES ('i', 'm', 0, 'A', 'plain'), ('j', 'n', 0, 'B', 'plain');
      INSERT INTO paragraph (id, item_id, position, kind, text)
        VALUES ('p', 'i', 0, 'decision', 'att A'), ('q', 'j', 0, 'decision', 'att B');
      INSERT INTO decision (id, item_id, paragraph_id, position, inline, text, number)
        VALUES ('d', 'i', 'p', 0, 0, 'att A', 4), ('e', 'j', 'q', 0, 0, 'att B', 9);
      INSERT INTO decision_series (decision_id, meeting_id, body_id, year, number)
        VALUES ('d', 'm', 'råd', 2031, 4), ('e', 'n', NULL, 2031, 9)`)
    const insert =
      db.prepare(`INSERT INTO minutes_version (id, meeting_id, version, approved_on, made_at, content, sha256)
      VALUES (@version, 'm', @version, '2031-02-01', '2031-02-01', @content, 'x')`)
    const contents = [
      version('Provrådet', '2031:4', '2031:5'),
      version('Bytt namn', '2030:7'),
      version(null, '2031:6'),
      '{}',
    ]
    for (const [at, content] of contents.entries()) insert.run({ version: String(at + 1), content })
    migrate(brand(db), 260)
    expect(
      db
        .prepare('SELECT meeting_id, paragraph_id, body_id, year, number FROM approved_number ORDER BY number')
        .raw()
        .all(),
    ).toEqual([
      ['m', 'p', 'råd', 2031, 4],
      ['m', '', 'råd', 2031, 5],
      ['m', '', null, 2031, 6],
      ['m', '', 'råd', 2030, 7],
    ])
  })
})

describe('the migrations to live minutes', () => {
  /** A workspace of version 60 with a row in every table, brought up to date. */
  function moved() {
    const db = new Database(':memory:')
    db.pragma('foreign_keys = ON')
    const old = migrations.filter(({ version }) => version <= 60)
    migrate(brand(db), 0, old)
    const tables = tablesOf(db)
    for (const table of tables) fill(db, table)
    db.exec('UPDATE meeting SET approved_on = NULL; DELETE FROM search_dirty')
    db.exec(`INSERT INTO meeting (id, kind, language, title, created_at, approved_on)
      VALUES ('approved', 'protokoll', 'sv', 'Justerat', '2030-01-01', '2030-02-01')`)
    const columns = Object.fromEntries(
      tables.map((table) => [table, db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table)]),
    )
    const rows = () =>
      Object.fromEntries(
        tables.map((table) => [table, db.prepare(`SELECT ${columns[table]?.join(', ')} FROM ${table}`).all()]),
      )
    const before = rows()
    migrate(brand(db), 60)
    return { db, before, after: rows() }
  }

  it('keep every row of every table, those that are made anew with their references', () => {
    const { db, before, after } = moved()
    expect(after).toEqual(before)
    for (const table of ['paragraph', 'decision', 'action', 'attendance']) expect(after[table], table).not.toEqual([])
    expect(db.pragma('foreign_key_check')).toEqual([])
  })

  it('hold what was approved for approved and the rest for drafts, and lock the former', () => {
    const { db } = moved()
    const states = db.prepare('SELECT approved_on IS NOT NULL AS done, state FROM meeting ORDER BY done').all()
    expect(states).toEqual([
      { done: 0, state: 'draft' },
      { done: 1, state: 'approved' },
    ])
    expect(() => db.exec("UPDATE meeting SET title = 'x' WHERE id = 'approved'")).toThrow('meeting.locked')
  })

  it('leave no history of what they moved, and what is searched goes on being noted', () => {
    const { db } = moved()
    expect(db.prepare('SELECT * FROM paragraph_version').all()).toEqual([])
    for (const part of ['paragraph', 'decision', 'action']) {
      const noted = () => db.prepare('SELECT count(*) FROM search_dirty WHERE part = ?').pluck().get(part)
      const clear = () => db.exec('DELETE FROM search_dirty')
      clear()
      db.exec(`UPDATE ${part} SET text = 'nytt'`)
      expect([part, 'update', noted()]).toEqual([part, 'update', 1])
      clear()
      db.exec(`CREATE TEMP TABLE kept AS SELECT * FROM ${part}; DELETE FROM ${part}`)
      expect([part, 'delete', noted()]).toEqual([part, 'delete', 1])
      clear()
      db.exec(`INSERT INTO ${part} SELECT * FROM temp.kept; DROP TABLE temp.kept`)
      expect([part, 'insert', noted()]).toEqual([part, 'insert', 1])
      if (part === 'paragraph') {
        // Removing it took along what it said.
        fill(db, 'decision')
        fill(db, 'action')
      }
    }
  })
})

describe('a migration', () => {
  it('never changes: workspaces have gone through it as it was, and what is new belongs into a further one', () => {
    const marks = migrations.map(({ version, sql }) => [
      version,
      createHash('sha256').update(sql).digest('hex').slice(0, 16),
    ])
    expect(marks).toEqual([
      [10, '4f121340656e87d1'],
      [20, 'b86c549539bfd54b'],
      [30, '6ba7882e0d304257'],
      [40, '6a0ddfc600e886c9'],
      [50, '2f241eb093bee0ed'],
      [60, 'd55c4fd74e7b9ed2'],
      [70, '105c20300a3d9bc3'],
      [80, '9aaafc065354fc61'],
      [90, 'd1afc1c69c87da65'],
      [100, '29b775a37e0356b6'],
      [110, '4340dc27cac6f37f'],
      [120, '9d7535ead285e300'],
      [130, 'fa1d2ba31cdb3c46'],
      [140, 'cac0b8b05604433b'],
      [150, '81defc8c934db7ea'],
      [180, '1f0f2e1ac13b30c2'],
      [190, '3e131a6fa6ab40e6'],
      [200, '775fec4168bd672e'],
      [210, 'a2f8eee6a23e65eb'],
      [220, 'edf4969ce2c68e9e'],
      [230, '969423afbb3a1581'],
      [240, '5553fb71a5dc442a'],
      [250, '4a4f134eb4ca8733'],
      [260, '34a01542b41b0dcb'],
      [270, '2c55e90b513106d1'],
    ])
  })
})

/** Rows that a migration moves behind those of another table; how they stand there is said above. */
const moving: Readonly<Partial<Record<number, { from: string; to: string }>>> = {
  260: { from: 'entry_change', to: 'fallen_row' },
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
      const rows = (of: readonly string[]) =>
        Object.fromEntries(of.map((table) => [table, db.prepare(`SELECT * FROM ${table}`).all()]))
      const before = rows(tables)
      const empty = Object.entries(before).filter(([, list]) => list.length === 0)
      migrate(brand(db), migrations[index - 1]?.version ?? 0, migrations.slice(0, index + 1))
      expect(empty).toEqual([])
      const { from, to } = moving[migrations[index]?.version ?? 0] ?? {}
      const after = rows(tables.filter((table) => table !== from))
      if (from !== undefined && to !== undefined) {
        expect(after[to]).toHaveLength((before[to]?.length ?? 0) + (before[from]?.length ?? 0))
        after[to] = after[to]?.slice(0, before[to]?.length) ?? []
        delete before[from]
      }
      // A table may gain columns; what was there stays.
      expect(after).toMatchObject(before)
      expect(db.pragma('foreign_key_check')).toEqual([])
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
      expect(db.pragma('user_version', { simple: true })).toBe(migrations[index]?.version)
    })
  },
)
