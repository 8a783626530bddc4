/** The process that opens files from outside: real children, files that would harm whoever opens them. */
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { KansliError } from '#contract/errors.ts'
import { createCoreClient } from '#hosts/core-process/client.ts'
import { forkCore, forkReader } from '#hosts/core-process/forked.ts'
import { createReader, type ReaderOptions, type ReaderProcess } from '#hosts/core-process/reader.ts'
import { utilityReader } from '#hosts/desktop/core.ts'
import { fakeElectron } from './desktop/fake-program.ts'
import { temporaryFolder } from '../../helpers/workspace.ts'
import { readerHere } from '../../helpers/reader.ts'
import { workbookBytes } from '../exchange/workbooks.ts'

const unruly = new URL('../../fixtures/readers/unruly.ts', import.meta.url)
const base64 = (text: string | Uint8Array) => Buffer.from(text).toString('base64')
const named = (name: string) => ({ base64: '', name })

/** A reader, and how many processes it has started. */
function reader(options: Partial<ReaderOptions> = {}) {
  const started: ReaderProcess[] = []
  const logged: string[] = []
  const spawn = options.spawn ?? (() => forkReader(unruly))
  const made = createReader({
    log: (_level, message) => logged.push(message),
    ...options,
    spawn: () => {
      const process = spawn()
      started.push(process)
      return process
    },
  })
  onTestFinished(() => made.close())
  return { made, started, logged }
}
async function codeOf(opened: Promise<unknown>): Promise<string> {
  try {
    await opened
    return 'opened'
  } catch (error) {
    return error instanceof KansliError ? error.code : String(error)
  }
}

describe('a file from outside', { timeout: 120_000 }, () => {
  it('is opened in a process that starts when it is first needed, and is kept for the next', async () => {
    const { made, started } = reader()
    expect(started).toHaveLength(0)
    expect([await made.open('source', named('one')), await made.open('source', named('two'))]).toEqual(['one', 'two'])
    expect(started).toHaveLength(1)
  })

  it('that loops is ended, and the next one is opened all the same', async () => {
    const { made, started, logged } = reader({ within: 300 })
    const loops = made.open('source', named('loops'))
    const next = made.open('source', named('after'))
    expect(await codeOf(loops)).toBe('file.too-slow')
    expect(await next).toBe('after')
    expect(started).toHaveLength(2)
    expect(logged).toEqual(['a file (source) took too long to open'])
  })

  it('that balloons or crashes takes only its own process along', async () => {
    const { made, started } = reader({ spawn: () => forkReader(unruly, 64), within: 50_000 })
    for (const name of ['balloons', 'crashes'])
      expect(await codeOf(made.open('source', named(name))), name).toBe('file.broke-off')
    expect(await made.open('source', named('after'))).toBe('after')
    expect(started).toHaveLength(3)
  })

  it('finds no workspace within reach of its process', async () => {
    const path = join(temporaryFolder(), 'test.kansli')
    writeFileSync(path, 'SQLite')
    expect(await reader().made.open('source', named(path))).toBe('ERR_ACCESS_DENIED')
  })

  it('is refused when the program closes meanwhile', async () => {
    const { made } = reader({ within: 50_000 })
    expect(await made.open('source', named('first'))).toBe('first')
    const loops = codeOf(made.open('source', named('loops')))
    await new Promise((resolve) => setImmediate(resolve))
    made.close()
    expect(await loops).toBe('file.broke-off')
    expect(await codeOf(made.open('source', named('late')))).toBe('file.broke-off')
  })

  it('gives in its process what it gives in this one, and the same refusals', async () => {
    const { made, started } = reader({ spawn: () => forkReader(), within: 50_000 })
    const page = base64('<!doctype html><title>Prov</title><p>Möte med Provgruppen</p>')
    expect(await made.open('source', { base64: page })).toEqual(await readerHere.open('source', { base64: page }))
    const workbook = { base64: base64(workbookBytes()) }
    expect(await made.open('contacts', workbook)).toEqual(await readerHere.open('contacts', workbook))
    const minutes = { base64: base64('Protokoll\n\n§ 1 Öppnande\n') }
    expect(await made.open('minutes', minutes)).toEqual(await readerHere.open('minutes', minutes))
    const broken = { base64: base64(Buffer.from([0x50, 0x4b, 0x03, 0x04, 0, 0, 0, 0, 1, 2, 3])) }
    for (const kind of ['source', 'contacts', 'minutes', 'document'] as const) {
      const here = await codeOf(readerHere.open(kind, broken))
      expect(await codeOf(made.open(kind, broken)), kind).toBe(here)
      expect(here).toMatch(/^(?:word|contacts|import)\./u)
    }
    expect(started).toHaveLength(1)
  })
})

describe('the core', { timeout: 120_000 }, () => {
  it('goes on answering while a file loops, and nothing is changed by it', async () => {
    const folder = temporaryFolder()
    const path = join(folder, 'test.kansli')
    const core = createCoreClient({
      spawn: forkCore,
      spawnReader: () => forkReader(unruly),
      readWithin: 2000,
      dataFolder: folder,
      open: { path, create: true },
      answer: () => Promise.resolve(null),
      log: () => undefined,
    })
    onTestFinished(() => core.close())
    expect(await core.ready).toBeNull()
    const order: string[] = []
    const loops = core.call('sources.preview', named('loops')).then((reply) => {
      order.push('file')
      return reply
    })
    const answered = await core.call('sources.list', {})
    order.push('list')
    expect(answered).toEqual({ ok: true, value: { sources: [] } })
    expect(await loops).toEqual({ ok: false, error: { code: 'file.too-slow', params: { seconds: 2 } } })
    expect(order).toEqual(['list', 'file'])
    const taken = await core.call('contacts.commit', { base64: '', name: 'x', format: 'csv' })
    // The program in its place gives no contacts: what a bug would give changes nothing either.
    expect(taken.ok).toBe(false)
    expect(await core.call('sources.list', {})).toEqual({ ok: true, value: { sources: [] } })
    expect(await core.call('history.state', {})).toMatchObject({ ok: true, value: { undo: null } })
    expect(existsSync(path)).toBe(true)
  })
})

describe('on the desktop', () => {
  it('a file is opened in a utility process with a limit of memory, deaf to what it prints', async () => {
    const { electron, forks, cores } = fakeElectron()
    const made = createReader({ spawn: () => utilityReader(electron, '/reader-process.js'), log: () => undefined })
    const opened = codeOf(made.open('minutes', { base64: '' }))
    await new Promise((resolve) => setImmediate(resolve))
    expect(forks).toEqual([
      {
        file: '/reader-process.js',
        options: { serviceName: 'Kansli reader', stdio: 'ignore', execArgv: ['--max-old-space-size=512'] },
      },
    ])
    cores[0]?.end()
    expect(await opened).toBe('file.broke-off')
  })
})
