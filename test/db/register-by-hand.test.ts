import { describe, expect, it } from 'vitest'
import { kronorIn } from '#core/reading/money.ts'
import { newApp, type TestApp } from '../helpers/app.ts'
import { buildWorld, days, entry, type World } from '../helpers/world.ts'

async function world(): Promise<TestApp & { is: World }> {
  const app = newApp()
  app.clock.now = new Date('2032-06-01T10:00:00Z')
  return { ...app, is: await buildWorld(app) }
}
const own = (quote = '') => expect.objectContaining({ sourceId: null, sourceName: null, meetingId: null, quote })
const undone = (app: TestApp) => app.call('history.undo', {})

describe('an assignment by hand', () => {
  const made = (themeId: string) => ({
    type: 'uppdrag' as const,
    title: 'Uppdrag om låtsasdata',
    themeId,
    due: '2033-03-01',
    amounts: [{ text: '2,5 miljoner' }, { text: 'enligt budget' }, { sek: 7, text: 'sju' }],
    parties: [{ kind: 'organisation' as const, who: { name: 'Hittepåverket' }, role: 'charged' as const }],
    statement: 'hört på mötet',
  })

  it('stands on its theme with money, deadline and whoever is charged, and is one step of undo', async () => {
    const app = await world()
    const { id } = await app.call('assignments.add', made(app.is.objective))
    const theme = await app.call('themes.get', { id: app.is.area })
    expect(theme.assignments.find((one) => one.id === id)).toMatchObject({
      due: '2033-03-01',
      amounts: [
        { sek: 2_500_000, text: '2,5 miljoner' },
        { sek: null, text: 'enligt budget' },
        { sek: 7, text: 'sju' },
      ],
      parties: [{ name: 'Hittepåverket', role: 'charged' }],
    })
    expect(theme.organisations.map(({ name }) => name)).toContain('Hittepåverket')
    expect((await app.call('assignments.get', { id })).evidence).toEqual([own('hört på mötet')])
    await undone(app)
    expect(await app.refused('assignments.get', { id })).toBe('entity.not-found')
    expect((await app.call('register.list', { kind: 'organisation', query: 'Hittepåverket' })).rows).toEqual([])
  })

  it('is changed in one step, which says that it is somebody’s own statement', async () => {
    const app = await world()
    const { statement: _said, parties: _with, ...fields } = made(app.is.objective)
    const { id } = await app.call('assignments.add', made(app.is.objective))
    await app.call('assignments.set', { ...fields, id, due: null, amounts: [{ text: '4 tkr' }], statement: 'rättat' })
    const now = await app.call('assignments.get', { id })
    expect(now).toMatchObject({ due: null, amounts: [{ sek: 4000, text: '4 tkr' }] })
    expect(now.evidence).toEqual([own('hört på mötet'), own('rättat')])
    await undone(app)
    const before = await app.call('assignments.get', { id })
    expect(before).toMatchObject({ due: '2033-03-01', amounts: [{ sek: 2_500_000 }, {}, {}] })
    expect(before.evidence).toHaveLength(1)
    expect(await app.refused('assignments.set', { ...fields, id, issued: '2034', statement: '' })).toBe('date.order')
  })

  it('is taken out of the register with its parts and money in one step', async () => {
    const app = await world()
    const { id } = await app.call('assignments.add', made(app.is.objective))
    await app.call('register.remove', { kind: 'assignment', id })
    expect(await app.refused('assignments.get', { id })).toBe('entity.not-found')
    await undone(app)
    expect(await app.call('assignments.get', { id })).toMatchObject({ amounts: [{}, {}, {}], parties: [{}] })
  })
})

describe('a part in an assignment or an event', () => {
  it('is given once, changed to another role or another party, and taken away', async () => {
    const app = await world()
    const part = { kind: 'body' as const, who: { id: app.is.data }, role: 'coordinating' as const }
    const asked = { id: app.is.assignment }
    const partiesNow = async () =>
      (await app.call('assignments.get', asked)).parties.map(({ name, role }) => `${name} ${role}`)
    const before = await partiesNow()
    const { id } = await app.call('parties.add', { of: 'assignment', ofId: asked.id, ...part, statement: 'vet jag' })
    expect(await app.call('parties.add', { of: 'assignment', ofId: asked.id, ...part })).toEqual({ id })
    expect((await app.call('assignments.get', asked)).evidence).toContainEqual(own('vet jag'))
    await app.call('parties.set', { id, kind: 'person', who: { name: 'Iris Låtsas' }, role: 'issuer' })
    expect(await partiesNow()).toEqual([...before, 'Iris Låtsas issuer'].toSorted((a, b) => order(a) - order(b)))
    await undone(app)
    expect(await partiesNow()).toContain('Dataspåret coordinating')
    await app.call('parties.remove', { id })
    expect(await partiesNow()).toEqual(before)
    expect(await app.refused('parties.set', { ...part, id })).toBe('entity.not-found')
    expect(await app.refused('parties.remove', { id })).toBe('entity.not-found')
  })
  const order = (words: string) => ['charged', 'issuer', 'partner'].indexOf(words.split(' ').at(-1) ?? '')
})

describe('an event by hand', () => {
  it('has its days, place, body and organisers in one step', async () => {
    const app = await world()
    const { id } = await app.call('events.add', {
      title: 'Låtsasdagarna',
      from: '2032-05',
      venue: 'Ingenstans',
      body: { id: app.is.council },
      parties: [{ kind: 'organisation', who: { name: 'Arrangörsbolaget' }, role: 'organiser' }],
      statement: '',
    })
    const view = await app.call('events.get', { id })
    expect(view).toMatchObject({
      from: '2032-05',
      to: null,
      basis: 'stated',
      venue: 'Ingenstans',
      body: 'Påhittsgruppen',
      parties: [{ name: 'Arrangörsbolaget', role: 'organiser' }],
      evidence: [own()],
    })
    await app.call('events.set', { id, title: 'Låtsasdagarna', from: '2032-05-03', to: '2032-05-04' })
    expect(await app.call('events.get', { id })).toMatchObject({ to: '2032-05-04', body: 'Påhittsgruppen' })
    await app.call('events.set', { id, title: 'Låtsasdagarna', from: null, body: null })
    expect(await app.call('events.get', { id })).toMatchObject({ from: null, basis: 'unknown', body: null })
    expect(await app.refused('events.set', { id, title: 'x', from: '2032-05-04', to: '2032-05-03' })).toBe('date.order')
  })

  it('keeps how a text wrote its day when something else about it is changed', async () => {
    const app = await world()
    const text = 'Påhittsdag\n\nDen 3 mars hölls Hittepåkonferensen i Låtsasstad.\n'
    const { id: source } = await app.call('sources.add', { name: 'dag.txt', text, format: 'txt', encoding: 'utf-8' })
    await app.call('sources.accept', { source, kind: 'event' })
    const { rows } = await app.call('register.list', { kind: 'event' })
    const views = await Promise.all(rows.map(({ id }) => app.call('events.get', { id })))
    expect(views.map((view) => view.asWritten)).toContain('Den 3 mars')
    for (const { id, title, from, to, asWritten, basis } of views) {
      await app.call('events.set', { id, title, from, to, venue: 'Nytt hus' })
      expect(await app.call('events.get', { id })).toMatchObject({ asWritten, basis, venue: 'Nytt hus' })
    }
  })
})

describe('a theme and a post by hand', () => {
  it('a theme is moved under another and to another body; left out, the body stays', async () => {
    const app = await world()
    const theme = { id: app.is.other, code: '2.11', title: 'Lagring', parentId: app.is.objective }
    await app.call('themes.set', { ...theme, body: { id: app.is.data }, statement: 'så är det' })
    const view = await app.call('themes.get', { id: app.is.other })
    expect(view).toMatchObject({ code: '2.11', body: 'Dataspåret' })
    expect(view.above.map(({ title }) => title)).toEqual(['Data', 'Delning'])
    expect(view.evidence).toEqual([own(), own('så är det')])
    await app.call('themes.set', theme)
    expect(await app.call('themes.get', { id: app.is.other })).toMatchObject({ body: 'Dataspåret' })
    expect(await app.refused('register.remove', { kind: 'theme', id: app.is.area })).toBe('entity.in-use')
  })

  it('a post comes with its holder and the holder’s days in one step, and takes another title', async () => {
    const app = await world()
    const { id } = await app.call('posts.add', {
      title: 'låtsaschef',
      organisation: { name: 'Skenverket' },
      holder: { person: { id: app.is.asta }, span: days('2031-02'), statement: 'presenterades' },
    })
    const view = await app.call('posts.get', { id })
    expect(view).toMatchObject({ title: 'låtsaschef', organisation: 'Skenverket' })
    expect(view.holders).toMatchObject([
      { person: 'Asta Dittelin', span: { from: '2031-02', toKind: 'open' }, standing: 'holds' },
    ])
    expect(view.holders[0]?.evidence).toEqual([own('presenterades')])
    await app.call('posts.set', { id, title: 'låtsasdirektör', organisation: null })
    expect(await app.call('posts.get', { id })).toMatchObject({ title: 'låtsasdirektör', organisation: null })
    expect(await entry(app, 'post', 'låtsasdirektör')).toBe(id)
    await undone(app)
    await undone(app)
    expect(await app.refused('posts.get', { id })).toBe('entity.not-found')
  })
})

describe('the address of an entry that was merged into another', () => {
  it('leads to the one that stayed, through several merges, until the merge is taken back', async () => {
    const app = await world()
    const made = async (name: string) => (
      await app.call('parties.add', {
        of: 'event',
        ofId: app.is.event,
        kind: 'organisation',
        who: { name },
        role: 'guest',
      }),
      entry(app, 'organisation', name)
    )
    const [a, b, c] = [await made('Alfaprov'), await made('Betaprov'), await made('Gammaprov')]
    const merge = (keep: string, gone: string) =>
      app.call('identity.decide', { kind: 'organisation', ids: [keep, gone], verdict: 'same', keep })
    await merge(b, c)
    const { decisions } = await merge(a, b)
    const idOf = async (id: string) => (await app.call('organisations.get', { id })).id
    expect(await Promise.all([a, b, c].map(idOf))).toEqual([a, a, a])

    await app.call('contacts.add', {
      owner: { kind: 'organisation', id: c },
      kind: 'url',
      value: 'https://prov.example',
    })
    expect((await app.call('organisations.get', { id: a })).contacts).toHaveLength(1)
    await app.call('register.rename', { kind: 'organisation', id: b, name: 'Alfaprovet' })
    expect((await app.call('organisations.get', { id: c })).name).toBe('Alfaprovet')
    const tie = { from: { kind: 'organisation', id: a }, to: { kind: 'organisation', id: b } }
    expect(await app.refused('relations.add', { ...tie, type: 'partner', span: days('2031') })).toBe('relation.end')
    expect(await app.refused('register.remove', { kind: 'organisation', id: c })).toBe('entity.not-found')

    await app.call('identity.reverse', { id: decisions[0] ?? '' })
    expect(await Promise.all([a, b, c].map(idOf))).toEqual([a, b, b])
  })

  it('is the survivor’s for people, with their extract, and for bodies', async () => {
    const app = await world()
    const gone = { person: app.is.bosse, body: app.is.crisis }
    await app.call('identity.decide', {
      kind: 'person',
      ids: [app.is.asta, gone.person],
      verdict: 'same',
      keep: app.is.asta,
    })
    await app.call('identity.decide', {
      kind: 'body',
      ids: [app.is.data, gone.body],
      verdict: 'same',
      keep: app.is.data,
    })
    expect((await app.call('people.get', { id: gone.person })).id).toBe(app.is.asta)
    expect((await app.call('bodies.get', { id: gone.body })).id).toBe(app.is.data)
    expect((await app.call('privacy.extract', { id: gone.person })).personId).toBe(app.is.asta)
    expect(await app.refused('people.get', { id: crypto.randomUUID() })).toBe('entity.not-found')
  })
})

describe('kronor in somebody’s own words', () => {
  it('are reckoned where the words name one sum in kronor, and else left alone', () => {
    const said: [string, number | null][] = [
      ['3,7 miljarder kr', 3_700_000_000],
      ['2,5 miljoner', 2_500_000],
      ['16 000 kr', 16_000],
      ['1 250 000', 1_250_000],
      ['40 mnkr per år', 40_000_000],
      ['5 miljoner euro', null],
      ['2 miljoner kr och 3 miljoner kr', null],
      ['enligt anslag', null],
    ]
    for (const [words, sek] of said) expect([words, kronorIn(words)]).toEqual([words, sek])
  })
})
