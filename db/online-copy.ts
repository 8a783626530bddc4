/**
 * A copy of a workspace while somebody works in it: a few pages at a time, synced as it grows, so that nothing that is
 * saved meanwhile waits for more than a moment. What is written during the copy is in it.
 */
import { chmodSync, closeSync, fdatasync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { raw, type WritableDb } from './connection.ts'
import { assertEqual, copiesWhileOpen, nextCopy, rowCounts, whileOpen } from './snapshots.ts'

/** Pages of 4 KB between two turns of the loop, and between two syncs: the disk never owes more than a megabyte. */
const [pagesAtOnce, pagesUnsynced] = [16, 256]
/** Milliseconds without work while the disk takes what was written. */
const breath = 1

const sleeper = new Int32Array(new SharedArrayBuffer(4))
const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

/** Copies that are under way. */
const underWay = new WeakMap<WritableDb, { half: string; stopped: boolean }>()

/** Ends a copy that is under way, and removes what there is of it. Before the file is closed, or words are removed for good. */
export function stopCopying(db: WritableDb): void {
  const copy = underWay.get(db)
  if (copy === undefined) return
  copy.stopped = true
  try {
    rmSync(copy.half, { force: true })
  } catch {
    // Where a file that is open cannot go, it goes at the next turn.
  }
}

class Stopped extends Error {}

/** Writes every page to `half`; the file is synced from outside the loop, which goes on meanwhile. */
async function transfer(db: WritableDb, half: string, isStopped: () => boolean): Promise<void> {
  let file: number | null = null
  let syncing = false
  let unsynced = 0
  let failed: Error | null = null
  try {
    await raw(db).backup(half, {
      progress() {
        if (isStopped()) throw new Stopped()
        if (failed !== null) throw failed
        if (syncing) {
          // The driver comes back at the next turn whatever is answered here.
          Atomics.wait(sleeper, 0, 0, breath)
          return 0
        }
        if (unsynced < pagesUnsynced) {
          unsynced += pagesAtOnce
          return pagesAtOnce
        }
        file ??= openSync(half, 'r+')
        unsynced = 0
        syncing = true
        fdatasync(file, (error) => {
          syncing = false
          failed = error
        })
        return 0
      },
    })
  } finally {
    while (syncing) await turn()
    if (file !== null) closeSync(file)
  }
}

/** As a file that opens from a disk that cannot be written, and each table read, with a turn of the loop after each. */
async function settle(half: string, original: WritableDb, counts: string, isStopped: () => boolean): Promise<void> {
  const driver = new Database(half, { fileMustExist: true })
  try {
    driver.pragma('journal_mode = DELETE')
    const names = driver.prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'",
    )
    // A column of names.
    for (const name of names.pluck().all() as string[]) {
      await turn()
      if (isStopped()) throw new Stopped()
      const check = driver.pragma(`quick_check('${name}')`, { simple: true })
      if (check !== 'ok') throw new Error(`copy fails its check: ${String(check)}`)
    }
    assertEqual(driver, raw(original), counts)
  } finally {
    driver.close()
  }
}

/**
 * Copies the open workspace beside the copies of its closings; the copy before it of this kind goes.
 * @returns the copy's path; null when it was stopped, or another one is under way
 */
export async function copyWhileOpen(db: WritableDb, path: string, at: Date): Promise<string | null> {
  if (underWay.has(db)) return null
  const { target, half } = nextCopy(path, at, whileOpen)
  const copy = { half, stopped: false }
  underWay.set(db, copy)
  const isStopped = () => copy.stopped
  try {
    await transfer(db, half, isStopped)
    // No turn of the loop has passed since the last page.
    const counts = rowCounts(raw(db))
    await settle(half, db, counts, isStopped)
    if (process.platform !== 'win32') chmodSync(half, 0o600)
    const file = openSync(half, 'r+')
    fsyncSync(file)
    closeSync(file)
    const before = copiesWhileOpen(path)
    renameSync(half, target)
    for (const old of before) rmSync(old, { force: true })
    return target
  } catch (error) {
    for (const part of [half, `${half}-journal`, `${half}-wal`, `${half}-shm`]) rmSync(part, { force: true })
    if (copy.stopped) return null
    throw error
  } finally {
    underWay.delete(db)
  }
}
