import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { filterValue, isFiltered, noFilters, searchInput } from '../../../renderer/features/search/filters.ts'
import { sentenceAt } from '../../../renderer/features/search/sentence.ts'
import { searchInput as schema } from '#contract/search.ts'

const around = (text: string, word: string) => {
  const { from, to } = sentenceAt(text, text.indexOf(word))
  return text.slice(from, to)
}

describe('the sentence around a place', () => {
  test('is the one that holds it, without the spaces around', () => {
    const text = 'Mötet öppnades.  Budgeten på 3,5 mnkr antogs. Sedan dracks kaffe!'
    expect(around(text, 'Budget')).toBe('Budgeten på 3,5 mnkr antogs.')
    expect(around(text, 'kaffe')).toBe('Sedan dracks kaffe!')
  })
  test('does not end at an abbreviation or an initial', () => {
    expect(around('Vi såg bl.a. Kvarnen och A. Prov vid ån. Slut.', 'Prov')).toBe(
      'Vi såg bl.a. Kvarnen och A. Prov vid ån.',
    )
  })
  test('lies within any text at any place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), (text, place) => {
        const { from, to } = sentenceAt(text, text.length === 0 ? 0 : place % text.length)
        expect(from).toBeGreaterThanOrEqual(0)
        expect(to).toBeGreaterThanOrEqual(from)
        expect(to).toBeLessThanOrEqual(text.length)
      }),
    )
  })
})

describe('filters', () => {
  test('ask the core for what they say, in a shape it takes', () => {
    const filters = {
      ...noFilters,
      kind: 'headings' as const,
      date: { from: '2030', to: '2030', label: 'under 2030' },
      person: { id: 'b7c1a3d0-5d0c-4c58-9a52-0d5b5a8b1c11', name: 'Prov Provsson' },
    }
    const input = searchInput('x'.repeat(600), filters, 12)
    expect(schema.parse(input)).toMatchObject({ kinds: ['meeting', 'item'], from: '2030', limit: 12 })
    expect([isFiltered(filters), isFiltered(noFilters)]).toEqual([true, false])
    expect(filterValue(filters, 'person', (key) => key)).toBe('Prov Provsson')
    expect(filterValue(filters, 'kind', (key) => key)).toBe('search:kinds.headings')
    expect(filterValue(noFilters, 'date', (key) => key)).toBeNull()
  })
})
