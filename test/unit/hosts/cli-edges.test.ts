/** What a hurried person or a careless script does to the command line. */
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { kansliIn, projectRoot } from '../../helpers/terminal.ts'

let folder: string
const twin = join(projectRoot, 'test/fixtures/minutes/twin.txt')
const kansli = (...args: string[]) => kansliIn(folder, args)
const at = (name: string) => join(folder, name)
const workspace = ['--workspace', 'Å w.kansli']

const later = `Påhittsrådet

Minnesanteckningar från Påhittsrådet den 3 mars 2031

1 Öppnande

Ordföranden öppnade mötet.

Deltagare

`

/** Participants of `show … --json`. */
async function people(which: string): Promise<{ name: string }[]> {
  const { out } = await kansli('show', which, ...workspace, '--json')
  // The documented shape of a meeting.
  return (JSON.parse(out) as { participants: { name: string }[] }).participants
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kansli-cli-'))
  const { code, out } = await kansli('import', twin, ...workspace, '--yes')
  if (code !== 0) throw new Error(out)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a document', () => {
  it('is never written over the workspace, by its name or by a link to it, and the workspace stays whole', async () => {
    const before = await kansli('meetings', ...workspace, '--json')
    expect(before.code).toBe(0)
    symlinkSync(at('Å w.kansli'), at('link.docx'))
    for (const [command, to] of [
      [['export', 'latest'], 'Å w.kansli'],
      [['export', 'latest'], 'link.docx'],
      [['network'], 'Å w.kansli'],
    ] as const) {
      const { code, err } = await kansli(...command, ...workspace, '--to', to)
      expect(code).toBe(1)
      expect(err).toContain('[file.exists]')
    }
    expect(await kansli('meetings', ...workspace, '--json')).toEqual(before)
    rmSync(at('link.docx'))
  })

  it('is never written over a folder or a device, nor into a folder that is a file', async () => {
    mkdirSync(at('folder'))
    writeFileSync(at('file'), '')
    for (const to of ['folder', '/dev/null', 'file/minutes.docx']) {
      const { code, out, err } = await kansli('export', 'latest', ...workspace, '--to', to, '--json')
      expect([code, err]).toEqual([1, expect.stringContaining('[file.write-failed]')])
      expect(JSON.parse(out)).toMatchObject({ error: { code: 'file.write-failed' } })
    }
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  it('goes over an older one that is named with --to', async () => {
    writeFileSync(at('old.docx'), 'old')
    expect((await kansli('export', 'latest', ...workspace, '--to', 'old.docx')).code).toBe(0)
    expect(readFileSync(at('old.docx')).subarray(0, 2).toString()).toBe('PK')
  })
})

describe('import', () => {
  it('refuses a folder, a file that is too large, and the workspace itself, with a code each', async () => {
    writeFileSync(at('large.txt'), 'Minnesanteckningar\n')
    truncateSync(at('large.txt'), 30_000_000)
    for (const [file, expected] of [
      ['.', 'file.unreadable'],
      ['large.txt', 'import.too-large'],
      ['Å w.kansli', 'import.not-text'],
    ] as const) {
      const { code, err } = await kansli('import', file, ...workspace)
      expect([file, code, err]).toEqual([file, 1, expect.stringContaining(`[${expected}]`)])
    }
  })

  it('that is refused keeps the copies of an earlier workspace of the same name', async () => {
    mkdirSync(at('lost.kansli-copies'))
    writeFileSync(at('lost.kansli-copies/000001-closed.kansli'), 'all that is left')
    writeFileSync(at('no-minutes.txt'), 'Mjöl, ägg och mjölk.\n')
    expect((await kansli('import', 'no-minutes.txt', '--workspace', 'lost.kansli')).code).toBe(1)
    expect(readdirSync(folder).filter((name) => name.startsWith('lost'))).toEqual(['lost.kansli-copies'])
    expect(readdirSync(at('lost.kansli-copies'))).toEqual(['000001-closed.kansli'])
  })

  it('links exact names with --yes and nobody without, and a date with two meetings is refused with both ids', async () => {
    const first = await people('latest')
    const [known] = first
    writeFileSync(at('later.txt'), `${later}1. ${known?.name ?? ''}\n2. Nyman Ny, ordförande\n`)
    const total = async () => {
      const { out } = await kansli('call', 'register.list', '{"kind":"person"}', ...workspace)
      // The list's own output, of which only the total is used.
      return (JSON.parse(out) as { total: number }).total
    }
    const before = await total()
    expect((await kansli('import', 'later.txt', ...workspace, '--yes')).code).toBe(0)
    expect(await total()).toBe(before + 1)
    expect((await kansli('import', 'later.txt', ...workspace, '--again')).code).toBe(0)
    expect(await total()).toBe(before + 3)

    const { code, out } = await kansli('show', '2031-03-03', ...workspace, '--json')
    expect(code).toBe(1)
    // The shape of a refusal.
    const { error } = JSON.parse(out) as { error: { code: string; params: { ids: string } } }
    expect(error.code).toBe('meeting.ambiguous')
    const [id = ''] = error.params.ids.split(', ')
    expect((await people(id)).map(({ name }) => name)).toEqual([known?.name, 'Nyman Ny'])
  })
})
