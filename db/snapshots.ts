/** Verified copies of a workspace: before every migration and at close, the last three kept; beside them one of the open workspace. */
import { chmodSync, closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
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

/** Name of what a copy of the open workspace was made for. */
export const whileOpen = 'open'

/** Paths of copies made while the workspace was open. */
export function copiesWhileOpen(path: string): string[] {
  return copies(path)
    .filter((name) => name.endsWith(`-${whileOpen}.kansli`))
    .map((name) => join(copiesFolder(path), name))
}

/** How many rows each table has. */
export function rowCounts(driver: Database.Database): string {
  const existing = driver.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all()
  return tables
    .filter((table) => existing.includes(table))
    .map((table) => `${table}:${String(driver.prepare(`SELECT count(*) FROM ${table}`).pluck().get())}`)
    .join(' ')
}

/** @param counts of the original at the moment of the copy */
export function assertEqual(copy: Database.Database, original: Database.Database, counts: string): void {
  for (const name of ['application_id', 'user_version'])
    if (copy.pragma(name, { simple: true }) !== original.pragma(name, { simple: true }))
      throw new Error(`copy differs in ${name}`)
  if (rowCounts(copy) !== counts) throw new Error('copy differs in its rows')
}

/** The copy must be a sound database with as many rows of each kind as the original. */
function verify(copy: string, original: Database.Database): void {
  const driver = new Database(copy, { fileMustExist: true, readonly: true })
  try {
    const check = driver.pragma('quick_check', { simple: true })
    if (check !== 'ok') throw new Error(`copy fails its check: ${String(check)}`)
    assertEqual(driver, original, rowCounts(original))
  } finally {
    driver.close()
  }
}

/** Removes copies that were never finished: the program ended under them, and what they hold may since be erased. */
function removeHalves(path: string): void {
  const folder = copiesFolder(path)
  for (const name of readdirSync(folder))
    if (/\.kansli\.part(?:-\w+)?$/.test(name)) rmSync(join(folder, name), { force: true })
}

/** Where the next copy goes, and where it grows until it is whole. Makes the folder. */
export function nextCopy(path: string, at: Date, why: string): { target: string; half: string } {
  const folder = copiesFolder(path)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const number = Number(copies(path).at(-1)?.slice(0, 6) ?? 0) + 1
  const stamp = at.toISOString().slice(0, 19).replaceAll(':', '')
  const target = join(folder, `${String(number).padStart(6, '0')}-${stamp}-${why}.kansli`)
  removeHalves(path)
  return { target, half: `${target}.part` }
}

/**
 * Copies the open workspace, checks the copy, and drops the oldest beyond three.
 * @param why part of the file's name: "closed" or "before-<version>"
 * @returns the copy's path
 */
export function takeCopy(db: WritableDb, path: string, at: Date, why: string): string {
  const { target, half } = nextCopy(path, at, why)
  try {
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
  // Those of the open workspace are older, and count for nothing beside the three.
  for (const old of copiesWhileOpen(path)) rmSync(old, { force: true })
  for (const old of copies(path).slice(0, -kept)) rmSync(join(copiesFolder(path), old), { force: true })
  return target
}
