/** A whole run of the desktop program against the stand-in, with real files. */
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { workspaceAmong } from '#hosts/desktop/ports.ts'
import { runProgram } from '#hosts/desktop/program.ts'
import { fakeElectron } from './fake-program.ts'

let folder: string
let workspace: string
let files: { page: string; preload: string; core: string; reader: string }
const listenersBefore = new Map<string, unknown[]>()
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'kansli-desktop-')))
  mkdirSync(join(folder, 'page'))
  writeFileSync(join(folder, 'page', 'index.html'), 'page')
  workspace = join(folder, 'a.kansli')
  writeFileSync(workspace, 'x')
  files = {
    page: join(folder, 'page'),
    preload: '/preload.cjs',
    core: '/core-process.js',
    reader: '/reader-process.js',
  }
  for (const signal of signals) listenersBefore.set(signal, process.listeners(signal))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
  for (const signal of signals) {
    for (const listener of process.listeners(signal))
      if (!listenersBefore.get(signal)?.includes(listener)) process.off(signal, listener)
  }
})

/** Lets what was set going by an event come to rest. */
const settle = async () => {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}

async function running(argv: string[] = ['kansli']) {
  const fake = fakeElectron()
  await runProgram(fake.electron, files, argv)
  const [core] = fake.cores
  const [window] = fake.windows
  if (core === undefined || window === undefined) throw new Error('the program did not start')
  return { ...fake, core, window }
}

describe('the desktop program', () => {
  it('opens one window on its own scheme, shown when it has something to show', async () => {
    const { window, windows, served, forks } = await running()
    expect(windows).toHaveLength(1)
    expect(window.loaded).toEqual(['app://kansli/'])
    expect(window.shown).toBe(false)
    window.emit('ready-to-show')
    expect(window.shown).toBe(true)
    expect([...served.keys()]).toEqual(['app'])
    expect(forks.map(({ file }) => file)).toEqual(['/core-process.js'])
  })

  it('locks every web contents that is made, also one that a page would make', async () => {
    const { window } = await running()
    expect(window.webContents.openHandler?.({ url: 'https://x.example' })).toEqual({ action: 'deny' })
  })

  it('opens the workspace it was started with', async () => {
    const { core } = await running(['kansli', workspace])
    expect(core.received[0]).toMatchObject({ kind: 'start', open: { path: workspace, create: false } })
  })

  it('ends at once where another instance runs, and leaves it the file to open', async () => {
    const fake = fakeElectron()
    fake.app.first = false
    await runProgram(fake.electron, files, ['kansli', workspace])
    expect(fake.app.exits).toEqual([0])
    expect(fake.app.lockData).toEqual({ open: workspace })
    expect(fake.windows).toHaveLength(0)
    expect(fake.cores).toHaveLength(0)
  })

  it('opens a second instance’s file through the door of a picked one', async () => {
    const { app, core, window, asked } = await running()
    window.minimized = true
    app.emit('second-instance', {}, [], '/', { open: workspace })
    await settle()
    expect(window.minimized).toBe(false)
    expect(window.focused).toBe(true)
    expect(core.calls).toEqual(['workspace.pick'])
    core.reply = () => undefined
    app.emit('second-instance', {}, [], '/', { open: workspace })
    expect(await core.ask(1, { port: 'pickWorkspace' })).toEqual({ ok: true, value: workspace })
    expect(asked).toEqual([])
  })

  it.each([
    { open: '/etc/passwd' },
    { open: 5 },
    { open: ['a.kansli'] },
    null,
    'a.kansli',
    { open: '/nowhere/a.kansli' },
  ])('opens nothing for a second instance that says %j', async (data) => {
    const { app, core } = await running()
    app.emit('second-instance', {}, ['--open=/etc/passwd', '/etc/passwd'], '/', data)
    await settle()
    expect(core.calls).toEqual([])
  })

  it('says in words why a file could not be opened', async () => {
    const { app, core, boxes } = await running()
    core.reply = () => ({ ok: false, error: { code: 'workspace.damaged', params: { file: 'a.kansli' } } })
    app.emit('open-file', { preventDefault: () => undefined }, workspace)
    await settle()
    expect(boxes).toHaveLength(1)
    expect(boxes[0]?.detail).toContain('a.kansli är skadad')
  })

  it('lets the person choose where a document goes, and writes it whole', async () => {
    const { core, willChoose, asked } = await running()
    willChoose({ canceled: false, filePath: join(folder, 'Möte.docx') })
    const answer = await core.ask(1, { port: 'saveFile', name: '../Möte.docx', bytes: Uint8Array.from([1, 2]) })
    expect(answer).toEqual({ ok: true, value: 'Möte.docx' })
    expect([...readFileSync(join(folder, 'Möte.docx'))]).toEqual([1, 2])
    expect(asked[0]?.['defaultPath']).toBe(join('/documents', '-Möte.docx'))
  })

  it('writes nothing when the person thinks better of it', async () => {
    const { core, willChoose } = await running()
    willChoose({ canceled: true, filePath: '', filePaths: [] })
    expect(await core.ask(1, { port: 'saveFile', name: 'a.docx', bytes: new Uint8Array(1) })).toEqual({
      ok: true,
      value: null,
    })
    expect(await core.ask(2, { port: 'pickWorkspace' })).toEqual({ ok: true, value: null })
  })

  it('answers with a code when the chosen place cannot be written', async () => {
    const { core, willChoose } = await running()
    willChoose({ canceled: false, filePath: join(workspace, 'under-a-file.docx') })
    expect(await core.ask(1, { port: 'saveFile', name: 'a.docx', bytes: new Uint8Array(1) })).toMatchObject({
      ok: false,
      error: { code: 'file.write-failed' },
    })
  })

  it('closes the workspace before it ends', async () => {
    const { app, core } = await running()
    app.quit()
    expect(app.quits).toBe(0)
    await settle()
    expect(core.received.at(-1)).toEqual({ kind: 'close' })
    expect(app.quits).toBe(1)
  })

  it('closes the workspace only after the windows, so that what a page says in leaving is kept', async () => {
    const { app, core } = await running()
    const closing = () => core.received.some(({ kind }) => kind === 'close')
    const seen: boolean[] = []
    app.windowsClose = () => {
      seen.push(closing())
      return true
    }
    app.quit()
    await settle()
    expect(seen[0]).toBe(false)
    expect(closing()).toBe(true)
  })

  it('stays open with its workspace when a window stays', async () => {
    const { app, core } = await running()
    app.windowsClose = () => false
    app.quit()
    await settle()
    expect(core.received.some(({ kind }) => kind === 'close')).toBe(false)
    app.windowsClose = () => true
    app.quit()
    await settle()
    expect(app.quits).toBe(1)
  })

  it('asks before a window closes over something unsaved, and stays unless told to leave', async () => {
    const { window, boxes, willPress } = await running()
    let left = 0
    const event = { preventDefault: () => (left += 1) }
    window.webContents.emit('will-prevent-unload', event)
    expect(boxes).toMatchObject([{ message: 'Allt är inte sparat' }])
    expect(left).toBe(0)
    willPress(1)
    window.webContents.emit('will-prevent-unload', event)
    expect(left).toBe(1)
  })

  it('ends with its window, and on a signal', async () => {
    const { app } = await running()
    app.emit('window-all-closed')
    await settle()
    expect(app.quits).toBe(1)
  })

  it('loads the page again when its process is lost', async () => {
    const { window } = await running()
    window.webContents.emit('render-process-gone', {}, { reason: 'crashed' })
    expect(window.loaded).toHaveLength(2)
    window.webContents.emit('render-process-gone', {}, { reason: 'clean-exit' })
    expect(window.loaded).toHaveLength(2)
  })

  it('starts the core again when it is lost, and tells the page to go on where it stands', async () => {
    const { core, cores, window } = await running(['kansli', workspace])
    core.end()
    await settle()
    expect(cores).toHaveLength(2)
    expect(window.webContents.sent).toEqual([['kansli:event', { type: 'reopened' }]])
  })
})

describe('a file among a program’s arguments', () => {
  it('is an existing regular file of our ending, links followed', () => {
    symlinkSync(workspace, join(folder, 'link.kansli'))
    expect(workspaceAmong(['--flag', 'x.txt', 'link.kansli'], folder)).toBe(workspace)
    expect(workspaceAmong([workspace], '/')).toBe(workspace)
  })

  it('is none of the rest', () => {
    mkdirSync(join(folder, 'dir.kansli'))
    symlinkSync('/dev/zero', join(folder, 'zero.kansli'))
    for (const given of [
      'dir.kansli',
      'zero.kansli',
      'gone.kansli',
      '-a.kansli',
      '/etc/passwd',
      '',
      'a.kansli\u0000',
      7,
      null,
      undefined,
      {},
    ])
      expect(workspaceAmong([given], folder)).toBeNull()
  })
})
