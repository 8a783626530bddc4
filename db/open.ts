/**
 * Opening a workspace file: what it is is read from its header before SQLite touches it, the lock is
 * taken before anything is written, every pragma is read back, and older shapes are brought up to
 * date behind a verified copy.
 */
import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdtempSync,
  openSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { KansliError } from '#contract/errors.ts'
import { brand, raw, setRevision, type WritableDb } from './connection.ts'
import { currentVersion, migrations, type Migration } from './migrations/index.ts'
import { takeCopy } from './snapshots.ts'

/** "Kans" in ASCII: the mark of our files in SQLite's header. */
export const applicationId = 0x4b616e73

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

/** Device and file number. Looking them up opens nothing. Null when there is no such file. */
function identity(path: string): string | null {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false })
  return found === undefined ? null : `${found.dev}:${found.ino}`
}

type Header = { applicationId: number; version: number }

/** Reads the first 100 bytes. The connection isn't open yet: reading a live file would drop its lock. */
function header(path: string): Header {
  const bytes = Buffer.alloc(100)
  const file = openSync(path, 'r')
  try {
    if (readSync(file, bytes, 0, 100, 0) < 100) throw new KansliError('workspace.damaged', { file: basename(path) })
  } finally {
    closeSync(file)
  }
  if (bytes.toString('latin1', 0, 16) !== 'SQLite format 3\0')
    throw new KansliError('workspace.not-a-workspace', { file: basename(path) })
  return { version: bytes.readInt32BE(60), applicationId: bytes.readInt32BE(68) }
}

/** The header as it stands with the write-ahead log counted in: looked up in a copy, so that the original keeps every byte. */
function headerWithLog(path: string): Header {
  const log = `${path}-wal`
  if (!existsSync(log) || statSync(log).size === 0) return header(path)
  const folder = mkdtempSync(join(tmpdir(), 'kansli-look-'))
  try {
    const copy = join(folder, 'copy')
    copyFileSync(path, copy)
    copyFileSync(log, `${copy}-wal`)
    const db = new Database(copy)
    try {
      // pragma(…, {simple}) is untyped in the driver; both pragmas are integers by SQLite's own rules.
      const read = (name: string) => db.pragma(name, { simple: true }) as number
      return { applicationId: read('application_id'), version: read('user_version') }
    } finally {
      db.close()
    }
  } catch (error) {
    // No room for the copy says nothing of the workspace.
    if (isSystemFault(error)) throw translated(error, path)
    throw new KansliError('workspace.damaged', { file: basename(path) }, { cause: error })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

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
  return found
}

/** Faults of files and disks as Node reports them. */
function isSystemFault(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    /^E(ACCES|BUSY|DQUOT|EXIST|FBIG|IO|ISDIR|LOOP|MFILE|NAMETOOLONG|NFILE|NOSPC|NOTDIR|PERM|ROFS)$/.test(error.code)
  )
}

/** The driver's and the system's codes as errors people can act on; anything else is a bug and passes. */
export function translated(error: unknown, path: string): unknown {
  if (isSystemFault(error)) return new KansliError('workspace.disk', { file: basename(path) }, { cause: error })
  const code = error instanceof Database.SqliteError ? error.code : ''
  const file = basename(path)
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return new KansliError('workspace.in-use', { file }, { cause: error })
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB')
    return new KansliError('workspace.damaged', { file }, { cause: error })
  if (/^SQLITE_(FULL|IOERR|READONLY|CANTOPEN)/.test(code))
    return new KansliError('workspace.disk', { file }, { cause: error })
  return error
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
  /** Copies what was changed and closes, whatever happens; gives the reason when the copy failed, else null. */
  close: (copy: { at: Date }) => unknown
}

/**
 * Opens an existing workspace for this process alone.
 * @throws KansliError workspace.not-found, .not-a-workspace, .damaged, .from-future, .in-use, .disk
 */
export function openWorkspace(path: string, now: Date): OpenWorkspace {
  let found: Header
  try {
    found = guard(path)
  } catch (error) {
    throw translated(error, path)
  }
  return connect(path, now, found.version)
}

/** Makes a new workspace. @throws KansliError workspace.exists, .disk */
export function createWorkspace(path: string, now: Date): OpenWorkspace {
  try {
    // 'wx': a file that is there already is never opened, also when two programs try at once.
    closeSync(openSync(path, 'wx', 0o600))
  } catch (error) {
    const exists = error instanceof Error && 'code' in error && error.code === 'EEXIST'
    throw new KansliError(exists ? 'workspace.exists' : 'workspace.disk', { file: basename(path) }, { cause: error })
  }
  try {
    const open = connect(path, now, 0)
    syncFolder(dirname(path))
    return open
  } catch (error) {
    rmSync(path, { force: true })
    throw error
  }
}

function connect(path: string, now: Date, version: number): OpenWorkspace {
  let driver: Database.Database | undefined
  try {
    driver = new Database(path, { fileMustExist: true, timeout: 2000 })
    const db = brand(driver)
    configure(db)
    keepPrivate(path)
    if (version === 0) driver.pragma(`application_id = ${applicationId}`)
    else if (version < currentVersion) takeCopy(db, path, now, `before-${currentVersion}`)
    migrate(db, version)
    setRevision(db, now.getTime())
    const own = identity(path)
    if (own === null) throw new KansliError('workspace.gone', { file: basename(path) })
    held.add(own)
    const changesAtOpen = totalChanges(driver)
    return {
      db,
      path,
      assertInPlace: () => {
        if (identity(path) !== own) throw new KansliError('workspace.gone', { file: basename(path) })
      },
      close: ({ at }) => {
        if (!driver?.open) return null
        let failed: unknown = null
        try {
          driver.pragma('query_only = OFF')
          // What was moved or removed under us stands whole in the copy.
          if (totalChanges(driver) > changesAtOpen || identity(path) !== own) takeCopy(db, path, at, 'closed')
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
    }
  } catch (error) {
    driver?.close()
    throw translated(error, path)
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

/** Makes a new file's name itself survive a power cut. Windows has no such call and needs none. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
