/** Items whose numbers change dress or stand twice are items, and lists within an item are not. */
import { describe, expect, test } from 'vitest'
import { lostLines } from '../import-corpus/nothing-lost.ts'
import { readOne } from './read.ts'

const meetingOf = (...lines: readonly string[]) => {
  const text = ['Protokoll nämnden 2024-05-06', '', 'Närvarande: Anna Ek, Bo Alm', '', ...lines, ''].join('\n')
  const meeting = readOne(text)
  expect(lostLines(text, [meeting])).toEqual({ lost: [], unplaced: [] })
  return meeting
}
const titles = (...lines: readonly string[]) =>
  meetingOf(...lines).items.map(({ number, title }) => `${number ?? '–'} ${title}`)

describe('numbers that change their dress', () => {
  test.each([
    ['1 Öppnande', '2. Ekonomi', '3. Övrigt'],
    ['1. Öppnande', '2 Ekonomi', '3. Övrigt'],
    ['1. Öppnande', '2. Ekonomi', '3 Övrigt'],
    ['1) Öppnande', '2. Ekonomi', '3 Övrigt'],
    ['1 Öppnande', '2 Ekonomi', '3) Övrigt'],
    ['1: Öppnande', '2. Ekonomi', '3. Övrigt'],
  ])('are one sequence: %s, %s, %s', (first, second, third) => {
    const wanted = ['1 Öppnande', '2 Ekonomi', '3 Övrigt']
    expect(titles(first, 'Anna öppnade.', second, 'Klart.', third, 'Inget.')).toEqual(wanted)
    expect(titles(first, 'Anna öppnade.', '', second, 'Klart.', '', third, 'Inget.')).toEqual(wanted)
  })

  test('are one sequence also with titles that no agenda knows', () => {
    const lines = ['1 Båthuset', 'Taket läcker.', '', '2. Bryggan', 'Den är lagad.', '', '3. Grinden', 'Den gnisslar.']
    expect(titles(...lines)).toEqual(['1 Båthuset', '2 Bryggan', '3 Grinden'])
  })

  test.each(['1 Genomgång av anteckningar', '1. Rapport och protokoll', '1 Status för mötesanteckningar'])(
    'begin with an item that speaks of minutes: %s',
    (first) => {
      expect(titles(first, 'Klart.', '', '2 Ekonomi', 'Klart.')).toEqual([first.replace('1. ', '1 '), '2 Ekonomi'])
    },
  )

  test.each([
    [
      'in the last item',
      ['Tre anbud har kommit:', '1. Skaftbolaget', '2. Risbolaget', '3. Kvastbolaget', '4. Barkbolaget'],
    ],
    [
      'with text of its own',
      ['1. Skaft', 'De är långa nu.', '2. Ris', 'Det är slut nu.', '3. Bast', 'Den räcker inte.'],
    ],
    ['of decisions', ['Beslut', '1. Motionen avslås.', '2. Taxan höjs.', '3. Planen antas.']],
  ])('are no sequence with a list %s', (_, list) => {
    const lines = ['1 Öppnande', 'Anna öppnade.', '', '2 Anbud', ...list]
    expect(titles(...lines)).toEqual(['1 Öppnande', '2 Anbud'])
    expect(titles(...lines, '', '3 Avslutning', 'Slut.')).toEqual(['1 Öppnande', '2 Anbud', '3 Avslutning'])
  })
})

describe('a number that stands twice', () => {
  test.each([
    [['1 Öppnande', '1 Tidplan', '2 Ekonomi']],
    [['1. Öppnande', '2. Tidplan', '2. Ekonomi']],
    [['§ 1 Öppnande', '§ 2 Tidplan', '§ 2 Ekonomi']],
    [['1) Öppnande', '1) Tidplan', '1) Ekonomi', '2) Övrigt']],
  ])('gives an item each time, and is pointed out: %s', (headings) => {
    const meeting = meetingOf(...headings.flatMap((heading) => [heading, 'Det redovisades utförligt.']))
    expect(meeting.items.map(({ title }) => title)).toEqual(
      headings.map((one) => one.replace(/^\S*\d\S*|^§ \d/u, '').trim()),
    )
    expect(meeting.findings.map(({ code }) => code)).toContain('number-duplicate')
  })

  test('in another dress and in its own goes on with the sequence', () => {
    const lines = [
      '1 Genomgång av läget',
      'Inget att tillägga.',
      '1 Tidplan',
      'Bo Alm visade tidplanen.',
      '2. Ekonomi',
      'Klart.',
    ]
    expect(titles(...lines)).toEqual(['1 Genomgång av läget', '1 Tidplan', '2 Ekonomi'])
  })

  test.each([
    ['an entry after a colon', ['Följande togs upp:', '1. Parkering', 'Det är fullt.']],
    ['a list', ['1. Parkering', '2. Cykelställ', '3. Grind']],
    ['a decision', ['Beslut', '1. Motionen avslås.']],
    ['a sentence', ['1. Det är fullt på parkeringen.']],
  ])('is no item where it is %s', (_, list) => {
    expect(
      titles('1. Öppnande', 'Anna öppnade.', ...list, '', '2. Ekonomi', 'Klart.', '', '3. Slut', 'Hej då.'),
    ).toEqual(['1 Öppnande', '2 Ekonomi', '3 Slut'])
  })
})

test('numbers of sub-items, spans and letters are read as before', () => {
  const lines = [
    '§ 5 Anmälningsärenden',
    'a) Delegationsbeslut',
    'Lades till handlingarna.',
    'b) Skrivelser',
    'Lades till handlingarna.',
    '',
    '§ 6-8 Val och arvoden',
    'Beslöts enligt förslag.',
    '',
    '§ 9 a Ekonomi',
    'Klart.',
    '§ 9 b Personal',
    'Klart.',
    '',
    '10 § Slut',
    'Slut.',
  ]
  expect(meetingOf(...lines).items.map(({ number }) => number)).toEqual(['5', '5a', '5b', '6–8', '9 a', '9 b', '10'])
})

describe('a letter behind a blank below an item', () => {
  test.each(['§ 4 Motioner', '4. Motioner', '4 Motioner'])(
    'counts its parts, without a sign of its own: %s',
    (main) => {
      const dress = (number: number, title: string) => main.replace('4', String(number)).replace('Motioner', title)
      const lines = [dress(3, 'Budget'), 'Den visades.', main, '4 a Motion om grinden', 'Motionen avslogs.', '']
      lines.push('4 b Motion om bryggan', 'Motionen bifölls.', dress(5, 'Slut'), 'Hej då.')
      expect(titles(...lines)).toEqual([
        '3 Budget',
        '4 Motioner',
        '4 a Motion om grinden',
        '4 b Motion om bryggan',
        '5 Slut',
      ])
    },
  )

  test.each(['3 a', '3a', '3.1'])('stands before those elected, who are no participants by that: %s', (number) => {
    const lines = ['1 Öppnande', 'Hej.', '2 Ekonomi', 'Bra.', '3 Val', `${number} Två ledamöter: Siv Ask, Bo Alm`]
    const meeting = meetingOf(...lines, '', '4 Slut', 'Hej då.')
    expect(meeting.items[3]?.number).toBe(number)
    expect(meeting.participants.map(({ name, capacity }) => [name, capacity])).toEqual([
      ['Anna Ek', null],
      ['Bo Alm', null],
    ])
  })

  test.each(['3 a båtar', '2 A Boats', '4 i Lund'])('is a word elsewhere: %s', (words) => {
    expect(meetingOf('1 Öppnande', 'Hej.', '2 Ekonomi', words, '3 Slut', 'Hej då.').items).toHaveLength(3)
  })
})
