import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { MethodName } from '#contract/methods.ts'
import { methods } from '#contract/methods.ts'
import { newApp, root, type TestApp } from '../../helpers/app.ts'
import { buildWorld, entry } from '../../helpers/world.ts'

const twin = (name: string) => readFileSync(new URL(`test/fixtures/texts/twins/${name}.txt`, root), 'utf8')
const first = new Date('2032-06-01T10:00:00Z')
const before = '2032-05-31T10:00:00.000Z'
const then = '2032-06-01T12:00:00.000Z'
const kinds = ['person', 'organisation', 'body', 'theme', 'post', 'event', 'assignment'] as const
const pages = {
  person: 'people.get',
  organisation: 'organisations.get',
  body: 'bodies.get',
  theme: 'themes.get',
  post: 'posts.get',
  event: 'events.get',
  assignment: 'assignments.get',
} as const

async function accepted(app: TestApp, name: string): Promise<void> {
  const { id } = await app.call('sources.add', { name, text: twin(name), format: 'txt', encoding: 'utf-8' })
  await app.call('sources.accept', { source: id })
}

async function idsOf(app: TestApp) {
  const lists = await Promise.all(
    kinds.map(async (kind) =>
      (await app.call('register.list', { kind })).rows.map(({ id, name }) => ({ kind, id, name })),
    ),
  )
  return lists.flat()
}

type Asked = { method: MethodName; input: object; name: string; own: string }

/** Every read that takes a knowledge, of everything there is. */
async function reads(app: TestApp, meeting: string): Promise<Asked[]> {
  const entries = await idsOf(app)
  const { ties } = await app.call('network.get', {})
  const asked: Asked[] = [
    ...kinds.map((kind) => ({ method: 'register.list' as const, input: { kind }, name: '', own: '' })),
    { method: 'network.get', input: {}, name: '', own: '' },
    ...entries.map(({ kind, id, name }) => ({ method: pages[kind], input: { id }, name, own: id })),
    ...entries
      .filter(({ kind }) => kind === 'post')
      .map(({ name }) => ({
        method: 'posts.holders' as const,
        input: { title: name, on: '2031-11-10' },
        name,
        own: '',
      })),
    ...ties.map(({ id }) => ({ method: 'network.evidence' as const, input: { tieId: id }, name: '', own: '' })),
    ...(['meetings.representation', 'meetings.hats'] as const).map((method) => ({
      method,
      input: { id: meeting },
      name: '',
      own: meeting,
    })),
  ]
  return asked
}

/** What is told, with what the caller has asked by taken out. */
async function told(app: TestApp, { method, input, name, own }: Asked, knownAt?: string): Promise<string> {
  const reply = await app.dispatch(method, { ...input, ...(knownAt === undefined ? {} : { knownAt }) })
  if (!reply.ok) return reply.error.code
  const text = JSON.stringify(reply.value)
  return knownAt === before ? text.replaceAll(own === '' ? '\0' : own, '').replaceAll(JSON.stringify(name), '""') : text
}

/** Pages say of which day they are. */
const dayless = (text: string) => text.replaceAll(/"(?:asOf|on)":"[^"]*"/gu, '')

async function everything() {
  const app = newApp()
  app.clock.now = first
  const world = await buildWorld(app)
  await accepted(app, 'program')
  return { app, world }
}

describe('what was known at a moment', () => {
  it('is nothing before anything was added, in every read that takes a knowledge', async () => {
    const { app, world } = await everything()
    const asked = await reads(app, world.meeting)
    // The map as a picture is the map.
    const taking = Object.entries(methods).flatMap(([name, { kind, input }]) =>
      kind !== 'write' && 'shape' in input && 'knownAt' in input.shape && name !== 'network.svg' ? [name] : [],
    )
    expect([...new Set(asked.map(({ method }) => method))].toSorted()).toEqual(taking.toSorted())
    const entries = await idsOf(app)
    const words = entries.flatMap(({ id, name }) => [`"${id}"`, JSON.stringify(name)])
    for (const one of asked) {
      const text = await told(app, one, before)
      expect(
        words.filter((word) => text.includes(word)),
        `${one.method} ${JSON.stringify(one.input)} ${text}`,
      ).toEqual([])
      expect(text).not.toMatch(/"quote":"[^"]/u)
    }
  })

  it('is all of it by now, and the same as without a knowledge', async () => {
    const { app, world } = await everything()
    for (const one of await reads(app, world.meeting)) expect(await told(app, one, then)).toBe(await told(app, one))
  })

  it('is what it was the day before a further text, entries, parts and words by hand came, on every page and the map', async () => {
    const { app, world } = await everything()
    const asked = await reads(app, world.meeting)
    const was = await Promise.all(asked.map((one) => told(app, one)))
    app.clock.now = new Date('2032-06-02T10:00:00Z')
    for (const text of ['later', 'news', 'year']) await accepted(app, text)
    await app.call('themes.add', { type: 'objective', code: '2.3', title: 'Ny', parentId: world.area })
    await app.call('assignments.add', {
      type: 'uppdrag',
      title: 'Senare uppdrag',
      themeId: world.objective,
      parties: [{ kind: 'organisation', who: { name: 'Skenverket' }, role: 'charged' }],
    })
    const part = { kind: 'organisation' as const, who: { name: 'Senareverket' }, role: 'funder' as const }
    await app.call('parties.add', { of: 'assignment', ofId: world.assignment, ...part, statement: 'sagt senare' })
    await app.call('bodies.set', {
      id: world.data,
      parent: { id: world.council },
      mandate: 'Senare sagt.',
      statement: 'x',
    })
    const skenverket = await entry(app, 'organisation', 'Skenverket')
    await app.call('organisations.set', { id: skenverket, type: 'myndighet', statement: 'y' })
    await app.call('contacts.add', {
      owner: { kind: 'organisation', id: skenverket },
      kind: 'url',
      value: 'https://s.example',
    })
    await app.call('register.rename', { kind: 'organisation', id: skenverket, name: 'Nyverket' })
    await app.call('register.rename', { kind: 'person', id: world.cilla, name: 'Cilla Nypåhitt' })
    await app.call('themes.set', { id: world.other, code: '2.11', title: 'Annan lagring', parentId: null })
    const now = await Promise.all(asked.map((one) => told(app, one)))
    expect(now).not.toEqual(was)
    for (const [at, one] of asked.entries())
      expect(dayless(await told(app, one, then)), `${one.method} ${one.name}`).toBe(dayless(was[at] ?? ''))
  })
})
