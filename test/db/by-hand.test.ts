/** What an organisation or a body is, and the names an entry goes by, put right by hand. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { newApp, root, type TestApp } from '../helpers/app.ts'
import { buildWorld, entry, type World } from '../helpers/world.ts'

async function world(): Promise<TestApp & { is: World }> {
  const app = newApp()
  app.clock.now = new Date('2032-06-01T10:00:00Z')
  const is = await buildWorld(app)
  app.clock.now = new Date('2032-06-02T10:00:00Z')
  return { ...app, is }
}
const nobody = '00000000-0000-4000-8000-000000000000'
const own = (quote: string) => expect.objectContaining({ sourceId: null, sourceName: null, quote })
const undo = (app: TestApp) => app.call('history.undo', {})
const redo = (app: TestApp) => app.call('history.redo', {})

describe('an organisation', () => {
  it('is given its type and the day it ceased as somebody’s own statement, in one step', async () => {
    const app = await world()
    const id = await entry(app, 'organisation', 'Skenverket')
    await app.call('organisations.set', { id, type: 'myndighet', dissolvedOn: '2032-03', statement: 'enligt beslut' })
    const now = await app.call('organisations.get', { id })
    expect(now).toMatchObject({ type: 'myndighet', dissolvedOn: '2032-03', evidence: [own('enligt beslut')] })
    expect(now.earlier.map(({ field, before }) => [field, before])).toEqual([
      ['dissolvedOn', null],
      ['type', null],
    ])
    await undo(app)
    expect(await app.call('organisations.get', { id })).toMatchObject({ type: null, dissolvedOn: null, earlier: [] })
    await redo(app)
    expect(await app.call('organisations.get', { id })).toMatchObject({ type: 'myndighet', dissolvedOn: '2032-03' })
  })

  it('that has ceased leaves the map the day after, and not before', async () => {
    const app = await world()
    const id = await entry(app, 'organisation', 'Skenverket')
    await app.call('organisations.set', { id, dissolvedOn: '2032-03' })
    const stands = async (asOf: string) =>
      (await app.call('network.get', { asOf })).nodes.some((node) => node.id === id)
    expect([await stands('2032-03-31'), await stands('2032-04-01')]).toEqual([true, false])
  })

  it('keeps what is left out, and what it was said to be can be asked for as it was known then', async () => {
    const app = await world()
    const id = await entry(app, 'organisation', 'Skenverket')
    await app.call('organisations.set', { id, type: 'myndighet', dissolvedOn: '2031' })
    app.clock.now = new Date('2032-06-05T10:00:00Z')
    await app.call('organisations.set', { id, type: 'region' })
    app.clock.now = new Date('2032-06-09T10:00:00Z')
    await app.call('organisations.set', { id, dissolvedOn: null })
    const known = async (knownAt?: string) => {
      const view = await app.call('organisations.get', { id, ...(knownAt === undefined ? {} : { knownAt }) })
      return [view.type, view.dissolvedOn, view.earlier.length]
    }
    expect(await known()).toEqual(['region', null, 4])
    expect(await known('2032-06-06T00:00:00.000Z')).toEqual(['region', '2031', 3])
    expect(await known('2032-06-03T00:00:00.000Z')).toEqual(['myndighet', '2031', 2])
    expect(await known('2032-06-01T12:00:00.000Z')).toEqual([null, null, 0])
  })

  it('is told as it was before a text and a hand each changed it, in whichever order they did', async () => {
    const app = await world()
    const id = await entry(app, 'organisation', 'Skenverket')
    const day = (date: number) => {
      app.clock.now = new Date(`2032-06-0${date}T10:00:00Z`)
    }
    day(3)
    await app.call('register.rename', { kind: 'organisation', id, name: 'Skenverket i Påhitt' })
    day(4)
    const text = readFileSync(new URL('test/fixtures/texts/twins/program.txt', root), 'utf8')
    const { id: source } = await app.call('sources.add', { name: 'p', text, format: 'txt', encoding: 'utf-8' })
    const { found } = await app.call('sources.get', { id: source })
    const proposal = found.find(({ finding }) => finding.kind === 'organisation')
    if (proposal?.finding.kind !== 'organisation') throw new Error('the text names no organisation')
    const { finding } = proposal
    await app.call('sources.edit', {
      id: proposal.id,
      finding: { ...finding, who: { ...finding.who, name: 'Skenverket' }, type: 'myndighet' },
    })
    await app.call('sources.accept', { source, proposals: [proposal.id] })
    day(5)
    await app.call('register.rename', { kind: 'organisation', id, name: 'Skenverket' })
    day(6)
    await app.call('organisations.set', { id, type: 'region' })
    const known = async (date: number) => {
      const view = await app.call('organisations.get', { id, knownAt: `2032-06-0${date}T12:00:00.000Z` })
      return [view.name, view.type]
    }
    expect(await Promise.all([2, 3, 4, 5, 6].map(known))).toEqual([
      ['Skenverket', null],
      ['Skenverket i Påhitt', null],
      ['Skenverket i Påhitt', 'myndighet'],
      ['Skenverket', 'myndighet'],
      ['Skenverket', 'region'],
    ])
  })

  it('refuses a type, a day or an entry that there is not, and nothing changes', async () => {
    const app = await world()
    const id = await entry(app, 'organisation', 'Skenverket')
    const before = await app.call('organisations.get', { id })
    for (const wrong of [{ dissolvedOn: '2032-02-30' }, { dissolvedOn: 'igår' }, { type: 'arbetsgrupp' }])
      expect(await app.refused('organisations.set', { id, ...wrong } as never)).toBe('call.bad-input')
    expect(await app.refused('organisations.set', { id: nobody, type: 'region' })).toBe('entity.not-found')
    expect(await app.call('organisations.get', { id })).toEqual(before)
  })
})

describe('a body', () => {
  it('is given its type, parent, organisation, purpose and size in one step, and each can be known as it was', async () => {
    const app = await world()
    const id = app.is.data
    await app.call('bodies.set', {
      id,
      type: 'arbetsgrupp',
      parent: { id: app.is.council },
      organisation: { name: 'Skenverket' },
      mandate: 'Ska pröva låtsasdata.\nOch mer därtill.',
      targetSize: '8–10',
      statement: 'sagt på mötet',
    })
    const now = await app.call('bodies.get', { id })
    expect(now).toMatchObject({
      type: 'arbetsgrupp',
      parent: 'Påhittsgruppen',
      organisation: 'Skenverket',
      mandate: 'Ska pröva låtsasdata.\nOch mer därtill.',
      targetSize: '8–10',
      evidence: [own('sagt på mötet')],
    })
    expect((await app.call('bodies.get', { id: app.is.council })).children.map((one) => one.id)).toContain(id)
    app.clock.now = new Date('2032-06-05T10:00:00Z')
    await app.call('bodies.set', { id, parent: null, mandate: '' })
    const later = await app.call('bodies.get', { id })
    expect(later).toMatchObject({ parentId: null, mandate: null, type: 'arbetsgrupp', targetSize: '8–10' })
    expect(later.earlier.slice(0, 2)).toEqual([
      { field: 'mandate', before: 'Ska pröva låtsasdata.\nOch mer därtill.', changedAt: '2032-06-05T10:00:00.000Z' },
      { field: 'parent', before: 'Påhittsgruppen', changedAt: '2032-06-05T10:00:00.000Z' },
    ])
    expect(await app.call('bodies.get', { id, knownAt: '2032-06-03T00:00:00.000Z' })).toMatchObject({
      parentId: app.is.council,
      parent: 'Påhittsgruppen',
      mandate: 'Ska pröva låtsasdata.\nOch mer därtill.',
    })
    await undo(app)
    expect(await app.call('bodies.get', { id, asOf: now.asOf })).toEqual(now)
  })

  it('never comes to lie under itself, neither straight nor through others', async () => {
    const app = await world()
    const [top, middle, low] = [app.is.council, app.is.data, await entry(app, 'body', 'Krisspåret')]
    await app.call('bodies.set', { id: middle, parent: { id: top } })
    await app.call('bodies.set', { id: low, parent: { id: middle } })
    const refused = (id: string, parent: string) => app.refused('bodies.set', { id, parent: { id: parent } })
    expect(await refused(top, top)).toBe('body.ring')
    expect(await refused(top, middle)).toBe('body.ring')
    expect(await refused(top, low)).toBe('body.ring')
    expect(await app.refused('bodies.set', { id: top, parent: { name: 'Påhittsgruppen' } })).toBe('body.ring')
    expect(await app.call('bodies.get', { id: top })).toMatchObject({ parentId: null, earlier: [] })
    await app.call('bodies.set', { id: low, parent: { id: top } })
    await app.call('bodies.set', { id: middle, parent: { id: low } })
    expect(await app.call('bodies.get', { id: middle })).toMatchObject({ parent: 'Krisspåret' })
  })
})

describe('a body that is an organisation', () => {
  async function office() {
    const app = await world()
    const organisation = await entry(app, 'organisation', 'Skenverket')
    return { ...app, body: app.is.data, organisation }
  }
  const roles = (view: { roles: readonly { person: string | null }[] }) =>
    view.roles.map(({ person }) => person ?? '').toSorted((a, b) => (a < b ? -1 : 1))

  it('tells on either page what is known of both, and they are one node on the map; undo takes it back', async () => {
    const app = await office()
    const { body, organisation } = app
    const places = async () => [
      await app.call('bodies.get', { id: body }),
      await app.call('organisations.get', { id: organisation }),
    ]
    const apart = await places()
    await app.call('bodies.same', { id: body, organisationId: organisation, statement: 'samma kontor' })
    const group = await app.call('bodies.get', { id: body })
    const office_ = await app.call('organisations.get', { id: organisation })
    expect(group.same).toEqual({ id: organisation, name: 'Skenverket' })
    expect(office_.same).toEqual({ id: body, name: 'Dataspåret' })
    const people = ['Asta Dittelin', 'Bosse Hittepå', 'Cilla Påhitt', 'Frans Frånvarande']
    expect([roles(group), roles(office_)]).toEqual([people, people])
    expect(group.assignments.map(({ title }) => title)).toEqual(office_.assignments.map(({ title }) => title))
    expect(group.evidence).toEqual([own('samma kontor')])
    const { nodes, ties } = await app.call('network.get', {})
    const ids = nodes.map(({ id }) => id)
    expect([ids.includes(body), ids.includes(organisation)]).toEqual([false, true])
    const ofOffice = ties.filter((tie) => tie.to === organisation && tie.kind === 'role')
    expect(ofOffice.map(({ from }) => from)).toEqual(expect.arrayContaining([app.is.asta, app.is.bosse]))
    expect(ties.filter(({ from, to }) => from === body || to === body)).toEqual([])
    for (const { id } of ofOffice)
      expect((await app.call('network.evidence', { tieId: id })).evidence.length).toBeGreaterThan(0)
    await undo(app)
    expect(await places()).toEqual(apart)
    expect((await app.call('network.get', {})).nodes.map(({ id }) => id)).toContain(body)
  })

  it('is not in it as well, and was two as long as nobody knew better', async () => {
    const app = await office()
    const { body, organisation } = app
    await app.call('bodies.set', { id: body, organisation: { id: organisation } })
    app.clock.now = new Date('2032-06-05T10:00:00Z')
    await app.call('bodies.same', { id: body, organisationId: organisation })
    expect(await app.call('bodies.get', { id: body })).toMatchObject({ organisationId: null })
    expect(await app.refused('bodies.set', { id: body, organisation: { id: organisation } })).toBe('body.itself')
    const before = { knownAt: '2032-06-03T00:00:00.000Z' }
    expect(await app.call('bodies.get', { id: body, ...before })).toMatchObject({
      same: null,
      organisation: 'Skenverket',
    })
    expect(await app.call('organisations.get', { id: organisation, ...before })).toMatchObject({ same: null })
    const known = await app.call('network.get', before)
    expect(known.nodes.map(({ id }) => id)).toContain(body)
    await app.call('bodies.same', { id: body, organisationId: null })
    expect(await app.call('bodies.get', { id: body })).toMatchObject({ same: null })
  })

  it('is one row in each list and one in search, found by the names of both, and two again when it is not', async () => {
    const app = await office()
    const { body, organisation } = app
    await app.call('names.add', { owner: { kind: 'body', id: body }, text: 'Qvistspåret' })
    const listed = async (query: string, together = true) => {
      const rows = await Promise.all(
        (['organisation', 'body'] as const).map(async (kind) =>
          (await app.call('register.list', { kind, query, together })).rows.map(({ id, also }) => [id, also]),
        ),
      )
      return rows.flat()
    }
    const found = async (query: string) =>
      (await app.call('search.find', { query })).names.map(({ id, also }) => [id, also])
    const names = ['Skenverket', 'Dataspåret', 'Qvistspåret']
    const apart = [[[organisation, null]], [[body, null]], [[body, null]]]
    const told = async () => [await Promise.all(names.map(found)), await Promise.all(names.map((one) => listed(one)))]
    expect(await told()).toEqual([apart, apart])
    await app.call('bodies.same', { id: body, organisationId: organisation })
    const one = names.map(() => [[organisation, 'Dataspåret']])
    // Among the organisations and among the groups, each time with the other's name.
    const both = names.map(() => [
      [organisation, 'Dataspåret'],
      [body, 'Skenverket'],
    ])
    expect(await told()).toEqual([one, both])
    // Whoever looks among groups alone finds it by either name, and so does whoever looks among organisations.
    const among = async (query: string, ...kinds: ('body' | 'organisation' | 'person')[]) =>
      (await app.call('search.find', { query, kinds })).names.map(({ kind, id, also }) => [kind, id, also])
    const either = [['organisation', organisation, 'Dataspåret']]
    for (const query of names)
      for (const kinds of [['body'], ['organisation'], ['body', 'organisation']] as const)
        expect(await among(query, ...kinds)).toEqual(either)
    expect(await among('Skenverket', 'person')).toEqual([])
    // Whoever chooses a body for a meeting still finds it.
    expect(await listed('Dataspåret', false)).toEqual([[body, null]])
    expect((await app.call('bodies.get', { id: body })).same?.id).toBe(organisation)
    await app.call('register.rename', { kind: 'body', id: body, name: 'Zirkelspåret' })
    expect(await found('zirkelspåret')).toEqual([[organisation, 'Zirkelspåret']])
    await undo(app)
    await undo(app)
    expect(await told()).toEqual([apart, apart])
    await redo(app)
    expect(await told()).toEqual([one, both])
    await app.call('bodies.same', { id: body, organisationId: null })
    expect(await told()).toEqual([apart, apart])
    expect(await among('Skenverket', 'body')).toEqual([])
    expect(await among('Dataspåret', 'body')).toEqual([['body', body, null]])
  })

  it('is told at each moment as it was then, also where the organisation was merged, edited and the two untied', async () => {
    const app = await office()
    const { body, organisation } = app
    const day = (date: number) => {
      app.clock.now = new Date(`2032-06-${String(date).padStart(2, '0')}T10:00:00Z`)
    }
    await app.call('tenures.add', {
      person: { id: app.is.asta },
      organisation: { name: 'Skenverkets kansli' },
      role: null,
      span: { from: null, to: null, toKind: 'unknown' },
    })
    const kept = await entry(app, 'organisation', 'Skenverkets kansli')
    day(5)
    await app.call('bodies.same', { id: body, organisationId: organisation })
    day(6)
    const { decisions } = await app.call('identity.decide', {
      kind: 'organisation',
      ids: [kept, organisation],
      verdict: 'same',
      keep: kept,
    })
    day(7)
    await app.call('organisations.set', { id: kept, type: 'myndighet' })
    day(8)
    await app.call('bodies.same', { id: body, organisationId: null })
    day(9)
    await app.call('bodies.set', { id: body, organisation: { id: kept } })
    const told = async (id: string) =>
      Promise.all(
        [4, 5, 6, 7, 8, 9].map(async (date) => {
          const knownAt = `2032-06-0${date}T12:00:00.000Z`
          const group = await app.call('bodies.get', { id: body, knownAt })
          const place = await app.call('organisations.get', { id, knownAt })
          const { nodes } = await app.call('network.get', { knownAt })
          return [
            group.same?.id ?? null,
            place.same?.id ?? null,
            group.organisationId,
            place.type,
            nodes.some((node) => node.id === body),
          ]
        }),
      )
    expect(await told(kept)).toEqual([
      [null, null, null, null, true],
      [kept, body, null, null, false],
      [kept, body, null, null, false],
      [kept, body, null, 'myndighet', false],
      [null, null, null, 'myndighet', true],
      [null, null, kept, 'myndighet', true],
    ])
    expect(await told(organisation)).toEqual(await told(kept))
    await app.call('identity.reverse', { id: decisions[0] ?? '' })
    const apart = await told(organisation)
    expect(apart.map(([group, place]) => [group, place])).toEqual([
      [null, null],
      ...Array.from({ length: 3 }, () => [organisation, body]),
      [null, null],
      [null, null],
    ])
    expect((await told(kept)).map(([, place, , type]) => [place, type])).toEqual([
      ...Array.from({ length: 3 }, () => [null, null]),
      ...Array.from({ length: 3 }, () => [null, 'myndighet']),
    ])
  })

  it('is one body alone: a second is refused, as is what is not there, and nothing changes', async () => {
    const app = await office()
    await app.call('bodies.same', { id: app.body, organisationId: app.organisation })
    const second = { id: app.is.council, organisationId: app.organisation }
    expect(await app.refused('bodies.same', second)).toBe('body.taken')
    expect(await app.refused('bodies.same', { ...second, organisationId: nobody })).toBe('entity.not-found')
    expect(await app.call('bodies.get', { id: app.is.council })).toMatchObject({ same: null, earlier: [] })
  })
})

describe('a name by hand', () => {
  it.each(['person', 'organisation', 'body'] as const)(
    'of %s has its kind and days, is found by search, changed, and taken away',
    async (kind) => {
      const app = await world()
      const shown = { person: 'Asta Dittelin', organisation: 'Skenverket', body: 'Dataspåret' }[kind]
      const id = await entry(app, kind, shown)
      const view = async () => {
        if (kind === 'person') return app.call('people.get', { id })
        return kind === 'organisation' ? app.call('organisations.get', { id }) : app.call('bodies.get', { id })
      }
      const before = await view()
      const owner = { kind, id }
      const name = { text: 'Forna Qvistling', kind: 'former' as const, from: '2020', to: '2024-05' }
      const added = await app.call('names.add', { owner, ...name })
      expect((await view()).spellings).toContainEqual({ id: added.id, ...name, byHand: true })
      const hits = async (query: string) => (await app.call('register.list', { kind, query })).rows.map((one) => one.id)
      expect(await hits('qvistling')).toEqual([id])
      await app.call('names.set', { owner: kind, id: added.id, text: 'FQZ', kind: 'abbreviation' })
      expect((await view()).spellings).toContainEqual({
        id: added.id,
        text: 'FQZ',
        kind: 'abbreviation',
        from: null,
        to: null,
        byHand: true,
      })
      expect([await hits('qvistling'), await hits('fqz')]).toEqual([[], [id]])
      await undo(app)
      expect(await hits('qvistling')).toEqual([id])
      await app.call('names.remove', { owner: kind, id: added.id })
      expect((await view()).spellings).toEqual(before.spellings)
      expect(await hits('qvistling')).toEqual([])
    },
  )

  it('of a body stands for it wherever the body is named: no second one is made', async () => {
    const app = await world()
    await app.call('names.add', { owner: { kind: 'body', id: app.is.data }, text: 'DSP', kind: 'abbreviation' })
    await app.call('bodies.set', { id: app.is.data, parent: { id: app.is.council } })
    const { id } = await app.call('events.add', { title: 'Låtsasdagen', from: '2032', body: { name: 'DSP' } })
    expect(await app.call('events.get', { id })).toMatchObject({ bodyId: app.is.data })
  })

  it('leaves names that texts write as they are written, and the shown one where it is shown', async () => {
    const app = await world()
    const owner = { kind: 'person' as const, id: app.is.asta }
    const [written] = (await app.call('people.get', { id: owner.id })).spellings
    const id = written?.id ?? ''
    const same = { owner: owner.kind, id }
    expect(written).toMatchObject({ text: 'Asta Dittelin', byHand: false })
    expect(await app.refused('names.set', { ...same, text: 'Asta Annan', kind: 'variant' })).toBe('name.written')
    expect(await app.refused('names.remove', same)).toBe('name.written')
    expect(await app.refused('names.add', { owner, text: 'Asta Dittelin' })).toBe('name.known')
    const other = { owner, text: 'Asta Ny', from: '2032-02', to: '2032-01' }
    expect(await app.refused('names.add', other)).toBe('date.order')
    expect(await app.refused('names.add', { ...other, text: '  ' })).toBe('call.bad-input')
    expect(await app.refused('names.add', { owner: { kind: 'person', id: nobody }, text: 'x' })).toBe(
      'entity.not-found',
    )
    expect((await app.call('people.get', { id: owner.id })).spellings).toEqual([written])
    await app.call('names.set', { ...same, text: 'Asta Dittelin', kind: 'official', from: '2019' })
    expect((await app.call('people.get', { id: owner.id })).spellings).toMatchObject([
      { text: 'Asta Dittelin', kind: 'official', from: '2019', byHand: false },
    ])
    const shown = await app.call('names.add', { owner, text: 'Asta Ny', kind: 'official' })
    await app.call('register.rename', { kind: 'person', id: owner.id, name: 'Asta Ny' })
    expect(await app.refused('names.remove', { owner: 'person', id: shown.id })).toBe('name.shown')
    expect(await app.refused('names.set', { owner: 'person', id: shown.id, text: 'Ö', kind: 'variant' })).toBe(
      'name.shown',
    )
  })
})
