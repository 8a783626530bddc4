import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseMinutes } from '#core/import/parse.ts'
import { crossReferences } from '../../../../renderer/features/imports/cross-references.ts'
import { leftOut, needle } from '../../../../renderer/features/imports/findings.ts'
import {
  choosable,
  keyOfPart,
  partsBetween,
  sourceRows,
  stepFrom,
  unplacedLines,
} from '../../../../renderer/features/imports/parts.ts'

const text = [
  'Arbetsgruppen för påhitt',
  'Minnesanteckningar från möte den 3 mars 2022',
  '',
  '1 Inledning',
  'Asta Påhittsson hälsade välkomna.',
  'Beslut: Gruppen träffas varje månad.',
  '',
  'Deltagare',
  '1. Asta Påhittsson, ordförande',
  '2. Bror Låtsas, ledamot',
].join('\n')

function meeting() {
  const [first] = parseMinutes(text)
  if (first === undefined) throw new Error('the text is minutes')
  return first
}

describe('the lines of a preview', () => {
  test('every line that says something has a row with its own words, and blank ones only a gap', () => {
    const rows = sourceRows(meeting(), text.split('\n'), new Map([[5, 'list' as const]]))
    expect(rows.map(({ line }) => line)).toEqual([1, 2, 4, 5, 6, 8, 9, 10])
    expect(rows.filter(({ gap }) => gap).map(({ line }) => line)).toEqual([4, 8])
    expect(rows.find(({ line }) => line === 5)).toMatchObject({
      text: 'Asta Påhittsson hälsade välkomna.',
      forced: true,
    })
    expect(rows.at(-1)).toMatchObject({ part: 'participant', goesOn: true })
  })

  test('walking stops at both ends and begins at the first line', () => {
    const rows = [{ line: 2 }, { line: 5 }, { line: 9 }]
    expect(stepFrom(rows, null, 1)).toBe(2)
    expect(stepFrom(rows, 5, 1)).toBe(9)
    expect(stepFrom(rows, 9, 1)).toBe(9)
    expect(stepFrom(rows, 9, -12)).toBe(2)
    expect(stepFrom([], null, 1)).toBeNull()
  })

  test('each of the nine first parts has a key of its own', () => {
    const keys = choosable.map(keyOfPart).filter((key) => key !== null)
    expect(keys).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9'])
    expect(keyOfPart('unplaced')).toBeNull()
  })

  test('a line without a place is counted, also one made so by hand', () => {
    expect(unplacedLines(meeting())).toEqual([])
    const [moved] = parseMinutes(text, { overrides: new Map([[5, 'unplaced' as const]]) })
    expect(moved === undefined ? [] : unplacedLines(moved)).toEqual([5])
  })

  test('parts of a choice are named once each', () => {
    const placements = meeting().placements
    expect(partsBetween(placements, 9, 10)).toEqual(['participant'])
    expect(partsBetween(placements, 4, 5)).toEqual(['itemHeading', 'paragraph'])
  })
})

describe('lines and outcomes', () => {
  test('both ways say the same', () => {
    const refs = crossReferences(meeting())
    for (const [line, outcomes] of refs.outcomesOf)
      for (const outcome of outcomes) expect(refs.linesOf.get(outcome)).toContain(line)
    for (const [outcome, lines] of refs.linesOf)
      for (const line of lines) expect(refs.outcomesOf.get(line)).toContain(outcome)
  })

  test('a participant, a decision and a title lead to their own lines', () => {
    const { linesOf } = crossReferences(meeting())
    expect(linesOf.get('person-1')).toEqual([10])
    expect(linesOf.get('decision-0-0')).toEqual([6])
    expect(linesOf.get('title')).toEqual([2])
  })
})

describe('the words of a finding', () => {
  test('what a suggestion leaves out is found with its place', () => {
    expect(leftOut('tre departement och 1 frågor', 'tre departement och frågor')).toEqual({ text: '1', at: 20 })
    expect(leftOut('ett helt annat', 'något')).toBeNull()
  })

  test('a piece taken out of any text is pointed at inside it', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 20 }),
        fc.integer({ min: 1, max: 99 }),
        fc.string({ maxLength: 20 }),
        (a, n, b) => {
          const quote = `${a}[${n}]${b}`
          const gone = leftOut(quote, a + b)
          expect(quote.slice(gone?.at, (gone?.at ?? 0) + (gone?.text.length ?? 0))).toBe(gone?.text)
        },
      ),
    )
  })

  test('of somebody who is not listed the name is pointed at', () => {
    const finding = {
      code: 'actor-not-listed' as const,
      line: 1,
      quote: 'Sist talade Asta Påhittsson.',
      item: null,
      name: 'Asta Påhittsson',
      capacity: null,
      organisation: null,
      suggestion: null,
    }
    expect(needle(finding)).toEqual({ text: 'Asta Påhittsson', at: 12 })
  })
})
