import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mentionFinder } from '#core/register/mentions.ts'

describe('mentionFinder', () => {
  const text =
    'Mötet öppnades kl. 10. Bl.a. lyftes frågan av Anna Påhitt från B. Hittepås kontor. Karl Dikt tackade (se bilaga). Slut!'
  it('gives the sentence, not cut at abbreviations or initials', () => {
    expect(mentionFinder(['Anna Påhitt'], [])(text)).toBe('Bl.a. lyftes frågan av Anna Påhitt från B. Hittepås kontor.')
    expect(mentionFinder(['Karl Dikt'], [])(text)).toBe('Karl Dikt tackade (se bilaga).')
  })
  it('sees a name in the genitive', () => {
    expect(mentionFinder(['B. Hittepå'], [])(text)).toContain('Hittepås')
  })
  it('sees whole words only', () => {
    expect(mentionFinder(['Anna Påhi', 'arl Dikt', 'tack'], [])(text)).toBeNull()
    expect(mentionFinder(['Eva Å'], [])('Eva Åberg kom.')).toBeNull()
  })
  it('does not see a name inside a longer name of somebody else', () => {
    const find = mentionFinder(['Anna Påhitt'], ['Anna Påhitt Dikt'])
    expect(find('Anna Påhitt Dikt talade.')).toBeNull()
    expect(find('Anna Påhitt Dikt talade. Anna Påhitt svarade.')).toBe('Anna Påhitt svarade.')
  })
  it('takes signs in names as they are', () => {
    expect(mentionFinder(['Påhitt! (AB)'], [])('Vi hörde Påhitt! (AB) tala.')).toContain('Påhitt! (AB)')
    expect(mentionFinder(['a.b'], [])('axb')).toBeNull()
    expect(mentionFinder(['Per-Arne d’Påhitt'], [])('Per-Arne d’Påhitt kom.')).toBe('Per-Arne d’Påhitt kom.')
    const signs = '\\^$.*+?()[]{}|/-&#~@!'
    expect(mentionFinder([`x${signs}`], [])(`Se x${signs} här`)).toContain(signs)
  })
  it('finds nothing without a usable name', () => {
    expect(mentionFinder([], [])(text)).toBeNull()
    expect(mentionFinder(['S'], [])('S yrkade avslag.')).toBeNull()
  })
  it('gives a text whole in which no sign but a comma stands before its last, as Unicode tells sentences apart', () => {
    const segmenter = new Intl.Segmenter('sv', { granularity: 'sentence' })
    const words = fc.string({ unit: 'binary' }).map((any) => any.replaceAll(/[^\p{L}\p{N} ,]/gu, ''))
    const plain = fc.oneof(words, fc.string({ unit: fc.constantFrom(...'aåÅB1 ,') }))
    const last = fc.oneof(fc.constantFrom('', '.', '!', '?', '\n', '。'), fc.string({ unit: 'binary', maxLength: 1 }))
    fc.assert(
      fc.property(plain, plain, last, (before, behind, sign) => {
        const one = `${before} Anna Påhitt ${behind}${sign}`
        expect([...segmenter.segment(one)]).toHaveLength(1)
        expect(mentionFinder(['Anna Påhitt'], [])(one)).toBe(one.trim())
      }),
    )
  })
})
