/**
 * Finds the few names of many that may be like each of many others: a file of thousands meets a register of tens of
 * thousands. Two names are looked at when two of their words are alike; whether they are near, others judge. Pure.
 */
import { areVariants, isEveryday } from '#core/identity/given-names.ts'
import { wordOf, wordSimilarity, type Word } from '#core/register/similarity.ts'

/** Both words of a name that is near another are above it. */
const wordLimit = 0.75

type Token = { word: Word; owners: number[] }

/** Letters that open the same sound share a drawer. */
const drawers: Readonly<Record<string, string>> = {
  c: 'k',
  q: 'k',
  w: 'v',
  z: 's',
  å: 'a',
  ä: 'a',
  ö: 'o',
  ø: 'o',
  é: 'e',
}
const drawerOf = (text: string) => drawers[text[0] ?? ''] ?? text[0] ?? ''

function isAlike(a: Word, b: Word): boolean {
  // An initial stands for every name that begins with it.
  if (a.text.length === 1 || b.text.length === 1) return a.text[0] === b.text[0]
  if (isEveryday(a.sound, b.sound) || areVariants(a.sound, b.sound)) return true
  if (Math.abs(a.text.length - b.text.length) > 3) return false
  return wordSimilarity(a, b) >= wordLimit
}

function add<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}

export class NearNames {
  readonly #words: string[][]
  readonly #joined = new Map<string, number[]>()
  readonly #drawers = new Map<string, Token[]>()
  readonly #alike = new Map<string, ReadonlyMap<string, Token>>()

  /** @param keys of matchKey; names are spoken of by their places */
  constructor(keys: readonly string[]) {
    const tokens = new Map<string, Token>()
    this.#words = keys.map((key) => (key === '' ? [] : [...new Set(key.split(' '))]))
    this.#words.forEach((words, place) => {
      add(this.#joined, words.join(''), place)
      for (const text of words) {
        const known = tokens.get(text)
        if (known !== undefined) known.owners.push(place)
        else {
          const token = { word: wordOf(text), owners: [place] }
          tokens.set(text, token)
          add(this.#drawers, drawerOf(text), token)
        }
      }
    })
  }

  /** Known words that are like this one, worked out once for each word. */
  #likeWord(text: string): ReadonlyMap<string, Token> {
    let found = this.#alike.get(text)
    if (found === undefined) {
      const word = wordOf(text)
      const tokens = (this.#drawers.get(drawerOf(text)) ?? []).filter((token) => isAlike(word, token.word))
      this.#alike.set(text, (found = new Map(tokens.map((token) => [token.word.text, token]))))
    }
    return found
  }

  /** Places of the names that only spaces tell from this one, and of those with two words like its own. */
  near(key: string): Set<number> {
    const found = new Set(this.#joined.get(key.replaceAll(' ', '')))
    const size = (tokens: ReadonlyMap<string, Token>) =>
      [...tokens.values()].reduce((sum, { owners }) => sum + owners.length, 0)
    const own = [...new Set(key.split(' '))].map((text) => this.#likeWord(text)).toSorted((a, b) => size(a) - size(b))
    // Whatever shares two words has one of them that is not the commonest.
    for (const [index, tokens] of own.slice(0, -1).entries())
      for (const { owners } of tokens.values())
        for (const place of owners) {
          if (found.has(place)) continue
          const words = this.#words[place] ?? []
          if (own.some((others, nth) => nth !== index && words.some((word) => others.has(word)))) found.add(place)
        }
    return found
  }
}
