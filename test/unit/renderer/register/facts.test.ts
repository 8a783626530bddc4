import { describe, expect, test } from 'vitest'
import { sortKey } from '#core/register/names.ts'
import { undated } from '#contract/days.ts'
import type { Evidence, Role } from '#contract/register.ts'
import { endsOf, marked, quotesOf, summary } from '../../../../renderer/features/register/facts.ts'
import { kindOf, registerPath } from '../../../../renderer/features/register/kinds.ts'
import { byLetter, letterOf } from '../../../../renderer/features/register/letters.ts'
import { axisOf, spansOf, yearOf } from '../../../../renderer/features/register/spans.ts'

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

  test('one day is no line in time, two are', () => {
    const once = spansOf([role({ role: 'ledamot', evidence: [evidence('a', 1, '2021-11-10')] })])
    expect(axisOf(once)).toBeNull()
    const twice = spansOf([
      role({ role: 'ledamot', evidence: [evidence('a', 1, '2022-02-04'), evidence('a', 1, '2021-11-10')] }),
      role({ role: 'VD', evidence: [evidence('b', 2)] }),
    ])
    expect(twice.map(({ label }) => label)).toEqual(['ledamot'])
    expect(twice[0]?.days.toSorted((a, b) => a - b)).toEqual(twice[0]?.days)
    expect(axisOf(twice)).toEqual({ from: 2021, to: 2023 })
    expect(yearOf('nästa möte')).toBeNull()
  })
})

test('an address names its list in Swedish or by its kind, and people when it is neither', () => {
  expect(['organisationer', 'body', 'x', undefined].map(kindOf)).toEqual(['organisation', 'body', 'person', 'person'])
  expect(kindOf(registerPath('organisation', 'id').split('/')[2])).toBe('organisation')
})
