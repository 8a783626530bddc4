/** What a file is, read without SQLite and without a trace: its header, its identity, whether it may be written. */
import {
  accessSync,
  closeSync,
  constants,
  copyFileSync,
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
import { isSystemFault, systemCode, translated } from './faults.ts'

/** "Kans" in ASCII: the mark of our files in SQLite's header. */
export const applicationId = 0x4b616e73

/** Device and file number. Looking them up opens nothing. Null when there is no such file. */
export function identity(path: string): string | null {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false })
  return found === undefined ? null : `${found.dev}:${found.ino}`
}

export type Header = { applicationId: number; version: number }

/** A file that is somebody else's is no fault of the disk, and room would not help. */
function openToRead(path: string): number {
  try {
    return openSync(path, 'r')
  } catch (error) {
    if (!/^E(?:ACCES|PERM)$/.test(systemCode(error))) throw error
    throw new KansliError('file.unreadable', { file: basename(path) }, { cause: error })
  }
}

/** Reads the first 100 bytes. The connection isn't open yet: reading a live file would drop its lock. */
export function header(path: string): Header {
  const bytes = Buffer.alloc(100)
  const file = openToRead(path)
  try {
    if (readSync(file, bytes, 0, 100, 0) < 100) throw new KansliError('workspace.damaged', { file: basename(path) })
  } finally {
    closeSync(file)
  }
  if (bytes.toString('latin1', 0, 16) !== 'SQLite format 3\0')
    throw new KansliError('workspace.not-a-workspace', { file: basename(path) })
  return { version: bytes.readInt32BE(60), applicationId: bytes.readInt32BE(68) }
}

/** Whether a program was ended before it had put its log into the file. */
export function hasLog(path: string): boolean {
  return (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0
}

/** The header as it stands with the write-ahead log counted in: looked up in a copy, so that the original keeps every byte. */
export function headerWithLog(path: string): Header {
  if (!hasLog(path)) return header(path)
  const folder = mkdtempSync(join(tmpdir(), 'kansli-look-'))
  try {
    const copy = join(folder, 'copy')
    copyFileSync(path, copy)
    copyFileSync(`${path}-wal`, `${copy}-wal`)
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

/** Whether the file, and the log beside it, may be written here. */
export function isWritable(path: string): boolean {
  try {
    for (const one of [path, dirname(path)]) accessSync(one, constants.W_OK)
    return true
  } catch {
    return false
  }
}
