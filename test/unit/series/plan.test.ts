import { describe, expect, it } from 'vitest'
import type { Output } from '#contract/methods.ts'
import { newApp, type TestApp } from '../../helpers/app.ts'

const body = 'Testrådet för havsvind'
const newSeries = async (app: TestApp, more: object = {}) =>
  (await app.call('series.create', { body, year: 2026, kind: 'protokoll', ...more })).id

const members = [
  { person: { name: 'Vera Provström' }, role: 'ordförande', organisation: 'Provverket' },
  { person: { name: 'Tage Låtsman' }, role: 'ledamot', organisation: 'Låtsasbolaget' },
  { person: { name: 'Ada Påhitt' }, role: 'ersättare', organisation: null },
  { person: { name: 'Olle Utkast' }, role: 'adjungerad', organisation: 'Provverket' },
]

async function meetingOf(app: TestApp, id: string) {
  return app.call('meetings.get', { id })
}
const titles = (view: Output<'meetings.get'>) => view.items.map(({ number, title }) => [number, title])

describe('a series of meetings', () => {
  it('is one for each body and year', async () => {
    const app = newApp()
    await newSeries(app)
    expect(await app.refused('series.create', { body, year: 2026 })).toBe('series.exists')
    await newSeries(app, { year: 2027 })
    const { series } = await app.call('series.list', {})
    expect(series.map(({ year, body: name }) => [year, name])).toEqual([
      [2027, body],
      [2026, body],
    ])
  })

  it('is renewed for the next year by one act, with everything but its first number', async () => {
    const app = newApp()
    const id = await newSeries(app, {
      firstNumber: 40,
      title: 'Rådet 2026',
      next: { unit: 'month', step: 1, on: 'weekday' },
      start: '10:00',
      place: 'Provsalen',
      approvalDays: 14,
    })
    const before = await app.call('series.get', { id })
    const next = await app.call('series.get', await app.call('series.renew', { id }))
    const { id: _a, year, title, firstNumber, items, others, ...same } = next
    expect([year, title, firstNumber, others]).toEqual([2027, 'Rådet 2027', 1, [{ id, year: 2026 }]])
    expect(items.map((one) => one.title)).toEqual(before.items.map((one) => one.title))
    expect(before).toMatchObject(same)
    expect(await app.refused('series.renew', { id })).toBe('series.exists')
    await app.call('history.undo', {})
    expect((await app.call('series.list', {})).series).toHaveLength(1)
  })

  it('gives a new meeting its agenda, its people as they are that day, its officers and its days', async () => {
    const app = newApp()
    const id = await newSeries(app, { start: '09:30', end: '11:00', form: 'hybrid', approvalDays: 14, firstNumber: 12 })
    await app.call('series.addMembers', { id, from: '2026-01-01', members })
    const { id: meeting } = await app.call('meetings.plan', { seriesId: id, date: '2026-02-04' })
    const view = await meetingOf(app, meeting)
    expect(view.head).toMatchObject({
      body,
      seriesId: id,
      number: 1,
      state: 'planned',
      date: '2026-02-04',
      start: '09:30',
      form: 'hybrid',
      approveBy: '2026-02-18',
      previousId: null,
    })
    expect(titles(view).at(0)).toEqual(['12', 'Mötets öppnande'])
    expect(view.items.map(({ number }) => Number(number))).toEqual(view.items.map((_, index) => 12 + index))
    expect(
      view.attendance.map(({ name, capacity, organisation, status, voting, listNumber, group }) => [
        listNumber,
        name,
        capacity,
        organisation,
        status,
        voting,
        group,
      ]),
    ).toEqual([
      [1, 'Vera Provström', 'ordförande', 'Provverket', 'expected', true, 1],
      [2, 'Tage Låtsman', 'ledamot', 'Låtsasbolaget', 'expected', true, 1],
      [3, 'Ada Påhitt', 'ersättare', null, 'expected', false, 2],
      [4, 'Olle Utkast', 'adjungerad', 'Provverket', 'expected', false, 3],
    ])
    expect(view.officers.map(({ role, name }) => [role, name])).toEqual([['chair', 'Vera Provström']])
  })

  it('invites whoever is a member on the day, for whom they speak that day', async () => {
    const app = newApp()
    const id = await newSeries(app)
    await app.call('series.addMembers', { id, from: '2026-01-01', members })
    const { members: now } = await app.call('series.members', { id, on: '2026-03-01' })
    const tage = now.find(({ name }) => name === 'Tage Låtsman')
    await app.call('series.endMember', { tenureId: tage?.tenureId ?? '', to: '2026-05-31' })
    const ada = now.find(({ name }) => name === 'Ada Påhitt')?.personId ?? ''
    await app.call('tenures.add', {
      person: { id: ada },
      organisation: { name: 'Nya verket' },
      role: 'anställd',
      span: { from: '2026-06-01', to: null, toKind: 'open' },
    })
    const on = async (date: string) => {
      const { id: meeting } = await app.call('meetings.plan', { seriesId: id, date })
      return (await meetingOf(app, meeting)).attendance.map(
        ({ name, organisation }) => `${name}, ${organisation ?? '–'}`,
      )
    }
    expect(await on('2026-05-31')).toContain('Tage Låtsman, Låtsasbolaget')
    const later = await on('2026-06-01')
    expect(later.join()).not.toContain('Tage')
    expect(later).toContain('Ada Påhitt, Nya verket')
  })

  it('finds the items about the last minutes and the follow-up in every agenda it begins a series with', async () => {
    for (const kind of ['protokoll', 'minnesanteckningar', 'minutes'] as const)
      for (const language of ['sv', 'en'] as const) {
        const app = newApp()
        const id = await newSeries(app, { kind, language })
        const { id: first } = await app.call('meetings.plan', { seriesId: id, date: '2026-02-04' })
        const view = await meetingOf(app, first)
        const paragraphId = crypto.randomUUID()
        await app.call('items.saveText', {
          id: view.items[0]?.id ?? '',
          operations: [{ op: 'put', paragraphId, kind: 'action', text: 'Boka salen', base: null }],
          order: [paragraphId],
        })
        const { id: second } = await app.call('meetings.plan', { seriesId: id, date: '2026-03-04' })
        const then = await meetingOf(app, second)
        expect(then.items.map(({ title }) => title)).toEqual(view.items.map(({ title }) => title))
        expect((await app.call('meetings.carried', { id: second })).actions).toHaveLength(1)
      }
  })

  it('takes deferred items, open actions one by one and the last minutes along, but not what is skipped', async () => {
    const app = newApp()
    const id = await newSeries(app)
    const { id: first } = await app.call('meetings.plan', { seriesId: id, date: '2026-02-04' })
    const view = await meetingOf(app, first)
    const [, , , about] = view.items
    const text = (kind: 'action', words: string) => ({
      op: 'put' as const,
      paragraphId: crypto.randomUUID(),
      kind,
      text: words,
      base: null,
    })
    const put = [text('action', 'Skriva utkastet'), text('action', 'Boka salen'), text('action', 'Ringa hamnen')]
    await app.call('items.saveText', {
      id: about?.id ?? '',
      operations: put,
      order: put.map(({ paragraphId }) => paragraphId),
    })
    const late = await app.call('items.add', {
      meetingId: first,
      after: about?.id ?? '',
      title: 'Kabelns väg',
      number: '9',
    })
    await app.call('items.prepare', {
      id: late.id,
      change: { outcome: 'deferred', proposal: 'att välja norra vägen', dnr: 'T2026/1', minutes: 20 },
    })
    const next = await app.call('series.planNext', { id, date: '2026-03-04' })
    expect(next.actions.map((one) => one.text)).toEqual(['Skriva utkastet', 'Boka salen', 'Ringa hamnen'])
    expect(next.items.map(({ title, outcome }) => [title, outcome])).toEqual([['Kabelns väg', 'deferred']])
    const skipped = next.actions.find((one) => one.text === 'Boka salen')?.id ?? ''
    const { id: second } = await app.call('meetings.plan', { seriesId: id, date: '2026-03-04', skip: [skipped] })
    const then = await meetingOf(app, second)
    expect(then.head).toMatchObject({ previousId: first, number: 2 })
    const follow = then.items.find(({ title }) => title === 'Uppföljning av uppdrag')?.id
    const { actions } = await app.call('meetings.carried', { id: second })
    expect(actions.map((one) => [one.text, one.itemId === follow, one.meetingId === first])).toEqual([
      ['Skriva utkastet', true, true],
      ['Ringa hamnen', true, true],
    ])
    const draft = actions[0]?.actionId ?? ''
    const { carries } = await app.call('actions.history', { id: draft })
    expect(carries).toMatchObject([{ id: actions[0]?.id, meetingId: second, title: then.head.title, itemId: follow }])
    const listed = async () =>
      (await app.call('actions.list', { today: '2026-03-01' })).actions.find(({ id: one }) => one === draft)?.carried
    expect(await listed()).toBe(1)
    await app.call('actions.uncarry', { id: actions[0]?.id ?? '' })
    expect(await listed()).toBe(0)
    expect((await app.call('actions.history', { id: draft })).carries).toEqual([])
    expect((await app.call('meetings.carried', { id: second })).actions.map((one) => one.text)).toEqual([
      'Ringa hamnen',
    ])
    expect(then.items.filter(({ carriedFromId }) => carriedFromId === late.id)).toMatchObject([
      { title: 'Kabelns väg', proposal: 'att välja norra vägen', dnr: 'T2026/1', minutes: 20, outcome: null },
    ])
    // § go on from the deferred item too, and it stands before the other business.
    expect(Number(then.items[0]?.number)).toBe(view.items.length + 2)
    const at = (title: string) => then.items.findIndex((one) => one.title === title)
    expect(at('Kabelns väg')).toBe(at('Övriga frågor') - 1)
    expect((await app.call('series.planNext', { id, date: '2026-04-01' })).items).toEqual([])
  })

  it('keeps § running through the year, while agendas of planned meetings are moved about', async () => {
    const app = newApp()
    const id = await newSeries(app)
    await app.call('series.setItems', { id, items: [] })
    const plan = async (date: string) => (await app.call('meetings.plan', { seriesId: id, date })).id
    const [a, b] = [await plan('2026-02-04'), await plan('2026-03-04')]
    const add = (meetingId: string, title: string) =>
      app.call('items.add', { meetingId, after: null, title, number: '1' })
    const base = async (meeting: string) => titles(await meetingOf(app, meeting))
    await add(b, 'Fyra')
    await add(a, 'Två')
    const first = await add(a, 'Ett')
    expect(await base(a)).toEqual([
      ['1', 'Ett'],
      ['2', 'Två'],
    ])
    expect((await base(b)).map(([number]) => Number(number))).toEqual((await base(b)).map((_, index) => 3 + index))
    await app.call('items.remove', { id: first.id })
    expect((await base(b)).map(([number]) => Number(number))).toEqual((await base(b)).map((_, index) => 2 + index))
    const c = await plan('2026-02-18')
    await add(c, 'Mellan')
    const all = [...(await base(a)), ...(await base(c)), ...(await base(b))].map(([number]) => Number(number))
    expect(all).toEqual(all.map((_, index) => index + 1))
  })

  it('makes the series of the next year when a meeting is planned in it, in one step', async () => {
    const app = newApp()
    const id = await newSeries(app, { next: { unit: 'month', step: 2, on: 'weekday' }, firstNumber: 7 })
    app.clock.now = new Date('2026-11-12T09:00:00Z')
    await app.call('meetings.plan', { seriesId: id, date: '2026-11-11' })
    const next = await app.call('series.planNext', { id })
    expect(next).toMatchObject({ date: '2027-01-13', newSeries: true, number: 1, firstItem: 1, holiday: null })
    const made = await app.call('meetings.plan', { seriesId: id, date: '2027-01-13' })
    expect(made.seriesId).not.toBe(id)
    expect((await meetingOf(app, made.id)).items[0]?.number).toBe('1')
    await app.call('history.undo', {})
    expect((await app.call('series.list', {})).series).toHaveLength(1)
  })

  it('warns of a holiday and moves nothing', async () => {
    const app = newApp()
    const id = await newSeries(app)
    expect(await app.call('series.planNext', { id, date: '2026-06-19' })).toMatchObject({
      date: '2026-06-19',
      holiday: 'midsummerEve',
    })
  })

  it('leaves its meetings when it is removed, and has them again when that is undone', async () => {
    const app = newApp()
    const id = await newSeries(app)
    const { id: meeting } = await app.call('meetings.plan', { seriesId: id, date: '2026-02-04' })
    await app.call('series.remove', { id })
    expect((await meetingOf(app, meeting)).head.seriesId).toBeNull()
    await app.call('history.undo', {})
    expect((await meetingOf(app, meeting)).head.seriesId).toBe(id)
  })
})

describe('a pasted list of members', () => {
  it('is read as people with role and organisation, each against the register', async () => {
    const app = newApp()
    const id = await newSeries(app)
    await app.call('series.addMembers', { id, from: '2026-01-01', members: members.slice(0, 2) })
    const text = 'Vera Provström, ordförande, Provverket\n\n  Sten Provsjö, ledamot, Havsbolaget\nEva Provdal\n-----\n'
    const { people, unread } = await app.call('series.readMembers', { id, text, on: '2026-02-01' })
    expect(
      people.map(({ line, name, role, organisation, member }) => [line, name, role, organisation, member]),
    ).toEqual([
      [1, 'Vera Provström', 'ordförande', 'Provverket', true],
      [3, 'Sten Provsjö', 'ledamot', 'Havsbolaget', false],
      [4, 'Eva Provdal', null, null, false],
    ])
    expect(people.map(({ match }) => match.verdict)).toEqual(['exact', 'none', 'none'])
    expect(unread).toEqual([{ line: 5, quote: '-----' }])
  })

  it.each([
    ['Hanna Prov, personlig ersättare för Bo af Klint, Provverket', 'personlig ersättare för Bo af Klint'],
    ['Hanna Prov (suppleant för Bo Klint), Provverket', 'suppleant för Bo Klint'],
    ['Hanna Prov, Provverket, ersätter Bo Klint', 'ersättare för Bo Klint'],
    ['Hanna Prov, personal deputy for Bo Klint, Provverket', 'personal deputy for Bo Klint'],
    ['Hanna Prov, alternate for Bo Klint, Provverket', 'alternate for Bo Klint'],
    ['Hanna Prov, ersättare för ordföranden, Provverket', 'ersättare för ordföranden'],
  ])('keeps whose deputy somebody is: %s', async (text, role) => {
    const app = newApp()
    const id = await newSeries(app)
    const { people, unread } = await app.call('series.readMembers', { id, text, on: '2026-02-01' })
    expect(people).toMatchObject([{ name: 'Hanna Prov', role, organisation: 'Provverket' }])
    expect(unread).toEqual([])
    const members = people.map(({ name, organisation, ...one }) => ({ person: { name }, role: one.role, organisation }))
    await app.call('series.addMembers', { id, from: '2026-01-01', members })
    const { id: meeting } = await app.call('meetings.plan', { seriesId: id, date: '2026-02-04' })
    expect((await meetingOf(app, meeting)).attendance).toMatchObject([
      { name: 'Hanna Prov', capacity: role, organisation: 'Provverket', voting: false, group: 2 },
    ])
  })

  it.each([
    ['the same words', 'Bo af Klint, ledamot, Provverket\nBo af Klint, ledamot, Provverket', ['ledamot, Provverket']],
    ['other capitals', 'Bo af Klint, ledamot, Provverket\nBo Af Klint, Ledamot, provverket', ['ledamot, Provverket']],
    ['one without an organisation', 'Bo af Klint, ledamot\nBo af Klint, Provverket', ['ledamot, Provverket']],
    ['two roles', 'Bo af Klint, ledamot, Provverket\nBo af Klint, kassör', ['ledamot, kassör, Provverket']],
    [
      'two organisations',
      'Bo af Klint, ledamot, A-verket\nBo af Klint, ledamot, B-verket',
      ['ledamot, A-verket', 'ledamot, B-verket'],
    ],
    [
      'two organisations, and neither',
      'Bo af Klint, A-verket\nBo af Klint, B-verket\nBo af Klint, ledamot',
      ['–, A-verket', '–, B-verket', 'ledamot, –'],
    ],
  ])('has a person of several lines once, and namesakes of two organisations apart: %s', async (_, text, expected) => {
    const app = newApp()
    const id = await newSeries(app)
    const { people } = await app.call('series.readMembers', { id, text: `Eva Provdal\n${text}`, on: '2026-02-01' })
    expect(people.map(({ name }) => name.toLowerCase())).toEqual(['eva provdal', ...expected.map(() => 'bo af klint')])
    expect(people.slice(1).map(({ role, organisation }) => `${role ?? '–'}, ${organisation ?? '–'}`)).toEqual(expected)
  })

  it.each([
    ['Provverket, Testbolaget AB', ['Provverket', 'Testbolaget AB']],
    ['Region Provland, Provs kommun', ['Provs kommun', 'Region Provland']],
    ['Provverket, Hittepå', ['Hittepå', 'Provverket']],
    ['Provverket, Region Syd', ['Provverket, Region Syd']],
    ['Provverket, IT-stöd', ['Provverket, IT-stöd']],
    ['Institutionen för kemi, Provs universitet', ['Institutionen för kemi, Provs universitet']],
    ['Avdelning A, Region B', ['Avdelning A, Region B']],
  ])(
    'speaks for each organisation that stands for itself, in the order of their names, and for a part with its whole: %s',
    async (words, expected) => {
      const app = newApp()
      const id = await newSeries(app)
      await app.call('tenures.add', {
        person: { name: 'Eva Provdal' },
        organisation: { name: 'Hittepå' },
        role: 'anställd',
        span: { from: '2026-01-01', to: null, toKind: 'open' },
      })
      const text = `Cilla von Prov, ledamot, ${words}`
      const { people } = await app.call('series.readMembers', { id, text, on: '2026-02-01' })
      const members = people.map(({ name, role, organisation }) => ({ person: { name }, role, organisation }))
      expect(await app.call('series.addMembers', { id, from: '2026-01-01', members })).toEqual({ added: 1 })
      const standing = (await app.call('series.members', { id, on: '2026-02-01' })).members
      expect(standing.map(({ organisation }) => organisation)).toEqual(expected)
      expect(new Set(standing.map(({ personId }) => personId)).size).toBe(1)
      const { id: meeting } = await app.call('meetings.plan', { seriesId: id, date: '2026-02-04' })
      expect((await meetingOf(app, meeting)).attendance.map(({ name, capacity }) => [name, capacity])).toEqual([
        ['Cilla von Prov', 'ledamot'],
      ])
    },
  )

  it('adds nobody twice, and each as somebody’s own statement', async () => {
    const app = newApp()
    const id = await newSeries(app)
    await app.call('series.addMembers', { id, from: '2026-01-01', members: members.slice(0, 1) })
    const [vera] = (await app.call('series.members', { id, on: '2026-02-01' })).members
    const again = { person: { id: vera?.personId ?? '' }, role: 'ledamot', organisation: null }
    expect(await app.call('series.addMembers', { id, from: '2026-02-01', members: [again] })).toEqual({ added: 0 })
    const { roles } = await app.call('people.get', { id: vera?.personId ?? '' })
    expect(roles.map(({ evidence }) => evidence.length)).toEqual([1])
  })
})

describe('what is prepared for an item', () => {
  it('knows the presenter by the list of the meeting, and forgets it with the name', async () => {
    const app = newApp()
    const id = await newSeries(app)
    await app.call('series.addMembers', { id, from: '2026-01-01', members })
    const { id: meeting } = await app.call('meetings.plan', { seriesId: id, date: '2026-02-04' })
    const item = (await meetingOf(app, meeting)).items[1]?.id ?? ''
    await app.call('items.prepare', { id: item, change: { presenter: 'Tage Låtsman', type: 'decision', minutes: 15 } })
    const then = (await meetingOf(app, meeting)).items[1]
    expect(then).toMatchObject({ presenter: 'Tage Låtsman', type: 'decision', minutes: 15 })
    expect(then?.presenterId).toBe(
      (await meetingOf(app, meeting)).attendance.find(({ name }) => name === 'Tage Låtsman')?.personId,
    )
    await app.call('items.prepare', { id: item, change: { presenter: 'Någon Annan' } })
    expect((await meetingOf(app, meeting)).items[1]).toMatchObject({ presenterId: null, minutes: 15 })
  })
})
