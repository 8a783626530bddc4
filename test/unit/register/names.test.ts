import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldKey, matchKey, organisationKey, sortKey } from '#core/register/names.ts'

const letters = 'abcdefghijklmnopqrstuvwxyzåäöéèáàüñçøæðþßłšžőűôêïÅÄÖÉABCXYZVW'
const unit = fc.constantFrom(...letters, ...'0123456789', ' ', ' ', '-', "'", '.', ',', '&', '(', ')', '/')
const name = fc.string({ unit, maxLength: 14 })
const sign = Math.sign

describe('sortKey', () => {
  const collator = new Intl.Collator('sv', { sensitivity: 'base', numeric: true })
  const order = (a: string, b: string) => (sortKey(a) < sortKey(b) ? -1 : sortKey(a) > sortKey(b) ? 1 : 0)

  it('orders any two names as Swedish collation does', () => {
    const tidy = (text: string) => text.replace(/\s+/g, ' ').trim()
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(order(a, b)).toBe(sign(collator.compare(tidy(a), tidy(b))))
      }),
      { numRuns: 5000 },
    )
  })
  it('puts å, ä and ö last, in that order, and w after v', () => {
    const sorted = ['Öberg', 'Wall', 'Ärla', 'Vall', 'Åberg', 'Zorn', 'Abel'].toSorted(order)
    expect(sorted).toEqual(['Abel', 'Vall', 'Wall', 'Zorn', 'Åberg', 'Ärla', 'Öberg'])
  })
  it('sorts numbers by size', () => {
    expect(['Grupp 10', 'Grupp 2', 'Grupp 1'].toSorted(order)).toEqual(['Grupp 1', 'Grupp 2', 'Grupp 10'])
  })
  it('is the same for composed and decomposed letters', () => {
    fc.assert(
      fc.property(name, (a) => {
        expect(sortKey(a.normalize('NFD'))).toBe(sortKey(a.normalize('NFC')))
      }),
    )
  })
})

describe('matchKey', () => {
  it.each([
    ['Ole-Petter Exempelsson', 'Ole Petter  exempelsson'],
    ['Helena, Påhittad', 'Helena Påhittad'],
    ['J. P. Påhittad', 'J P Påhittad'],
    ['Anna\u00a0Exempel.', 'Anna Exempel'],
    ['A\u030asa Exempel', 'Åsa Exempel'],
    ['Anna\u00adExempel', 'AnnaExempel'],
    ['Ann–Sofi O’Påhitt', "Ann-Sofi O'Påhitt"],
  ])('takes %j and %j as one name', (a, b) => {
    expect(matchKey(a)).toBe(matchKey(b))
  })
  it.each([
    ['Asa Exempel', 'Åsa Exempel'],
    ['Bjork', 'Björk'],
    ['Eva Janson', 'Eva Jansson'],
    ['Anna Exempel', 'Exempel Anna'],
    ['!', '?'],
  ])('keeps %j and %j apart', (a, b) => {
    expect(matchKey(a)).not.toBe(matchKey(b))
  })
  it('is settled after one pass, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (a) => {
        expect(matchKey(matchKey(a))).toBe(matchKey(a))
      }),
    )
  })
  it('is never empty for a name that is not', () => {
    fc.assert(
      fc.property(name, (a) => {
        expect(matchKey(a) === '').toBe(a.trim() === '')
      }),
    )
  })
})

describe('organisationKey', () => {
  it('forgives case, spaces and hyphens only', () => {
    expect(organisationKey('Exempel Firman')).toBe(organisationKey('Exempelfirman'))
    expect(organisationKey('Exempel-firman')).toBe(organisationKey('exempelfirman'))
    expect(organisationKey('Exempelfirman AB')).not.toBe(organisationKey('Exempelfirman'))
  })
})

describe('foldKey', () => {
  it('finds letters typed without their marks', () => {
    expect(foldKey('Åsa-Märta Öström Ærø')).toBe('asa marta ostrom aero')
  })
  it('leaves no mark and no capital in Latin text, and is settled after one pass', () => {
    fc.assert(
      fc.property(name, (a) => {
        expect(foldKey(a)).not.toMatch(/\p{Mark}|\p{Lu}|[åäöéø]/u)
        expect(foldKey(foldKey(a))).toBe(foldKey(a))
      }),
    )
  })
  it('finds every part of a name that its own folding would look for', () => {
    fc.assert(
      fc.property(name, fc.nat(14), fc.nat(14), (a, from, to) => {
        expect(foldKey(a)).toContain(foldKey([...a].slice(from, to).join('')))
      }),
    )
  })
})
