import { describe, expect, it } from 'vitest'
import { newApp, type TestApp } from '../helpers/app.ts'
import { buildWorld, days, entry, noDays, type World } from '../helpers/world.ts'

async function world(): Promise<TestApp & { is: World }> {
  const app = newApp()
  app.clock.now = new Date('2032-06-01T10:00:00Z')
  return { ...app, is: await buildWorld(app) }
}

describe('a post over time', () => {
  it('says who held it on a day, and proposes a holder for a role without a name', async () => {
    const app = await world()
    const { holders, title } = await app.call('posts.holders', { title: 'Påhittsminister', on: '2031-11-10' })
    expect(title).toBe('påhittsminister')
    expect(holders.map(({ id, person, standing }) => [id, person, standing])).toEqual([[app.is.second, null, 'holds']])
    expect(holders[0]?.proposed.map(({ person, reasons }) => [person, reasons])).toEqual([
      ['Ebba Sken', ['same-post', 'same-days']],
    ])
  })

  it('is found by its title in any spelling of case and marks, and one with the very marks comes first', async () => {
    const app = await world()
    const asked = async (title: string) => (await app.call('posts.holders', { title, on: '2031-11-10' })).title
    expect(await asked('pahittsminister')).toBe('påhittsminister')
    expect(await asked('PÅHITTSMINISTER')).toBe('påhittsminister')
    await app.call('posts.add', { title: 'Pahittsminister' })
    expect(await asked('pahittsMinister')).toBe('Pahittsminister')
    expect(await asked('påhittsminister')).toBe('påhittsminister')
    expect(await app.refused('posts.holders', { title: 'ingenting', on: '2031-11-10' })).toBe('entity.not-found')
  })

  it('shows the edges as they are written: two on the day that both texts name', async () => {
    const app = await world()
    const on = async (day: string) =>
      (await app.call('posts.holders', { id: app.is.post, on: day })).holders.map(({ id }) => id)
    expect(await on('2029-01-20')).toEqual([app.is.first])
    expect(await on('2029-01-21')).toEqual([app.is.first, app.is.second])
    expect(await on('2029-01-22')).toEqual([app.is.second])
    const other = await app.call('posts.holders', { title: 'skenminister', on: '2029-01-21' })
    expect(other.holders).toEqual([])
  })

  it('keeps a later holder with an unknown beginning out of the days before', async () => {
    const app = await world()
    const later = await app.call('posts.holders', { id: app.is.post, on: '2031-12-01' })
    expect(later.holders.map(({ person, standing }) => [person, standing])).toEqual([['Dan Bluff', 'possible']])
    const { holders } = await app.call('posts.get', { id: app.is.post })
    expect(holders.flatMap(({ proposed }) => proposed.map(({ person }) => person))).not.toContain('Dan Bluff')
  })

  it('has a holder once a person confirms one, and the nameless role stays in what was known before', async () => {
    const app = await world()
    app.clock.now = new Date('2032-07-01T10:00:00Z')
    const { id } = await app.call('holders.confirm', { tenureId: app.is.second, personId: app.is.ebba })
    const asked = { id: app.is.post, on: '2031-11-10' }
    const now = await app.call('posts.holders', asked)
    expect(now.holders.map((one) => [one.id, one.person])).toEqual([[id, 'Ebba Sken']])
    expect(now.holders[0]?.evidence.length).toBeGreaterThan(1)
    const then = await app.call('posts.holders', { ...asked, knownAt: '2032-06-15' })
    expect(then.holders.map((one) => [one.id, one.person])).toEqual([[app.is.second, null]])
    expect(await app.refused('holders.confirm', { tenureId: id, personId: app.is.asta })).toBe('holder.named')
    await app.call('history.undo', {})
    expect((await app.call('posts.holders', asked)).holders.map((one) => one.id)).toEqual([app.is.second])
  })

  it('does not propose anybody again who was turned down', async () => {
    const app = await world()
    await app.call('holders.reject', { tenureId: app.is.second, personId: app.is.ebba })
    const { holders } = await app.call('posts.holders', { id: app.is.post, on: '2031-11-10' })
    expect(holders[0]?.proposed).toEqual([])
  })
})

describe('a correction', () => {
  it('retires what stood before: each day of knowledge has its own answer', async () => {
    const app = await world()
    const before = (await app.call('people.get', { id: app.is.cilla })).roles.find(({ title }) => title === 'Rektor')
    app.clock.now = new Date('2033-01-01T10:00:00Z')
    const { id } = await app.call('tenures.correct', {
      id: before?.id ?? '',
      person: { id: app.is.cilla },
      organisation: { name: 'Skenverket' },
      role: null,
      title: 'Prorektor',
      span: days('2031', '2031-06'),
      statement: 'Enligt henne själv.',
    })
    const titles = async (clock: { asOf?: string; knownAt?: string }) =>
      (await app.call('people.get', { id: app.is.cilla, ...clock })).roles
        .filter(({ title }) => title !== null)
        .map(({ title, standing }) => [title, standing])
    expect(await titles({ asOf: '2031-05-01' })).toEqual([['Prorektor', 'holds']])
    expect(await titles({ asOf: '2031-08-01' })).toEqual([['Prorektor', 'past']])
    expect(await titles({ asOf: '2031-08-01', knownAt: '2032-12-31' })).toEqual([['Rektor', 'holds']])
    expect(await titles({ knownAt: '2032-05-01' })).toEqual([])
    const { roles } = await app.call('people.get', { id: app.is.cilla })
    expect(
      roles.find((one) => one.id === id)?.evidence.map(({ quote, sourceName }) => [quote, sourceName]),
    ).toContainEqual(['Enligt henne själv.', null])
    expect(
      await app.refused('tenures.correct', { id: before?.id, person: null, role: null, title: 'x', span: noDays }),
    ).toBe('entity.not-found')
    await app.call('history.undo', {})
    expect(await titles({})).toEqual([['Rektor', 'holds']])
  })

  it('of a tie and its taking out leave it in what was known then', async () => {
    const app = await world()
    app.clock.now = new Date('2033-01-01T10:00:00Z')
    await app.call('relations.retire', { id: app.is.focus })
    const ties = async (knownAt?: string) =>
      (await app.call('themes.get', { id: app.is.area, ...(knownAt === undefined ? {} : { knownAt }) })).ties.length
    expect([await ties(), await ties('2032-12-31')]).toEqual([0, 1])
  })

  it('is refused where it says nothing or runs backwards', async () => {
    const app = await world()
    const tenure = { person: { id: app.is.asta }, role: 'ledamot', span: noDays }
    expect(await app.refused('tenures.add', tenure)).toBe('tenure.nowhere')
    expect(await app.refused('tenures.add', { ...tenure, title: 'VD', span: days('2031-02', '2031-01-31') })).toBe(
      'date.order',
    )
    expect(await app.refused('tenures.add', { ...tenure, title: 'VD', span: { ...noDays, to: '2031' } })).toBe(
      'call.bad-input',
    )
    expect(await app.refused('tenures.add', { ...tenure, title: 'VD', span: days('2031-02-31') })).toBe(
      'call.bad-input',
    )
    expect(await app.refused('themes.set', { id: app.is.area, title: 'x', parentId: app.is.objective })).toBe(
      'theme.ring',
    )
    const to = { kind: 'theme', id: app.is.objective }
    const from = { kind: 'body', id: app.is.data }
    expect(await app.refused('relations.add', { from, to, type: 'partner', span: noDays })).toBe('relation.end')
    expect(await app.refused('relations.add', { from, to: from, type: 'partner', span: noDays })).toBe('relation.end')
  })
})

describe('a meeting', () => {
  it('says which groups, champions and contacts it heard', async () => {
    const app = await world()
    await app.call('relations.add', {
      from: { kind: 'body', id: app.is.data },
      to: { kind: 'body', id: app.is.council },
      type: 'part-of',
      span: noDays,
    })
    const alone = await app.call('meetings.representation', { id: app.is.meeting })
    expect(alone.on).toBe('2031-11-10')
    expect(alone.groups.map(({ body, champions, contacts }) => [body, champions, contacts])).toEqual([
      ['Dataspåret', { present: 1, all: 2 }, { present: 1, all: 1 }],
    ])
    expect(alone.champions.absent.map(({ person }) => person)).toEqual(['Frans Frånvarande'])
    expect(alone.contacts).toMatchObject({ present: 1, all: 1 })
    expect(alone.sectors.flatMap(({ organisations }) => organisations).toSorted()).toEqual([
      'Bluffbolaget',
      'Skenverket',
    ])
    expect(alone.unplaced).toBe(1)
  })

  it('gets the register of its day where the list is silent, and keeps its own words', async () => {
    const app = await world()
    const { on, hats } = await app.call('meetings.hats', { id: app.is.meeting })
    expect(on).toBe('2031-11-10')
    const { attendance } = await app.call('meetings.get', { id: app.is.meeting })
    const row = attendance.find(({ name }) => name === 'Cilla Påhitt')
    expect(row).toMatchObject({ capacity: null, organisation: null })
    expect(hats.filter(({ attendanceId }) => attendanceId === row?.id)[0]).toMatchObject({
      title: 'Rektor',
      organisation: 'Skenverket',
      standing: 'holds',
    })
    await app.call('tenures.add', {
      person: { id: app.is.bosse },
      organisation: { name: 'Senare AB' },
      role: 'VD',
      span: days('2032'),
    })
    const later = await app.call('meetings.hats', { id: app.is.meeting })
    expect(later.hats.map(({ organisation }) => organisation)).not.toContain('Senare AB')
  })

  it('follows the day that is looked at, once somebody chooses one', async () => {
    const app = await world()
    await app.call('tenures.add', {
      person: { id: app.is.bosse },
      organisation: { name: 'Senare AB' },
      role: 'VD',
      span: days('2032'),
    })
    const on = async (asOf: string) => {
      const read = await app.call('meetings.hats', { id: app.is.meeting, asOf })
      return [read.on, read.hats.some(({ organisation }) => organisation === 'Senare AB')]
    }
    expect(await on('2031-12-31')).toEqual(['2031-12-31', false])
    expect(await on('2032-01-01')).toEqual(['2032-01-01', true])
    const heard = await app.call('meetings.representation', { id: app.is.meeting, asOf: '2001-01-01' })
    expect([heard.on, heard.groups.flatMap(({ members }) => members)]).toEqual(['2001-01-01', []])
  })
})

describe('a theme', () => {
  it('names the organisations that work on it, with money and deadline, and the groups', async () => {
    const app = await world()
    for (const id of [app.is.objective, app.is.area]) {
      const view = await app.call('themes.get', { id })
      expect(view.organisations.map(({ name, parts }) => [name, parts.map(({ role }) => role)])).toEqual([
        ['Bluffbolaget', ['partner']],
        ['Skenverket', ['charged']],
      ])
      // The group took it on in 2030; its contact person is listed for a company.
      expect(view.organisations.map(({ through }) => through)).toMatchObject([
        [{ body: 'Dataspåret', people: [{ name: 'Bosse Hittepå' }] }],
        [],
      ])
      const before = await app.call('themes.get', { id, asOf: '2029-12-31' })
      expect(before.organisations.map(({ through }) => through)).toEqual([[], []])
      expect(view.assignments[0]).toMatchObject({ issued: '2030-05', due: '2032-03-01', amounts: [{ sek: 3_700_000 }] })
      expect(view.ties.map(({ other, outward }) => [other, outward])).toEqual([['Dataspåret', false]])
    }
    expect((await app.call('themes.get', { id: app.is.objective })).above.map(({ code }) => code)).toEqual(['2'])
    expect((await app.call('themes.get', { id: app.is.area })).children.map(({ code }) => code)).toEqual([
      '2.2',
      '2.10',
    ])
    expect((await app.call('themes.get', { id: app.is.other })).organisations).toEqual([])
  })
})

describe('the lists on a day', () => {
  it('hold posts with their holder, events by day, themes by code', async () => {
    const app = await world()
    const list = async (kind: 'post' | 'theme' | 'event', asOf: string) =>
      (await app.call('register.list', { kind, asOf })).rows.map(({ name, detail }) => [name, detail])
    expect(await list('post', '2029-07-01')).toEqual([
      ['påhittsminister', 'Ebba Sken'],
      ['skenminister', null],
    ])
    expect((await list('theme', '2031-01-01')).map(([name]) => name)).toEqual(['2 Data', '2.2 Delning', '2.10 Lagring'])
    expect(await list('event', '2031-01-01')).toEqual([['Påhittsdagen', '2031-01-17']])
  })

  it('show the affiliation of the day, and only what the register had heard of then', async () => {
    const app = await world()
    const detail = async (clock: { asOf?: string; knownAt?: string }) =>
      (await app.call('register.list', { kind: 'person', query: 'Cilla', ...clock })).rows.map((row) => row.detail)
    expect(await detail({ asOf: '2031-01-01' })).toEqual(['Skenverket'])
    expect(await detail({ asOf: '2029-12-31' })).toEqual([null])
    expect(await detail({ knownAt: '2032-05-31' })).toEqual([])
  })

  it('leave out whoever is restricted, on every page but their own', async () => {
    const app = await world()
    await app.call('privacy.restrict', { id: app.is.cilla, restricted: true })
    const names = (await app.call('register.list', { kind: 'person' })).rows.map(({ name }) => name)
    expect(names).not.toContain('Cilla Påhitt')
    const people = (await app.call('bodies.get', { id: app.is.crisis })).roles.map(({ person }) => person)
    expect(people).toEqual(['Gunn Borta'])
    const organisation = await entry(app, 'organisation', 'Skenverket')
    expect((await app.call('organisations.get', { id: organisation })).roles).toEqual([])
    expect((await app.call('network.get', {})).nodes.map(({ id }) => id)).not.toContain(app.is.cilla)
    expect((await app.call('people.get', { id: app.is.cilla })).status).toBe('restricted')
  })
})

describe('the network on a day', () => {
  it('has meetings up to it and ties that hold, and moves nobody', async () => {
    const app = await world()
    const whole = await app.call('network.get', {})
    const early = await app.call('network.get', { asOf: '2030-06-01' })
    expect(whole.nodes.some(({ kind }) => kind === 'meeting')).toBe(true)
    expect(early.nodes.some(({ kind }) => kind === 'meeting')).toBe(false)
    const at = new Map(whole.nodes.map(({ id, x, y }) => [id, [x, y]]))
    for (const { id, x, y } of early.nodes) expect(at.get(id) ?? [x, y]).toEqual([x, y])
    const kinds = (network: typeof whole) => new Set(network.ties.map(({ kind }) => kind))
    expect([...kinds(whole)].toSorted()).toEqual(
      ['assigned', 'attended', 'focus', 'held', 'represents', 'role', 'under'].toSorted(),
    )
    expect(kinds(await app.call('network.get', { asOf: '2029-12-31' })).has('focus')).toBe(false)
  })

  it('opens the words of a tie to a theme', async () => {
    const app = await world()
    const { ties } = await app.call('network.get', {})
    for (const kind of ['focus', 'assigned'] as const) {
      const tie = ties.find((one) => one.kind === kind)
      const { evidence } = await app.call('network.evidence', { tieId: tie?.id ?? '' })
      expect(evidence.length).toBeGreaterThan(0)
    }
  })
})

describe('a person', () => {
  it('has what minutes have them say, decide and promise', async () => {
    const app = await world()
    const view = await app.call('people.get', { id: app.is.asta })
    expect(view.said.map(({ quote }) => quote)).toEqual(['Asta Dittelin öppnade mötet och hälsade välkommen.'])
    expect(view.decided.map(({ text }) => text)).toEqual([expect.stringContaining('ta fram en plan')])
    expect(view.promised).toHaveLength(1)
    expect((await app.call('people.get', { id: app.is.bosse })).promised).toEqual([])
    expect((await app.call('people.get', { id: app.is.asta, asOf: '2031-01-01' })).meetings).toEqual([])
  })

  it('keeps contact points, contacts taken and judgements, each taken back by one step', async () => {
    const app = await world()
    const owner = { kind: 'person' as const, id: app.is.asta }
    await app.call('contacts.add', { owner, kind: 'phone', value: '08-000 00 00' })
    await app.call('interactions.add', { date: '2032-05', channel: 'call', summary: 'Om planen', parties: [owner] })
    await app.call('assessments.add', { owner, issue: 'Planen', power: 4, asOf: '2032-05-01', author: 'N. N.' })
    const view = await app.call('people.get', { id: app.is.asta })
    expect([view.contacts.length, view.interactions[0]?.parties[0]?.name, view.assessments[0]?.power]).toEqual([
      1,
      'Asta Dittelin',
      4,
    ])
    for (const left of [0, 0, 0]) {
      await app.call('history.undo', {})
      expect(left).toBe(0)
    }
    const after = await app.call('people.get', { id: app.is.asta })
    expect([after.contacts, after.interactions, after.assessments]).toEqual([[], [], []])
    expect(await app.refused('assessments.add', { owner, issue: 'x', asOf: '2032-05-01', author: 'y' })).toBe(
      'call.bad-input',
    )
  })

  it('is not taken out with a meeting as long as a fact holds them', async () => {
    const app = await world()
    await app.call('meetings.remove', { id: app.is.meeting })
    expect((await app.call('people.get', { id: app.is.cilla })).roles.length).toBeGreaterThan(0)
    expect(
      await app.refused('register.remove', {
        kind: 'organisation',
        id: await entry(app, 'organisation', 'Skenverket'),
      }),
    ).toBe('entity.in-use')
  })
})
