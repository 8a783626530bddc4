/**
 * Opening a workspace file: what it is is read from its header before SQLite touches it, the lock is
 * taken before anything is written, every pragma is read back, and older shapes are brought up to
 * date behind a verified copy.
 */
import { chmodSync, existsSync, rmSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import Database from 'better-sqlite3'
import { KansliError } from '#contract/errors.ts'
import { brand, raw, setRevision, type WritableDb } from './connection.ts'
import { buildFile } from './create.ts'
import { translated } from './faults.ts'
import { applicationId, header, hasLog, headerWithLog, identity, isWritable, type Header } from './header.ts'
import { currentVersion, migrations, type Migration } from './migrations/index.ts'
import { copyWhileOpen, stopCopying } from './online-copy.ts'
import { setUncopied, uncopiedSince } from './queries/settings.ts'
import { finishErasure } from './rewrite.ts'
import { takeCopy } from './snapshots.ts'

/** In the order they must be set; each is read back. locking_mode comes first: it decides how WAL is kept. */
const pragmas: readonly (readonly [name: string, set: string, expect: string | number])[] = [
  ['locking_mode', 'EXCLUSIVE', 'exclusive'],
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', 2],
  ['checkpoint_fullfsync', 'ON', 1],
  ['foreign_keys', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ['mmap_size', '0', 0],
  ['secure_delete', 'ON', 1],
  ['temp_store', 'MEMORY', 2],
  ['journal_size_limit', '16777216', 16_777_216],
  // A log of a megabyte is written over and over: growing it costs more than the sync itself.
  ['wal_autocheckpoint', '250', 250],
]

/**
 * Files this process holds open, by what they are and not by one of their names: reading one of them
 * from outside SQLite, be it by a link or another spelling, would drop its lock.
 */
const held = new Set<string>()

function guard(path: string): Header {
  if (Number(process.versions.node.split('.')[0]) < 22)
    throw new KansliError('runtime.too-old', { version: process.versions.node })
  if (!existsSync(path)) throw new KansliError('workspace.not-found', { file: basename(path) })
  const own = identity(path)
  if (own !== null && held.has(own)) throw new KansliError('workspace.in-use', { file: basename(path) })
  if (!statSync(path).isFile()) throw new KansliError('workspace.not-a-workspace', { file: basename(path) })
  header(path)
  const found = headerWithLog(path)
  if (found.applicationId !== applicationId)
    throw new KansliError('workspace.not-a-workspace', { file: basename(path) })
  if (found.version > currentVersion)
    throw new KansliError('workspace.from-future', {
      file: basename(path),
      version: found.version,
      known: currentVersion,
    })
  // A lock, a log and what was typed all need a place that takes them.
  if (!isWritable(path)) throw new KansliError('workspace.read-only', { file: basename(path) })
  return found
}

function configure(db: WritableDb): void {
  const driver = raw(db)
  for (const [name, set, expect] of pragmas) {
    driver.pragma(`${name} = ${set}`)
    const got = driver.pragma(name, { simple: true })
    if (got !== expect) throw new Error(`pragma ${name} is ${String(got)}, not ${expect}`)
  }
  // With locking_mode EXCLUSIVE the first write takes the lock for good.
  driver.exec('BEGIN IMMEDIATE; COMMIT')
}

/** Brings a file from `from` up to date, each migration with its version in one transaction. */
export function migrate(db: WritableDb, from: number, list: readonly Migration[] = migrations): void {
  const driver = raw(db)
  for (const migration of list) {
    if (migration.version <= from) continue
    driver.exec('BEGIN IMMEDIATE')
    try {
      driver.exec(migration.sql)
      driver.pragma(`user_version = ${migration.version}`)
      const broken = driver.pragma('foreign_key_check')
      if (Array.isArray(broken) && broken.length > 0)
        throw new Error(`migration ${migration.version} breaks foreign keys`)
      driver.exec('COMMIT')
    } catch (error) {
      if (driver.inTransaction) driver.exec('ROLLBACK')
      throw error
    }
  }
}

export type OpenWorkspace = {
  db: WritableDb
  path: string
  /** @throws KansliError workspace.gone when another file, or none, lies where this one was opened */
  assertInPlace: () => void
  /** Copies what was changed since the copy before, and stays open. Gives whether there was anything to copy. */
  copy: (at: Date) => Promise<boolean>
  /** Copies what was changed and closes, whatever happens; gives the reason when the copy failed, else null. */
  close: (copy: { at: Date }) => unknown
  /** Lets go of the file as it lies, without a copy: after a fault this connection is not to be asked anything more. */
  abandon: () => void
}

/**
 * Opens an existing workspace for this process alone.
 * @param check after a fault of the disk: settles the log and reads the whole file; refuses what is not sound
 * @throws KansliError workspace.not-found, .not-a-workspace, .damaged, .from-future, .in-use, .read-only, .disk, file.unreadable
 */
export function openWorkspace(path: string, now: Date, { check } = { check: false }): OpenWorkspace {
  let found: Header
  try {
    found = guard(path)
  } catch (error) {
    throw translated(error, path)
  }
  return connect(path, now, { version: found.version, check })
}

/** Makes a new workspace. @throws KansliError workspace.exists, .disk */
export function createWorkspace(path: string, now: Date): OpenWorkspace {
  buildFile(path, (driver) => {
    driver.pragma(`application_id = ${applicationId}`)
    migrate(brand(driver), 0)
  })
  try {
    return connect(path, now, { version: currentVersion, check: false })
  } catch (error) {
    // Whoever was quicker to open it keeps it; nothing else can be in it yet.
    if (!(error instanceof KansliError) || error.code !== 'workspace.in-use')
      for (const part of ['-wal', '']) rmSync(path + part, { force: true })
    throw error
  }
}

/**
 * After a fault: what the log holds may have been dropped by a sync that failed, though reading still
 * shows it. It is written anew into the file and synced before the whole is read.
 */
function assertSound(driver: Database.Database, path: string): void {
  driver.pragma('wal_checkpoint(TRUNCATE)')
  const found = driver.pragma('integrity_check(1)', { simple: true })
  if (found !== 'ok') throw new KansliError('workspace.damaged', { file: basename(path) })
}

function connect(path: string, now: Date, { version, check }: { version: number; check: boolean }): OpenWorkspace {
  let driver: Database.Database | undefined
  try {
    // Whoever closes properly leaves no log: what is in this one has no copy yet.
    const interrupted = check || hasLog(path)
    driver = new Database(path, { fileMustExist: true, timeout: 2000 })
    const db = brand(driver)
    configure(db)
    keepPrivate(path)
    if (check) assertSound(driver, path)
    if (version > 0 && version < currentVersion) takeCopy(db, path, now, `before-${currentVersion}`)
    migrate(db, version)
    finishErasure(db, path, now)
    setRevision(db, now.getTime())
    const own = identity(path)
    if (own === null) throw new KansliError('workspace.gone', { file: basename(path) })
    held.add(own)
    return opened(db, path, own, interrupted)
  } catch (error) {
    driver?.close()
    throw translated(error, path)
  }
}

/** A copy that fails is remembered in the workspace itself, so that the next one to open it is told. */
function copyAtClose(db: WritableDb, path: string, at: Date): void {
  const since = uncopiedSince(db)
  if (since !== null) setUncopied(db, null)
  try {
    takeCopy(db, path, at, 'closed')
  } catch (error) {
    try {
      setUncopied(db, since ?? at.toISOString())
    } catch {
      // No room for this either: the disk itself will be heard of.
    }
    throw error
  }
}

function opened(db: WritableDb, path: string, own: string, interrupted: boolean): OpenWorkspace {
  const driver = raw(db)
  const changesAtOpen = totalChanges(driver)
  let changesCopied = interrupted ? -1 : changesAtOpen
  return {
    db,
    path,
    copy: async (at) => {
      const changes = totalChanges(driver)
      if (changes === changesCopied || (await copyWhileOpen(db, path, at)) === null) return false
      changesCopied = changes
      return true
    },
    assertInPlace: () => {
      if (identity(path) !== own) throw new KansliError('workspace.gone', { file: basename(path) })
    },
    close: ({ at }) => {
      if (!driver.open) return null
      stopCopying(db)
      let failed: unknown = null
      try {
        const owed = interrupted || totalChanges(driver) > changesAtOpen || uncopiedSince(db) !== null
        // What was moved or removed under us stands whole in the copy.
        if (owed || identity(path) !== own) copyAtClose(db, path, at)
      } catch (error) {
        failed = translated(error, path)
      }
      try {
        driver.pragma('wal_checkpoint(TRUNCATE)')
      } catch (error) {
        // The log stays beside the file, and the next opening reads it.
        failed ??= translated(error, path)
      }
      driver.close()
      held.delete(own)
      return failed
    },
    abandon: () => {
      stopCopying(db)
      driver.close()
      held.delete(own)
    },
  }
}

/** Closed to other users, where the disk knows users and the file is ours. */
function keepPrivate(path: string): void {
  if (process.platform === 'win32') return
  try {
    chmodSync(path, 0o600)
  } catch {
    // A colleague's file, or a stick that knows no owners: it opens as it is.
  }
}

function totalChanges(driver: Database.Database): number {
  // total_changes() is one integer; the driver types rows as unknown.
  return (driver.prepare('SELECT total_changes() AS n').get() as { n: number }).n
}
