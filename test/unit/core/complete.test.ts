import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import type { Entry } from '#core/search/gathered.ts'
import { NameBook } from '#core/search/name-book.ts'
import { newApp, type TestApp } from '../../helpers/app.ts'

const person = '11111111-1111-4111-8111-111111111111'

async function meeting(app: TestApp): Promise<string> {
  const { id } = await app.call('meetings.create', { title: 'Möte', kind: 'protokoll', date: '2030-05-06', body: null })
  return id
}
const add = (app: TestApp, meetingId: string, name: string, organisation: string | null = null) =>
  app.call('attendance.add', {
    meetingId,
    name,
    organisation,
    capacity: null,
    group: null,
    status: 'present',
    mode: 'room',
    items: null,
  })
const hits = async (app: TestApp, query: string) =>
  (await app.call('complete.names', { query, kinds: ['person', 'organisation', 'body'] })).hits.map(({ name }) => name)

describe('names while they are typed', () => {
  test('are found by any part, with marks forgiven after the letters as typed, and by initials', async () => {
    const app = newApp()
    const id = await meeting(app)
    await add(app, id, 'Åsa Provberg', 'Vindbolaget')
    await add(app, id, 'Asta Nordprov')
    await add(app, id, 'Jonna Testsson Nord')
    expect(await hits(app, 'as')).toEqual(['Asta Nordprov', 'Åsa Provberg'])
    expect(await hits(app, 'ås')).toEqual(['Åsa Provberg'])
    expect(await hits(app, 'provb')).toEqual(['Åsa Provberg'])
    expect(await hits(app, 'jn')).toEqual(['Jonna Testsson Nord'])
    expect(await hits(app, 'vind')).toEqual(['Vindbolaget'])
    expect(await hits(app, 'provberk')).toEqual([])
  })

  test('with an apostrophe are found without it, as by its parts; in the search too, and when just added', async () => {
    const app = newApp()
    const id = await meeting(app)
    await add(app, id, 'Sean O’Brien')
    expect(await hits(app, 'obrien')).toEqual(['Sean O’Brien'])
    // The names are in memory now, and one comes late.
    await add(app, id, "Siv D'Arc")
    for (const typed of ['obr', "o'brien", 'brien', 'sean obrien'])
      expect(await hits(app, typed)).toEqual(['Sean O’Brien'])
    expect(await hits(app, 'darc')).toEqual(["Siv D'Arc"])
    const { names } = await app.call('search.find', { query: 'obrien' })
    expect(names.map(({ name }) => name)).toEqual(['Sean O’Brien'])
  })

  test('a name just added is found, and one with the organisation it was added with beside it', async () => {
    const app = newApp()
    const id = await meeting(app)
    expect(await hits(app, 'provberg')).toEqual([])
    await add(app, id, 'Åsa Provberg', 'Vindbolaget')
    const found = await app.call('complete.names', { query: 'prov', kinds: ['person'] })
    expect(found.hits).toMatchObject([{ kind: 'person', name: 'Åsa Provberg', detail: 'Vindbolaget' }])
  })

  test('themes answer by title and code, and stand ready before a letter is typed', async () => {
    const app = newApp()
    await app.call('themes.add', { type: 'objective', title: 'Havsbaserad vindkraft', code: '3.2' })
    const titles = async (query: string) =>
      (await app.call('complete.names', { query, kinds: ['theme'] })).hits.map(({ name }) => name)
    expect(await titles('')).toEqual(['Havsbaserad vindkraft'])
    expect(await titles('vindk')).toEqual(['Havsbaserad vindkraft'])
    expect(await titles('3.2')).toEqual(['Havsbaserad vindkraft'])
  })

  test('of people alone have initials, and one who is gone has none', () => {
    const entry = (kind: Entry['kind'], id: string, name: string): Entry => ({
      kind,
      id,
      name,
      sort: name,
      spellings: [],
    })
    const book = new NameBook([entry('person', 'a', 'Öda Test'), entry('organisation', 'b', 'Ola Test')])
    expect(book.initials('ot', 5).map(({ id }) => id)).toEqual(['a'])
    expect(book.initials('öt', 5).map(({ id }) => id)).toEqual(['a'])
    book.change('c', entry('person', 'c', 'Olle Test'))
    expect(book.initials('öt', 5).map(({ id }) => id)).toEqual(['a'])
    book.change('a', null)
    expect(book.initials('ot', 5).map(({ id }) => id)).toEqual(['c'])
  })
})

describe('a new theme from the text', () => {
  const themeId = '22222222-2222-4222-8222-222222222222'
  const found = async (app: TestApp, query: string) =>
    (await app.call('complete.names', { query, kinds: ['theme'] })).hits.map(({ id, name }) => [id, name])

  test('is in the register in one step, with the mention that the text has of it', async () => {
    const app = newApp()
    const { items } = await app.call('meetings.get', { id: await meeting(app) })
    expect(await app.call('complete.addTheme', { themeId, title: 'Havsbaserad vindkraft' })).toMatchObject({ themeId })
    const operation = {
      op: 'put' as const,
      paragraphId: person,
      kind: 'paragraph' as const,
      text: 'Havsbaserad vindkraft',
      base: null,
      spans: [{ from: 0, to: 21, kind: 'theme' as const, ref: themeId }],
    }
    await app.call('items.saveText', { id: items[0]?.id ?? '', operations: [operation], order: [person] })
    expect(await found(app, 'vindk')).toEqual([[themeId, 'Havsbaserad vindkraft']])
    expect((await app.call('themes.get', { id: themeId })).title).toBe('Havsbaserad vindkraft')
    await app.call('history.undo', {})
    await app.call('history.undo', {})
    expect(await found(app, 'vindk')).toEqual([])
  })

  test('is the known one where a theme has its title already', async () => {
    const app = newApp()
    const { id } = await app.call('themes.add', { type: 'objective', title: 'Havsbaserad vindkraft', code: '3.2' })
    expect((await app.call('complete.addTheme', { themeId, title: 'havsbaserad  vindkraft' })).themeId).toBe(id)
    expect(await found(app, 'vindk')).toHaveLength(1)
  })
})

describe('somebody new from the text', () => {
  test('is in the register and a guest on the list in one step', async () => {
    const app = newApp()
    const meetingId = await meeting(app)
    const made = await app.call('complete.addPerson', {
      meetingId,
      itemId: null,
      personId: person,
      name: 'Ny Test',
      organisation: 'Vindbolaget',
    })
    expect(made.personId).toBe(person)
    const { attendance } = await app.call('meetings.get', { id: meetingId })
    expect(attendance).toMatchObject([
      { personId: person, name: 'Ny Test', organisation: 'Vindbolaget', capacity: 'gäst', status: 'present' },
    ])
    await app.call('history.undo', {})
    expect((await app.call('meetings.get', { id: meetingId })).attendance).toEqual([])
    expect(await hits(app, 'ny')).toEqual([])
  })

  test('who stands on the list already is taken, and so is the one known person of the name', async () => {
    const app = newApp()
    const first = await meeting(app)
    await add(app, first, 'Känd Test')
    const [known] = (await app.call('meetings.get', { id: first })).attendance
    const second = await meeting(app)
    const input = { meetingId: second, itemId: null, personId: person, name: 'Känd Test', organisation: null }
    expect((await app.call('complete.addPerson', input)).personId).toBe(known?.personId)
    expect((await app.call('complete.addPerson', input)).personId).toBe(known?.personId)
    expect((await app.call('meetings.get', { id: second })).attendance).toHaveLength(1)
  })
})

describe('somebody of the register from the text', () => {
  async function running(app: TestApp) {
    const first = await meeting(app)
    await add(app, first, 'Känd Test')
    await add(app, first, 'Bo Test')
    const [known, other] = (await app.call('meetings.get', { id: first })).attendance
    const id = await meeting(app)
    const itemId = (await app.call('meetings.get', { id })).items[0]?.id ?? ''
    const join = (more: object) => ({
      meetingId: id,
      itemId,
      personId: known?.personId ?? '',
      name: 'Känd Test',
      organisation: null,
      ...more,
    })
    const list = async () => (await app.call('meetings.get', { id })).attendance
    return { id, itemId, known, other, join, list }
  }

  test('is on no list for being named, and put there in one step as what is chosen', async () => {
    const app = newApp()
    const { id, itemId, known, join, list } = await running(app)
    const spans = [{ from: 0, to: 9, kind: 'person' as const, ref: known?.personId ?? '' }]
    const put = { op: 'put' as const, paragraphId: crypto.randomUUID(), kind: 'paragraph' as const, base: null, spans }
    await app.call('items.saveText', {
      id: itemId,
      operations: [{ ...put, text: 'Känd Test nämndes.' }],
      order: [put.paragraphId],
    })
    expect(await list()).toEqual([])
    await app.call('complete.addPerson', join({ capacity: 'staff' }))
    expect(await list()).toMatchObject([
      { personId: known?.personId, capacity: 'tjänsteperson', status: 'present', intervals: [] },
    ])
    await app.call('history.undo', {})
    expect(await list()).toEqual([])
    await app.call('meetings.setHead', { id, change: { language: 'en' } })
    await app.call('complete.addPerson', join({ capacity: 'guest' }))
    expect(await list()).toMatchObject([{ personId: known?.personId, capacity: 'guest' }])
  })

  test('is who was chosen, whoever else has the name, on the list or off it', async () => {
    const app = newApp()
    const { other, join, list } = await running(app)
    await app.call('complete.addPerson', join({ capacity: 'guest' }))
    await app.call('complete.addPerson', join({ capacity: 'guest', personId: other?.personId }))
    await app.call('complete.addPerson', join({ capacity: 'staff' }))
    expect((await list()).map(({ personId, capacity }) => [personId, capacity])).toEqual([
      [join({}).personId, 'gäst'],
      [other?.personId, 'gäst'],
    ])
  })

  test('is there for the item while the meeting runs, or from now on; not before it began', async () => {
    const app = newApp()
    const { id, itemId, other, join, list } = await running(app)
    await app.call('meetings.begin', { id, time: '10:00' })
    await app.call('complete.addPerson', join({ capacity: 'guest' }))
    const staff = { capacity: 'staff', personId: other?.personId, name: 'Bo Test' }
    expect(await app.refused('complete.addPerson', join({ ...staff, from: '09:30' }))).toBe('attendance.outside')
    expect(await list()).toHaveLength(1)
    await app.call('complete.addPerson', join({ ...staff, from: '10:20' }))
    expect((await list()).map(({ name, intervals }) => [name, intervals])).toMatchObject([
      ['Känd Test', [{ fromTime: null, fromItemId: itemId, toItemId: itemId, ended: 'left' }]],
      ['Bo Test', [{ fromTime: '10:20', fromItemId: itemId, toItemId: null, ended: null }]],
    ])
  })

  test('is invited as what is chosen while the meeting is planned, and refused once it is locked', async () => {
    const app = newApp()
    const { id, join, list } = await running(app)
    const setState = (state: string) => {
      app.close()
      const driver = new Database(app.path)
      driver.prepare('UPDATE meeting SET state = ? WHERE id = ?').run(state, id)
      driver.close()
      app.openWorkspace(app.path)
    }
    setState('planned')
    await app.call('complete.addPerson', join({ capacity: 'staff', from: '10:00' }))
    expect(await list()).toMatchObject([{ status: 'expected', capacity: 'tjänsteperson', intervals: [] }])
    await app.call('history.undo', {})
    setState('approved')
    expect(await app.refused('complete.addPerson', join({ capacity: 'guest' }))).toBe('meeting.locked')
    expect(await list()).toEqual([])
  })
})
