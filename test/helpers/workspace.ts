/** A real workspace in a folder of its own, removed after the test. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createWorkspace, openWorkspace, type OpenWorkspace } from '#db/open.ts'

export const someDay = new Date('2030-05-06T07:08:09Z')

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kansli-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

let empty: Buffer | null = null

/** Puts an empty workspace at a path, as the program makes one: made once, since every migration runs, and copied. */
export function putWorkspace(path: string): void {
  if (empty === null) {
    const folder = mkdtempSync(join(tmpdir(), 'kansli-test-'))
    const made = join(folder, 'test.kansli')
    createWorkspace(made, someDay).close({ at: someDay })
    empty = readFileSync(made)
    rmSync(folder, { recursive: true, force: true })
  }
  writeFileSync(path, empty, { mode: 0o600, flag: 'wx' })
}

export function newWorkspace(): OpenWorkspace & { folder: string } {
  const folder = temporaryFolder()
  const path = join(folder, 'test.kansli')
  putWorkspace(path)
  const open = openWorkspace(path, someDay)
  onTestFinished(() => void open.close({ at: someDay }))
  return { ...open, folder }
}
