import { describe, expect, it } from 'vitest'
import { foreignSpans } from '#core/word/foreign.ts'

const found = (text: string, options: { language?: 'sv' | 'en'; names?: string[]; titles?: string[] } = {}) =>
  foreignSpans(text, {
    language: options.language ?? 'sv',
    names: new Set(options.names),
    titles: options.titles ?? [],
  }).map((span) => `${span.tag}: ${text.slice(span.start, span.end)}`)

describe('titles in another language', () => {
  it.each([
    [
      'presenterade ”Sweden, a Leading Life Science Nation, and the Business of Internationalization”.',
      'Sweden, a Leading Life Science Nation, and the Business of Internationalization',
    ],
    ['konferensen JOIN SWEDEN SUMMIT som', 'JOIN SWEDEN SUMMIT'],
    ['rapporten ”The future of care” kom', 'The future of care'],
    ['(”Health data for better research”)', 'Health data for better research'],
  ])('are found in %s', (text, title) => {
    expect(found(text)).toEqual([`en-GB: ${title}`])
  })

  it.each([
    'konferensen ”Tillsammans för en ledande life science nation” i januari',
    'Cecilia från Business Sweden och Almi Invest',
    'arbetet ”Ledarskap för framtiden” presenterades',
    'Life science-kontoret och VGR, LIF, KI',
    'AB SKF och IT-avdelningen',
    'UTBILDNING OCH FORSKNING',
    'VD HANS VALL',
    '”Vision e-hälsa 2025”',
    '”Global digital agenda”',
  ])('are not seen in %s', (text) => {
    expect(found(text)).toEqual([])
  })

  it('do not include names, not even in quotes', () => {
    expect(found('från ”Institute for Better Health”', { names: ['Institute for Better Health'] })).toEqual([])
    expect(found('från NORDIC HEALTH LAB', { names: ['NORDIC HEALTH LAB'] })).toEqual([])
  })

  it('can be pointed out by hand, wherever they stand', () => {
    expect(found('Vision e-hälsa, och Pathfinder igen: Pathfinder', { titles: ['Pathfinder', ''] })).toEqual([
      'en-GB: Pathfinder',
      'en-GB: Pathfinder',
    ])
  })

  it('are told apart when several stand in one sentence', () => {
    expect(found('först ”Ledarskap för alla”, sedan ”The way to better care” och ”Nästa steg”')).toEqual([
      'en-GB: The way to better care',
    ])
  })

  it('are Swedish ones in an English document', () => {
    expect(found('The talk “Vägen framåt för vården” was held.', { language: 'en' })).toEqual([
      'sv-SE: Vägen framåt för vården',
    ])
    expect(found('The talk “The way forward” was held.', { language: 'en' })).toEqual([])
  })
})
