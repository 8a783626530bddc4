/** From a terminal nothing leaves unsaid that tells of somebody's health: the file is written, and a line says so. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { kansliIn } from '../../helpers/terminal.ts'
import { temporaryFolder } from '../../helpers/workspace.ts'

const workspace = ['--workspace', 'w.kansli', '--lang', 'sv']
const contacts = JSON.stringify({ format: 'csv', language: 'sv' })

it('a map, contacts and everything are written, and who is told of is said on standard error alone', async () => {
  const folder = temporaryFolder()
  const kansli = (...args: string[]) => kansliIn(folder, [...args, ...workspace])
  const rows = [
    'Namn;Titel;Organisation',
    'Tilda Övning;Diabetiker;Provkontoret',
    'Orvar Provsson;Ledamot;Provkontoret',
  ]
  writeFileSync(join(folder, 'k.csv'), `${rows.join('\n')}\n`)
  const minutes =
    'Provkontoret\n\nMinnesanteckningar möte med provgruppen den 3 maj 2030\n\n1 Öppnande\n\nMötet öppnades.\n'
  expect((await kansliIn(folder, ['import', '-', '--yes', ...workspace], minutes)).code).toBe(0)
  expect((await kansli('contacts', 'k.csv', '--yes')).code).toBe(0)
  for (const [to, ...args] of [
    ['m.svg', 'network'],
    ['k2.csv', 'call', 'contacts.export', contacts],
    ['a.json', 'export-all'],
  ] as const) {
    const { code, err, out } = await kansli(...args, '--to', to)
    expect([code, to]).toEqual([0, to])
    expect(err).toContain('berättar om någons hälsa')
    expect(err).toContain('Tilda Övning: Diabetiker (hälsa)')
    expect(err).not.toContain('Orvar')
    expect(out).not.toContain('Diabetiker')
    expect(readFileSync(join(folder, to)).length).toBeGreaterThan(0)
  }
  // Where the words stay here nothing is to be said.
  const without = JSON.stringify({ format: 'csv', language: 'sv', leaveHealth: true })
  expect((await kansli('call', 'contacts.export', without, '--to', 'k3.csv')).err).toBe('')
}, 120_000)
