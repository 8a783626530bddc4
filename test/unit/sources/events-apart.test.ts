/** Two events that were one, taken apart after a text was withdrawn: what no text holds any more is gone. */
import { describe, expect, it, vi } from 'vitest'
import type { Finding } from '#contract/reading.ts'
import { newApp, type TestApp } from '../../helpers/app.ts'
import { at, event, party } from '../../helpers/findings.ts'

// What becomes of findings is tested with findings made by hand: the reading of texts has tests of its own.
const readings = vi.hoisted(() => new Map<string, unknown>())
vi.mock('#core/reading/read.ts', () => ({ readText: (text: string) => readings.get(text) }))

async function told(app: TestApp, title: string, organiser: string): Promise<string> {
  const line = `${title} ordnas den 6 maj 2030 av ${organiser}.`
  const findings: Finding[] = [
    event(title, {
      from: '2030-05-06',
      basis: 'stated',
      parties: [party('organisation', organiser, 'organiser')],
      ...at([line], 1),
    }),
  ]
  readings.set(line, { publishedFrom: null, publishedTo: null, writtenAfter: null, lines: 1, findings })
  const { id } = await app.call('sources.add', { name: title, text: line, format: 'txt', encoding: 'utf-8' })
  await app.call('sources.accept', { source: id })
  return id
}
const events = async (app: TestApp) => (await app.call('register.list', { kind: 'event' })).rows

async function merged() {
  const app = newApp()
  const sources = [
    await told(app, 'Påhittsdagen', 'Påhittsverket'),
    await told(app, 'Övningskonferensen', 'Övningsverket'),
  ] as const
  const rows = await events(app)
  const idOf = (title: string) => rows.find(({ name }) => name === title)?.id ?? ''
  const ids = [idOf('Påhittsdagen'), idOf('Övningskonferensen')] as const
  await app.call('events.merge', { keep: ids[0], gone: ids[1] })
  return { app, sources, ids }
}

describe('an event taken out of another', () => {
  it.each([
    [1, 0, 'Påhittsdagen', 'Påhittsverket'],
    [0, 1, 'Övningskonferensen', 'Övningsverket'],
  ] as const)(
    'falls when its text was withdrawn (%i), and the other keeps its own parts',
    async (gone, left, ...names) => {
      const { app, sources, ids } = await merged()
      await app.call('sources.withdraw', { id: sources[gone] })
      expect(await events(app)).toHaveLength(1)
      await app.call('events.separate', { id: ids[1] })
      const rows = await events(app)
      expect(rows.map(({ id, name }) => [id, name])).toEqual([[ids[left], names[0]]])
      const { parties } = await app.call('events.get', { id: ids[left] })
      expect(parties.map(({ name }) => name)).toEqual([names[1]])
      await app.call('history.undo', {})
      expect((await events(app)).map(({ id }) => id)).toEqual([ids[0]])
    },
  )

  it('stands again beside the other as long as both have words', async () => {
    const { app, ids } = await merged()
    await app.call('events.separate', { id: ids[1] })
    expect((await events(app)).map(({ name }) => name).toSorted()).toEqual(['Påhittsdagen', 'Övningskonferensen'])
    expect((await app.call('events.get', { id: ids[1] })).parties.map(({ name }) => name)).toEqual(['Övningsverket'])
  })
})
