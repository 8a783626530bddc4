import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { organisationSimilarity } from '#core/register/organisation-similarity.ts'
import { nameSimilarity, soundOf } from '#core/register/similarity.ts'

const seeds = new URL('../../../../shared/seeds/', import.meta.url)

describe('nameSimilarity', () => {
  it.each([
    ['Elisabet Påhitt', 'Elisabeth Påhitt'],
    ['Eva Påhitt Jansson', 'Eva Påhitt Janson'],
    ['Per-Arne Dittelin', 'Per Arne Dittelin'],
    ['Carl Ericson', 'Karl Eriksson'],
    ['Christina Lindh', 'Kristina Lind'],
    ['Sofia Wahlkvist', 'Sophia Wahlqvist'],
    ['Asa Bjorkdal', 'Åsa Björkdal'],
    ['Annsofi Hittepå', 'Ann-Sofi Hittepå'],
    ['Hittepå Jenny', 'Jenny Hittepå'],
    ['Gustaf Zettervall', 'Gustav Settervall'],
  ])('holds %j and %j for spellings of one name', (a, b) => {
    expect(nameSimilarity(a, b)).toBeGreaterThanOrEqual(0.9)
  })
  it.each([
    ['Joakim Påhittsson', 'Linda Påhittsson'],
    ['Anna Påhittsson', 'Anders Påhittsson'],
    ['Anna', 'Anna Påhittsson'],
    ['Bo Ek', 'Bo Al'],
    ['Eva Nyman', 'Eva Nordén'],
  ])('holds %j and %j apart', (a, b) => {
    expect(nameSimilarity(a, b)).toBeLessThan(0.7)
  })
  it.each([
    ['J. Hittepå', 'Jenny Hittepå'],
    ['Anna Dittelin', 'Anna Dittelin Påhitt'],
  ])('asks whether %j is %j', (a, b) => {
    const likeness = nameSimilarity(a, b)
    expect(likeness).toBeGreaterThanOrEqual(0.82)
    expect(likeness).toBeLessThan(0.9)
  })
  it('is symmetric, lies in 0..1, and is 1 for a name and itself', () => {
    const word = fc.string({ unit: fc.constantFrom(...'aeioukctnrsshlåäöé'), minLength: 1, maxLength: 8 })
    const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
    fc.assert(
      fc.property(name, name, (a, b) => {
        const likeness = nameSimilarity(a, b)
        expect(likeness).toBeGreaterThanOrEqual(0)
        expect(likeness).toBeLessThanOrEqual(1)
        expect(nameSimilarity(b, a)).toBeCloseTo(likeness, 10)
        expect(nameSimilarity(a, a)).toBe(1)
      }),
    )
  })
  it('hears the same in the spellings that Swedish names mix', () => {
    expect(['karl', 'carl'].map(soundOf)).toEqual(['karl', 'karl'])
    expect(new Set(['ericsson', 'erikson', 'eriksson'].map(soundOf)).size).toBe(1)
    expect(new Set(['lindqvist', 'lindkvist', 'lindquist', 'lindkwist'].map(soundOf)).size).toBe(1)
    expect(soundOf('cecilia')).toBe('sesilia')
  })

  const minutes = new URL('004_420a019a03bc755e.txt', seeds)
  const missing = existsSync(minutes) ? '' : ' (skipped: ../shared/seeds is not here)'
  it.skipIf(missing !== '')(`separates everybody in the published minutes${missing}`, () => {
    const names = [...readFileSync(minutes, 'utf8').matchAll(/^\d+\. (.+), [^,]+$/gmu)].map((found) => found[1] ?? '')
    expect(names).toHaveLength(31)
    const pairs = names.flatMap((a, index) => names.slice(index + 1).map((b) => nameSimilarity(a, b)))
    expect(Math.max(...pairs)).toBeLessThan(0.7)
  })
})

describe('organisationSimilarity', () => {
  it.each([
    ['Påhittbolaget AB', 'Påhittbolaget'],
    ['Påhitt Bolaget', 'Påhittbolaget'],
    ['Påhittade Kommuner och Regioner', 'PKR'],
    ['Gruppen för hälsa och påhitt', 'Gruppen för hälsa & påhitt'],
    ['Aztra Påhitt', 'Astra Påhitt'],
  ])('asks whether %j is %j', (a, b) => {
    expect(organisationSimilarity(a, b)).toBeGreaterThanOrEqual(0.82)
    expect(organisationSimilarity(a, b)).toBeLessThan(1)
    expect(organisationSimilarity(b, a)).toBe(organisationSimilarity(a, b))
  })
  it.each([
    ['Kompetensförsörjning', 'Kompetensförsörjning och livslångt lärande'],
    ['Näringsdepartementet', 'Miljödepartementet'],
    ['Uppsala universitet', 'Lunds universitet'],
    ['S', 'M'],
    ['Nästa punkt', 'NP'],
  ])('holds %j and %j apart', (a, b) => {
    expect(organisationSimilarity(a, b)).toBeLessThan(0.82)
  })
})
