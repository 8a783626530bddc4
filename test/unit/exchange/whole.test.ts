/** A whole workspace out as JSON and back: the same rows in every table, the same meetings, or nothing at all. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { programVersion } from '#contract/exchange.ts'
import { brand, get } from '#db/connection.ts'
import { createWorkspace, migrate, openWorkspace } from '#db/open.ts'
import { buildFile } from '#db/create.ts'
import { currentVersion, migrations } from '#db/migrations/index.ts'
import { storedTables } from '#db/queries/whole.ts'
import { loadWorkspace } from '#db/whole-in.ts'
import { wholeTables } from '#db/whole-out.ts'
import { wholeIn, wholeOut } from '#core/exchange/whole.ts'
import { newApp, root, type TestApp } from '../../helpers/app.ts'
import { plant } from '../../helpers/planted.ts'
import { newWorkspace, someDay, temporaryFolder } from '../../helpers/workspace.ts'

/** Every stored row but the steps of undo, by table, read past the application. */
function tablesOf(path: string): Record<string, unknown[]> {
  const driver = new Database(path, { readonly: true })
  try {
    const names = storedTables(brand(driver)).filter((name) => !name.startsWith('undo_'))
    return Object.fromEntries(names.map((name) => [name, driver.prepare(`SELECT * FROM "${name}"`).raw().all()]))
  } finally {
    driver.close()
  }
}

async function written(app: TestApp): Promise<Uint8Array> {
  const { saved } = await app.call('workspace.exportJson', {})
  return app.saved.get(saved ?? '') ?? new Uint8Array()
}

const base64 = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64')
const parsed = (bytes: Uint8Array) => JSON.parse(Buffer.from(bytes).toString()) as Document
type Document = {
  format: string
  formatVersion: number
  program: string
  schema: number
  madeAt: string
  tables: Record<string, { columns: string[]; rows: unknown[][] }>
}

describe('a whole workspace', () => {
  it('says which program wrote it, as package.json has it', () => {
    const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as { version: string }
    expect(programVersion).toBe(version)
  })

  it('comes back from JSON the same in every table, and each meeting is shown the same', async () => {
    const app = newApp({ open: false })
    await app.call('workspace.example', {})
    const list = await app.call('meetings.list', {})
    const before = await Promise.all(list.meetings.map(({ id }) => app.call('meetings.show', { which: id })))
    const bytes = await written(app)
    expect(parsed(bytes)).toMatchObject({
      format: 'kansli-workspace',
      formatVersion: 1,
      schema: currentVersion,
      madeAt: someDay.toISOString(),
    })
    const status = await app.call('workspace.importJson', { name: 'Kopia', base64: base64(bytes) })
    expect(status.open?.name).toBe('Kopia')
    const after = await Promise.all(list.meetings.map(({ id }) => app.call('meetings.show', { which: id })))
    expect(after).toEqual(before)
    app.close()
    const [original, copy] = [tablesOf(join(app.folder, 'Exempel.kansli')), tablesOf(join(app.folder, 'Kopia.kansli'))]
    expect(Object.keys(copy)).toEqual(Object.keys(original))
    expect(copy).toEqual(original)
    expect(original['meeting']?.length).toBeGreaterThan(0)
  })

  it('comes back with a row in every table there is', () => {
    const { db, folder, path, close } = newWorkspace()
    plant(db, 'märke', () => crypto.randomUUID())
    const { bytes, rows } = wholeOut(db, '0', someDay.toISOString(), { withNotes: true })
    expect(rows).toBeGreaterThanOrEqual(wholeTables(db, { withNotes: true }).length)
    const target = join(folder, 'kopia.kansli')
    wholeIn(bytes, target)
    void close({ at: someDay })
    expect(tablesOf(target)).toEqual(tablesOf(path))
    expect(Object.values(tablesOf(target)).every((table) => table.length > 0)).toBe(true)
  })

  it('leaves private notes out unless they are asked for, and says how many', async () => {
    const app = newApp()
    const { id } = await app.call('meetings.create', { title: 'Prov', kind: 'protokoll', date: null, body: null })
    const [item] = (await app.call('meetings.get', { id })).items
    app.close()
    const { db, close } = openWorkspace(app.path, someDay)
    wholeRun(db, 'INSERT INTO private_note (id, text) VALUES (?, ?)', [item?.id, 'bara för mig'])
    void close({ at: someDay })
    app.openWorkspace(app.path)
    const holds = async (input: { withNotes?: boolean }) => {
      const { saved, notesLeft } = await app.call('workspace.exportJson', input)
      return [Buffer.from(app.saved.get(saved ?? '') ?? '').includes('bara för mig'), notesLeft]
    }
    expect(await holds({})).toEqual([false, 1])
    expect(await holds({ withNotes: true })).toEqual([true, 0])
  })

  it('takes approved minutes as they stand, and they are locked again; no earlier wording is made of it', () => {
    const { db, folder, path, close } = newWorkspace()
    plant(db, 'märke', () => crypto.randomUUID())
    wholeRun(db, "UPDATE meeting SET state = 'approved'", [])
    const target = join(folder, 'kopia.kansli')
    wholeIn(wholeOut(db, '0', '', { withNotes: true }).bytes, target)
    void close({ at: someDay })
    expect(tablesOf(target)).toEqual(tablesOf(path))
    const copy = new Database(target)
    expect(() => copy.exec("UPDATE paragraph SET text = 'annat'")).toThrow('meeting.locked')
    const names = (driver: Database.Database) =>
      driver.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger' ORDER BY name").pluck().all()
    const original = new Database(path, { readonly: true })
    expect(names(copy)).toEqual(names(original))
    copy.close()
    original.close()
    // What came in is found by searching.
    const opened = openWorkspace(target, someDay)
    expect(get(opened.db, 'SELECT 1 FROM search_dirty LIMIT 1')).toBeDefined()
    void opened.close({ at: someDay })
  })

  it('keeps every sign and number that a table can hold', () => {
    const { db, folder, path, close } = newWorkspace()
    const text = 'a"\\\n\u0000\u2028\u{1F600}å\uFFFF</script>'
    const driver = new Database(':memory:')
    driver.close()
    const put = (sql: string, ...values: unknown[]) => wholeRun(db, sql, values)
    put('INSERT INTO person (id, name, sort_key) VALUES (?, ?, ?)', crypto.randomUUID(), text, '')
    for (const number of [0.1, -1e300, 5e-324, Infinity, -Infinity, 3])
      put('INSERT INTO node_position (id, x, y, pinned) VALUES (?, ?, 1, 0)', crypto.randomUUID(), number)
    const target = join(folder, 'kopia.kansli')
    wholeIn(wholeOut(db, '0', '').bytes, target)
    void close({ at: someDay })
    expect(tablesOf(target)).toEqual(tablesOf(path))
  })

  it('written in an older shape is made in that shape and brought up to date', () => {
    const folder = temporaryFolder()
    const old = join(folder, 'old.kansli')
    const path = join(folder, 'new.kansli')
    buildFile(old, (driver) => {
      migrate(
        brand(driver),
        0,
        migrations.filter(({ version }) => version <= 40),
      )
      driver.prepare("INSERT INTO person (id, name, sort_key) VALUES ('p', 'Ada Test', 'ada')").run()
      driver
        .prepare("INSERT INTO body (id, name, sort_key, match_key, fold_key) VALUES ('b', 'G', 'g', 'g', 'g')")
        .run()
      driver.prepare("INSERT INTO tenure (id, person_id, body_id, role) VALUES ('t', 'p', 'b', 'ledamot')").run()
    })
    const driver = new Database(old)
    const { bytes } = wholeOut(brand(driver), '0', '')
    driver.close()
    expect(parsed(bytes).schema).toBe(40)
    wholeIn(bytes, path)
    const opened = openWorkspace(path, someDay)
    void opened.close({ at: someDay })
    const copy = new Database(path, { readonly: true })
    expect(copy.pragma('user_version', { simple: true })).toBe(currentVersion)
    expect(copy.prepare('SELECT role, to_kind FROM tenure').get()).toEqual({ role: 'ledamot', to_kind: 'unknown' })
    copy.close()
  })

  it('does not hold a large workspace as objects: one of sixty megabytes goes there and back', () => {
    const { db, folder, close } = newWorkspace()
    const text = 'En rad om ingenting särskilt, som upprepas.\n'.repeat(2400)
    for (let index = 0; index < 600; index += 1)
      wholeRun(
        db,
        "INSERT INTO source (id, name, kind, text, encoding, sha256, added_at) VALUES (?, 'x', 'text', ?, 'utf-8', ?, '')",
        [crypto.randomUUID(), text, String(index)],
      )
    const { bytes } = wholeOut(db, '0', '')
    expect(bytes.length).toBeGreaterThan(60_000_000)
    const target = join(folder, 'kopia.kansli')
    wholeIn(bytes, target)
    void close({ at: someDay })
    expect(tablesOf(target)['source']).toHaveLength(600)
  }, 120_000)
})

/** A statement past the application's own queries. */
function wholeRun(db: Parameters<typeof wholeOut>[0], sql: string, values: readonly unknown[]): void {
  // The brand hides the driver; a test may look behind it.
  ;(db as unknown as Database.Database).prepare(sql).run(values)
}

describe('a document that is not what it should be', () => {
  type Change = (document: Document) => unknown
  const refusals: [what: string, code: string, change: Change][] = [
    ['another format', 'whole.not-export', (one) => ({ ...one, format: 'x' })],
    ['no tables', 'whole.not-export', (one) => ({ ...one, tables: undefined })],
    ['a list', 'whole.not-export', () => []],
    ['another version of the document', 'whole.damaged', (one) => ({ ...one, formatVersion: 2 })],
    ['a shape of the future', 'workspace.from-future', (one) => ({ ...one, schema: 9999 })],
    ['a shape that never was', 'whole.damaged', (one) => ({ ...one, schema: 41 })],
    ['a version that is a word', 'whole.damaged', (one) => ({ ...one, schema: '60' })],
    [
      'a table too many',
      'whole.damaged',
      (one) => ({ ...one, tables: { ...one.tables, sqlite_schema: { columns: [], rows: [] } } }),
    ],
    [
      'the undo history',
      'whole.damaged',
      (one) => ({ ...one, tables: { ...one.tables, undo_step: { columns: ['step'], rows: [] } } }),
    ],
    ['a table too few', 'whole.damaged', (one) => ({ ...one, tables: { ...one.tables, person: undefined } })],
    ['a column too few', 'whole.damaged', (one) => withPerson(one, ['id', 'name'], [])],
    [
      'a column of another name',
      'whole.damaged',
      (one) => withPerson(one, ['id', 'name"', 'sort_key', 'status', 'review_on'], []),
    ],
    ['a row too short', 'whole.damaged', (one) => withPerson(one, null, ['1', 'Ada Test'])],
    [
      'a number where a text should stand',
      'whole.damaged',
      (one) => withPerson(one, null, ['1', 5, 'x', 'active', null]),
    ],
    [
      'an object where a text should stand',
      'whole.damaged',
      (one) => withPerson(one, null, ['1', {}, 'x', 'active', null]),
    ],
    ['half a sign', 'whole.damaged', (one) => withPerson(one, null, ['1', 'a\ud800', 'x', 'active', null])],
    [
      'a value that the table checks',
      'whole.damaged',
      (one) => withPerson(one, null, ['1', 'Ada', 'x', 'okänd', null]),
    ],
    [
      'nothing where something must stand',
      'whole.damaged',
      (one) => withPerson(one, null, ['1', null, 'x', 'active', null]),
    ],
    ['a reference to nobody', 'whole.damaged', (one) => with_(one, 'person_name', { person_id: 'x' })],
    ['one key twice', 'whole.damaged', (one) => twice(one, 'meeting')],
    ['bytes that are no base64', 'whole.damaged', (one) => with_(one, 'stored_file', { id: 'y', bytes: 'ab=' })],
    ['bytes that are a number', 'whole.damaged', (one) => with_(one, 'stored_file', { id: 'y', bytes: 7 })],
    ['fields of a paragraph that are no JSON', 'whole.damaged', (one) => first(one, 'paragraph', { fields: '{' })],
    ['a setting that is no JSON', 'whole.damaged', (one) => with_(one, 'setting', { id: 'y', value: '{' })],
  ]
  const withPerson = (one: Document, columns: string[] | null, row: unknown[]) => ({
    ...one,
    tables: {
      ...one.tables,
      person: { columns: columns ?? one.tables['person']?.columns ?? [], rows: row.length === 0 ? [] : [row] },
    },
  })
  const with_ = (one: Document, table: string, row: Record<string, unknown>) => {
    const { columns = [], rows = [] } = one.tables[table] ?? {}
    return {
      ...one,
      tables: {
        ...one.tables,
        [table]: { columns, rows: [...rows, columns.map((name) => row[name] ?? (name === 'kind' ? 'variant' : 'z'))] },
      },
    }
  }
  /** The first row of a table with other values. */
  const first = (one: Document, table: string, to: Record<string, unknown>) => {
    const { columns = [], rows = [] } = one.tables[table] ?? {}
    const changed = rows.map((row, at) =>
      at > 0 ? row : columns.map((name, place) => (name in to ? to[name] : row[place])),
    )
    return { ...one, tables: { ...one.tables, [table]: { columns, rows: changed } } }
  }
  const twice = (one: Document, table: string) => {
    const { columns = [], rows = [] } = one.tables[table] ?? {}
    return { ...one, tables: { ...one.tables, [table]: { columns, rows: [...rows, ...rows] } } }
  }

  it.each(refusals)('is refused for %s with %s, and leaves no file', async (_, code, change) => {
    const app = newApp()
    const minutes =
      'Provmöte\n\nMinnesanteckningar möte med Provgruppen den 3 maj 2030\n\n1 Öppnande\n\nMötet öppnades.\n'
    await app.call('imports.commit', { name: 'maj.txt', text: minutes, encoding: 'pasted' })
    const document = change(parsed(await written(app)))
    const before = readdirSync(app.folder).toSorted()
    expect(await app.refused('workspace.importJson', { name: 'Kopia', base64: base64(JSON.stringify(document)) })).toBe(
      code,
    )
    expect(readdirSync(app.folder).toSorted()).toEqual(before)
    // The workspace that was open is still the one that is.
    expect((await app.call('workspace.status', {})).counts).toMatchObject({ meetings: 1 })
  })

  it('is refused wherever it is cut off or has a byte changed, or is the same', async () => {
    const { db, folder } = newWorkspace()
    plant(db, 'märke', () => crypto.randomUUID())
    const { bytes } = wholeOut(db, '0', '')
    const target = join(folder, 'kopia.kansli')
    for (let part = 0; part < 40; part += 1) {
      const cut = Math.floor((bytes.length * part) / 40)
      expect(() => wholeIn(bytes.subarray(0, cut), target)).toThrow(/not-export|damaged/u)
    }
    expect(() => wholeIn(Buffer.concat([bytes, Buffer.from('{}')]), target)).toThrow('whole.damaged')
    expect(() => wholeIn(Buffer.concat([Buffer.from([0xff]), bytes]), target)).toThrow('whole.not-export')
    expect(readdirSync(folder).filter((name) => name.includes('kopia'))).toEqual([])
  })

  it('read anew by another program and written in lines is the same workspace', async () => {
    const app = newApp()
    await app.call('meetings.create', { title: 'Provmöte', kind: 'protokoll', date: null, body: null })
    const pretty = JSON.stringify(parsed(await written(app)), null, 4)
    await app.call('workspace.importJson', { name: 'Kopia', base64: base64(`\uFEFF${pretty}`) })
    expect((await app.call('workspace.status', {})).counts).toMatchObject({ meetings: 1 })
  })

  it('is never put over a workspace of its name, or outside the folder', async () => {
    const app = newApp()
    const bytes = base64(await written(app))
    expect(await app.refused('workspace.importJson', { name: 'test', base64: bytes })).toBe('workspace.exists')
    expect(await app.refused('workspace.importJson', { name: '../x', base64: bytes })).toBe('workspace.name-unusable')
  })

  it('with faults of the reader behind it leaves nothing either', () => {
    const folder = temporaryFolder()
    const path = join(folder, 'x.kansli')
    const broken = (function* (): Generator<never> {
      yield* []
      throw new Error('broken')
    })()
    expect(() => loadWorkspace(path, currentVersion, broken)).toThrow('broken')
    expect(readdirSync(folder)).toEqual([])
    void createWorkspace(path, someDay).close({ at: someDay })
  })
})
