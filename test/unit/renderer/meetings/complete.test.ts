import { describe, expect, test } from 'vitest'
import {
  choicesFor,
  presentByInitials,
  withJoining,
  type Hit,
} from '../../../../renderer/features/meetings/complete/choices.ts'
import { hasInitials, nameFit } from '../../../../renderer/features/meetings/complete/fit.ts'
import { initialsBefore, introduced, queryBefore } from '../../../../renderer/features/meetings/complete/query.ts'

type People = Parameters<typeof choicesFor>[0]
type Row = People['attendance'][number]

const row = (name: string, status: Row['status'], organisation: string | null = null): Row => ({
  id: `row-${name}`,
  personId: `id-${name}`,
  listNumber: null,
  name,
  asWritten: name,
  capacity: null,
  organisationId: organisation === null ? null : `id-${organisation}`,
  organisation,
  group: 1,
  status,
  mode: 'unknown',
  items: null,
  line: null,
  alsoFor: [],
  personal: false,
  deputyForId: null,
  deputyships: [],
  voting: false,
  intervals: [],
})
const meeting = (...attendance: Row[]): People => ({
  attendance,
  // Only the body is looked at.
  head: { bodyId: 'id-body', body: 'Testrådet för havsvind' } as People['head'],
})
const hit = (name: string, kind: Hit['kind'] = 'person', detail: string | null = null): Hit => ({
  kind,
  id: `id-${name}`,
  name,
  detail,
})
const names = (people: People, typed: string, hits: readonly Hit[] = [], settled = true) => {
  const query = queryBefore(typed)
  return query === null
    ? null
    : choicesFor(people, query, hits, settled).map(({ name, standing }) => `${name} ${standing}`)
}

describe('what is asked for', () => {
  test('a sign at the start of a word asks with all that follows it', () => {
    expect(queryBefore('Ordet gick till @anna m')).toEqual({ sign: '@', text: 'anna m', length: 7 })
    expect(queryBefore('(@an')).toEqual({ sign: '@', text: 'an', length: 3 })
    expect(queryBefore('om #havs')).toEqual({ sign: '#', text: 'havs', length: 5 })
  })

  test('an address, a sign with a space behind it, and two spaces ask for nothing', () => {
    for (const text of ['skriv till anna@exempel', 'pris @ 20', '@anna  sade', 'ingen'])
      expect(queryBefore(text)).toBeNull()
  })

  test('initials are a whole word of two to four letters', () => {
    expect(initialsBefore('frågan från jn', '')).toBe('jn')
    for (const [before, after] of [
      ['frågan', ''],
      ['jn', 'x'],
      ['a.jn', ''],
      ['x@jn', ''],
    ] as const)
      expect(initialsBefore(before, after)).toBeNull()
  })

  test('somebody new is introduced by a name with capitals, and an organisation behind a comma', () => {
    expect(introduced('Ny Person, Vindbolaget AB')).toEqual({ name: 'Ny Person', organisation: 'Vindbolaget AB' })
    expect(introduced('Ny von Person')).toEqual({ name: 'Ny von Person', organisation: null })
    for (const name of ['Maria da Silva', 'Mohammad al Khalil', 'Erik ten Hag', 'Jean-Luc d’Arc', '王 小明'])
      expect(introduced(name)?.name).toBe(name)
    for (const text of ['ny person', 'Ny', 'Anna sade att', 'Ny, Bolaget']) expect(introduced(text)).toBeNull()
  })
})

describe('how a name answers', () => {
  test('by the beginning of any part, letters as typed before marks forgiven', () => {
    expect(nameFit('Åsa Malm', 'ås')).toBe(0)
    expect(nameFit('Åsa Malm', 'malm')).toBe(1)
    expect(nameFit('Åsa Malm', 'as')).toBe(3)
    expect(nameFit('Asta Malm', 'ås')).toBeNull()
  })

  test('also where an apostrophe is left out, or is another one', () => {
    for (const name of ['Sean O’Brien', "Sean O'Brien"]) {
      for (const typed of ['obrien', 'obr', "o'brien", 'o’brien', 'brien', 'sean obrien'])
        expect([typed, nameFit(name, typed) !== null]).toEqual([typed, true])
      expect(nameFit(name, 'obrian')).toBeNull()
    }
    expect(nameFit('O’Brien Test', 'obrien')).toBe(0)
  })

  test('by initials with and without what stands behind an apostrophe', () => {
    for (const name of ['Sean O’Brien', "Sean O'Brien"])
      expect(['so', 'sob', 'sb', 'se'].filter((typed) => hasInitials(name, typed))).toEqual(['so', 'sob', 'sb'])
  })

  test('by initials, of all parts or of the first and the last', () => {
    expect(nameFit('Jonna Testsson Nord', 'jn')).toBe(2)
    expect(nameFit('Jonna Testsson Nord', 'jtn')).toBe(2)
    expect(nameFit('Jonna Testsson Nord', 'tn')).toBeNull()
  })
})

describe('what is offered', () => {
  const people = meeting(
    row('Albin Test', 'absent'),
    row('Alma Test', 'expected'),
    row('Alva Test', 'present', 'Alfabolaget'),
  )

  test('those present come first, then those expected, then others of the list, then the register', () => {
    expect(names(people, '@al', [hit('Alf Test'), hit('Alva Test')])).toEqual([
      'Alva Test present',
      'Alfabolaget present',
      'Alma Test expected',
      'Albin Test listed',
      'Alf Test register',
    ])
  })

  test('answers to an earlier query stay only as far as they fit the new one', () => {
    expect(names(meeting(), '@alf', [hit('Alf Test'), hit('Bo Test')], false)).toEqual(['Alf Test register'])
  })

  test('the register may know a name by another spelling, once it has answered', () => {
    expect(names(meeting(), '@kansliet', [hit('Ny myndighet', 'organisation')])).toEqual(['Ny myndighet register'])
    expect(names(meeting(), '@kansliet', [hit('Ny myndighet', 'organisation')], false)).toEqual([])
  })

  test('a theme answers by its code as well as by its title', () => {
    expect(names(meeting(), '#3.2', [hit('Vindkraft', 'theme', '3.2')], false)).toEqual(['Vindkraft register'])
  })

  test('a theme that nobody knows stands last, unless a known one has its very title; so does no sentence that goes on', () => {
    const known = [hit('Havsvind', 'theme')]
    expect(names(meeting(), '#havs', known)).toEqual(['Havsvind register', 'havs new'])
    expect(names(meeting(), '#havsvind', known)).toEqual(['Havsvind register'])
    expect(names(meeting(), '#Havsbaserad vindkraft')).toEqual(['Havsbaserad vindkraft new'])
    for (const typed of ['#', '#3', '#3 i listan', '#havsvind ', '#havsvind är bra', '#Havsvind.', '#h'])
      expect([typed, names(meeting(), typed)]).toEqual([typed, []])
  })

  test('somebody new stands last, and first once an organisation is named that nobody of the name has', () => {
    expect(names(people, '@Alva Test')).toEqual(['Alva Test present', 'Alva Test new'])
    expect(names(people, '@Alva Test, Betabolaget')).toEqual(['Alva Test new', 'Alva Test present'])
    expect(names(people, '@Alva Test, Alfa')).toEqual(['Alva Test present', 'Alva Test new'])
  })

  test('whoever is not on the list can be put there below being named, as far as there is room; nobody on it, and no organisation', () => {
    const ways = (typed: string, hits: readonly Hit[]) => {
      const query = queryBefore(typed)
      return query === null
        ? []
        : withJoining(choicesFor(people, query, hits, true)).map(({ name, joins }) => `${name} ${joins ?? 'named'}`)
    }
    expect(ways('@al', [hit('Alf Test'), hit('Alverket', 'organisation')])).toEqual([
      'Alva Test named',
      'Alfabolaget named',
      'Alma Test named',
      'Albin Test named',
      'Alf Test named',
      'Alf Test guest',
      'Alf Test staff',
      'Alverket named',
    ])
    expect(ways('@Ny Test, Alfabolaget', [])).toEqual(['Ny Test named', 'Ny Test staff'])
    const many = Array.from({ length: 5 }, (_, at) => hit(`Bo Test${at}`))
    expect(ways('@bo', many.slice(0, 3)).filter((row) => !row.endsWith('named'))).toEqual([
      'Bo Test0 guest',
      'Bo Test0 staff',
      'Bo Test1 guest',
      'Bo Test1 staff',
    ])
    const keys = withJoining(choicesFor(people, { sign: '@', text: 'bo', length: 3 }, many.slice(0, 2), true))
    expect(new Set(keys.map(({ key }) => key)).size).toBe(6)
    expect(keys.map(({ id }) => id).filter((id) => id === 'id-Bo Test0')).toHaveLength(3)
  })

  test('initials alone mean somebody present whom nobody else present shares them with', () => {
    expect(presentByInitials(people, 'at')?.name).toBe('Alva Test')
    expect(presentByInitials(meeting(row('Alva Test', 'present'), row('Arne Tall', 'present')), 'at')).toBeNull()
    expect(presentByInitials(meeting(row('Alva Test', 'expected')), 'at')).toBeNull()
  })
})
