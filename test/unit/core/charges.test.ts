import { describe, expect, test } from 'vitest'
import { dueIn } from '#core/import/due.ts'
import { dueDay, ownerOf, type OwnerIds } from '#core/meetings/charge.ts'
import { get } from '#db/connection.ts'
import { openWorkspace } from '#db/open.ts'
import { newApp } from '../../helpers/app.ts'
import { list } from '../../helpers/listed.ts'
import { someDay } from '../../helpers/workspace.ts'

describe('the day that words come to', () => {
  const days = { date: '2026-11-10', nextDate: '2027-02-04' }
  test('is the next such day after the meeting, the next meeting, or the day they say', () => {
    for (const [words, day] of [
      ['senast den 4 mars', '2027-03-04'],
      ['den 15 november', '2026-11-15'],
      ['4 mars 2028', '2028-03-04'],
      ['2027-01-15', '2027-01-15'],
      ['2027-01', '2027-01'],
      ['15/1', '2027-01-15'],
      ['till nästa möte', '2027-02-04'],
      ['by the next meeting', '2027-02-04'],
      ['i april', '2027-04'],
      ['senast april', '2027-04'],
      ['by 4 March', '2027-03-04'],
      ['snarast', null],
      ['den 31 februari', null],
      ['', null],
    ] as const)
      expect([words, dueDay(words, days)]).toEqual([words, day])
  })

  test('is counted from the meeting: a weekday is the next one, a week its Friday, a span goes from its day', () => {
    // The meeting is on a Tuesday, of week 46.
    for (const [words, day] of [
      ['fredag', '2026-11-13'],
      ['senast fredag', '2026-11-13'],
      ['på fredag kl. 12', '2026-11-13'],
      ['senast på fredagen', '2026-11-13'],
      ['by Friday', '2026-11-13'],
      ['this Friday', '2026-11-13'],
      ['tisdag', '2026-11-17'],
      ['måndag', '2026-11-16'],
      ['nästa fredag', '2026-11-20'],
      ['next Friday', '2026-11-20'],
      ['fredag nästa vecka', '2026-11-20'],
      ['nästa vecka', '2026-11-20'],
      ['slutet av nästa vecka', '2026-11-20'],
      ['next week', '2026-11-20'],
      ['denna vecka', '2026-11-13'],
      ['by the end of the week', '2026-11-13'],
      ['vecka 48', '2026-11-27'],
      ['v. 48', '2026-11-27'],
      ['v48', '2026-11-27'],
      ['v 48', '2026-11-27'],
      ['week 48', '2026-11-27'],
      ['by week 48', '2026-11-27'],
      ['under vecka 47–48', '2026-11-27'],
      ['onsdag vecka 48', '2026-11-25'],
      ['före vecka 48', '2026-11-20'],
      ['vecka 46', '2026-11-13'],
      ['vecka 53', '2027-01-01'],
      ['vecka 3', '2027-01-22'],
      ['vecka 3 2028', '2028-01-21'],
      ['om två veckor', '2026-11-24'],
      ['inom 14 dagar', '2026-11-24'],
      ['in two weeks', '2026-11-24'],
      ['within one month', '2026-12-10'],
      ['om tre månader', '2027-02-10'],
      ['nästa månad', '2026-12'],
      ['i morgon', '2026-11-11'],
      ['today', '2026-11-10'],
      ['två veckor före nästa möte', '2027-01-21'],
      ['three days before the next meeting', '2027-02-01'],
      ['fredag den 27 november', '2026-11-27'],
    ] as const)
      expect([words, dueDay(words, days)]).toEqual([words, day])
    // Dates of the days before: a Friday, and one whose week is of another year.
    expect(dueDay('senast fredag', { date: '2026-11-13', nextDate: null })).toBe('2026-11-20')
    expect(dueDay('vecka 2', { date: '2027-01-01', nextDate: null })).toBe('2027-01-15')
    expect(dueDay('vecka 53', { date: '2027-01-01', nextDate: null })).toBe('2027-01-01')
    expect(dueDay('om en månad', { date: '2027-01-31', nextDate: null })).toBe('2027-02-28')
  })

  test('is none where the words count to several days, to what is past or returns, from a day on, or from no whole day', () => {
    for (const words of [
      'måndag eller fredag',
      'måndag–fredag',
      'varje fredag',
      'every Friday',
      'förra fredagen',
      'tidigast fredag',
      'efter vecka 48',
      'från och med nästa vecka',
      'början av nästa vecka',
      'ungefär vecka 48',
      'vecka 47 eller vecka 49',
      'vecka 54',
      'vecka 0',
      'vecka 53 2027',
      'v. 4.8',
      'fredagsmötet',
      'veckobrevet',
      'efter en tid',
      'i fredags',
    ])
      expect([words, dueDay(words, days)]).toEqual([words, null])
    for (const date of [null, '2026', '2026-11'])
      expect(['fredag', dueDay('fredag', { date, nextDate: null })]).toEqual(['fredag', null])
  })

  test('is no day in July where Christmas is meant, and July where a day or a year stands beside it', () => {
    for (const words of [
      'före jul',
      'till jul',
      'efter jul',
      'i jul',
      'jul',
      'senast jul',
      'före jul 2030',
      'till jul 24',
    ])
      expect([words, dueDay(words, days)]).toEqual([words, null])
    for (const [words, day] of [
      ['3 jul', '2027-07-03'],
      ['den 3 jul 2028', '2028-07-03'],
      ['jul 2030', '2030-07'],
      ['i juli', '2027-07'],
      ['by Jul 3', '2027-07-03'],
    ] as const)
      expect([words, dueDay(words, days)]).toEqual([words, day])
  })

  test('is not the day from which on something may be done', () => {
    for (const words of [
      'inte före 1 juni',
      'inte klart före den 1 juni',
      'ej innan 1 juni 2027',
      'tidigast den 1 juni',
      'tidigast i maj',
      'efter den 1 juni',
      'inte före juni',
      'inte före nästa möte',
      'not before 1 June',
    ])
      expect([words, dueDay(words, days)]).toEqual([words, null])
    expect(dueDay('tidigast 1 juni, senast 15 juni', days)).toBe('2027-06-15')
    expect(dueDay('inte senare än 1 juni', days)).toBe('2027-06-01')
    expect(dueDay('före 1 juni', days)).toBe('2027-06-01')
  })

  test('stays open without a meeting to count from', () => {
    expect(dueDay('den 4 mars', { date: null, nextDate: null })).toBeNull()
    expect(dueDay('till nästa möte', { date: '2026-11-10', nextDate: null })).toBeNull()
    expect(dueDay('den 4 mars 2027', { date: null, nextDate: null })).toBe('2027-03-04')
  })
})

test('the words of a text that say when are kept as written, with those that say from when on', () => {
  for (const [text, due] of [
    ['Ada skickar underlaget senast den 1 juni.', 'den 1 juni'],
    ['Ada skickar underlaget, dock inte före 1 juni.', 'inte före 1 juni'],
    ['Ada skickar underlaget tidigast den 1 juni, senast den 3 juni.', 'den 3 juni'],
    ['Ada skickar underlaget före jul.', 'före jul'],
    ['Ada skickar underlaget till jul.', 'jul'],
    ['Ada skickar inte underlaget före jul.', 'inte underlaget före jul'],
  ] as const)
    expect([text, dueIn(text)]).toEqual([text, due])
})

describe('an action', () => {
  async function setUp() {
    const app = newApp()
    const { id } = await app.call('meetings.create', {
      title: 'Prov',
      kind: 'protokoll',
      date: '2026-11-10',
      body: 'Provrådet',
    })
    await list(app, id, 'Anna Prov', 'Bo Prov', 'Bo Test')
    const [item] = (await app.call('meetings.get', { id })).items
    const paragraphId = crypto.randomUUID()
    await app.call('items.saveText', {
      id: item?.id ?? '',
      operations: [{ op: 'put', paragraphId, kind: 'action', text: 'Ta fram underlag', base: null }],
      order: [paragraphId],
    })
    const action = async () => (await app.call('meetings.get', { id })).items[0]?.actions[0]
    const actionId = (await action())?.id ?? ''
    return { app, id, action, actionId }
  }

  test('belongs to whom its words name: somebody present, a group, or nobody known', async () => {
    const { app, id, actionId } = await setUp()
    await app.call('actions.set', { id: actionId, owner: 'Anna Prov' })
    await app.call('workspace.close', {})
    const { db, close } = openWorkspace(app.path, someDay)
    const nameOf = (table: 'person' | 'body' | 'organisation', one: string | null) =>
      get<{ name: string }>(db, `SELECT name FROM ${table} WHERE id = ?`, [one])?.name
    const stored = get<OwnerIds>(db, 'SELECT owner_person_id, owner_organisation_id, owner_body_id FROM action')
    expect(nameOf('person', stored?.owner_person_id ?? null)).toBe('Anna Prov')
    const whose = (words: string) => {
      const ids = ownerOf(db, id, words)
      return nameOf('person', ids.owner_person_id) ?? nameOf('body', ids.owner_body_id) ?? ids.owner_organisation_id
    }
    expect(['Anna Prov', 'anna', 'Bo', 'Bo Test', 'Provrådet', 'Någon Annan', ''].map(whose)).toEqual([
      'Anna Prov',
      'Anna Prov',
      null,
      'Bo Test',
      'Provrådet',
      null,
      null,
    ])
    close({ at: someDay })
  })

  test('is due on a day that follows the meeting when that is moved, and the next meeting once it has a date', async () => {
    const { app, id, action, actionId } = await setUp()
    await app.call('actions.set', { id: actionId, due: 'till nästa möte' })
    expect((await action())?.dueDate).toBeNull()
    await app.call('meetings.setHead', { id, change: { nextDate: '2027-02-04' } })
    expect((await action())?.dueDate).toBe('2027-02-04')
    await app.call('actions.set', { id: actionId, due: 'den 4 mars' })
    expect((await action())?.dueDate).toBe('2027-03-04')
    await app.call('meetings.setHead', { id, change: { date: '2027-03-05' } })
    expect((await action())?.dueDate).toBe('2028-03-04')
    await app.call('actions.set', { id: actionId, due: 'senast fredag vecka 12' })
    expect(await action()).toMatchObject({ due: 'senast fredag vecka 12', dueDate: '2027-03-26' })
    await app.call('actions.set', { id: actionId, due: 'på fredag' })
    expect((await action())?.dueDate).toBe('2027-03-12')
    await app.call('meetings.setHead', { id, change: { date: '2027-03-16' } })
    expect(await action()).toMatchObject({ due: 'på fredag', dueDate: '2027-03-19' })
    await app.call('actions.set', { id: actionId, due: null })
    expect((await action())?.dueDate).toBeNull()
  })
})

test('what somebody presented, moved or reserved against stands on their page beside the sentences that name them', async () => {
  const app = newApp()
  const { id } = await app.call('meetings.create', { title: 'Prov', kind: 'protokoll', date: '2026-11-10', body: null })
  await list(app, id, 'Anna Prov')
  const view = await app.call('meetings.get', { id })
  const personId = view.attendance[0]?.personId ?? ''
  const person = (role: 'presenter' | 'recused') => [
    { id: crypto.randomUUID(), role, personId, name: 'Anna Prov', choice: null },
  ]
  const blocks = [
    { kind: 'presentation', text: 'En genomgång av vindkartan gavs.', people: person('presenter') },
    { kind: 'presentation', text: 'Anna Prov presenterade läget.', people: person('presenter') },
    { kind: 'recusal', text: 'En ledamot lämnade rummet.', people: person('recused') },
  ] as const
  const operations = blocks.map((block) => ({
    op: 'put' as const,
    paragraphId: crypto.randomUUID(),
    base: null,
    ...block,
    people: [...block.people],
  }))
  await app.call('items.saveText', {
    id: view.items[0]?.id ?? '',
    operations,
    order: operations.map(({ paragraphId }) => paragraphId),
  })
  const page = await app.call('people.get', { id: personId })
  expect(page.said.map(({ quote }) => quote).toSorted()).toEqual([
    'Anna Prov presenterade läget.',
    'En genomgång av vindkartan gavs.',
  ])
})

test('fields that two windows set at once are a conflict, and sending the same twice is none', async () => {
  const app = newApp()
  const { id } = await app.call('meetings.create', { title: 'Prov', kind: 'protokoll', date: null, body: null })
  const item = (await app.call('meetings.get', { id })).items[0]?.id ?? ''
  const paragraphId = crypto.randomUUID()
  const put = { op: 'put' as const, paragraphId, kind: 'vote' as const, text: 'Omröstning.' }
  const save = (operation: object) =>
    app.refused('items.saveText', { id: item, operations: [operation], order: [paragraphId] })
  expect(await save({ ...put, base: null })).toBe('no error')
  const was = { kind: 'vote', fields: null, people: [] }
  const first = { ...put, base: put.text, fields: { yes: 3, method: 'hands' }, was }
  expect([await save(first), await save(first)]).toEqual(['no error', 'no error'])
  expect(await save({ ...put, base: put.text, fields: { yes: 4 }, was })).toBe('text.conflict')
  const now = (await app.call('meetings.get', { id })).items[0]?.paragraphs[0]
  expect(now?.fields).toEqual({ yes: 3, method: 'hands' })
})
