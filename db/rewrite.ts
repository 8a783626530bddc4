/** Writes a workspace file anew, so that no page, index, log or copy holds what was removed from it. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { raw, type WritableDb } from './connection.ts'
import { stopCopying } from './online-copy.ts'
import { readSettings, setErasing } from './queries/settings.ts'
import { rewriteIndex } from './search/update.ts'
import { copies, copiesFolder, takeCopy } from './snapshots.ts'

/**
 * Ends an erasure, if one was begun: its transaction marks the workspace, and the mark goes when nothing of the
 * name is left in the file or beside it. Called after that transaction and at every opening, so that a program
 * that ended in between leaves nothing behind. Outside any transaction.
 */
export function finishErasure(db: WritableDb, path: string, at: Date): void {
  if (readSettings(db).erasing !== true) return
  const driver = raw(db)
  // A copy under way has seen the name.
  stopCopying(db)
  rewriteIndex(db)
  driver.exec('VACUUM')
  // The log still holds the pages as they were.
  driver.pragma('wal_checkpoint(TRUNCATE)')
  const before = copies(path)
  takeCopy(db, path, at, 'erased')
  for (const name of before) rmSync(join(copiesFolder(path), name), { force: true })
  setErasing(db, false)
}
