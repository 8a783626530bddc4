import { describe, expect, test } from 'vitest'
import { sortKey } from '#core/register/names.ts'
import { undated } from '#contract/calendar.ts'
import type { Evidence, Role } from '#contract/register.ts'
import { endsOf, marked, quotesOf, rolesOfPerson, summary } from '../../../../renderer/features/register/facts.ts'
import { kindOf, registerPath } from '../../../../renderer/features/register/kinds.ts'
import { byLetter, grouped, letterOf } from '../../../../renderer/features/register/letters.ts'
import { axisOf, barsOf, fellowsOf, yearOf } from '../../../../renderer/features/register/spans.ts'

const evidence = (quote: string, line: number, meetingDate: string | null = null): Evidence => ({
  sourceId: null,
  sourceName: null,
  line,
  quote,
  meetingId: null,
  meetingDate,
  itemId: null,
  itemNumber: null,
})

const role = (more: Partial<Role>): Role => ({
  id: 'r',
  role: null,
  personId: null,
  person: null,
  organisationId: null,
  organisation: null,
  bodyId: null,
  body: null,
  title: null,
  postId: null,
  post: null,
  representsId: null,
  represents: null,
  pronoun: null,
  span: undated,
  standing: 'undated',
  state: 'asserted',
  sensitive: false,
  stored: true,
  recordedAt: null,
  proposed: [],
  evidence: [],
  ...more,
})

describe('the letters of a list', () => {
  test('å, ä and ö are letters of their own, other marks are not', () => {
    expect(['Åsa', 'Ärlig', 'Örn', 'Éva', 'Łuk', 'Østen', 'æther', '3D', ' (x)', ''].map(letterOf)).toEqual([
      'Å',
      'Ä',
      'Ö',
      'E',
      'L',
      'Ö',
      'Ä',
      '#',
      '#',
      '#',
    ])
  })

  test('names in the order of the register fall under each letter once', () => {
    const names = [
      'Ödla',
      'Wira',
      'Vilma',
      'Åke',
      'Ebba',
      'Émile',
      'Ülo',
      'Ärla',
      'Yngve',
      'Zeb',
      'Łukasz',
      'Lena',
      '4H',
    ]
    const rows = names.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1)).map((name) => ({ name }))
    const letters = byLetter(rows).map(({ letter }) => letter)
    expect(letters).toEqual([...new Set(letters)])
    expect(letters.slice(-3)).toEqual(['Å', 'Ä', 'Ö'])
  })
})

describe('marking names', () => {
  test('whole words are marked, a genitive s is not part of the name', () => {
    expect(marked('Astas bror Asta', ['Asta'])).toEqual([
      { text: 'Asta', marked: true },
      { text: 's bror ', marked: false },
      { text: 'Asta', marked: true },
    ])
    expect(marked('Astasson', ['Asta'])).toEqual([{ text: 'Astasson', marked: false }])
  })

  test('the longest spelling wins', () => {
    expect(marked('Asta Påhittsson talade', ['Asta', 'Asta Påhittsson'])[0]).toEqual({
      text: 'Asta Påhittsson',
      marked: true,
    })
  })
})

describe('roles', () => {
  test('a role leads to everybody but the one whose page it is', () => {
    const one = role({
      personId: 'p',
      person: 'Asta',
      bodyId: 'b',
      body: 'Gruppen',
      organisationId: 'o',
      organisation: 'Verket',
    })
    expect(endsOf(one, 'p').map(({ name }) => name)).toEqual(['Gruppen', 'Verket'])
  })

  test('what is said of somebody is their roles, else their capacities, else nothing', () => {
    const meeting = {
      meetingId: 'm',
      title: 'Möte',
      date: null,
      capacity: 'ledamot',
      organisation: null,
      status: 'present',
      evidence: null,
    }
    expect(summary({ id: 'p', roles: [role({ role: 'VD', organisation: 'Verket' })], meetings: [meeting] })).toBe(
      'VD, Verket',
    )
    expect(summary({ id: 'p', roles: [], meetings: [meeting, meeting] })).toBe('ledamot')
    expect(summary({ id: 'p', roles: [], meetings: [] })).toBeNull()
  })

  test('the same line is quoted once', () => {
    const quotes = quotesOf(
      [evidence('a', 1)],
      [role({ evidence: [evidence('a', 1), evidence('b', 2), evidence('', 3)] })],
    )
    expect(quotes.map(({ quote }) => quote)).toEqual(['a', 'b'])
  })

  test('the end of a known role, an open one and an unknown one are three different bars', () => {
    const days = (span: Partial<Role['span']>) => barsOf([role({ role: 'VD', span: { ...undated, ...span } })])
    expect(days({ from: '2021', to: '2022', toKind: 'known' })[0]).toMatchObject({
      from: 2021,
      to: 2023,
      start: 'stated',
      end: 'known',
    })
    expect(days({ from: '2021', toKind: 'open', basis: 'inferred' })[0]).toMatchObject({
      to: null,
      start: 'inferred',
      end: 'open',
    })
    expect(days({ seenFrom: '2021-07-02', seenTo: '2021-11-30' })[0]).toMatchObject({
      start: 'unknown',
      end: 'unknown',
    })
  })

  test('a role without a known day is drawn as not known, from the day it is known to begin after', () => {
    const of = (span: Partial<Role['span']>) => barsOf([role({ role: 'VD', span: { ...undated, ...span } })])
    expect(of({})[0]).toMatchObject({ from: null, to: null, after: null, start: 'unknown', end: 'unknown' })
    expect(of({ fromAfter: '2019-01-01' })[0]).toMatchObject({ from: null, after: 2019 })
    expect(axisOf(of({}), null)).toBeNull()
    expect(axisOf(of({ fromAfter: '2019-01-01' }), 2021.5)).toEqual({ from: 2018, to: 2022 })
  })

  test('roles that hold on some same day are told of each other, those that follow one another are not', () => {
    const held = (id: string, from: string, to: string) =>
      role({ id, role: id, span: { ...undated, from, to, toKind: 'known' } })
    const fellows = fellowsOf([
      held('a', '2019-01-01', '2019-01-21'),
      held('b', '2019-01-21', '2020-01-01'),
      held('c', '2020-01-02', '2021-01-01'),
      role({ id: 'd' }),
    ])
    expect([...fellows].map(([id, others]) => [id, others.map((other) => other.id)])).toEqual([
      ['a', ['b']],
      ['b', ['a']],
      ['c', []],
      ['d', []],
    ])
  })

  test('a capacity without an organisation is seen on the days of its meetings', () => {
    const at = (date: string | null, organisation: string | null = null) => ({
      meetingId: `m${date}`,
      title: 'Möte',
      date,
      capacity: 'gäst',
      organisation,
      status: 'present',
      evidence: evidence('Gäst', 1, date),
    })
    const meetings = [at('2021-11-10'), at('2020-02-01'), at(null), at('2018-01-01', 'Verket')]
    const [seat, ...more] = rolesOfPerson({ id: 'p', name: 'Asta', asOf: '2021-01-01', roles: [], meetings })
    expect(more).toEqual([])
    expect(seat).toMatchObject({
      role: 'gäst',
      standing: 'holds',
      span: { seenFrom: '2020-02-01', seenTo: '2021-11-10' },
    })
    expect(seat?.evidence).toHaveLength(3)
    const [undatedSeat] = rolesOfPerson({ id: 'p', name: 'Asta', asOf: '2021-01-01', roles: [], meetings: [at(null)] })
    expect(undatedSeat?.standing).toBe('undated')
  })

  test('a bar is called by title, post or role; on a post by its holder', () => {
    const span = { ...undated, from: '2021' }
    expect(barsOf([role({ title: 'Vice VD', role: 'anställd', organisation: 'Verket', span })])[0]).toMatchObject({
      label: 'Vice VD',
      where: 'Verket',
    })
    expect(barsOf([role({ post: 'minister', span })], 'person', 'ingen')[0]?.label).toBe('ingen')
  })

  test('the axis has room around the bars, and for a chosen day', () => {
    const bars = barsOf([
      role({ role: 'VD', span: { ...undated, from: '2021-02-01', to: '2021-11-10', toKind: 'known' } }),
    ])
    expect(axisOf(bars, null)).toEqual({ from: 2020, to: 2022 })
    expect(axisOf(bars, 2025.5)).toEqual({ from: 2020, to: 2026 })
    expect(axisOf([], 2025)).toBeNull()
    expect(yearOf('nästa möte')).toBeNull()
    expect(yearOf('2021-07-02')).toBeCloseTo(2021.5, 2)
  })

  test('lists stand under letters, events under years, themes under the first number of their code', () => {
    const row = (name: string, detail: string | null = null) => ({ name, detail })
    expect(grouped('event', [row('A', '2021-11-10'), row('B', '2021'), row('C')]).map(({ letter }) => letter)).toEqual([
      '2021',
      '–',
    ])
    expect(grouped('theme', [row('1 A'), row('1.2 B'), row('10 C'), row('D')]).map(({ letter }) => letter)).toEqual([
      '1',
      '10',
      '–',
    ])
    expect(grouped('post', [row('Åklagare')]).map(({ letter }) => letter)).toEqual(['Å'])
  })
})

test('an address names its list in Swedish or by its kind, and people when it is neither', () => {
  expect(['organisationer', 'body', 'x', undefined].map(kindOf)).toEqual(['organisation', 'body', 'person', 'person'])
  expect(kindOf(registerPath('organisation', 'id').split('/')[2])).toBe('organisation')
})
