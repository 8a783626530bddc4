/** Known words in memory: found by their beginning, by a part of them, and by likeness, marks forgiven. Pure. */
import { distance } from 'fastest-levenshtein'
import { allowed, fold } from './fold.ts'

/** Letters that begin the same sound stand for each other at the beginning of a misspelt word. */
const firstLetters = ['ckq', 'vw', 'szc', 'äeæ', 'åoö', 'iyj', 'pf', 'gj'].map((group) => [
  ...new Set([...group].map(fold)),
])

/** Changes a word of so many letters may have and still be meant. */
const mostChanges = (letters: number) => (letters < 4 ? 0 : letters < 7 ? 1 : 2)

/** A part of fewer letters stands in the middle of words by chance: "almi" in socialminister. */
const longPart = 6
/** Letters of a word that may stand before or behind such a part. */
const leastNeighbour = 3

export class WordList {
  /** Folded, sorted by code units, with the words they stand for. */
  readonly #folded: string[] = []
  readonly #words: string[] = []
  /** All folded words in one text, a line each: looking for a part is one search through it. */
  readonly #text: string
  readonly #starts: Int32Array
  /** Words that came later; looked through one by one until the list is made anew. */
  readonly #later = new Set<string>()
  readonly #known: Set<string>

  constructor(words: Iterable<string>) {
    this.#known = new Set(words)
    const pairs = [...this.#known].map((word) => [fold(word), word] as const)
    pairs.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    this.#starts = new Int32Array(pairs.length)
    let at = 1
    pairs.forEach(([folded, word], index) => {
      this.#folded.push(folded)
      this.#words.push(word)
      this.#starts[index] = at
      at += folded.length + 1
    })
    this.#text = `\n${this.#folded.join('\n')}\n`
  }

  add(word: string): void {
    if (this.#known.has(word)) return
    this.#known.add(word)
    this.#later.add(word)
  }

  /** Words that came since the list was made. */
  get later(): number {
    return this.#later.size
  }

  /** The same words, sorted anew. */
  renewed(): WordList {
    return new WordList(this.#known)
  }

  /** First place whose folded word is not before `key`. */
  #place(key: string): number {
    let [low, high] = [0, this.#folded.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#folded[middle] ?? '') < key) low = middle + 1
      else high = middle
    }
    return low
  }

  /** Words beginning with `asked` (or equal to it when `whole`), marks forgiven; at most `most`. */
  beginning(asked: string, whole: boolean, most = Infinity): string[] {
    const key = fold(asked)
    const found: string[] = []
    if (key === '') return found
    const fits = (folded: string, word: string) =>
      (whole ? folded === key : folded.startsWith(key)) && allowed(asked, word, folded, 0)
    for (let at = this.#place(key); at < this.#folded.length && found.length < most; at += 1) {
      const folded = this.#folded[at] ?? ''
      if (!folded.startsWith(key) || (whole && folded !== key)) break
      const word = this.#words[at] ?? ''
      if (fits(folded, word)) found.push(word)
    }
    for (const word of this.#later) if (found.length < most && fits(fold(word), word)) found.push(word)
    return found
  }

  /**
   * Whether a part of a word may be one of those it is made of: it is long, it ends the word, or what stands before or
   * behind it is a known word, maybe with the s that binds them.
   */
  seam(asked: string, word: string, at: number): boolean {
    const end = at + asked.length
    if (at === 0 || asked.length >= longPart || end >= word.length) return true
    const known = (part: string) => part.length >= leastNeighbour && this.#known.has(part)
    const [before, behind] = [word.slice(0, at), word.slice(end)]
    return (
      known(before) ||
      known(behind) ||
      (before.endsWith('s') && known(before.slice(0, -1))) ||
      (behind.startsWith('s') && known(behind.slice(1)))
    )
  }

  /** Words with `asked` somewhere after their beginning, where it may be a part of them, those that end with it first, then the short ones; at most `most`. */
  containing(asked: string, most: number): string[] {
    const key = fold(asked)
    if (key === '' || key.includes('\n')) return []
    const found: { word: string; ends: boolean; at: number }[] = []
    const look = (folded: string, word: string) => {
      const at = folded.lastIndexOf(key)
      if (at > 0 && allowed(asked, word, folded, at)) found.push({ word, ends: at + key.length === folded.length, at })
    }
    let from = 0
    for (;;) {
      const hit = this.#text.indexOf(key, from)
      if (hit < 0) break
      const at = this.#lineOf(hit)
      look(this.#folded[at] ?? '', this.#words[at] ?? '')
      from = (this.#starts[at] ?? 0) + (this.#folded[at]?.length ?? 0)
    }
    this.#later.forEach((word) => look(fold(word), word))
    found.sort((a, b) => Number(b.ends) - Number(a.ends) || a.word.length - b.word.length || (a.word < b.word ? -1 : 1))
    const parts: string[] = []
    for (const { word, ends, at } of found) {
      if (parts.length >= most) break
      if (ends || this.seam(asked, word, at)) parts.push(word)
    }
    return parts
  }

  #lineOf(offset: number): number {
    let [low, high] = [0, this.#starts.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#starts[middle] ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    return low - 1
  }

  /** Words a letter or two away from `asked`, the nearest first; `prefix` also those that go on behind it. */
  similar(asked: string, prefix: boolean, most: number): string[] {
    const key = fold(asked)
    const limit = mostChanges(key.length)
    if (limit === 0) return []
    const first = key[0] ?? ''
    const letters = new Set([first, ...firstLetters.filter((group) => group.includes(first)).flat()])
    const found: { word: string; far: number }[] = []
    const look = (folded: string, word: string) => {
      let far = limit + 1
      if (Math.abs(folded.length - key.length) <= limit) far = distance(key, folded)
      else if (prefix && key.length >= 5 && folded.length > key.length)
        // What goes on behind the misspelt letters counts as a little farther.
        far = distance(key, folded.slice(0, key.length)) + 0.5
      if (far <= limit) found.push({ word, far })
    }
    for (const letter of letters) {
      for (let at = this.#place(letter); at < this.#folded.length; at += 1) {
        const folded = this.#folded[at] ?? ''
        if (!folded.startsWith(letter)) break
        look(folded, this.#words[at] ?? '')
      }
    }
    this.#later.forEach((word) => look(fold(word), word))
    // One letter away is what was meant; two are looked at only when no word is nearer.
    const nearest = found.reduce((least, { far }) => Math.min(least, Math.ceil(far)), limit)
    return found
      .filter(({ far }) => far <= nearest)
      .toSorted((a, b) => a.far - b.far || a.word.length - b.word.length || (a.word < b.word ? -1 : 1))
      .slice(0, most)
      .map(({ word }) => word)
  }
}
