import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { newApp, type TestApp } from '../../helpers/app.ts'
import { buildWorld, entry, type World } from '../../helpers/world.ts'

const kinds = ['person', 'organisation', 'body'] as const
type Kind = (typeof kinds)[number]
const shown: Readonly<Record<Kind, string>> = {
  person: 'Asta Dittelin',
  organisation: 'Skenverket',
  body: 'Dataspåret',
}

async function world(): Promise<TestApp & { is: World }> {
  const app = newApp()
  app.clock.now = new Date('2032-06-01T10:00:00Z')
  return { ...app, is: await buildWorld(app) }
}
const day = (date: number) => `2032-06-${String(date).padStart(2, '0')}T12:00:00.000Z`

async function view(app: TestApp, kind: Kind, id: string, knownAt?: string) {
  const asked = { id, ...(knownAt === undefined ? {} : { knownAt }) }
  if (kind === 'person') return app.call('people.get', asked)
  return kind === 'organisation' ? app.call('organisations.get', asked) : app.call('bodies.get', asked)
}
async function names(app: TestApp, kind: Kind, id: string, knownAt?: string) {
  return (await view(app, kind, id, knownAt)).spellings.map(({ text }) => text)
}

describe.each(kinds)('a name of %s', (kind) => {
  it('that was added, put right and taken away is told of as long as it stood, and undone is as if nothing had been', async () => {
    const app = await world()
    const id = await entry(app, kind, shown[kind])
    app.clock.now = new Date('2032-06-02T10:00:00Z')
    const name = await app.call('names.add', { owner: { kind, id }, text: 'Lotta L' })
    app.clock.now = new Date('2032-06-03T10:00:00Z')
    await app.call('names.set', { owner: kind, id: name.id, text: 'Lotta Ludd', kind: 'former' })
    app.clock.now = new Date('2032-06-04T10:00:00Z')
    await app.call('names.remove', { owner: kind, id: name.id })
    const own = shown[kind]
    const told = async () =>
      Promise.all([day(1), day(2), day(3), day(4), undefined].map((at) => names(app, kind, id, at)))
    const all = [[own], [own, 'Lotta L'], [own, 'Lotta Ludd'], [own], [own]]
    expect(await told()).toEqual(all)
    const found = async (query: string, knownAt: string) =>
      (await app.call('register.list', { kind, query, knownAt })).rows.map((row) => row.id)
    expect([await found('Lotta L', day(2)), await found('Ludd', day(2)), await found('Ludd', day(3))]).toEqual([
      [id],
      [],
      [id],
    ])
    await app.call('history.undo', {})
    expect(await told()).toEqual([...all.slice(0, 3), [own, 'Lotta Ludd'], [own, 'Lotta Ludd']])
    await app.call('history.undo', {})
    expect((await told()).slice(1)).toEqual(Array.from({ length: 4 }, () => [own, 'Lotta L']))
    await app.call('history.redo', {})
    await app.call('history.redo', {})
    expect(await told()).toEqual(all)
  })

  it('that it is shown by is the one of then before it was renamed, on its page, in its list and on the map', async () => {
    const app = await world()
    const id = await entry(app, kind, shown[kind])
    for (const [date, name] of [
      [2, 'Nya Namnet'],
      [3, 'Nyare Namnet'],
    ] as const) {
      app.clock.now = new Date(`2032-06-0${date}T10:00:00Z`)
      await app.call('register.rename', { kind, id, name })
    }
    const told = async (knownAt?: string) => {
      const known = knownAt === undefined ? {} : { knownAt }
      const listed = (await app.call('register.list', { kind, ...known })).rows.find((row) => row.id === id)
      const node = (await app.call('network.get', known)).nodes.find((one) => one.id === id)
      return [(await view(app, kind, id, knownAt)).name, listed?.name, node?.label]
    }
    const thrice = (name: string) => [name, name, name]
    expect(await told(day(1))).toEqual(thrice(shown[kind]))
    expect(await names(app, kind, id, day(1))).toEqual([shown[kind]])
    expect(await told(day(2))).toEqual(thrice('Nya Namnet'))
    expect(await told(day(3))).toEqual(thrice('Nyare Namnet'))
    expect(await told()).toEqual(thrice('Nyare Namnet'))
  })
})

describe('an earlier name of a person', () => {
  it('is in no byte of the file once the person is erased', async () => {
    const app = await world()
    const id = await entry(app, 'person', 'Gunn Borta')
    const { id: name } = await app.call('names.add', { owner: { kind: 'person', id }, text: 'Gullvi Qvistling' })
    await app.call('names.set', { owner: 'person', id: name, text: 'Görel Zetavall', kind: 'former' })
    await app.call('names.remove', { owner: 'person', id: name })
    await app.call('register.rename', { kind: 'person', id, name: 'Gunn Xerxesdotter' })
    await app.call('register.rename', { kind: 'person', id, name: 'Gunn Wvall' })
    await app.call('privacy.erase', { id, mode: 'erase', reason: 'consent-withdrawn', language: 'sv' })
    app.close()
    const bytes = readFileSync(app.path).toString('latin1')
    const latin = (text: string) => Buffer.from(text).toString('latin1')
    for (const word of ['Qvistling', 'Zetavall', 'Xerxesdotter', 'Wvall', 'Borta'])
      expect(bytes).not.toContain(latin(word))
  })
})
