/**
 * Making a workspace's file: whole under another name first, then given its own. Whenever the program
 * or the power ends, the name is free or holds a workspace that opens.
 */
import { closeSync, fsyncSync, linkSync, openSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { KansliError } from '#contract/errors.ts'
import { systemCode, translated } from './faults.ts'

const ending = '.new'

/** Hidden, and beside the name it will have: only within one folder can a name be given at once. */
const besideOf = (path: string) => join(dirname(path), `.${basename(path)}.${process.pid}.${randomUUID()}${ending}`)

/** Whether the program that makes a file of this name is still at it. */
function inTheMaking(name: string): boolean {
  const pid = Number(/\.(\d+)\.[0-9a-f-]+\.new/.exec(name)?.[1])
  try {
    return pid === process.pid || process.kill(pid, 0)
  } catch (error) {
    // Another user's program lives, too.
    return systemCode(error) === 'EPERM'
  }
}

/** What a program that was ended while it made this workspace has left. */
function leftovers(path: string): string[] {
  return readdirSync(dirname(path))
    .filter((name) => name.startsWith(`.${basename(path)}.`) && name.includes(ending) && !inTheMaking(name))
    .map((name) => join(dirname(path), name))
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

function exists(path: string): KansliError {
  return new KansliError('workspace.exists', { file: basename(path) })
}

/** A second name, given only where there is none: also when two programs make the same workspace at once. */
function nameIt(beside: string, path: string): void {
  try {
    linkSync(beside, path)
  } catch (error) {
    if (systemCode(error) === 'EEXIST') throw exists(path)
    if (systemCode(error) === 'ENOENT') throw error
    // A stick whose files have one name each.
    if (statSync(path, { throwIfNoEntry: false }) !== undefined) throw exists(path)
    renameSync(beside, path)
  }
}

/**
 * Makes a database of what `fill` puts into it at `path`, for its owner alone, closed and durable.
 * @throws KansliError workspace.exists, .disk
 */
export function buildFile(path: string, fill: (driver: Database.Database) => void): void {
  const beside = besideOf(path)
  try {
    leftovers(path).forEach(drop)
    if (statSync(path, { throwIfNoEntry: false }) !== undefined) throw exists(path)
    closeSync(openSync(beside, 'wx', 0o600))
    const driver = new Database(beside, { fileMustExist: true })
    try {
      // Half a file here is thrown away: one sync at the end is enough.
      driver.pragma('journal_mode = MEMORY')
      driver.pragma('synchronous = OFF')
      fill(driver)
    } finally {
      driver.close()
    }
    const file = openSync(beside, 'r+')
    try {
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    nameIt(beside, path)
    syncFolder(dirname(path))
  } catch (error) {
    // A folder that is not there is a place that cannot be written.
    if (systemCode(error) === 'ENOENT')
      throw new KansliError('workspace.disk', { file: basename(path) }, { cause: error })
    throw translated(error, path)
  } finally {
    drop(beside)
  }
}

function drop(beside: string): void {
  try {
    rmSync(beside, { force: true })
  } catch {
    // The next making of this workspace takes it away.
  }
}
