/** Everybody once: called and away, above a list and of it, told in sentences; and firms, marks and labels that are nobody. */
import { describe, expect, test } from 'vitest'
import { protocolOf, readOne, readWhole, unread } from './read.ts'

const items = ['', '§ 1 Öppnande', 'Ordföranden öppnade mötet.', '', '§ 2 Budget', 'Budgeten gicks igenom.', '']
const head = 'Protokoll fört vid möte med Kvastrådet den 9 oktober 2019'

function people(...lines: readonly string[]): string[] {
  const { participants } = readWhole([head, '', ...lines, ...items])
  return participants.map(({ name, status }) => `${name}: ${status}`)
}

describe('those who were called', () => {
  test.each([
    ['on one line', ['Kallade: Tuva Kvastborg, Bror Himmelmo, Saga Rimtråd', 'Frånvarande: Saga Rimtråd']],
    ['in lists', ['Kallade', 'Tuva Kvastborg', 'Bror Himmelmo', 'Saga Rimtråd', '', 'Frånvarande', 'Saga Rimtråd']],
  ])('are one person each, away where another list says so, %s', (_, lines) => {
    expect(people(...lines)).toEqual(['Tuva Kvastborg: present', 'Bror Himmelmo: present', 'Saga Rimtråd: absent'])
  })

  test('were away where a list says who was there and does not have them', () => {
    expect(
      people('Kallade: Tuva Kvastborg, Bror Himmelmo, Saga Rimtråd', 'Närvarande: Tuva Kvastborg, Bror Himmelmo'),
    ).toEqual(['Tuva Kvastborg: present', 'Bror Himmelmo: present', 'Saga Rimtråd: absent'])
  })

  test('keep what their own line says of them, and every line keeps its place', () => {
    const meeting = readWhole([
      head,
      '',
      'Kallade',
      'Tuva Kvastborg, ordförande',
      'Saga Rimtråd, byggchef, Molnverket',
      'Frånvarande: Saga Rimtråd',
      'Adjungerad: Bror Himmelmo',
      ...items,
    ])
    expect(meeting.participants.map(({ name, capacity, status }) => [name, capacity, status])).toEqual([
      ['Tuva Kvastborg', 'ordförande', 'present'],
      ['Saga Rimtråd', 'byggchef', 'absent'],
      ['Bror Himmelmo', 'adjungerad', 'present'],
    ])
    expect(
      meeting.placements.filter(({ part }) => part === 'participant').map(({ participant }) => participant),
    ).toEqual([0, 1, 1, 2])
    expect(meeting.findings.filter(({ code }) => code === 'duplicate-participant')).toEqual([])
  })
})

describe('a chair above the list of members', () => {
  const english = (...lines: readonly string[]) =>
    readOne(
      [
        'Minutes of the Broom Committee, 9 October 2019',
        '',
        ...lines,
        '',
        '1. Welcome',
        'The chair opened the meeting.',
        '',
        '2. Budget',
        'The budget was discussed.',
      ].join('\n'),
    )

  test.each(['Chair: Ann Hill', 'Ann Hill (chair)'])('is one of those who were there: "%s"', (line) => {
    const { participants, officers } = english(line, 'Members: Bob Lake, Sue Stone, Tom Wood')
    expect(participants.map(({ name, capacity }) => [name, capacity])).toEqual([
      ['Ann Hill', 'chair'],
      ['Bob Lake', 'member'],
      ['Sue Stone', 'member'],
      ['Tom Wood', 'member'],
    ])
    expect(officers.map(({ role, name }) => [role, name])).toEqual([['chair', 'Ann Hill']])
  })

  test('is there once where the list has them too', () => {
    const { participants } = english('Chair: Ann Hill', 'Members: Ann Hill, Bob Lake, Sue Stone')
    expect(participants.map(({ name }) => name)).toEqual(['Ann Hill', 'Bob Lake', 'Sue Stone'])
  })

  test.each([
    ['Bob Lake (branch secretary), Sue Stone (general secretary)', []],
    ['Bob Lake (branch secretary), Sue Stone (secretary)', ['Sue Stone']],
    ['Bob Lake (committee secretary), Sue Stone (general secretary)', ['Bob Lake']],
    ['Bob Lake (branch secretary, minutes), Sue Stone (general secretary)', ['Bob Lake']],
  ])('a secretary of something else did not keep the minutes: %s', (list, secretaries) => {
    const { officers } = english(`Present: Ann Hill (chair), ${list}`)
    expect(officers.filter(({ role }) => role === 'secretary').map(({ name }) => name)).toEqual(secretaries)
  })

  test.each(['partisekreterare', 'kommunsekreterare, ledamot', 'generalsekreterare'])(
    'nor did a %s of the list',
    (capacity) => {
      const { officers } = readOne(protocolOf(['Tuva Kvastborg, ordförande', `Bror Himmelmo, ${capacity}`]))
      expect(officers.filter(({ role }) => role === 'secretary')).toEqual([])
    },
  )
})

describe('what is nobody', () => {
  test('an organisation of two names and "&" is one', () => {
    const { participants } = readWhole([
      head,
      '',
      'Närvarande: Tuva Kvastborg, Bror Himmelmo (Blom & Rör Arkitekter), Saga Rimtråd, Blom & Rör Arkitekter',
      ...items,
    ])
    expect(participants.map(({ name, organisation }) => [name, organisation])).toEqual([
      ['Tuva Kvastborg', null],
      ['Bror Himmelmo', 'Blom & Rör Arkitekter'],
      ['Saga Rimtråd', 'Blom & Rör Arkitekter'],
    ])
  })

  test('two given names and "&" are two people', () => {
    expect(people('Närvarande: Tuva Kvastborg, Anna & Bror Himmelmo, Saga Rimtråd')).toHaveLength(4)
  })

  test('"(p 4)" says for which item', () => {
    const { participants } = readWhole([head, '', 'Närvarande: Tuva Kvastborg, Bror Himmelmo (p 4)', ...items])
    expect(participants[1]).toMatchObject({ capacity: null, items: '4' })
  })

  test('"Närvaro- och yttranderätt" heads those who have it', () => {
    const { participants } = readWhole([
      head,
      '',
      'Närvarande',
      'Tuva Kvastborg, ordförande',
      'Bror Himmelmo',
      'Närvaro- och yttranderätt',
      'Saga Rimtråd, Molnverket',
      'Kim Ström',
      ...items,
    ])
    expect(participants.map(({ name, organisation }) => [name, organisation])).toEqual([
      ['Tuva Kvastborg', null],
      ['Bror Himmelmo', null],
      ['Saga Rimtråd', 'Molnverket'],
      ['Kim Ström', null],
    ])
  })
})

describe('people told in sentences', () => {
  test('each sentence says for whom those it names took part', () => {
    const { participants } = readWhole([
      head,
      '',
      'Närvarande var Anna Berg, Nils Ek och Lena Å från Region Väst. Från departementet deltog Tuva Kvastborg och Bror Himmelmo. Förhinder hade Saga Rimtråd.',
      ...items,
    ])
    expect(participants.map(({ name, organisation, status }) => [name, organisation, status])).toEqual([
      ['Anna Berg', null, 'present'],
      ['Nils Ek', null, 'present'],
      ['Lena Å', 'Region Väst', 'present'],
      ['Tuva Kvastborg', 'departementet', 'present'],
      ['Bror Himmelmo', 'departementet', 'present'],
      ['Saga Rimtråd', null, 'excused'],
    ])
  })

  test('those of the body and those away may be told on a line of their own', () => {
    const meeting = readWhole([
      head,
      '',
      'Närvarande: 14 medlemmar enligt bilagd lista samt Bror Himmelmo från Molnverket.',
      'Av styrelsen deltog Tuva Kvastborg, ordförande, Anna Berg, kassör, och Nils Ek. Frånvarande med anmälan var Saga Rimtråd.',
      ...items,
    ])
    expect(meeting.participants.map(({ name, capacity, status }) => [name, capacity, status])).toEqual([
      ['Bror Himmelmo', null, 'present'],
      ['Tuva Kvastborg', 'ordförande', 'present'],
      ['Anna Berg', 'kassör', 'present'],
      ['Nils Ek', null, 'present'],
      ['Saga Rimtråd', null, 'excused'],
    ])
    expect(unread(meeting)).toContain('14 medlemmar enligt bilagd lista')
  })

  test('a sentence that names nobody is kept with its words', () => {
    const meeting = readWhole([
      head,
      '',
      'Närvarande var Anna Berg och Nils Ek. Dessutom deltog Lena Ås. Kaffet var slut.',
      ...items,
    ])
    expect(meeting.participants.map(({ name }) => name)).toEqual(['Anna Berg', 'Nils Ek', 'Lena Ås'])
    expect(unread(meeting)).toContain('Kaffet var slut.')
  })
})
