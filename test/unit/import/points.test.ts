/** Numbers of several parts, lists inside lists, and figures that a page or a line's end tore off. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lostLines } from '../import-corpus/nothing-lost.ts'
import { protocolWith, readOne } from './read.ts'

const minutes = (...lines: readonly string[]) => {
  const text = [
    'Minutes of the Broom Forum',
    '10 March 2023',
    '',
    'Present: Saga Pell (chair), Bror Quayle, Tuva Birch',
    '',
    ...lines,
    '',
  ].join('\n')
  const meeting = readOne(text)
  expect(lostLines(text, [meeting])).toEqual({ lost: [], unplaced: [] })
  return meeting
}
const itemOf = (...lines: readonly string[]) => readOne(protocolWith(...lines)).items[1]
const listOf = (...lines: readonly string[]) => itemOf(...lines)?.blocks.map(({ text, fields }) => [text, fields ?? {}])

describe('numbers of several parts in front of whole sentences', () => {
  const lines = [
    '1. Welcome',
    '1.1 Saga welcomed everyone to the meeting and thanked Bror for the coffee.',
    '1.2 There were no apologies.',
    '',
    '2. The plan',
    '2.1 Bror presented the plan.',
    '2.2 Members felt that the plan was long.',
    '2.3 Action: SP to circulate the draft by 3 May',
    '2.4 Decision: The plan is sent to the members.',
    '',
    '3. Close',
    'Saga closed the meeting.',
  ]

  test('are points of their item, all of them', () => {
    const { items } = minutes(...lines)
    expect(items.map(({ number, title }) => [number, title])).toEqual([
      ['1', 'Welcome'],
      ['2', 'The plan'],
      ['3', 'Close'],
    ])
    expect(items[0]?.blocks.map((block) => block.text)).toEqual([lines[1], lines[2]])
  })

  test('hide no action and no decision', () => {
    expect(minutes(...lines).items[1]).toMatchObject({
      actions: [{ text: 'SP to circulate the draft by 3 May', owner: 'SP', due: '2023-05-03' }],
      decisions: [{ text: 'The plan is sent to the members.' }],
    })
  })

  test('are headings where titles stand behind them', () => {
    const { items } = minutes(
      '1. Reports',
      '1.1 Brooms',
      'There are eleven of them.',
      '1.2 Twigs',
      'They are short this year.',
      '',
      '2. Close',
      'Saga closed the meeting.',
    )
    expect(items.map(({ number, title }) => `${number ?? ''} ${title}`)).toEqual([
      '1 Reports',
      '1.1 Brooms',
      '1.2 Twigs',
      '2 Close',
    ])
  })
})

describe('a list inside a list', () => {
  test('keeps how deep its entries stand', () => {
    expect(listOf('- mat', '  - bröd', '  - ost', '- musik')).toEqual([
      ['mat', {}],
      ['bröd', { level: 1 }],
      ['ost', { level: 1 }],
      ['musik', {}],
    ])
  })

  test('keeps its numbers as its own where they count from one, else in the words', () => {
    expect(listOf('1. mat', '   a) bröd', '   b) ost', '2. musik')).toEqual([
      ['mat', { ordered: true }],
      ['bröd', { ordered: true, level: 1 }],
      ['ost', { ordered: true, level: 1 }],
      ['musik', { ordered: true }],
    ])
    expect(listOf('- mat', '   c) bröd', '   d) ost')).toEqual([
      ['mat', {}],
      ['c) bröd', { level: 1 }],
      ['d) ost', { level: 1 }],
    ])
  })

  test('a list of one depth has no levels, wherever it begins', () => {
    expect(listOf('   - mat', '   - musik', ' - dans')).toEqual([
      ['mat', {}],
      ['musik', {}],
      ['dans', {}],
    ])
  })

  test('any depths are read as they were written, three at most', () => {
    const steps = fc.array(fc.integer({ min: -2, max: 1 }), { maxLength: 8 })
    fc.assert(
      fc.property(steps, (changes) => {
        const depths = [0]
        for (const change of changes) depths.push(Math.max(0, Math.min(2, (depths.at(-1) ?? 0) + change)))
        const lines = depths.map((depth, at) => `${'  '.repeat(depth)}- kvast ${'i'.repeat(at + 1)}`)
        const read = itemOf(...lines)?.blocks.map(({ fields }) => fields?.level ?? 0)
        expect(read).toEqual(depths)
      }),
      { numRuns: 60 },
    )
  })
})

describe('a bare number between the halves of a sentence', () => {
  const torn = ['Rådet beslutade att sopa banan före', '2', 'sommaren och att köpa ris.']

  test('stays in it and is pointed out, with how the words read without it', () => {
    const meeting = readOne(protocolWith(...torn))
    expect(meeting.items[1]?.blocks.map((block) => block.text)).toEqual([torn.join(' ')])
    expect(meeting.findings).toMatchObject([
      { code: 'page-number-in-text', line: 10, quote: 'banan före 2 sommaren', suggestion: 'banan före sommaren' },
    ])
    expect(meeting.placements.filter((one) => one.part === 'furniture')).toEqual([])
  })

  test('across blank lines too', () => {
    const meeting = readOne(protocolWith('Av alla kvastar blev', '', '12', '', 'kvar i boden.'))
    expect(meeting.items[1]?.blocks.map((block) => block.text)).toEqual(['Av alla kvastar blev 12 kvar i boden.'])
    expect(meeting.findings.map((one) => one.code)).toEqual(['page-number-in-text'])
  })

  test('is a page’s own where three and more count the pages', () => {
    const meeting = readOne(
      protocolWith('Först sopas banan före', '2', 'sommaren. Sedan kommer', '3', 'våren. Då blir alla', '4', 'glada.'),
    )
    expect(meeting.items[1]?.blocks.map((block) => block.text)).toEqual([
      'Först sopas banan före sommaren. Sedan kommer våren. Då blir alla glada.',
    ])
    expect(meeting.placements.filter((one) => one.part === 'furniture').map((one) => one.line)).toEqual([10, 12, 14])
  })

  test('no single number vanishes unseen, whichever it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), (number) => {
        const meeting = readOne(protocolWith('Av alla kvastar blev', `${number}`, 'kvar i boden.'))
        expect(meeting.items[1]?.blocks[0]?.text).toBe(`Av alla kvastar blev ${number} kvar i boden.`)
        expect(meeting.findings.map((one) => one.line)).toContain(10)
      }),
      { numRuns: 30 },
    )
  })
})

describe('a break told on a line of its own', () => {
  const rest = ['', '§ 1 Öppnande', 'Saga öppnade mötet.', '', '§ 2 Slut', 'Saga avslutade mötet.', '']

  test.each([
    ['Plats: Stora salen,', 'Ajournering 14:30–14:45'],
    ['Plats: Stora salen', '        Ajournering 14:30–14:45'],
    ['Plats: Stora salen', 'Paus 14.30-14.45'],
  ])('is neither place nor hours in the head: %s / %s', (place, line) => {
    const head = ['Protokoll Kvastnämnden 2023-03-10', place, line, 'Närvarande: Saga Pell (ordförande), Bror Ris']
    const meeting = readOne([...head, ...rest].join('\n'))
    expect(meeting).toMatchObject({ place: 'Stora salen', start: null, end: null })
    expect(meeting.findings).toMatchObject([{ code: 'detail-unread', quote: line.trim() }])
  })

  test('without a place it gives none', () => {
    const head = ['Protokoll Kvastnämnden 2023-03-10', 'Närvarande: Saga Pell (ordförande), Bror Ris', '']
    const meeting = readOne([...head, 'Ajournering 14:30–14:45', ...rest].join('\n'))
    expect(meeting).toMatchObject({ place: null, start: null, end: null })
  })

  test('stays where it stands in the text, and opens no item', () => {
    const text = [
      'Protokoll Kvastnämnden 2023-03-10',
      'Närvarande: Saga Pell (ordförande), Bror Ris',
      '',
      'Saga öppnade mötet och hälsade alla välkomna till kvasten.',
      '',
      'Ajournering 14:30–14:45',
      '',
      'Rådet fortsatte sedan med frågan om banan och alla löven.',
      '',
    ].join('\n')
    const meeting = readOne(text)
    expect(meeting.items.flatMap((item) => item.blocks.map((block) => block.text))).toEqual([
      'Saga öppnade mötet och hälsade alla välkomna till kvasten.',
      'Ajournering 14:30–14:45',
      'Rådet fortsatte sedan med frågan om banan och alla löven.',
    ])
  })
})
