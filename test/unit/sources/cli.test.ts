import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { kansliIn, projectRoot } from '../../helpers/terminal.ts'
import { temporaryFolder } from '../../helpers/workspace.ts'

const text = join(projectRoot, 'test/fixtures/texts/twins/program.txt')
const workspace = ['--workspace', 'w.kansli']

it('kansli read keeps a text, prints what it proposes with the lines, and takes over what --accept says', async () => {
  const folder = temporaryFolder()
  const first = await kansliIn(folder, ['read', text, ...workspace, '--lang', 'sv'])
  expect([first.code, first.err]).toEqual([0, ''])
  expect(first.out).toMatch(/Bror Himmelmo, champion, Skaftvirke \[rad 29\]/)
  expect(first.out).toContain('Inget är godtaget')
  const again = await kansliIn(folder, ['read', text, ...workspace, '--accept', 'all'])
  expect(again.code).toBe(1)
  expect(again.err).toContain('source.already-there')
  const taken = await kansliIn(folder, ['read', text, ...workspace, '--again', '--accept', 'tenure', '--json'])
  // What the command prints with --json.
  const { source, accepted } = JSON.parse(taken.out) as {
    source: { found: { finding: { kind: string } }[] }
    accepted: { proposals: number }
  }
  expect(accepted.proposals).toBe(source.found.filter(({ finding }) => finding.kind === 'tenure').length)
}, 120_000)

it('kansli read and search say types of organisations and bodies in the language asked for', async () => {
  const folder = temporaryFolder()
  const said = async (language: string, again: string[] = []) =>
    (await kansliIn(folder, ['read', text, ...workspace, '--lang', language, ...again, '--accept', 'all'])).out
  const [swedish, english] = [await said('sv'), await said('en', ['--again'])]
  for (const [sv, en] of [
    ['arbetsgrupp', 'working group'],
    ['samverkansgrupp', 'advisory group'],
  ] as const) {
    expect(swedish).toMatch(new RegExp(`, ${sv}(,| \\[)`))
    expect(english).toMatch(new RegExp(`, ${en}(,| \\[)`))
    expect(english).not.toMatch(new RegExp(`, ${sv}(,| \\[)`))
  }
  for (const [language, word] of [
    ['sv', 'företag'],
    ['en', 'company'],
  ] as const) {
    const { out } = await kansliIn(folder, ['search', 'Skaftbolaget', ...workspace, '--lang', language])
    expect(out).toContain(`Skaftbolaget  ${word}  `)
  }
}, 120_000)

it('kansli read refuses a file that is no text by code, and leaves no workspace behind', async () => {
  const folder = temporaryFolder()
  const refused = await kansliIn(folder, ['read', '-', ...workspace, '--json'], Buffer.from('PK\u0003\u0004 no zip'))
  expect(refused.code).toBe(1)
  expect(refused.out).toContain('word.not-docx')
  expect(existsSync(join(folder, 'w.kansli'))).toBe(false)
  expect((await kansliIn(folder, ['read', text, ...workspace, '--accept', 'allt'])).code).toBe(2)
}, 120_000)
