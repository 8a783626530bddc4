import { describe, expect, test } from 'vitest'
import type { Placement, ProposedMeeting } from '#contract/proposal.ts'
import { lostLines } from './nothing-lost.ts'

const text = ['Provklubben', '1. Ekonomi', 'Kassan är god och ska räk-', 'nas om.', '', '- köpa pennor', '2 (3)'].join(
  '\n',
)

function placement(line: number, part: Placement['part'], block: number | null = null): Placement {
  return { line, part, item: block === null && part !== 'itemHeading' ? null : 0, block, participant: null }
}

const meeting: ProposedMeeting = {
  lines: [1, 7],
  language: 'sv',
  kind: 'protokoll',
  title: 'Möte',
  body: null,
  sender: 'Provklubben',
  date: null,
  start: null,
  end: null,
  place: null,
  form: null,
  dnr: null,
  officers: [],
  items: [
    {
      number: '1',
      numberStyle: 'plain',
      title: 'Ekonomi',
      dnr: null,
      line: 2,
      blocks: [
        { kind: 'paragraph', text: 'Kassan är god och ska räknas om.', lines: [3, 4] },
        { kind: 'list', text: 'köpa pennor', lines: [6, 6] },
      ],
      decisions: [],
      actions: [],
    },
  ],
  participants: [],
  nextMeeting: null,
  findings: [],
  placements: [
    placement(1, 'sender'),
    placement(2, 'itemHeading'),
    placement(3, 'paragraph', 0),
    placement(4, 'paragraph', 0),
    placement(5, 'blank'),
    placement(6, 'list', 1),
    placement(7, 'furniture'),
  ],
}

const changed = (line: number, change: Partial<Placement>): ProposedMeeting => ({
  ...meeting,
  placements: meeting.placements.map((one) => (one.line === line ? { ...one, ...change } : one)),
})

describe('the check that nothing is lost', () => {
  test('finds nothing where every line is placed and its words are kept, joined or without their mark', () => {
    expect(lostLines(text, [meeting])).toEqual({ lost: [], unplaced: [] })
  })

  test('finds a line without a place and a line with two', () => {
    const without = { ...meeting, placements: meeting.placements.filter((one) => one.line !== 4) }
    expect(lostLines(text, [without]).lost).toMatchObject([{ line: 4, why: 'has no place' }])
    const twice = { ...meeting, placements: [...meeting.placements, placement(4, 'paragraph', 0)] }
    expect(lostLines(text, [twice]).lost).toMatchObject([{ line: 4, why: 'has 2 places' }])
  })

  test('finds words that are not in the block they were placed in', () => {
    expect(lostLines(text, [changed(6, { block: 0 })]).lost).toMatchObject([{ line: 6 }])
  })

  test('finds a line of text that is called blank or furniture', () => {
    expect(lostLines(text, [changed(6, { part: 'furniture' })]).lost).toMatchObject([{ line: 6 }])
    expect(lostLines(text, [changed(6, { part: 'blank' })]).lost).toMatchObject([{ line: 6 }])
  })

  test('takes a number with dashes on both sides for a page’s, and one with a dash in front for text', () => {
    for (const number of ['- 2 -', '– 14 –', '—3—', '- Sida 2 -', '| 2(4) |'])
      expect(lostLines(text.replace('2 (3)', number), [meeting]).lost).toEqual([])
    for (const words of ['- 2', '- 2 av 4', '2 -', '- två -', '- 2 pennor -'])
      expect(lostLines(text.replace('2 (3)', words), [meeting]).lost).toMatchObject([{ line: 7 }])
  })

  test('lets a cell go that only says what stands beside it, and no other', () => {
    for (const label of ['Beslut\t', 'ACTION\t', '| Åtgärd | ', 'Uppdrag      '])
      expect(lostLines(text.replace('- köpa pennor', `${label}köpa pennor`), [meeting]).lost).toEqual([])
    for (const cell of ['Skaft\t', '| Ris | ', 'Beslut '])
      expect(lostLines(text.replace('- köpa pennor', `${cell}köpa pennor`), [meeting]).lost).toMatchObject([
        { line: 6 },
      ])
  })

  test('finds a participant line that nobody was read from', () => {
    expect(lostLines(text, [changed(6, { part: 'participant', participant: 0 })]).lost).toMatchObject([{ line: 6 }])
  })

  test('finds a registry number of a heading that is neither in the title nor the item’s', () => {
    const source = text.replace('1. Ekonomi', '1. Ekonomi (Dnr 2023/77)')
    expect(lostLines(source, [meeting]).lost).toMatchObject([{ line: 2, why: 'words are not in its heading' }])
    const items = meeting.items.map((one) => ({ ...one, dnr: '2023/77' }))
    expect(lostLines(source, [{ ...meeting, items }]).lost).toEqual([])
  })

  test('finds a heading of decisions that says who decided where no block keeps it', () => {
    const source = (words: string) => text.replace('- köpa pennor', words)
    const announced = changed(6, { part: 'decisionHeading', item: 0, block: null })
    expect(lostLines(source('Nämnden beslutar enhälligt'), [announced]).lost).toMatchObject([{ line: 6 }])
    for (const words of ['Beslut:', 'Det beslutades att', 'Beslut nr 2026:4'])
      expect(lostLines(source(words), [announced]).lost).toEqual([])
  })

  test('takes column names with a stroke between them for column names, and a stroke between other words not', () => {
    const source = (row: string) => text.replace('2 (3)', row)
    expect(lostLines(source('Nr\tÄrende\tBeslut / åtgärd\tAnsvarig'), [meeting]).lost).toEqual([])
    expect(lostLines(source('Nr\tÄrende\tBeslut / taket läcker'), [meeting]).lost).toMatchObject([{ line: 7 }])
  })

  test('lists a line that was not placed apart from what is lost', () => {
    const found = lostLines(text, [changed(6, { part: 'unplaced', item: null, block: null })])
    expect(found.lost).toEqual([])
    expect(found.unplaced).toMatchObject([{ line: 6 }])
  })

  test('takes a page’s short head, a row of column names and cells in blocks of their own for kept', () => {
    const source = text.replace('Provklubben', 'Provklubben      PROTOKOLL').replace('2 (3)', 'Provklubben   2 (3)')
    const titled = { ...meeting, title: 'PROTOKOLL' }
    expect(lostLines(source, [titled]).lost).toEqual([])
    expect(lostLines(text.replace('2 (3)', 'Nr   Punkt   Beslut'), [meeting]).lost).toEqual([])
    expect(lostLines(text.replace('2 (3)', 'Nr   Punkt   Pris'), [meeting]).lost).toMatchObject([{ line: 7 }])
    const cells = text.replace('- köpa pennor', 'Pennor slut.\tKöpa pennor')
    const row = (words: string) => ({
      ...meeting,
      items: meeting.items.map((one) => ({
        ...one,
        blocks: [...one.blocks, { kind: 'paragraph' as const, text: words, lines: [6, 6] as [number, number] }].map(
          (block, at) => (at === 1 ? { ...block, text: 'Pennor slut.' } : block),
        ),
      })),
    })
    expect(lostLines(cells, [row('Köpa pennor')]).lost).toEqual([])
    expect(lostLines(cells, [row('Köpa papper')]).lost).toMatchObject([{ line: 6 }])
  })
})
