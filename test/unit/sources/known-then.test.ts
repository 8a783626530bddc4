import { describe, expect, it } from 'vitest'
import { readFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { noDays } from '../../helpers/world.ts'
import { newApp, root, type TestApp } from '../../helpers/app.ts'

const added = '2032-06-01'
const withdrawn = '2032-07-01'
const then = { knownAt: '2032-06-15T12:00:00.000Z' }

const twin = (name: string) => readFileSync(new URL(`test/fixtures/texts/twins/${name}.txt`, root), 'utf8')

async function accepted(app: TestApp, name: string): Promise<string> {
  const { id } = await app.call('sources.add', { name, text: twin(name), format: 'txt', encoding: 'utf-8' })
  await app.call('sources.accept', { source: id })
  return id
}
/** The programme accepted in June and withdrawn in July; `before` is what was told of the middle of June until then. */
async function fallen() {
  const app = newApp()
  app.clock.now = new Date(`${added}T10:00:00Z`)
  const id = await accepted(app, 'program')
  app.clock.now = new Date(`${withdrawn}T10:00:00Z`)
  // The map gives its places first.
  await app.call('network.get', {})
  const before = await everything(app, then)
  await app.call('sources.withdraw', { id })
  return { app, id, before }
}

const kinds = ['person', 'organisation', 'body', 'theme', 'post', 'event', 'assignment'] as const

/** Lists, pages with their words, and the map, as somebody looks at them with the knowledge of a moment. */
async function everything(app: TestApp, clock: { knownAt?: string }) {
  const lists = await Promise.all(
    kinds.map(async (kind) => [kind, (await app.call('register.list', { kind, ...clock })).rows] as const),
  )
  const ids = (kind: string) => lists.flatMap(([of, rows]) => (of === kind ? rows.map(({ id }) => id) : []))
  const { nodes, ties } = await app.call('network.get', clock)
  return {
    lists: Object.fromEntries(lists),
    people: await Promise.all(ids('person').map((id) => app.call('people.get', { id, ...clock }))),
    bodies: await Promise.all(ids('body').map((id) => app.call('bodies.get', { id, ...clock }))),
    themes: await Promise.all(ids('theme').map((id) => app.call('themes.get', { id, ...clock }))),
    nodes: nodes.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    ties: ties.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  }
}
const asOfLess = (text: unknown): unknown =>
  JSON.parse(JSON.stringify(text).replaceAll(/"asOf":"[^"]*"/gu, '"asOf":""'))

describe('what was known before a text was withdrawn', () => {
  it('is still told of then, with every word, on every page and on the map, and of today nothing is left', async () => {
    const { app, before } = await fallen()
    expect(before.people.length + before.bodies.length).toBeGreaterThan(4)
    expect(asOfLess(await everything(app, then))).toEqual(asOfLess(before))
    const now = await everything(app, {})
    expect(Object.values(now.lists).flat()).toEqual([])
    expect([now.nodes, now.ties]).toEqual([[], []])
    // Before the text was here nothing was known.
    const early = await everything(app, { knownAt: '2032-05-01T12:00:00.000Z' })
    expect(Object.values(early.lists).flat()).toEqual([])
    const [tie] = before.ties.filter(({ kind }) => kind === 'role')
    const { evidence } = await app.call('network.evidence', { tieId: tie?.id ?? '', ...then })
    expect(evidence.length).toBeGreaterThan(0)
  })

  it('leaves nothing behind in the register by being asked for', async () => {
    const { app, before } = await fallen()
    const [person] = before.people
    await everything(app, then)
    expect(await app.refused('people.get', { id: person?.id ?? '' })).toBe('entity.not-found')
    expect(JSON.stringify(await app.call('search.find', { query: person?.name ?? '' }))).not.toContain(person?.id)
    expect((await everything(app, {})).nodes).toEqual([])
  })

  it('is the same again when the withdrawal is undone and done anew', async () => {
    const { app, before } = await fallen()
    await app.call('history.undo', {})
    expect((await everything(app, {})).lists).toEqual(before.lists)
    expect(asOfLess(await everything(app, then))).toEqual(asOfLess(before))
    await app.call('history.redo', {})
    expect(asOfLess(await everything(app, then))).toEqual(asOfLess(before))
    expect((await everything(app, {})).nodes).toEqual([])
  })

  it('is told of the same entries once the text is restored and accepted again', async () => {
    const { app, id, before } = await fallen()
    app.clock.now = new Date('2032-08-01T10:00:00Z')
    await app.call('sources.restore', { id })
    await app.call('sources.accept', { source: id })
    const again = await everything(app, then)
    expect(again.lists).toEqual(before.lists)
    expect(again.people.map(({ roles }) => roles.map(({ role, title }) => role ?? title))).toEqual(
      before.people.map(({ roles }) => roles.map(({ role, title }) => role ?? title)),
    )
    // Between withdrawal and return nobody had a role.
    const between = await everything(app, { knownAt: '2032-07-15T12:00:00.000Z' })
    expect(between.people.flatMap(({ roles }) => roles)).toEqual([])
    const now = await everything(app, {})
    expect(now.lists).toEqual(before.lists)
  })

  it('stands for whom a person was merged into since', async () => {
    const app = newApp()
    app.clock.now = new Date(`${added}T10:00:00Z`)
    const elsewhere = { organisation: { name: 'Provverket' }, role: null, title: 'Provare', span: noDays }
    await app.call('tenures.add', { person: { name: 'Doris Mjukfot' }, ...elsewhere })
    await app.call('tenures.add', { person: { name: 'Doris M. Mjukfot' }, ...elsewhere })
    const { rows } = await app.call('register.list', { kind: 'person', query: 'Doris' })
    const doris = rows.find(({ name }) => name === 'Doris Mjukfot')?.id ?? ''
    const other = rows.find(({ name }) => name === 'Doris M. Mjukfot')?.id ?? ''
    const text = { name: 'program', text: twin('program'), format: 'txt', encoding: 'utf-8' } as const
    const { id } = await app.call('sources.add', text)
    await app.call('sources.link', { source: id, kind: 'person', name: 'Doris Mjukfot', to: doris })
    await app.call('sources.accept', { source: id })
    app.clock.now = new Date(`${withdrawn}T10:00:00Z`)
    const roles = async (of: string, clock: { knownAt?: string }) =>
      (await app.call('people.get', { id: of, ...clock })).roles.map(({ body, organisation }) => body ?? organisation)
    const before = await roles(doris, then)
    expect(before).toContain('Landning')
    await app.call('sources.withdraw', { id })
    await app.call('identity.decide', { kind: 'person', ids: [other, doris], keep: other, verdict: 'same' })
    expect(await roles(other, {})).not.toContain('Landning')
    expect(new Set(await roles(other, then))).toEqual(new Set([...before, 'Provverket']))
  })

  it('is erased with a person who fell, by their id, and not a byte of the name is left in what fell', async () => {
    const { app, before } = await fallen()
    const [person] = before.people
    const { id = '', name = '' } = person ?? {}
    expect((await app.call('privacy.extract', { id })).sections.map(({ table }) => table)).toContain('fallen_row')
    const plan = await app.call('privacy.erasurePreview', { id })
    expect(plan.tables.find(({ table }) => table === 'fallen_row')?.rows).toBeGreaterThan(0)
    await app.call('privacy.erase', { id, mode: 'erase', reason: 'consent-withdrawn', language: 'sv' })
    expect(await app.refused('people.get', { id, ...then })).toBe('entity.not-found')
    app.close()
    const db = new Database(app.path, { readonly: true })
    const left = db.prepare('SELECT row FROM fallen_row').pluck().all().join('\n')
    const source = db.prepare('SELECT group_concat(text) FROM source').pluck().get()
    db.close()
    expect(left.length).toBeGreaterThan(0)
    for (const word of [id, name, name.toLowerCase()]) expect(left).not.toContain(word)
    expect(source).not.toContain(name)
  })
})
