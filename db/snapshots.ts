/** Verified copies of a workspace: before every migration and at close, the last three kept. */
import { chmodSync, closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { raw, tables, type WritableDb } from './connection.ts'

const kept = 3

/** Folder of a workspace's copies: `name.kansli-copies` beside it. */
export function copiesFolder(path: string): string {
  return `${path}-copies`
}

/** Names of the copies, oldest first. The name begins with a count, so a clock set back never reorders them. */
export function copies(path: string): string[] {
  try {
    return readdirSync(copiesFolder(path))
      .filter((name) => name.endsWith('.kansli'))
      .toSorted()
  } catch {
    return []
  }
}

function counts(driver: Database.Database): string {
  const existing = driver.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all()
  return tables
    .filter((table) => existing.includes(table))
    .map((table) => `${table}:${String(driver.prepare(`SELECT count(*) FROM ${table}`).pluck().get())}`)
    .join(' ')
}

/** The copy must be a sound database with as many rows of each kind as the original. */
function verify(copy: string, original: Database.Database): void {
  const driver = new Database(copy, { fileMustExist: true, readonly: true })
  try {
    const check = driver.pragma('quick_check', { simple: true })
    if (check !== 'ok') throw new Error(`copy fails its check: ${String(check)}`)
    for (const name of ['application_id', 'user_version'])
      if (driver.pragma(name, { simple: true }) !== original.pragma(name, { simple: true }))
        throw new Error(`copy differs in ${name}`)
    if (counts(driver) !== counts(original)) throw new Error('copy differs in its rows')
  } finally {
    driver.close()
  }
}

/**
 * Copies the open workspace, checks the copy, and drops the oldest beyond three.
 * @param why part of the file's name: "closed" or "before-<version>"
 * @returns the copy's path
 */
export function takeCopy(db: WritableDb, path: string, at: Date, why: string): string {
  const folder = copiesFolder(path)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const known = copies(path)
  const number = Number(known.at(-1)?.slice(0, 6) ?? 0) + 1
  const stamp = at.toISOString().slice(0, 19).replaceAll(':', '')
  const name = `${String(number).padStart(6, '0')}-${stamp}-${why}.kansli`
  const target = join(folder, name)
  const half = `${target}.part`
  try {
    rmSync(half, { force: true })
    raw(db).prepare('VACUUM INTO ?').run(half)
    verify(half, raw(db))
    if (process.platform !== 'win32') chmodSync(half, 0o600)
    const file = openSync(half, 'r+')
    fsyncSync(file)
    closeSync(file)
    renameSync(half, target)
  } catch (error) {
    // Half a copy is none, and takes room from the workspace itself.
    rmSync(half, { force: true })
    throw error
  }
  for (const old of known.slice(0, Math.max(0, known.length + 1 - kept))) rmSync(join(folder, old), { force: true })
  return join(dirname(target), basename(target))
}
