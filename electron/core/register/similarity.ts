/** How alike two names are, by the ways in which Swedish names are misspelt. Pure. */
import { distance } from 'fastest-levenshtein'
import { foldKey, matchKey } from './names.ts'

/** Sounds that Swedish names spell in several ways, applied in this order to a word of matchKey. */
const sounds: readonly (readonly [RegExp, string])[] = [
  [/ph/gu, 'f'],
  [/th(?=.)|th$/gu, 't'],
  [/dh/gu, 'd'],
  [/^hj/gu, 'j'],
  [/^h[vw]/gu, 'v'],
  [/^kj(?=[eiäö])/gu, 'k'],
  [/(?:ch|ck|c)(?=[^eiy]|$)/gu, 'k'],
  [/ch/gu, 'k'],
  [/c/gu, 's'],
  [/qv|qu|kw/gu, 'kv'],
  [/q/gu, 'k'],
  [/w/gu, 'v'],
  [/(?<=l)tz/gu, 's'],
  [/z/gu, 's'],
  [/x/gu, 'ks'],
  // An h after a vowel or a consonant lengthens what stands before it: Ahlström, Bergh.
  [/(?<=.)h(?=[bdfgjklmnpqrstvx]|$)/gu, ''],
  [/(?<=.)f(?=[bdgklmnpqrstv]|$)/gu, 'v'],
  [/(?:ij|ie|y)$/gu, 'i'],
  [/(?<=.{2})(?:ei|ey)$/gu, 'ej'],
  [/(?<=.{3}[lmnrst])[eé]$/gu, ''],
  [/(\p{L})\1+/gu, '$1'],
]

const plainSound = (word: string) => sounds.reduce((sound, [pattern, by]) => sound.replace(pattern, by), word)

/** How a word of matchKey sounds: Carl and Karl, Ericsson and Erikson, Lindqvist and Lindkvist, Per and Pär are one. */
export function soundOf(word: string): string {
  return plainSound(word).replaceAll('ä', 'e')
}

/** A word of a name in the forms that are compared. */
export type Word = { text: string; sound: string; folded: string }

const words = new Map<string, Word>()

/** Worked out once for each word: the names of a register share most of theirs. */
export function wordOf(text: string): Word {
  let word = words.get(text)
  if (word === undefined) {
    const sound = plainSound(text)
    word = { text, sound: sound.replaceAll('ä', 'e'), folded: foldKey(sound) }
    if (words.size > 100_000) words.clear()
    words.set(text, word)
  }
  return word
}

const alike = { same: 1, sound: 0.97, marks: 0.95, initial: 0.8 }

function ratio(a: string, b: string): number {
  return 1 - distance(a, b) / Math.max(a.length, b.length, 1)
}

/** Likeness of two words in 0..1. An initial may stand for any name that begins with it. */
export function wordSimilarity(a: Word, b: Word): number {
  if (a.text === b.text) return alike.same
  if (a.sound === b.sound) return alike.sound
  if (a.folded === b.folded) return alike.marks
  if (a.text.length === 1 || b.text.length === 1) return a.text[0] === b.text[0] ? alike.initial : 0
  const spelt = ratio(a.text, b.text)
  // What sounds as it is spelt is no liker by its sound.
  return a.sound === a.text && b.sound === b.text ? spelt : Math.max(spelt, alike.sound * ratio(a.sound, b.sound))
}

/** What names cost that give the same words in another order, or leave words out, or write them together. */
const factor = { swapped: 0.97, missing: 0.85, joined: 0.95 }

type Pairing = { sum: number; least: number; order: number[] }

/** Each word of the shorter name with the word of the longer that fits it best, none used twice. */
function pair(table: readonly (readonly number[])[]): Pairing {
  const taken = new Set<number>()
  const order: number[] = table.map(() => -1)
  let [sum, least] = [0, 1]
  for (let round = 0; round < table.length; round += 1) {
    let [best, row, column] = [-1, 0, 0]
    table.forEach((values, a) => {
      if (order[a] !== -1) return
      values.forEach((value, b) => {
        // At equal likeness the same place wins, so that an order is called swapped only when it is.
        if (!taken.has(b) && (value > best || (value === best && a === b && row !== column)))
          [best, row, column] = [value, a, b]
      })
    })
    order[row] = column
    taken.add(column)
    sum += best
    least = Math.min(least, best)
  }
  return { sum, least, order }
}

const lettersOf = (words: readonly Word[]) => words.reduce((sum, word) => sum + word.folded.length, 0)

/** The most that a table of words can come to: every word with the one that fits it best. */
function most(table: readonly (readonly number[])[]): number {
  const best = table.map((values) => Math.max(...values))
  return (best.reduce((sum, value) => sum + value, 0) / best.length + Math.min(...best)) / 2
}

/**
 * As nameSimilarity, for names already cut into words.
 * @param alikeness wordSimilarity, or one that remembers
 * @param limit below it the answer may be anything below it
 */
export function wordsSimilarity(
  a: readonly Word[],
  b: readonly Word[],
  alikeness: (a: Word, b: Word) => number = wordSimilarity,
  limit = 0,
): number {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a]
  if (few.length === 0) return many.length === 0 ? 1 : 0
  const table = few.map((one) => many.map((two) => (few === a ? alikeness(one, two) : alikeness(two, one))))
  if (most(table) < limit && (a.length === b.length || lettersOf(a) !== lettersOf(b))) return 0
  const { sum, least, order } = pair(table)
  const swapped = order.some((place, index) => index > 0 && place < (order[index - 1] ?? 0))
  // One word that is another name outweighs a surname in common, so the worst pair counts as much as the mean.
  const aligned = ((sum / few.length + least) / 2) * (swapped ? factor.swapped : 1)
  const left = many.length - few.length
  // A single word in common says little: half the people of a page are called Anna or Karlsson.
  const whole = left === 0 ? aligned : few.length === 1 ? 0.6 * aligned : aligned * factor.missing ** left
  const joinedText = (words: readonly Word[]) => words.map((word) => word.folded).join('')
  if (a.length !== b.length && joinedText(a) === joinedText(b)) return Math.max(whole, factor.joined)
  return whole
}

export function wordsOfKey(key: string): Word[] {
  return key === '' ? [] : key.split(' ').map(wordOf)
}

/**
 * Likeness of two names of people in 0..1: 1 for equal names, at least 0.9 for the spellings of one name that
 * minutes mix, under 0.7 for people who share a surname only. It never says that two people are one.
 */
export function nameSimilarity(a: string, b: string): number {
  const [keyA, keyB] = [matchKey(a), matchKey(b)]
  return keyA === keyB ? 1 : wordsSimilarity(wordsOfKey(keyA), wordsOfKey(keyB))
}
