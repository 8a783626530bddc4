/** Contacts and whole workspaces from the command line, each command a process of its own. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { kansliIn, projectRoot } from '../../helpers/terminal.ts'

let folder: string
const kansli = (...args: string[]) => kansliIn(folder, args)

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kansli-exchange-'))
  const twin = join(projectRoot, 'test/fixtures/minutes/twin.txt')
  const { code, out } = await kansli('import', twin, '--workspace', 'w.kansli', '--yes')
  if (code !== 0) throw new Error(out)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('from the command line', () => {
  it('a workspace goes out as JSON and comes back with every meeting the same', async () => {
    expect(await kansli('export-all', '-w', 'w.kansli', '--to', 'allt.json')).toMatchObject({ code: 0 })
    expect(JSON.parse(readFileSync(join(folder, 'allt.json'), 'utf8'))).toMatchObject({ format: 'kansli-workspace' })
    expect(await kansli('import-all', 'allt.json', '-w', 'ny.kansli')).toMatchObject({ code: 0 })
    const [before, after] = await Promise.all(
      ['w.kansli', 'ny.kansli'].map((name) => kansli('show', 'latest', '-w', name, '--json')),
    )
    expect(after?.out).toBe(before?.out)
    expect(after?.code).toBe(0)
  }, 120_000)

  it('a document that is none makes no workspace, and no workspace is written over', async () => {
    writeFileSync(join(folder, 'x.json'), '{"format":"x"}')
    const { code, err } = await kansli('import-all', 'x.json', '-w', 'x.kansli')
    expect([code, err]).toEqual([1, expect.stringContaining('[whole.not-export]')])
    expect(readdirSync(folder).filter((name) => name.includes('x.kansli'))).toEqual([])
    const before = readFileSync(join(folder, 'w.kansli'))
    expect((await kansli('import-all', 'x.json', '-w', 'w.kansli')).code).toBe(1)
    expect(readFileSync(join(folder, 'w.kansli')).equals(before)).toBe(true)
  }, 120_000)

  it('contacts are only looked at until --yes is said', async () => {
    writeFileSync(join(folder, 'lista.csv'), 'Namn;E-post\nAda Testdotter;ada@prov.example\nBo Prov;ingen\n')
    const looked = await kansli('contacts', 'lista.csv', '-w', 'w.kansli')
    expect(looked.out).toContain('2 contacts (csv, utf-8)')
    expect(looked.out).toContain('not an e-mail address: ingen')
    expect(looked.out).toContain('Nothing is stored')
    expect((await kansli('contacts', 'lista.csv', '-w', 'w.kansli', '--yes')).out).toContain('New people: 2')
    expect((await kansli('contacts', 'lista.csv', '-w', 'w.kansli', '--yes')).out).toContain('New people: 0, known: 2')
    expect((await kansli('contacts', 'lista.csv', '-w', 'missing.kansli')).code).toBe(1)
    expect(existsSync(join(folder, 'missing.kansli'))).toBe(false)
  }, 120_000)
})
