/**
 * Finds the few names of many that may be like each of many others: a file of thousands meets a register of tens of
 * thousands. Two names are looked at when two of their words are alike and every word of the shorter has its like in
 * the other; whether they are near, others judge. Nothing is compared pair by pair: words lead to names. Pure.
 */
import { wordsOfKey, type Word } from '#core/register/similarity.ts'
import { add, bitsIn, Words } from './near-words.ts'

/** One bit for each word. Words beyond these tell no name from another. */
const mostWords = 30
const joinedOf = (key: string) => key.replaceAll(' ', '')
const foldedOf = (words: readonly Word[]) => words.map(({ folded }) => folded).join('')

/** A name, each once however many bear it. `count`: its words, those that come again among them. */
type Name = { key: string; words: number[]; count: number; places: number[] }

export class NearNames {
  readonly #names: Name[] = []
  readonly #words = new Words()
  /** Names by each of their words. */
  readonly #owners: number[][] = []
  readonly #joined = new Map<string, number[]>()
  readonly #folded = new Map<string, number[]>()
  /** For each word, with which of the words that are asked about it is alike, and with which it is not unlike. */
  readonly #alike: Int32Array
  readonly #loose: Int32Array

  /** @param keys of matchKey; names are spoken of by their places */
  constructor(keys: readonly string[]) {
    const known = new Map<string, Name>()
    keys.forEach((key, place) => {
      const name = known.get(key)
      if (name === undefined) known.set(key, this.#add(key, place))
      else name.places.push(place)
    })
    this.#alike = new Int32Array(this.#words.count)
    this.#loose = new Int32Array(this.#words.count)
  }

  #add(key: string, place: number): Name {
    const texts = key === '' ? [] : key.split(' ')
    const words = [...new Set(texts)].map((text) => this.#words.place(text))
    const name = { key, words, count: texts.length, places: [place] }
    const number = this.#names.length
    this.#names.push(name)
    for (const word of words) (this.#owners[word] ??= []).push(number)
    add(this.#joined, joinedOf(key), number)
    add(this.#folded, foldedOf(wordsOfKey(key)), number)
    return name
  }

  /**
   * Places of the names that may be near this one, each name's in their order; those of the very name are left out.
   * @param most of the places of one name
   * @param forms names in which an everyday form stands for the first word are near too
   */
  near(key: string, { forms, most = Number.POSITIVE_INFINITY }: { forms: boolean; most?: number }): number[] {
    const found = new Set(this.#joined.get(joinedOf(key)))
    const texts = key.split(' ')
    const own = [...new Set(texts)].slice(0, mostWords)
    if (own.length > 1) for (const number of this.#sharing(key, texts, own, forms)) found.add(number)
    return [...found].flatMap((number) => {
      const name = this.#names[number]
      return name === undefined || name.key === key ? [] : name.places.slice(0, most)
    })
  }

  #sharing(key: string, texts: readonly string[], own: readonly string[], forms: boolean): ReadonlySet<number> {
    const alike = own.map((text) => this.#words.alike(text))
    // Of two words both must be alike, which is more than not unlike.
    const loose = own.length === 2 && texts.length === 2 ? alike : own.map((text) => this.#words.loose(text))
    const mark = (lists: readonly (readonly number[])[], bits: Int32Array) =>
      lists.forEach((words, nth) => {
        for (const word of words) bits[word] = (bits[word] ?? 0) | (1 << nth)
      })
    mark(alike, this.#alike)
    mark(loose, this.#loose)
    const found = new Set<number>()
    const every = 2 ** own.length - 1
    /** @param by how many words the other name may have fewer and more; null: without limit, and not each word needs its like */
    const look = (number: number, by: readonly [number, number] | null) => {
      const name = this.#names[number]
      if (name === undefined) return
      const more = name.count - texts.length
      if (by !== null && (more < by[0] || more > by[1])) return
      let [two, all, each] = [0, 0, true]
      for (const word of name.words) {
        const bits = this.#loose[word] ?? 0
        two |= this.#alike[word] ?? 0
        all |= bits
        if (bits === 0) each = false
      }
      if (bitsIn(two) >= 2 && (by === null || (more < 0 ? each : all === every))) found.add(number)
    }
    // Every word has its like, or all but one when the other name is a word shorter: the two rarest lead to it.
    const size = (words: readonly number[]) => words.reduce((sum, word) => sum + (this.#owners[word]?.length ?? 0), 0)
    const [rarest = [], second = []] = loose.toSorted((a, b) => size(a) - size(b))
    const follow = (words: readonly number[], by: readonly [number, number] | null) => {
      for (const word of words) for (const number of this.#owners[word] ?? []) look(number, by)
    }
    follow(rarest, [-1, 1])
    if (texts.length > 2) follow(second, [-1, -1])
    // Whatever is the same when written together, and what an everyday form stands for, need not have every word.
    for (const number of this.#folded.get(foldedOf(wordsOfKey(key))) ?? []) look(number, null)
    if (forms) follow(this.#words.forms(texts[0] ?? ''), null)
    for (const [lists, bits] of [
      [alike, this.#alike],
      [loose, this.#loose],
    ] as const)
      for (const words of lists) for (const word of words) bits[word] = 0
    return found
  }
}
