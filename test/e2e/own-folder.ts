/** A folder for the workspace that the tests of one file share. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Makes the folder, which goes when this process does: the file is loaded by whoever lists the tests and by each worker
 * that runs some of them, and a hook would run in the latter alone.
 */
export function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kansli-e2e-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}
