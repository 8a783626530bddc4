import { describe, expect, it, vi } from 'vitest'
import type { Finding, Reading } from '#contract/reading.ts'
import { newApp, type TestApp } from '../../helpers/app.ts'
import { at, body, event, named, party, tenure } from '../../helpers/findings.ts'

// What becomes of findings is tested with findings made by hand: the reading of texts has tests of its own.
const readings = vi.hoisted(() => new Map<string, unknown>())
vi.mock('#core/reading/read.ts', () => ({
  readText: (text: string) =>
    readings.get(text) ?? {
      publishedFrom: null,
      publishedTo: null,
      writtenAfter: null,
      lines: 1,
      findings: [] satisfies Finding[],
    },
}))

const first: readonly string[] = [
  'Provgruppen leds av Prov Provsson, vd Provbolaget.',
  'Talesperson: Ellinor Testlund, Testverket.',
  'Gruppen arbetar med målsättning 9.9.',
  'Provgruppen möttes den 6 maj 2030 i Provstad.',
  'Testverket får 12 miljoner kronor i uppdrag att pröva.',
  'Mellan den 1 januari 2020 och den 2 februari 2022 var hon provminister.',
  'Mellan den 1 januari 2020 och den 2 februari 2022 var hon provminister.',
]
const firstFindings: Finding[] = [
  { kind: 'person', who: named('Prov Provsson'), ...at(first, 1) },
  body('Provgruppen', 'arbetsgrupp', at(first, 1)),
  tenure({ person: 'Prov Provsson', organisation: 'Provbolaget', role: 'anställd', title: 'vd', ...at(first, 1) }),
  tenure({
    person: 'Ellinor Testlund',
    organisation: 'Testverket',
    body: 'Provgruppen',
    role: 'champion',
    ...at(first, 2),
  }),
  { kind: 'focus', body: named('Provgruppen'), theme: { code: '9.9', title: null }, ...at(first, 3) },
  event('Möte i Provgruppen', {
    from: '2030-05-06',
    basis: 'stated',
    venue: 'Provstad',
    body: 'Provgruppen',
    ...at(first, 4),
  }),
  {
    kind: 'assignment',
    title: 'Pröva',
    type: 'uppdrag',
    theme: { code: '9.9', title: null },
    text: 'pröva',
    parties: [party('organisation', 'Testverket', 'charged')],
    amounts: [{ sek: 12_000_000, text: '12 miljoner kronor' }],
    issued: null,
    due: null,
    ...at(first, 5),
  },
  tenure({
    pronoun: 'hon',
    post: 'provminister',
    role: 'statsråd',
    span: { from: '2020-01-01', to: '2022-02-02', toKind: 'known', basis: 'stated' },
    ...at(first, 6, 7),
  }),
]
const second = [
  'Ellinor Testlund är talesperson för Provgruppen och kommer från Testverket.',
  'Ny är Ny Nysson, Nybolaget.',
  'Provgruppens möte hölls den 6 maj 2030, med gästen Gäst Gästsson.',
]
const secondFindings: Finding[] = [
  tenure({
    person: 'Ellinor Testlund',
    organisation: 'Testverket',
    body: 'Provgruppen',
    role: 'champion',
    span: { seenFrom: '2029', seenTo: '2030' },
    ...at(second, 1),
  }),
  tenure({ person: 'Ny Nysson', organisation: 'Nybolaget', role: 'anställd', ...at(second, 2) }),
  event('Provgruppens möte', {
    from: '2030-05-06',
    basis: 'stated',
    body: 'Provgruppen',
    parties: [party('person', 'Gäst Gästsson', 'guest')],
    ...at(second, 3),
  }),
]

async function add(app: TestApp, lines: readonly string[], findings: readonly Finding[], name = 'text') {
  const reading: Reading = {
    publishedFrom: '2029-01',
    publishedTo: null,
    writtenAfter: null,
    lines: lines.length,
    findings: [...findings],
  }
  readings.set(lines.join('\n'), reading)
  const { id } = await app.call('sources.add', { name, text: lines.join('\n'), format: 'paste', encoding: 'pasted' })
  return id
}
const both = async (app: TestApp) => {
  const one = await add(app, first, firstFindings, 'ett')
  const two = await add(app, second, secondFindings, 'två')
  return { one, two }
}
const names = async (app: TestApp, kind: 'person' | 'organisation' | 'body') =>
  (await app.call('register.list', { kind })).rows.map((row) => row.name)

describe('a text that is added', () => {
  it('is kept with its lines and proposals, and nothing of it is in the register', async () => {
    const app = newApp()
    const id = await add(app, first, firstFindings)
    const view = await app.call('sources.get', { id })
    expect(view.text.split('\n')).toEqual(first)
    expect(view.publishedFrom).toBe('2029-01')
    expect(view.found.map((one) => one.state)).toEqual(firstFindings.map(() => 'open'))
    expect(view.found[7]?.finding.places).toHaveLength(2)
    expect((await app.call('workspace.status', {})).counts).toMatchObject({ people: 0, organisations: 0, bodies: 0 })
  })

  it('is recognised when it comes again, and kept twice only when told to', async () => {
    const app = newApp()
    const id = await add(app, first, firstFindings)
    const input = { name: 'igen', text: first.join('\r\n'), format: 'txt', encoding: 'utf-8' } as const
    expect((await app.call('sources.preview', { text: input.text })).known?.id).toBe(id)
    expect(await app.refused('sources.add', input)).toBe('source.already-there')
    await app.call('sources.add', { ...input, again: true })
    expect((await app.call('sources.list', {})).sources).toHaveLength(2)
  })

  it('goes with everything it proposes when it is undone', async () => {
    const app = newApp()
    const id = await add(app, first, firstFindings)
    await app.call('history.undo', {})
    expect(await app.refused('sources.get', { id })).toBe('source.not-found')
    await app.call('history.redo', {})
    expect((await app.call('sources.get', { id })).found).toHaveLength(firstFindings.length)
  })
})

describe('accepting', () => {
  it('makes every fact with its words in one step, which one undo takes back', async () => {
    const app = newApp()
    const id = await add(app, first, firstFindings)
    const done = await app.call('sources.accept', { source: id })
    expect(done.proposals).toBe(firstFindings.length)
    expect(await names(app, 'person')).toEqual(['Ellinor Testlund', 'Prov Provsson'])
    expect(await names(app, 'organisation')).toEqual(['Provbolaget', 'Testverket'])
    const view = await app.call('sources.get', { id })
    expect(view.found.every((one) => one.state === 'accepted' && one.facts.length > 0)).toBe(true)
    const [prov] = (await app.call('register.list', { kind: 'person', query: 'prov' })).rows
    const person = await app.call('people.get', { id: prov?.id ?? '' })
    expect(person.roles.map((role) => [role.organisation, role.evidence.map((one) => [one.line, one.quote])])).toEqual([
      ['Provbolaget', [[1, first[0]]]],
    ])
    await app.call('history.undo', {})
    expect(await names(app, 'person')).toEqual([])
    expect((await app.call('sources.get', { id })).proposals).toEqual({ open: 8, accepted: 0, rejected: 0 })
  })

  it('takes one, or all of a kind, and leaves the rest open', async () => {
    const app = newApp()
    const id = await add(app, first, firstFindings)
    const { found } = await app.call('sources.get', { id })
    await app.call('sources.accept', { source: id, proposals: [found[0]?.id ?? ''] })
    expect((await app.call('sources.accept', { source: id, kind: 'tenure' })).proposals).toBe(3)
    await app.call('sources.reject', { source: id, kind: 'event' })
    const after = await app.call('sources.get', { id })
    expect(after.proposals).toEqual({ open: 3, accepted: 4, rejected: 1 })
    await app.call('sources.reopen', { source: id, kind: 'event' })
    expect((await app.call('sources.get', { id })).proposals).toEqual({ open: 4, accepted: 4, rejected: 0 })
  })

  it('gives a fact that is known words instead of a second fact, and a day that both leave open to neither', async () => {
    const app = newApp()
    const { one, two } = await both(app)
    await app.call('sources.accept', { source: one })
    const done = await app.call('sources.accept', { source: two })
    // The champion and the meeting are known.
    expect(done.strengthened).toBe(2)
    const [ellinor] = (await app.call('register.list', { kind: 'person', query: 'ellinor' })).rows
    const { roles } = await app.call('people.get', { id: ellinor?.id ?? '' })
    expect(
      roles.map((role) => [role.role, role.body, role.evidence.map((place) => place.sourceName ?? '').toSorted()]),
    ).toEqual([['champion', 'Provgruppen', ['ett', 'två']]])
    const events = (await app.call('sources.get', { id: two })).found.flatMap(({ facts }) =>
      facts.filter(({ kind }) => kind === 'event'),
    )
    const earlier = (await app.call('sources.get', { id: one })).found.flatMap(({ facts }) =>
      facts.filter(({ kind }) => kind === 'event'),
    )
    expect(events).toEqual(earlier)
  })

  it('counts repeated lines as one fact with every place', async () => {
    const app = newApp()
    const id = await add(app, first, firstFindings)
    await app.call('sources.accept', { source: id, kind: 'tenure' })
    const { found } = await app.call('sources.get', { id })
    expect(found[7]?.facts).toHaveLength(1)
    const falls = (await app.call('sources.withdrawal', { id })).falls.filter(({ kind }) => kind === 'tenure')
    expect(falls.map(({ words }) => words)).toContain('provminister, statsråd, 2020-01-01–2022-02-02')
  })

  it('asks about a name that is nearly known and makes a new entry unless told that it is the same', async () => {
    const app = newApp()
    await app.call('sources.accept', { source: await add(app, first, firstFindings, 'ett') })
    const lines = ['Elinor Testlund, Testverket.']
    const findings = [
      tenure({ person: 'Elinor Testlund', organisation: 'Testverket', role: 'anställd', ...at(lines, 1) }),
    ]
    const id = await add(app, lines, findings, 'två')
    const asked = (await app.call('sources.get', { id })).names.find((one) => one.kind === 'person')
    expect([asked?.verdict, asked?.standing, asked?.candidates[0]?.name]).toEqual(['near', null, 'Ellinor Testlund'])
    await app.call('sources.accept', { source: id })
    expect(await names(app, 'person')).toHaveLength(3)
    await app.call('history.undo', {})
    const to = asked?.candidates[0]?.id ?? null
    await app.call('sources.link', { source: id, kind: 'person', name: 'Elinor Testlund', to })
    await app.call('sources.accept', { source: id })
    expect(await names(app, 'person')).toHaveLength(2)
    const person = await app.call('people.get', { id: to ?? '' })
    expect(person.names.map((one) => one.text).toSorted()).toEqual(['Elinor Testlund', 'Ellinor Testlund'])
    expect(await app.refused('sources.link', { source: id, kind: 'person', name: 'Ingen', to: id })).toBe(
      'entity.not-found',
    )
  })

  it('links a name that is exactly known, and not when the link is refused', async () => {
    const app = newApp()
    const { one, two } = await both(app)
    await app.call('sources.accept', { source: one })
    const known = (await app.call('sources.get', { id: two })).names.find((name) => name.name === 'Ellinor Testlund')
    expect([known?.verdict, known?.entityName]).toEqual(['exact', 'Ellinor Testlund'])
    await app.call('sources.link', { source: two, kind: 'person', name: 'Ellinor Testlund', to: null })
    await app.call('sources.accept', { source: two })
    expect((await names(app, 'person')).filter((name) => name === 'Ellinor Testlund')).toHaveLength(2)
  })

  it('keeps apart a person of the same name who belongs somewhere else', async () => {
    const app = newApp()
    await app.call('sources.accept', { source: await add(app, first, firstFindings) })
    const lines = ['Prov Provsson, fotograf på Bildbyrån.']
    const id = await add(app, lines, [
      tenure({ person: 'Prov Provsson', organisation: 'Bildbyrån', role: 'anställd', ...at(lines, 1) }),
    ])
    await app.call('sources.accept', { source: id })
    expect((await names(app, 'person')).filter((name) => name === 'Prov Provsson')).toHaveLength(2)
  })

  it('puts a proposal right before it is accepted, and never its words', async () => {
    const app = newApp()
    const id = await add(app, first, firstFindings)
    const proposal = (await app.call('sources.get', { id })).found[2]
    if (proposal?.finding.kind !== 'tenure') throw new Error('no tenure')
    const right = { ...proposal.finding, title: 'ordförande', person: named('Prov Provsdotter') }
    await app.call('sources.edit', { id: proposal.id, finding: right })
    expect((await app.call('sources.get', { id })).found[2]).toMatchObject({
      edited: true,
      finding: { title: 'ordförande' },
    })
    const moved = { ...right, places: [{ from: 1, to: 1, quote: 'annat' }] }
    expect(await app.refused('sources.edit', { id: proposal.id, finding: moved })).toBe('call.bad-input')
    await app.call('sources.accept', { source: id, proposals: [proposal.id] })
    expect(await names(app, 'person')).toEqual(['Prov Provsdotter'])
    expect(await app.refused('sources.edit', { id: proposal.id, finding: null })).toBe('proposal.settled')
  })

  it('ties an event to the meeting of the same body on the same day', async () => {
    const app = newApp()
    const meeting = await app.call('meetings.create', {
      title: 'Möte',
      kind: 'protokoll',
      date: '2030-05-06',
      body: 'Provgruppen',
    })
    const id = await add(app, first, firstFindings)
    await app.call('sources.accept', { source: id })
    expect((await app.call('sources.get', { id })).accounts).toMatchObject([
      { kind: 'meeting', id: meeting.id, line: 4 },
    ])
  })
})

describe('withdrawing a source', () => {
  it('says beforehand what falls and what stays, does exactly that, and undo brings all of it back', async () => {
    const app = newApp()
    const { one, two } = await both(app)
    await app.call('sources.accept', { source: one })
    await app.call('sources.accept', { source: two })
    const before = await app.call('sources.get', { id: two })
    const told = await app.call('sources.withdrawal', { id: two })
    expect(told.falls.map(({ kind, words }) => `${kind} ${words}`).toSorted()).toEqual([
      'organisation Nybolaget',
      'person Gäst Gästsson',
      'person Ny Nysson',
      'tenure Ny Nysson, anställd, Nybolaget',
    ])
    expect(told.stays.map(({ kind, left }) => [kind, left])).toEqual([
      ['tenure', 1],
      ['event', 1],
    ])
    expect(await app.call('sources.get', { id: two })).toEqual(before)
    expect(await app.call('sources.withdraw', { id: two })).toEqual({ fell: 4, stayed: 2 })
    expect(await names(app, 'person')).toEqual(['Ellinor Testlund', 'Prov Provsson'])
    const after = await app.call('sources.get', { id: two })
    expect([after.text, after.withdrawnAt !== null]).toEqual([before.text, true])
    expect(await app.refused('sources.accept', { source: two })).toBe('source.withdrawn')
    await app.call('history.undo', {})
    expect(await app.call('sources.get', { id: two })).toEqual(before)
    expect(await names(app, 'person')).toHaveLength(4)
  })

  it('keeps people whom something else refers to', async () => {
    const app = newApp()
    const { one } = await both(app)
    await app.call('sources.accept', { source: one })
    const meeting = await app.call('meetings.create', {
      title: 'Möte',
      kind: 'protokoll',
      date: '2030-05-07',
      body: null,
    })
    await app.call('attendance.add', {
      meetingId: meeting.id,
      name: 'Prov Provsson',
      organisation: null,
      capacity: null,
      group: null,
      status: 'present',
      mode: 'unknown',
      items: null,
    })
    await app.call('sources.withdraw', { id: one })
    expect(await names(app, 'person')).toContain('Prov Provsson')
    expect(await names(app, 'person')).not.toContain('Ellinor Testlund')
  })

  it('opens its proposals again when it is restored', async () => {
    const app = newApp()
    const { one } = await both(app)
    await app.call('sources.accept', { source: one })
    await app.call('sources.withdraw', { id: one })
    await app.call('sources.restore', { id: one })
    await app.call('sources.accept', { source: one })
    expect(await names(app, 'person')).toEqual(['Ellinor Testlund', 'Prov Provsson'])
  })

  it('takes the days away that only it told', async () => {
    const app = newApp()
    const { one, two } = await both(app)
    await app.call('sources.accept', { source: one })
    const tenureOf = async () =>
      (await app.call('sources.withdrawal', { id: one })).falls.find(({ words }) => words.includes('champion'))
    const before = await tenureOf()
    await app.call('sources.accept', { source: two })
    await app.call('sources.withdraw', { id: two })
    expect(await tenureOf()).toEqual(before)
  })

  it('takes one answer back without the others', async () => {
    const app = newApp()
    const { one } = await both(app)
    await app.call('sources.accept', { source: one })
    const champion = (await app.call('sources.get', { id: one })).found[3]
    const done = await app.call('sources.reopen', { source: one, proposals: [champion?.id ?? ''] })
    // The tenure and the person whom it alone named; Testverket has an assignment.
    expect(done).toEqual({ proposals: 1, removed: 2 })
    expect(await names(app, 'person')).toEqual(['Prov Provsson'])
    expect(await names(app, 'organisation')).toContain('Testverket')
  })
})
