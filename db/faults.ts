/** What the driver and the system report when a disk does not do what it is asked, as errors people can act on. */
import { basename } from 'node:path'
import Database from 'better-sqlite3'
import { KansliError } from '#contract/errors.ts'

/** The system's own word for what went wrong, such as ENOSPC; empty for anything else. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

/** Faults of files and disks as Node reports them. */
export function isSystemFault(error: unknown): boolean {
  return /^E(ACCES|BUSY|DQUOT|EXIST|FBIG|IO|ISDIR|LOOP|MFILE|NAMETOOLONG|NFILE|NOSPC|NOTDIR|PERM|ROFS)$/.test(
    systemCode(error),
  )
}

function driverCode(error: unknown): string {
  return error instanceof Database.SqliteError ? error.code : ''
}

/**
 * Whether the disk has failed in the middle of work, or given back what was never written. After such
 * a fault a connection's memory says nothing of the file: a failed sync is reported once, and the next
 * one succeeds over pages that were dropped. A full disk is none: nothing was lost, and room helps.
 */
export function isBroken(error: unknown): boolean {
  return /^SQLITE_(IOERR|CORRUPT|NOTADB)/.test(driverCode(error))
}

/** The driver's and the system's codes as errors people can act on; anything else is a bug and passes. */
export function translated(error: unknown, path: string): unknown {
  const file = basename(path)
  const as = (code: 'disk' | 'in-use' | 'damaged') => new KansliError(`workspace.${code}`, { file }, { cause: error })
  if (isSystemFault(error)) return as('disk')
  const code = driverCode(error)
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return as('in-use')
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return as('damaged')
  // A lock of the schema says by its message which error it is.
  if (code === 'SQLITE_CONSTRAINT_TRIGGER' && error instanceof Error) {
    const lock = (['meeting.locked', 'meeting.was-approved'] as const).find((name) => name === error.message)
    if (lock !== undefined) return new KansliError(lock, {}, { cause: error })
  }
  if (/^SQLITE_(FULL|IOERR|READONLY|CANTOPEN)/.test(code)) return as('disk')
  return error
}
