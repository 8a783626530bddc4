/** Files of the machine as the core's port sees them: whole reads, whole writes, errors as codes. */
import {
  chmodSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { randomUUID } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import type { ErrorCode } from '#contract/errors.ts'
import { KansliError } from '#contract/errors.ts'
import type { FileInfo, Files } from '#core/ports.ts'

/** Largest file that is read whole: above the largest workspace a browser can hand over. */
const largest = 400_000_000

function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

function coded(error: unknown, path: string, otherwise: ErrorCode): KansliError {
  if (error instanceof KansliError) return error
  const code = systemCode(error) === 'ENOENT' && otherwise === 'file.unreadable' ? 'file.not-found' : otherwise
  return new KansliError(code, { file: basename(path) }, { cause: error })
}

/** Makes a file's entry in its folder durable. Windows opens no folders, and keeps entries itself. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function info(path: string): FileInfo | null {
  try {
    const found = statSync(path)
    return found.isFile() ? { path, changedAt: found.mtime.toISOString(), size: found.size } : null
  } catch {
    return null
  }
}

/** Only a regular file: a pipe or a device would never end. Errors: file.not-found, file.unreadable. */
export function readWhole(path: string): Uint8Array {
  try {
    const found = statSync(path)
    if (!found.isFile() || found.size > largest) throw new KansliError('file.unreadable', { file: basename(path) })
    return readFileSync(path)
  } catch (error) {
    throw coded(error, path, 'file.unreadable')
  }
}

/** Whole file or none: written beside it, synced, renamed over. A made folder is its owner's only. Error: file.write-failed. */
export function writeWhole(path: string, bytes: Uint8Array, mode = 0o600): void {
  const folder = dirname(path)
  const beside = join(folder, `.${randomUUID()}.tmp`)
  // A folder or a device is not to be replaced by a file.
  if (statSync(path, { throwIfNoEntry: false })?.isFile() === false)
    throw new KansliError('file.write-failed', { file: basename(path) })
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const handle = openSync(beside, 'wx', mode)
    try {
      for (let written = 0; written < bytes.length;) written += writeSync(handle, bytes, written)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(beside, path)
    syncFolder(folder)
  } catch (error) {
    try {
      rmSync(beside, { force: true })
    } catch {
      // The folder is no folder: nothing was begun in it.
    }
    throw coded(error, path, 'file.write-failed')
  }
}

/**
 * Writes a document where the person says, as their own umask lets others read it. Never over a
 * workspace: not over one by its ending, and not over `open`, whatever it is called.
 * Errors: file.exists, file.write-failed.
 */
export function writeDocument(path: string, bytes: Uint8Array, open: string | null = null): void {
  const one = statSync(path, { bigint: true, throwIfNoEntry: false })
  const other = open === null ? undefined : statSync(open, { bigint: true, throwIfNoEntry: false })
  const same = one !== undefined && one.ino === other?.ino && one.dev === other.dev
  if (same || (one !== undefined && /\.kansli(-wal|-journal|-shm)?$/i.test(path)))
    throw new KansliError('file.exists', { file: basename(path) })
  writeWhole(path, bytes, 0o666)
}

/** Makes the data folder, closed to other users of the machine. Error: file.write-failed. */
export function makePrivateFolder(folder: string): void {
  try {
    if (mkdirSync(folder, { recursive: true, mode: 0o700 }) !== undefined) chmodSync(folder, 0o700)
  } catch (error) {
    throw coded(error, folder, 'file.write-failed')
  }
}

export const nodeFiles: Files = {
  list(folder, extension) {
    let names: string[]
    try {
      names = readdirSync(folder)
    } catch {
      return []
    }
    return names
      .filter((name) => name.endsWith(extension))
      .map((name) => info(join(folder, name)))
      .filter((found) => found !== null)
  },
  info,
  read: readWhole,
  write: (path, bytes) => writeWhole(path, bytes),
  remove(path) {
    try {
      rmSync(path, { force: true })
    } catch (error) {
      throw coded(error, path, 'file.write-failed')
    }
  },
  join: (...parts) => join(...parts),
  split: (path) => ({ folder: dirname(path), name: basename(path) }),
}
