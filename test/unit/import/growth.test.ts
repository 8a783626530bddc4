/** How long reading takes grows with the text and no faster; counted in steps, so that a busy machine says the same. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { KansliError } from '#contract/errors.ts'
import { parseMinutes } from '#core/import/parse.ts'
import { workOf } from './work.ts'

const titles = [
  'Namn',
  'Roll',
  'Organisation',
  'Närvarande',
  'Ledamöter',
  'Ersättare',
  'Nr',
  'Punkt',
  'Ärende',
  'Beslut',
  'Ansvarig',
  'Klart',
  'Name',
  'Present',
  'Item',
  'Action',
  'Owner',
  'Due',
  '12 jan',
  'Möte 2',
]

function steps(text: string): { walked: number; matched: number } {
  return workOf(() => {
    try {
      parseMinutes(text, {})
    } catch (error) {
      // A text of nothing but columns may be no minutes.
      if (!(error instanceof KansliError)) throw error
    }
  })
}

/** How many times the steps grow from a text of 2 kB to one of 20 kB. */
function growth(unit: string): number {
  const [small, large] = [2000, 20_000].map((size) =>
    steps(`Protokoll 2024-05-02\n\n${unit.repeat(Math.ceil(size / unit.length))}`),
  )
  if (small === undefined || large === undefined) throw new Error('two sizes')
  return Math.max(large.walked / small.walked, large.matched / small.matched)
}

describe('a text of nothing but rows of column names', () => {
  test.each([
    'Ärende\tBeslut\nÄrende\tBeslut\n\nPunkt\n\n',
    'Ärende\tBeslut\nÄrende\tBeslut\nPunkt\n\nPunkt\n\n',
    '| Item | Action |\n| Item | Action |\n\n| Item |\n\n',
    'Namn\tRoll\tNärvarande\n',
    'Namn   Roll   Närvarande\n\n',
    'Namn\t12 jan\t9 feb\n',
  ])('ten times as long takes twelve times the steps at most: %j', (unit) => {
    expect(growth(unit)).toBeLessThan(12)
  })

  test('whatever its columns', () => {
    const row = fc
      .record({
        cells: fc.array(fc.constantFrom(...titles), { minLength: 1, maxLength: 4 }),
        between: fc.constantFrom('\t', '   ', ' | ', ': '),
        end: fc.constantFrom('\n', '\n\n'),
      })
      .map(({ cells, between, end }) => cells.join(between) + end)
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (rows) => {
        expect(growth(rows.join(''))).toBeLessThan(12)
      }),
      { numRuns: 12, seed: 7 },
    )
  }, 60_000)
})
