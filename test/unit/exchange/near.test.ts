/** The few names that are looked at give the same answer as all of them would. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NearNames } from '#core/exchange/near.ts'
import { areAlike } from '#core/exchange/near-words.ts'
import { matchNames, type Known } from '#core/register/matching.ts'
import { matchKey } from '#core/register/names.ts'
import { wordSimilarity, wordsOfKey, wordsSimilarity } from '#core/register/similarity.ts'
import { inventedNames } from '../../bench/rows/names.ts'

const nearLimit = 0.82
const joined = (key: string) => key.replaceAll(' ', '')

/** Two names with two words that are alike, or the same but for spaces. */
function isLookedAt(a: string, b: string): boolean {
  if (joined(a) === joined(b)) return true
  const own = [...new Set(a.split(' '))].flatMap(wordsOfKey)
  const others = [...new Set(b.split(' '))].flatMap(wordsOfKey)
  return own.filter((one) => others.some((other) => areAlike(one, other))).length >= 2
}

const knownOf = (names: readonly string[]): Known[] =>
  names.map((name, place) => ({
    id: `${place}`,
    name,
    matchKey: matchKey(name),
    organisations: place % 3 === 0 ? ['Provverket'] : [],
  }))
const wantedOf = (names: readonly string[]) =>
  names.map((name, place) => ({ name, organisation: place % 2 === 0 ? 'Provverket' : 'Skenbolaget' }))

/** Every pair of names weighed on its own. */
function slowly(names: readonly string[], people: readonly Known[]) {
  return wantedOf(names).map((one) => {
    const key = matchKey(one.name)
    const among = people.filter((other) => other.matchKey === key || isLookedAt(key, other.matchKey))
    return matchNames([one], among)[0]
  })
}
function quickly(names: readonly string[], people: readonly Known[]) {
  const index = new NearNames(people.map((one) => one.matchKey))
  return matchNames(wantedOf(names), people, 'person', { near: (key) => index.near(key, { forms: true }) })
}

/** Names that trade, lose and add words and letters: those on the edge of being near. */
const word = fc.constantFrom(
  ...'anna ana annika karin carin karl carl kalle lars lasse per pelle pär p a maria mia berg bergh bärg lindberg lind lindeberg andersson anderson andersen jansson hansson åhlén ahlen östlund von af 12 57'.split(
    ' ',
  ),
)
const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
const list = fc.array(name, { minLength: 1, maxLength: 25 })

describe('names looked for among many', () => {
  it('are judged as when each is weighed against all', () => {
    fc.assert(
      fc.property(list, list, (names, people) => {
        const known = knownOf(people)
        expect(quickly(names, known)).toEqual(slowly(names, known))
      }),
      { numRuns: 300 },
    )
  })
  it('are judged so among hundreds, with those that are spelt otherwise', { timeout: 120_000 }, () => {
    const people = inventedNames(500)
    const spelt = people
      .filter((_, place) => place % 4 === 0)
      .map((one, place) =>
        place % 2 === 0 ? one.replace('qvist', 'kvist').replace('sson', 'son') : one.replace('a', 'aa'),
      )
    const known = knownOf([...people, ...people.slice(0, 40), 'Lars-Erik Berg', 'Lars Erik Bergh', 'Pelle Lind'])
    const names = [...spelt, ...inventedNames(620).slice(500), 'Lasse Berg', 'Per Lind', 'Larserik Berg', 'L. Berg', '']
    const found = quickly(names, known)
    expect(found).toEqual(slowly(names, known))
    expect(found.filter(({ verdict }) => verdict === 'near').length).toBeGreaterThan(20)
  })
  it('leave out no name that is like another of the same list', () => {
    fc.assert(
      fc.property(list, (names) => {
        const keys = names.map(matchKey)
        const index = new NearNames(keys)
        const isNear = (a: string, b: string) =>
          a !== b && wordsSimilarity(wordsOfKey(a), wordsOfKey(b), wordSimilarity, nearLimit) >= nearLimit
        for (const key of keys) {
          const found = index.near(key, { forms: false }).filter((place) => isNear(key, keys[place] ?? ''))
          const all = keys.flatMap((other, place) => (isLookedAt(key, other) && isNear(key, other) ? [place] : []))
          expect(found.toSorted((a, b) => a - b)).toEqual(all)
        }
      }),
      { numRuns: 300 },
    )
  })
  it('give no more of one name than is asked for, and not the name itself', () => {
    const index = new NearNames(
      Array.from({ length: 10 }, (_, place) => (place % 2 === 0 ? 'anna berg' : 'anna bergh')),
    )
    expect(index.near('anna berg', { forms: false, most: 3 })).toEqual([1, 3, 5])
  })
})
