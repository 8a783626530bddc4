/** The desktop program as it is built: what it still imports, and its core run as the utility process would run it. */
import { execFileSync, fork } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCoreClient } from '#hosts/core-process/client.ts'
import { forkReader } from '#hosts/core-process/forked.ts'
import type { FromCore } from '#hosts/core-process/protocol.ts'

const root = join(import.meta.dirname, '..', '..', '..', '..')
let copy: string
let built: string

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'kansli-built-'))
  built = join(copy, 'dist', 'desktop')
  mkdirSync(built, { recursive: true })
  // What a package holds beside the built files.
  for (const name of ['assets', 'node_modules', 'package.json']) symlinkSync(join(root, name), join(copy, name))
  for (const mode of ['desktop', 'preload']) {
    execFileSync(
      process.execPath,
      [
        join(root, 'node_modules/vite/bin/vite.js'),
        'build',
        '--config',
        join(root, 'electron/vite.config.ts'),
        '--mode',
        mode,
        '--outDir',
        built,
      ],
      { cwd: root, stdio: 'ignore', env: { ...process.env, NODE_ENV: 'production' } },
    )
  }
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

const read = (name: string) => readFileSync(join(built, name), 'utf8')

describe('the built desktop program', () => {
  it('needs nothing but Node, Electron and the native driver', () => {
    const known = new Set([...builtinModules.flatMap((name) => [name, `node:${name}`]), 'electron', 'better-sqlite3'])
    const needed = readdirSync(built)
      .filter((name) => name.endsWith('.js'))
      .flatMap((name) =>
        [...read(name).matchAll(/^import\s[^'"]*['"]([^'"]+)['"]/gm)].map(([, specifier]) => specifier ?? ''),
      )
      .filter((specifier) => !specifier.startsWith('./'))
    expect(needed.filter((specifier) => !known.has(specifier))).toEqual([])
    expect(needed).toContain('better-sqlite3')
  })

  it('has a preload script that a sandbox can load: one CommonJS file with one module', () => {
    const text = read('preload.cjs')
    expect([...text.matchAll(/require\(['"]([^'"]+)['"]\)/g)].map(([, name]) => name)).toEqual(['electron'])
    expect(text).not.toMatch(/^\s*(import|export)\s/m)
  })

  it('has no development build of anything in it', () => {
    expect(readdirSync(built).toSorted()).toEqual(
      expect.arrayContaining(['core-process.js', 'main.js', 'preload.cjs', 'reader-process.js']),
    )
    for (const name of readdirSync(built)) expect(read(name)).not.toContain(root)
  })

  it('runs its core: the example opens, a document leaves, the workspace closes', async () => {
    const saved: string[] = []
    const core = createCoreClient({
      spawnReader: () => forkReader(pathToFileURL(join(built, 'reader-process.js'))),
      spawn: () => {
        const child = fork(join(built, 'core-process.js'), [], { serialization: 'advanced', execArgv: [] })
        return {
          send: (message) => void child.send(message),
          // As in forked.ts.
          onMessage: (listener) => child.on('message', (message) => listener(message as FromCore)),
          onExit: (listener) => child.once('exit', listener),
          kill: () => child.kill('SIGKILL'),
        }
      },
      dataFolder: join(copy, 'data'),
      open: null,
      answer: (question) => {
        if (question.port === 'saveFile') saved.push(`${question.name} ${question.bytes.length > 5000}`)
        return Promise.resolve('saved')
      },
      log: () => undefined,
    })
    expect(await core.ready).toBeNull()
    expect(await core.call('workspace.example', {})).toMatchObject({ ok: true, value: { example: true } })
    const list = await core.call('meetings.list', {})
    // The method's own output.
    const { meetings } = (list.ok ? list.value : { meetings: [] }) as { meetings: { id: string }[] }
    expect(await core.call('word.export', { meetingId: meetings[0]?.id })).toMatchObject({
      ok: true,
      value: { saved: 'saved' },
    })
    expect(saved).toEqual([expect.stringMatching(/\.docx true$/)])
    const page = Buffer.from('<!doctype html><title>Prov</title><p>Hej</p>').toString('base64')
    expect(await core.call('sources.preview', { base64: page })).toMatchObject({ ok: true, value: { format: 'html' } })
    await core.close()
    expect(readdirSync(join(copy, 'data')).filter((name) => name.endsWith('-wal') && name !== '')).toEqual([])
  })
})
