/** Spellings cut into words, so that a misspelt name can be weighed against them. */
import { NameIndex } from '#core/register/name-index.ts'
import { matchKey } from '#core/register/names.ts'
import { wordOf, type Word } from '#core/register/similarity.ts'
import type { Entry } from './gathered.ts'
import { spellingsOf } from './spellings.ts'

/** `names` are the spellings that the index counts, cut into words; `owners` the places of their entries. */
export type Likeness = { index: NameIndex; owners: readonly number[]; names: readonly (readonly Word[])[] }

/** The words of a folded spelling; `known` keeps each word for the names that share it. */
export function wordsOfName(key: string, known: Map<string, Word>): Word[] {
  return (key === '' ? [] : key.split(' ')).map((text) => {
    let word = known.get(text)
    if (word === undefined) known.set(text, (word = wordOf(text)))
    return word
  })
}

/** Every spelling cut into words, each word's sound worked out once: names share them. */
export function likenessOf(entries: readonly Entry[]): Likeness {
  const owners: number[] = []
  const keys: string[] = []
  const known = new Map<string, Word>()
  const names: Word[][] = []
  entries.forEach((entry, place) => {
    for (const key of new Set(spellingsOf(entry).map(matchKey))) {
      owners.push(place)
      keys.push(key)
      names.push(wordsOfName(key, known))
    }
  })
  return { index: new NameIndex(keys), owners, names }
}

/** The spellings of one entry, cut into words. */
export function cutOf(entry: Entry): Word[][] {
  const words = new Map<string, Word>()
  return [...new Set(spellingsOf(entry).map(matchKey))].map((key) => wordsOfName(key, words))
}
