/** Writes a workspace file anew, so that no page, log or copy holds what was removed from it. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { raw, type WritableDb } from './connection.ts'
import { copies, copiesFolder, takeCopy } from './snapshots.ts'

/**
 * Outside any transaction. The copies from before are removed after one of the file as it is now stands.
 * @returns the new copy's path
 */
export function rewriteFile(db: WritableDb, path: string, at: Date): string {
  const driver = raw(db)
  driver.exec('VACUUM')
  // The log still holds the pages as they were.
  driver.pragma('wal_checkpoint(TRUNCATE)')
  const before = copies(path)
  const copy = takeCopy(db, path, at, 'erased')
  for (const name of before) rmSync(join(copiesFolder(path), name), { force: true })
  return copy
}
