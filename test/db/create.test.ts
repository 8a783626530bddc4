/** Making a workspace, ended at every step on the way. */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, it } from 'vitest'
import { KansliError } from '#contract/errors.ts'
import { createWorkspace, openWorkspace } from '#db/open.ts'
import { someDay, temporaryFolder } from '../helpers/workspace.ts'

const root = join(import.meta.dirname, '..', '..')

function codeOf(act: () => unknown): string {
  try {
    act()
    return 'no error'
  } catch (error) {
    return error instanceof KansliError ? error.code : String(error)
  }
}

/**
 * Makes workspaces in a process of its own, each ended before one more of the calls that touch the
 * disk; the last is made whole. Says the steps in order. A fork for each end: nothing is tidied up.
 */
const maker = (folder: string) => `
  import fs from 'node:fs'
  import { syncBuiltinESMExports } from 'node:module'
  import Database from 'better-sqlite3'
  let left = Number(process.argv[1])
  const steps = []
  const count = (holder, name) => {
    const original = holder[name]
    holder[name] = function (...args) {
      if (armed) {
        if (left-- === 0) process.kill(process.pid, 'SIGKILL')
        steps.push(name)
      }
      return original.apply(this, args)
    }
  }
  let armed = false
  for (const name of ['openSync', 'closeSync', 'fsyncSync', 'linkSync', 'renameSync', 'rmSync', 'chmodSync']) count(fs, name)
  for (const name of ['exec', 'pragma', 'close']) count(Database.prototype, name)
  syncBuiltinESMExports()
  const { createWorkspace } = await import('#db/open.ts')
  armed = true
  createWorkspace(${JSON.stringify(join(folder, 'w.kansli'))}, new Date())
  armed = false
  console.log(steps.join(' '))
`

function make(folder: string, steps: number) {
  const ran = spawnSync(process.execPath, ['--input-type=module', '--eval', maker(folder), String(steps)], {
    cwd: root,
    encoding: 'utf8',
  })
  if (ran.status !== 0 && ran.signal !== 'SIGKILL') throw new Error(ran.stderr)
  return { killed: ran.signal === 'SIGKILL', steps: ran.stdout.trim().split(' ') }
}

describe('making a workspace', () => {
  it('leaves a free name or a workspace that opens, wherever it is ended', { timeout: 120_000 }, () => {
    const all = make(temporaryFolder(), 10_000).steps
    expect(all).toEqual(expect.arrayContaining(['openSync', 'exec', 'close', 'fsyncSync', 'linkSync']))
    // Of the many alike in the middle every fourth is enough; around the naming each is tried.
    const naming = all.indexOf('linkSync')
    const ends = all.map((_, index) => index).filter((index) => index % 4 === 0 || Math.abs(index - naming) < 5)
    const outcomes = new Set<string>()
    for (const end of ends) {
      const folder = temporaryFolder()
      const path = join(folder, 'w.kansli')
      expect(make(folder, end).killed).toBe(true)
      const named = existsSync(path)
      outcomes.add(named ? 'made' : 'free')
      const open = named ? openWorkspace(path, someDay) : createWorkspace(path, someDay)
      open.close({ at: someDay })
      // What is shown as a workspace is one; the rest is hidden, and taken away when the name is used.
      expect(readdirSync(folder).filter((name) => name.endsWith('.kansli'))).toEqual(['w.kansli'])
      if (!named) expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([])
    }
    expect([...outcomes].toSorted()).toEqual(['free', 'made'])
  })

  it('lets one of several programs make it when they try at once, and tells the others that it exists', async () => {
    const folder = temporaryFolder()
    const script = `
      const { createWorkspace } = await import('#db/open.ts')
      process.stdin.once('data', () => {
        let close = () => null
        try {
          const open = createWorkspace(process.argv[1], new Date())
          close = () => open.close({ at: new Date() })
          console.log('made')
        } catch (error) {
          console.log(error.code ?? String(error))
        }
        process.stdin.once('data', () => process.exit(close() === null ? 0 : 1))
      })
      console.log('ready')`
    const makers = [1, 2, 3].map(() => {
      const args = ['--input-type=module', '--eval', script, join(folder, 'w.kansli')]
      const child = spawn(process.execPath, args, { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] })
      const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
      return { child, next: async () => (await lines.next()).value as unknown }
    })
    await Promise.all(makers.map(({ next }) => next()))
    makers.forEach(({ child }) => child.stdin.write('go'))
    const said = await Promise.all(makers.map(({ next }) => next()))
    expect(said.map(String).toSorted((a, b) => a.localeCompare(b))).toEqual([
      'made',
      'workspace.exists',
      'workspace.exists',
    ])
    const ends = makers.map(({ child }) => new Promise((resolve) => child.once('exit', resolve)))
    makers.forEach(({ child }) => child.stdin.end('end'))
    expect(await Promise.all(ends)).toEqual([0, 0, 0])
    expect(readdirSync(folder)).toEqual(['w.kansli'])
  })

  it('leaves nothing beside the workspace', () => {
    const folder = temporaryFolder()
    createWorkspace(join(folder, 'w.kansli'), someDay).close({ at: someDay })
    expect(readdirSync(folder)).toEqual(['w.kansli'])
    if (process.platform !== 'win32') expect(statSync(join(folder, 'w.kansli')).mode & 0o777).toBe(0o600)
  })

  it('takes no name that is taken, be it by a file, an empty file or a folder', () => {
    const folder = temporaryFolder()
    const at = (name: string) => join(folder, name)
    writeFileSync(at('a.kansli'), 'text')
    writeFileSync(at('b.kansli'), '')
    mkdirSync(at('c.kansli'))
    for (const name of ['a.kansli', 'b.kansli', 'c.kansli'])
      expect(codeOf(() => createWorkspace(at(name), someDay))).toBe('workspace.exists')
    expect(readFileSync(at('a.kansli'), 'utf8')).toBe('text')
    expect(readdirSync(folder)).toEqual(['a.kansli', 'b.kansli', 'c.kansli'])
  })

  it('says that a folder that is not there cannot be written', () => {
    expect(codeOf(() => createWorkspace(join(temporaryFolder(), 'none', 'a.kansli'), someDay))).toBe('workspace.disk')
  })
})
