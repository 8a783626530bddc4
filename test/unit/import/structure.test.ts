import { describe, expect, test } from 'vitest'
import { parseMinutes } from '#core/import/parse.ts'
import { lostLines } from '../import-corpus/nothing-lost.ts'
import { readOne } from './read.ts'

const people = 'Närvarande: Tuva Kvastborg (ordförande), Bror Himmelmo, Saga Rimtråd'
const title = 'Minnesanteckningar från möte med Kvastrådet den 9 oktober 2019'
const noted = (...lines: string[]): string => [title, '', people, '', ...lines, ''].join('\n')
const titles = (text: string): Array<[string | null, string]> =>
  readOne(text).items.map((item) => [item.number, item.title])
const unplaced = (text: string): string[] => {
  const lines = text.split('\n')
  return readOne(text)
    .placements.filter((one) => one.part === 'unplaced')
    .map((one) => lines[one.line - 1] ?? '')
}
const expectNothingLost = (text: string): void => expect(lostLines(text, parseMinutes(text)).lost).toEqual([])

describe('paragraphs that carry the name of their body', () => {
  test.each(['Kf', 'KS', 'Ks', 'Au', 'BUN', 'Sn', 'KSAU', 'Ksau', 'Bun,', 'KOMSTYR'])('%s § 12', (body) => {
    const text = noted(
      `${body} § 12`,
      'Startbanan',
      'Den sopas i april.',
      '',
      `${body} § 13    KS 2019.401`,
      'Kvastskåpet',
      'Det står öppet.',
    )
    expect(titles(text)).toEqual([
      ['12', 'Startbanan'],
      ['13', 'Kvastskåpet'],
    ])
    expect(readOne(text).items[1]?.dnr).toBe('KS 2019.401')
    expectNothingLost(text)
  })

  test('a sentence or a reference that names a paragraph opens no item', () => {
    const text = noted(
      '§ 12 Startbanan',
      'Se § 3 Stadgar.',
      'Enligt § 4 Kvastar får ingen sopa.',
      'Ks § 112, 2019-08-09',
      '',
      '§ 13 Kvastskåpet',
      'Det står öppet.',
    )
    expect(titles(text).map(([number]) => number)).toEqual(['12', '13'])
  })
})

describe('what stands around the items', () => {
  test('a list of contents with pages is listed as not placed and opens no item', () => {
    const rows = ['12  Startbanan          2', '13  Kvastskåpet        2', '14  Nästa flygning     11']
    const text = noted(
      'ÄRENDELISTA            Sida',
      ...rows,
      '',
      '§ 12 Startbanan',
      'Den sopas i april.',
      '',
      '§ 13 Kvastskåpet',
      'Det står öppet.',
      '',
      '§ 14 Nästa flygning',
      'Den sker i maj.',
    )
    expect(titles(text).map(([number]) => number)).toEqual(['12', '13', '14'])
    expect(unplaced(text)).toEqual(['ÄRENDELISTA            Sida', ...rows])
  })

  test('a table of sums is no list of contents', () => {
    const text = noted('§ 1 Ekonomi', 'Utfallet blev:', 'Kvastar    120', 'Borst      130', 'Skaft      250')
    expect(readOne(text).items[0]?.blocks.map((block) => block.text)).toContain('Skaft 250')
  })

  test('an agenda whose titles come again below gives no items of its own', () => {
    const agenda = ['Dagordning', '1. Föregående protokoll', '2. Sopturer', '3. Skåpet']
    const text = noted(
      ...agenda,
      '',
      'Föregående protokoll',
      'Inget att säga.',
      '',
      'Sopturer',
      'De går på tisdagar.',
      '',
      'Skåpet',
      'Det är tomt.',
    )
    expect(titles(text)).toEqual([
      [null, 'Föregående protokoll'],
      [null, 'Sopturer'],
      [null, 'Skåpet'],
    ])
    expect(unplaced(text)).toEqual(agenda)
  })

  test('an e-mail around the minutes is neither a meeting nor an item, and its letter is listed as not placed', () => {
    const text = [
      'From: Tuva Broomfield <tuva@kvast.example>',
      'Sent: 27 September 2023 21:47',
      'To: Trustees',
      'Subject: Draft minutes, 19 September',
      '',
      'Dear all,',
      '',
      'Here are the notes from last Tuesday, and I hope that you all find them in order.',
      '',
      'KVASTBORG FARM',
      'Minutes of the Broom Committee',
      'Tuesday 19 September 2023',
      '',
      'Present: Tuva Broomfield (Chair), Bror Himmelmo',
      '',
      '1. Welcome',
      'Tuva welcomed everyone.',
      '',
      '2. Brooms',
      'They are new.',
    ].join('\n')
    expect(titles(text)).toEqual([
      ['1', 'Welcome'],
      ['2', 'Brooms'],
    ])
    expect(unplaced(text)).toEqual(expect.arrayContaining(['Dear all,']))
  })

  test('a forwarded e-mail has what stands above it listed as not placed', () => {
    const text = [
      'Hej!',
      'Vidarebefordrar protokollet nedan.',
      '',
      '-----Ursprungligt meddelande-----',
      'Från: Tuva Kvastborg',
      'Skickat: den 6 maj 2024 09:12',
      'Till: Rådet',
      '',
      'Protokoll fört vid möte med Kvastrådet den 2 maj 2024',
      '',
      people,
      '',
      '§ 1 Startbanan',
      'Den sopas i april.',
    ].join('\n')
    expect(readOne(text).date).toBe('2024-05-02')
    expect(titles(text)).toEqual([['1', 'Startbanan']])
    expect(unplaced(text)).toEqual(expect.arrayContaining(['Hej!', 'Vidarebefordrar protokollet nedan.']))
  })

  test('a page’s own head in mid-item is no new meeting, and the item goes on below it', () => {
    const head = (page: number) => [
      'KVASTBORGS KOMMUN                PROTOKOLL',
      `Kvastnämnden                     2019-10-09             ${page} / 2`,
    ]
    const text = [
      ...head(1),
      '',
      people,
      '',
      '1. Startbanan',
      'Den ligger i norr.',
      '',
      ...head(2),
      '',
      'Nämnden beslutar',
      'att sopa den.',
      '',
      '2. Kvastskåpet',
      'Det står öppet.',
    ].join('\n')
    expect(titles(text).map(([number]) => number)).toEqual(['1', '2'])
    expect(readOne(text).items[0]?.decisions.map((decision) => decision.text)).toEqual(['att sopa den.'])
    expectNothingLost(text)
  })

  test('a page’s foot that closes the text stands outside the signatures above it', () => {
    const foot = 'Kvastnämnden  •  Box 3  •  111 00 Kvastborg'
    const text = [
      'PROTOKOLL            1 (2)',
      'Kvastnämndens sammanträde den 9 oktober 2019',
      '',
      'Ledamöter',
      'Tuva Kvastborg, ordförande',
      'Bror Himmelmo',
      '',
      '1 § Startbanan',
      'Den ligger i norr.',
      '',
      foot,
      'PROTOKOLL            2 (2)',
      '',
      '2 § Avslutning',
      'Ordföranden avslutade mötet.',
      '',
      'Vid protokollet                              Justeras',
      '',
      'Saga Rimtråd                                 Tuva Kvastborg',
      '',
      '                                             Bror Himmelmo',
      '',
      foot,
    ].join('\n')
    const { officers, items } = readOne(text)
    expect(officers.map(({ role, name }) => `${role} ${name}`)).toEqual([
      'chair Tuva Kvastborg',
      'secretary Saga Rimtråd',
      'adjuster Bror Himmelmo',
    ])
    expect(JSON.stringify(items)).not.toContain('Box 3')
    expectNothingLost(text)
  })

  test('two meetings of a series under one title with days of their own come apart', () => {
    const one = (day: string) => [
      'Kvastnämnden',
      day,
      people,
      '1. Öppnande',
      'Tuva öppnade mötet.',
      '2. Kvastar',
      'Nya är köpta och de gamla är sålda till grannen.',
      '',
    ]
    const text = [...one('2019-10-09'), ...one('2019-11-13')].join('\n')
    expect(parseMinutes(text).map((meeting) => meeting.date)).toEqual(['2019-10-09', '2019-11-13'])
  })

  test.each([
    ['Protokollet från mötet den 4 september 2019 lades till handlingarna. Ordningen', 'godkändes.'],
    ['Anteckningarna från mötet den 4 september 2019 och bilagan med kvastarnas', 'nummer lästes upp.'],
    ['Det fanns inget att säga. Mötet den 4 september 2019 var för kort, tyckte några', 'av medlemmarna.'],
    ['Möte med skorstensfejarna den 4 september 2019 hade gett ett förslag till', 'flygtider.'],
    ['Protokoll från den 4 september 2019'],
  ])('a day gone by that an item tells of opens no meeting: %s', (...said) => {
    const opened = ['§ 1 Öppnande', 'Tuva öppnade mötet och berättade om sommaren.', '']
    const text = noted(...opened, '§ 2 Föregående möte', ...said, '', '§ 3 Startbanan', 'Den sopas i april.')
    expect(titles(text).map(([number]) => number)).toEqual(['1', '2', '3'])
    expectNothingLost(text)
  })

  test('annexes, rows of tables and the word above a signature are no headings', () => {
    const text = noted(
      'Startbanan',
      'Den sopas i april.',
      '',
      'Kvastskåpet',
      'Det står öppet.',
      '',
      'Bilaga 2',
      'Omröstningen.',
      '',
      '             Ja     Nej     Avstår',
      'Tuva         X',
      '',
      'Bror Himmelmo',
      '',
      '        Godkänns',
      '        Tuva Kvastborg',
    )
    expect(titles(text).map(([, name]) => name)).toEqual(['Startbanan', 'Kvastskåpet'])
  })
})

describe('headings by their looks', () => {
  test.each([
    ['stars with text below', '* ', (body: string) => [body, '']],
    ['dots over nested lists', '• ', (body: string) => [`\to ${body}`]],
    ['pictures', '📌 ', (body: string) => [body, '']],
    ['dashes with text below', '- ', (body: string) => [body, '']],
  ])('bullets of the first level head items: %s', (_, mark, below) => {
    const text = noted(
      ...['Läget', 'Budget', 'Skåpet'].flatMap((name) => [`${mark}${name}`, ...below(`Allt är väl i ${name}`)]),
    )
    expect(titles(text)).toEqual([
      [null, 'Läget'],
      [null, 'Budget'],
      [null, 'Skåpet'],
    ])
    expectNothingLost(text)
  })

  test('a plain list stays a list', () => {
    const text = noted('Tuva berättade om', '- Kvastar', '- Borst', '- Skaft', 'Alla nickade åt det.')
    expect(titles(text).map(([, name]) => name)).not.toContain('Kvastar')
  })

  test('a programme by the hour has an item for each hour', () => {
    const text = noted(
      '09.00 Inledning',
      'Tuva hälsade.',
      '',
      '09.30–10.15 Läget i luften',
      'Bror visade kartor.',
      '',
      '10.30 Samtal',
      'Alla talade.',
    )
    expect(titles(text).map(([, name]) => name)).toEqual([
      '09.00 Inledning',
      '09.30–10.15 Läget i luften',
      '10.30 Samtal',
    ])
  })

  test('who kept the minutes is no title, wherever it stands', () => {
    const text = [
      'Broom project – team meeting',
      '2023-05-24',
      '',
      'Attendees: Tuva Broomfield, Bror Himmelmo',
      '',
      'Brooms',
      'Tuva reported that the brooms have been delivered.',
      '',
      'Budget',
      'Bror presented the forecast for the year.',
      '',
      'Notes taken by Bror Himmelmo',
    ].join('\n')
    expect(titles(text).map(([, name]) => name)).toEqual(['Brooms', 'Budget'])
  })
})

describe('points under an item', () => {
  test('numbered sentences with columns beside them are text of the item', () => {
    const text = noted(
      'Nr      Punkt                              Ansv.    Klart',
      '1       TIDER',
      '1.1     Banan är sopad.                    TK       2019-11-01',
      '1.2     Skåpet lackas.                     Info',
      '2       KVASTAR',
      '2.1     Alla kvastar är',
      '        räknade.                           BH',
    )
    expect(titles(text)).toEqual([
      ['1', 'TIDER'],
      ['2', 'KVASTAR'],
    ])
    expect(readOne(text).participants.map((person) => person.name)).toHaveLength(3)
    expectNothingLost(text)
  })

  test('a point opens a paragraph of its own also below a list', () => {
    const text = noted(
      '1       TIDER',
      '1.1     Banan har brister:',
      '        - gropar',
      '        - sten vid skåpet              TK       2019-11-01',
      '1.2     Skåpet lackas i vår.',
      '1.3     Kvastarna räknas.              BH',
      '',
      '2       ÖVRIGT',
    )
    expect(readOne(text).items.flatMap((item) => item.blocks.map((block) => block.lines[0]))).toEqual([6, 7, 8, 9, 10])
  })

  test('numbered titles with text below stay items of their own', () => {
    const text = noted(
      '1. Rapporter',
      '1.1 Banan',
      'Den är sopad och torr.',
      '1.2 Skåpet',
      'Det är öppet för alla.',
      '2. Avslutning',
    )
    expect(titles(text).map(([number]) => number)).toEqual(['1', '1.1', '1.2', '2'])
  })
})

describe('minutes kept as a table', () => {
  const table = (join: string, edge: string) =>
    noted(
      ...[
        ['Nr', 'Punkt', 'Anteckningar', 'Beslut', 'Åtgärd', 'Ansvarig'],
        ['1', 'Startbanan', 'Den är våt.', 'Banan sopas.', 'Köpa kvast', 'Bror'],
        ['2', 'Skåpet', 'Det är öppet.', '-', '-', '-'],
      ].map((cells) => `${edge}${cells.join(join)}${edge}`),
    )

  test.each([
    ['tabs', '\t', ''],
    ['pipes', ' | ', '|'],
  ])('with %s each row is an item with its text, decision and action', (_, join, edge) => {
    const text = table(join, edge)
    const [first, second] = readOne(text).items
    expect([first?.number, first?.title, second?.number, second?.title]).toEqual(['1', 'Startbanan', '2', 'Skåpet'])
    expect(first?.decisions.map((decision) => decision.text)).toEqual(['Banan sopas.'])
    expect(first?.actions).toMatchObject([{ text: 'Köpa kvast', owner: 'Bror' }])
    expect([second?.decisions, second?.actions]).toEqual([[], []])
    expectNothingLost(text)
  })

  test('a cell goes on over lines, with and without numbers in the rows', () => {
    const text = noted(
      'Punkt\tDiskussion\tBeslut',
      'Startbanan\tDen är våt.\tBanan sopas.',
      'Skåpet\tDet är öppet.',
      'Ingen vet varför.\tSkåpet stängs.',
    )
    expect(readOne(text).items.map((item) => [item.title, item.decisions.map(({ text: words }) => words)])).toEqual([
      ['Startbanan', ['Banan sopas.']],
      ['Skåpet', ['Skåpet stängs.']],
    ])
    expectNothingLost(text)
  })
})
