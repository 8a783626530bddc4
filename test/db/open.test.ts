import { createHash } from 'node:crypto'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { KansliError } from '#contract/errors.ts'
import { insert, raw } from '#db/connection.ts'
import { currentVersion, migrations } from '#db/migrations/index.ts'
import { applicationId } from '#db/header.ts'
import { createWorkspace, openWorkspace } from '#db/open.ts'
import { copies, copiesFolder } from '#db/snapshots.ts'
import { newWorkspace, someDay, temporaryFolder } from '../helpers/workspace.ts'

const hash = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

function codeOf(run: () => unknown): string {
  try {
    run()
  } catch (error) {
    if (error instanceof KansliError) return error.code
    throw error
  }
  return 'no error'
}

/** A closed workspace with one setting in it. */
function closedWorkspace(): string {
  const path = join(temporaryFolder(), 'a.kansli')
  const open = createWorkspace(path, someDay)
  insert(open.db, 'setting', { id: 'office', value: '"Kontoret"' })
  open.close({ at: someDay })
  return path
}

function setHeader(path: string, change: (db: Database.Database) => void): void {
  const db = new Database(path)
  change(db)
  db.pragma('journal_mode = DELETE')
  db.close()
}

describe('opening a workspace', () => {
  it('asserts every pragma that durability and safety rest on', () => {
    const driver = raw(newWorkspace().db)
    const read = (name: string) => driver.pragma(name, { simple: true })
    expect({
      locking: read('locking_mode'),
      journal: read('journal_mode'),
      synchronous: read('synchronous'),
      foreignKeys: read('foreign_keys'),
      trusted: read('trusted_schema'),
      cells: read('cell_size_check'),
      mmap: read('mmap_size'),
      secureDelete: read('secure_delete'),
      id: read('application_id'),
      version: read('user_version'),
    }).toEqual({
      locking: 'exclusive',
      journal: 'wal',
      synchronous: 2,
      foreignKeys: 1,
      trusted: 0,
      cells: 1,
      mmap: 0,
      secureDelete: 1,
      id: applicationId,
      version: currentVersion,
    })
  })

  it('has only STRICT tables', () => {
    const rows = raw(newWorkspace().db)
      .prepare("SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'")
      .all()
    const loose = rows.filter((row) => {
      const { name, strict } = row as { name: string; strict: number }
      return strict === 0 && !name.startsWith('sqlite_')
    })
    expect(rows.length).toBeGreaterThan(15)
    expect(loose).toEqual([])
  })

  it('refuses a workspace of a future version and changes no byte of it', () => {
    const path = closedWorkspace()
    setHeader(path, (db) => db.pragma(`user_version = ${currentVersion + 10}`))
    const before = hash(path)
    expect(codeOf(() => openWorkspace(path, someDay))).toBe('workspace.from-future')
    expect(hash(path)).toBe(before)
    expect(existsSync(`${path}-wal`)).toBe(false)
  })

  it('sees a future version that stands only in the write-ahead log, and leaves file and log as they are', () => {
    const path = closedWorkspace()
    const db = new Database(path)
    db.pragma('journal_mode = WAL')
    db.pragma(`user_version = ${currentVersion + 10}`)
    const folder = temporaryFolder()
    const copy = join(folder, 'b.kansli')
    copyFileSync(path, copy)
    copyFileSync(`${path}-wal`, `${copy}-wal`)
    db.close()
    const before = [hash(copy), hash(`${copy}-wal`)]
    expect(codeOf(() => openWorkspace(copy, someDay))).toBe('workspace.from-future')
    expect([hash(copy), hash(`${copy}-wal`)]).toEqual(before)
  })

  it("refuses another program's database, a text file, an empty file, a folder and nothing at all", () => {
    const folder = temporaryFolder()
    const at = (name: string) => join(folder, name)
    setHeader(at('foreign.kansli'), (db) => {
      db.exec('CREATE TABLE t (a TEXT) STRICT')
      db.pragma('application_id = 7')
    })
    writeFileSync(at('text.kansli'), 'Minnesanteckningar '.repeat(20))
    writeFileSync(at('empty.kansli'), '')
    mkdirSync(at('folder.kansli'))
    const codes = ['foreign', 'text', 'empty', 'folder', 'missing'].map((name) =>
      codeOf(() => openWorkspace(at(`${name}.kansli`), someDay)),
    )
    expect(codes).toEqual([
      'workspace.not-a-workspace',
      'workspace.not-a-workspace',
      'workspace.damaged',
      'workspace.not-a-workspace',
      'workspace.not-found',
    ])
    expect(statSync(at('empty.kansli')).size).toBe(0)
  })

  it.skipIf(process.platform === 'win32')('says of a file that this person may not read that it cannot be read', () => {
    const path = closedWorkspace()
    chmodSync(dirname(path), 0o755)
    chmodSync(path, 0)
    // Whoever may do anything reads it all the same, and asks as somebody who may not.
    const may = process.geteuid?.() === 0
    if (may) process.seteuid?.(65_534)
    try {
      expect(codeOf(() => openWorkspace(path, someDay))).toBe('file.unreadable')
    } finally {
      if (may) process.seteuid?.(0)
    }
  })

  it('says that a file cut short is damaged', () => {
    const path = closedWorkspace()
    truncateSync(path, 5000)
    expect(['workspace.damaged', 'workspace.not-a-workspace']).toContain(codeOf(() => openWorkspace(path, someDay)))
  })

  it('lets one program in at a time', () => {
    const first = newWorkspace()
    const driver = new Database(first.path, { timeout: 50 })
    expect(() => driver.prepare('SELECT count(*) FROM setting').get()).toThrow(/locked/)
    driver.close()
  })

  it('refuses the same file a second time in one process before touching it, also under another name', () => {
    const first = newWorkspace()
    const other = join(first.folder, 'other.kansli')
    symlinkSync(first.path, other)
    expect([first.path, other].map((path) => codeOf(() => openWorkspace(path, someDay)))).toEqual([
      'workspace.in-use',
      'workspace.in-use',
    ])
    const driver = new Database(first.path, { timeout: 50 })
    expect(() => driver.prepare('SELECT count(*) FROM setting').get()).toThrow(/locked/)
    driver.close()
  })

  it('never writes over a file that is there', () => {
    const path = closedWorkspace()
    const before = hash(path)
    expect(codeOf(() => createWorkspace(path, someDay))).toBe('workspace.exists')
    expect(hash(path)).toBe(before)
  })

  it('keeps the file for its owner alone', () => {
    if (process.platform === 'win32') return
    expect(statSync(newWorkspace().path).mode & 0o077).toBe(0)
  })
})

describe('migrations', () => {
  it('rise in version and end at the current one', () => {
    const versions = migrations.map((migration) => migration.version)
    expect(versions).toEqual(versions.toSorted((a, b) => a - b))
    expect(new Set(versions).size).toBe(versions.length)
    expect(versions.at(-1)).toBe(currentVersion)
  })

  it('copy the workspace before they change it', () => {
    const path = join(temporaryFolder(), 'old.kansli')
    const old = new Database(path)
    old.pragma(`application_id = ${applicationId}`)
    old.exec(migrations[0]?.sql ?? '')
    old.pragma('user_version = 10')
    old.exec("INSERT INTO setting VALUES ('office', '\"Kontoret\"')")
    old.close()
    const open = openWorkspace(path, someDay)
    const names = copies(path)
    open.close({ at: someDay })
    expect(names).toHaveLength(1)
    const copy = new Database(join(copiesFolder(path), names[0] ?? ''), { readonly: true })
    expect(copy.pragma('user_version', { simple: true })).toBe(10)
    expect(copy.prepare('SELECT value FROM setting').pluck().get()).toBe('"Kontoret"')
    copy.close()
  })

  it('leave the old version whole when one of them fails', async () => {
    const { migrate } = await import('#db/open.ts')
    const open = newWorkspace()
    const broken = [
      { version: currentVersion + 10, sql: 'CREATE TABLE half (a TEXT) STRICT; CREATE TABLE half (b TEXT) STRICT' },
    ]
    expect(() => migrate(open.db, currentVersion, broken)).toThrow(/half/)
    const driver = raw(open.db)
    expect(driver.pragma('user_version', { simple: true })).toBe(currentVersion)
    expect(driver.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'half'").pluck().get()).toBe(0)
  })
})

describe('copies', () => {
  it('are taken at close when something changed, and the last three are kept', () => {
    const path = closedWorkspace()
    for (let round = 0; round < 4; round += 1) {
      const open = openWorkspace(path, someDay)
      insert(open.db, 'setting', { id: `key${round}`, value: '1' })
      open.close({ at: someDay })
    }
    const names = copies(path)
    expect(names).toHaveLength(3)
    const newest = new Database(join(copiesFolder(path), names.at(-1) ?? ''), { readonly: true })
    expect(newest.prepare('SELECT count(*) FROM setting').pluck().get()).toBe(5)
    newest.close()
  })

  it('are not taken when nothing changed', () => {
    const path = closedWorkspace()
    const before = copies(path)
    openWorkspace(path, someDay).close({ at: someDay })
    expect(copies(path)).toEqual(before)
  })

  it('open as workspaces of their own', () => {
    const path = closedWorkspace()
    const copy = join(copiesFolder(path), copies(path)[0] ?? '')
    const open = openWorkspace(copy, someDay)
    expect(raw(open.db).prepare('SELECT value FROM setting').pluck().get()).toBe('"Kontoret"')
    open.close({ at: someDay })
  })
})
