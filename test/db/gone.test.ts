/** The file taken away, or its copies made impossible, while the workspace is open. */
import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  linkSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { KansliError } from '#contract/errors.ts'
import { run } from '#db/connection.ts'
import { openWorkspace } from '#db/open.ts'
import { copies, copiesFolder } from '#db/snapshots.ts'
import { newApp } from '../helpers/app.ts'
import { newWorkspace, someDay, temporaryFolder } from '../helpers/workspace.ts'

function codeOf(act: () => unknown): string {
  try {
    act()
    return 'no error'
  } catch (error) {
    return error instanceof KansliError ? error.code : String(error)
  }
}

/** The offices stored in a workspace file that nobody has open. */
function officesIn(path: string): unknown {
  const db = new Database(path, { readonly: true })
  try {
    return db.prepare("SELECT value FROM setting WHERE id = 'office'").pluck().all()
  } finally {
    db.close()
  }
}
const newestCopy = (path: string) => join(copiesFolder(path), copies(path).at(-1) ?? 'none')

const system = (program: string, ...args: string[]) => spawnSync(program, args).status === 0

describe('a workspace whose file is taken away under it', () => {
  it.each([
    ['removed', (path: string) => rmSync(path)],
    ['renamed', (path: string) => renameSync(path, `${path}.moved`)],
    [
      'replaced by an older one',
      (path: string) => {
        copyFileSync(path, `${path}.older`)
        renameSync(`${path}.older`, path)
      },
    ],
  ])('acknowledges nothing more once it is %s, and keeps what was saved in a copy', async (_how, take) => {
    const app = newApp()
    await app.call('settings.set', { office: 'Sparat kontor' })
    // Copying the file would drop its lock here, as it would for a file manager's copy; a copy is what is meant.
    take(app.path)
    expect(await app.refused('settings.set', { office: 'Osparat kontor' })).toBe('workspace.gone')
    expect((await app.call('settings.get', {})).office).toBe('Sparat kontor')
    expect((await app.call('workspace.close', {})).open).toBeNull()
    expect(officesIn(newestCopy(app.path))).toEqual(['"Sparat kontor"'])
  })

  it('goes on when the file is put back', async () => {
    const app = newApp()
    renameSync(app.path, `${app.path}.moved`)
    expect(await app.refused('settings.set', { office: 'Ett' })).toBe('workspace.gone')
    renameSync(`${app.path}.moved`, app.path)
    await app.call('settings.set', { office: 'Två' })
    await app.call('workspace.close', {})
    expect(officesIn(app.path)).toEqual(['"Två"'])
  })

  it('makes a copy at close also when nothing was written in this run', () => {
    const { db, path, close } = newWorkspace()
    run(db, `INSERT INTO setting (id, value) VALUES ('office', '"Kontoret"')`)
    close({ at: someDay })
    const again = openWorkspace(path, someDay)
    rmSync(copiesFolder(path), { recursive: true })
    rmSync(path)
    expect(again.close({ at: someDay })).toBeNull()
    expect(officesIn(newestCopy(path))).toEqual(['"Kontoret"'])
  })
})

describe('an open workspace', () => {
  it.each([
    ['a symbolic link', symlinkSync],
    ['a hard link', linkSync],
  ])('is not opened a second time through %s: reading it would drop its lock', (_what, link) => {
    const { path, folder } = newWorkspace()
    const other = join(folder, 'other.kansli')
    link(path, other)
    expect(codeOf(() => openWorkspace(other, someDay))).toBe('workspace.in-use')
  })
})

describe('closing', () => {
  it('closes, keeps the data and lets the file be opened again when no copy can be made', async () => {
    const logged: string[] = []
    const app = newApp({ open: true, onError: (message) => logged.push(message) })
    writeFileSync(copiesFolder(app.path), 'a file in the way')
    await app.call('settings.set', { office: 'Kontoret' })
    expect((await app.call('workspace.close', {})).open).toBeNull()
    expect(logged).toEqual(['no copy was made at close: EEXIST'])
    expect(officesIn(app.path)).toEqual(['"Kontoret"'])
    const [known] = (await app.call('workspace.list', {})).workspaces
    expect((await app.call('workspace.open', { handle: known?.handle ?? '' })).open?.path).toBe(app.path)
  })

  it('tells whoever opens it next that there is no copy, and since when, until one is made', async () => {
    const logged: string[] = []
    const app = newApp({ open: true, onError: (message) => logged.push(message) })
    const since = async () => (await app.call('workspace.status', {})).uncopiedSince
    writeFileSync(copiesFolder(app.path), 'a file in the way')
    await app.call('settings.set', { office: 'Kontoret' })
    expect(await since()).toBeNull()
    await app.call('workspace.close', {})
    const first = app.clock.now.toISOString()
    app.clock.now = new Date(app.clock.now.getTime() + 60_000)
    for (let round = 0; round < 2; round += 1) {
      app.openWorkspace(app.path)
      expect(await since()).toBe(first)
      // Nothing is written in between: what has no copy yet is enough to try again.
      await app.call('workspace.close', {})
    }
    expect(logged).toHaveLength(3)
    rmSync(copiesFolder(app.path))
    app.openWorkspace(app.path)
    await app.call('workspace.close', {})
    expect(officesIn(newestCopy(app.path))).toEqual(['"Kontoret"'])
    app.openWorkspace(app.path)
    expect(await since()).toBeNull()
    expect((await app.call('history.state', {})).undo?.method).toBe('settings.set')
  })

  it('copies what a program that was ended had left in its log, also when nothing more is written', () => {
    const { db, path, folder } = newWorkspace()
    run(db, `INSERT INTO setting (id, value) VALUES ('office', '"Kontoret"')`)
    // As the disk looks after a power cut: file and log, and nobody who closed them.
    const left = join(folder, 'left.kansli')
    for (const part of ['', '-wal']) system('cp', path + part, left + part)
    openWorkspace(left, someDay).close({ at: someDay })
    expect(officesIn(newestCopy(left))).toEqual(['"Kontoret"'])
  })
})

/** A disk of three megabytes; null where this user may not mount one. */
function smallDisk(): string | null {
  if (process.platform !== 'linux') return null
  const folder = temporaryFolder()
  if (!system('mount', '-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', folder)) return null
  onTestFinished(() => void system('umount', '-l', folder))
  return folder
}

describe('a full disk', () => {
  it('costs nothing that was saved: a code, a closed file, no half copy, and writes again when there is room', async ({
    skip,
  }) => {
    const folder = smallDisk()
    if (folder === null) return skip('no small disk may be mounted here')
    const logged: string[] = []
    const app = newApp({ open: true, folder, onError: (message) => logged.push(message) })
    const { id } = await app.call('meetings.create', { title: 'Mötet', kind: 'minutes', date: null, body: null })
    const [item] = (await app.call('meetings.get', { id })).items
    const save = (text: string) => {
      const paragraphId = crypto.randomUUID()
      return {
        id: item?.id ?? '',
        operations: [{ op: 'put' as const, paragraphId, kind: 'paragraph' as const, base: null, text }],
        order: [paragraphId],
      }
    }
    const texts = async () =>
      (await app.call('meetings.get', { id })).items
        .flatMap((one) => one.paragraphs.map(({ text }) => text))
        .toSorted((a, b) => a.localeCompare(b))
    const saved: string[] = []
    let code = 'no error'
    for (let turn = 0; turn < 100 && code === 'no error'; turn += 1) {
      const text = `${String(turn).padStart(3, '0')} ${'Ord '.repeat(10_000)}`
      code = await app.refused('items.saveText', save(text))
      if (code === 'no error') saved.push(text)
    }
    expect(code).toBe('workspace.disk')
    expect(saved.length).toBeGreaterThan(1)
    expect(await texts()).toEqual(saved)

    // Closing on the full disk, opening there again, and going on when something has been cleared away.
    await app.call('workspace.close', {})
    expect(logged).toEqual([expect.stringContaining('no copy was made at close')])
    expect(existsSync(copiesFolder(app.path)) ? readdirSync(copiesFolder(app.path)) : []).toEqual([])
    app.openWorkspace(app.path)
    expect(await texts()).toEqual(saved)
    expect(system('mount', '-o', 'remount,size=30m', folder)).toBe(true)
    await app.call('items.saveText', save('Nytt ord.'))
    expect(await texts()).toEqual([...saved, 'Nytt ord.'])
  })
})

describe('the example', () => {
  it('is filled when a crash left it made and empty, and left alone when a person works in it', async () => {
    const app = newApp({ open: false })
    await app.call('workspace.create', { name: 'Exempel' })
    await app.call('workspace.close', {})
    const filled = await app.call('workspace.example', {})
    expect(filled).toMatchObject({ example: true, counts: { meetings: 1 } })
    const [meeting] = (await app.call('meetings.list', {})).meetings
    await app.call('meetings.remove', { id: meeting?.id ?? '' })
    await app.call('workspace.close', {})
    expect((await app.call('workspace.example', {})).counts?.meetings).toBe(0)
  })
})
