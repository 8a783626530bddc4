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
