/** A real workspace in a folder of its own, removed after the test. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createWorkspace, type OpenWorkspace } from '#db/open.ts'

export const someDay = new Date('2030-05-06T07:08:09Z')

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kansli-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export function newWorkspace(): OpenWorkspace & { folder: string } {
  const folder = temporaryFolder()
  const open = createWorkspace(join(folder, 'test.kansli'), someDay)
  onTestFinished(() => void open.close({ at: someDay }))
  return { ...open, folder }
}
