import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold, fuzzy } from '../../../renderer/commands/fuzzy.ts'

const best = (query: string, texts: string[]) =>
  texts
    .map((text) => ({ text, score: fuzzy(query, text)?.score ?? Number.NEGATIVE_INFINITY }))
    .filter(({ score }) => score > Number.NEGATIVE_INFINITY)
    .sort((a, b) => b.score - a.score)
    .map(({ text }) => text)

describe('finding by a few letters', () => {
  test('a query without marks finds words with å, ä and ö, after those that match exactly', () => {
    expect(best('moten', ['Möten', 'Moten'])).toEqual(['Moten', 'Möten'])
    expect(best('lov', ['Löv', 'Lovisa'])).toEqual(['Lovisa', 'Löv'])
  })

  test('å, ä and ö are letters of their own: a query with them does not find words without', () => {
    expect(fuzzy('möte', 'Moten')).toBeNull()
    expect(fuzzy('andré', 'Andre Ek')).not.toBeNull()
  })

  test('the beginning of a text counts more than the beginning of a word, and that more than its inside', () => {
    expect(best('alm', ['Malmö', 'Anders Alm', 'Alm, Anders'])).toEqual(['Alm, Anders', 'Anders Alm', 'Malmö'])
  })

  test('initials find a name', () => {
    expect(fuzzy('kk', 'Karin Kastanj')?.ranges).toEqual([
      [0, 1],
      [6, 7],
    ])
  })

  test('letters strewn over a text are no match', () => {
    expect(fuzzy('kstj', 'Karin Kastanj')).toBeNull()
  })

  test('every word of the query must be there, in any order', () => {
    expect(fuzzy('kastanj karin', 'Karin Kastanj')).not.toBeNull()
    expect(fuzzy('karin ek', 'Karin Kastanj')).toBeNull()
  })

  test('an empty query fits everything and marks nothing', () => {
    expect(fuzzy('  ', 'Möten')).toEqual({ score: 0, ranges: [] })
  })

  test('folding keeps the length, so that marked letters stand where they are in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(text)).toHaveLength(text.length)
      }),
    )
  })

  test('ranges lie inside the text, in order, without overlap', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 12 }), fc.string({ unit: 'grapheme' }), (query, text) => {
        const ranges = fuzzy(query, text)?.ranges ?? []
        let at = 0
        for (const [from, to] of ranges) {
          expect(from).toBeGreaterThanOrEqual(at)
          expect(to).toBeGreaterThan(from)
          at = to
        }
        expect(at).toBeLessThanOrEqual(text.length)
      }),
    )
  })
})
