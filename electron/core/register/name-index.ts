/** Finds the few known names that may be like a given one, without comparing it to all of them. Pure. */
import type { Word } from './similarity.ts'
import { wordOf, wordSimilarity } from './similarity.ts'

type Alikeness = (a: Word, b: Word) => number

/** A word of the known names. Its sound is worked out when somebody first asks. */
type Token = { text: string; word: Word | null; owners: number[] }

/** Letters that open the same sound share a drawer. */
const drawers: Readonly<Record<string, string>> = {
  c: 'k',
  q: 'k',
  w: 'v',
  z: 's',
  p: 'f',
  å: 'a',
  ä: 'a',
  ö: 'o',
  ø: 'o',
  é: 'e',
}
const drawerOf = (text: string) => drawers[text[0] ?? ''] ?? text[0] ?? ''

/** From here on words count as alike; both words of a name that is like another are above it. */
const wordLimit = 0.75
/** Owners of one word may be half the register ("Region"); beyond this many only rarer words are followed. */
const enough = 3000

/** Places by text. A list of its own for each text would cost more than everything else here. */
class Places {
  readonly #first = new Map<string, number>()
  readonly #next: Int32Array

  constructor(texts: readonly string[]) {
    this.#next = new Int32Array(texts.length).fill(-1)
    // From the end, so that the places of one text come out in their order.
    for (let place = texts.length - 1; place >= 0; place -= 1) {
      const text = texts[place] ?? ''
      this.#next[place] = this.#first.get(text) ?? -1
      this.#first.set(text, place)
    }
  }

  get(text: string): number[] {
    const found: number[] = []
    for (let place = this.#first.get(text) ?? -1; place >= 0; place = this.#next[place] ?? -1) found.push(place)
    return found
  }
}

export class NameIndex {
  readonly #keys: readonly string[]
  readonly #exact: Places
  /** Made when somebody is first looked for who is not there under the very name. */
  #joined: Places | null = null
  #drawers: Map<string, Token[]> | null = null

  /** @param keys of matchKey; the index speaks of them by their places */
  constructor(keys: readonly string[]) {
    this.#keys = keys
    this.#exact = new Places(keys)
  }

  /** Places of the names with this very key. */
  exact(key: string): number[] {
    return this.#exact.get(key)
  }

  /**
   * Places of the names that share a word with the key, as spelt or nearly, and of those that only spaces tell apart.
   * @param alikeness how nearly, at least as alike as wordSimilarity
   */
  near(key: string, alikeness: Alikeness = wordSimilarity): Set<number> {
    this.#joined ??= new Places(this.#keys.map((each) => each.replaceAll(' ', '')))
    const found = new Set(this.#joined.get(key.replaceAll(' ', '')))
    const alike = key
      .split(' ')
      .filter((text) => text.length > 1)
      .flatMap((text) => this.#alike(wordOf(text), alikeness))
      .toSorted((a, b) => a.owners.length - b.owners.length)
    for (const { owners } of alike) {
      if (found.size > 0 && found.size + owners.length > enough) break
      for (const place of owners) found.add(place)
    }
    return found
  }

  /** Known words that sound or look like this one, or of which one begins the other. */
  #alike(word: Word, alikeness: Alikeness): Token[] {
    this.#drawers ??= fill(this.#keys)
    return (this.#drawers.get(drawerOf(word.text)) ?? []).filter((token) =>
      isAlike(word, token.text, () => (token.word ??= wordOf(token.text)), alikeness),
    )
  }
}

/** Two words of one drawer. @param other the second, worked out only when its letters alone do not tell */
function isAlike(word: Word, text: string, other: () => Word, alikeness: Alikeness = wordSimilarity): boolean {
  const [long, short] = text.length > word.text.length ? [text, word.text] : [word.text, text]
  if (short.length >= 4 && long.startsWith(short)) return true
  // Sounds may drop a letter or two on either side.
  if (short.length < 2 || long.length - short.length > Math.max(2, long.length * (1 - wordLimit))) return false
  return alikeness(word, other()) >= wordLimit
}

/** Whether a name is among those that `near` finds for a key, but for names so many bear that it stops. */
export function shareWord(key: string, name: string): boolean {
  if (key.replaceAll(' ', '') === name.replaceAll(' ', '')) return true
  const others = name.split(' ')
  return key
    .split(' ')
    .some(
      (text) =>
        text.length > 1 &&
        others.some((other) => drawerOf(other) === drawerOf(text) && isAlike(wordOf(text), other, () => wordOf(other))),
    )
}

function fill(keys: readonly string[]): Map<string, Token[]> {
  const tokens = new Map<string, Token>()
  keys.forEach((key, place) => {
    for (let start = 0; start <= key.length;) {
      const end = key.indexOf(' ', start)
      const text = key.slice(start, end === -1 ? key.length : end)
      const token = tokens.get(text)
      if (token === undefined) tokens.set(text, { text, word: null, owners: [place] })
      else token.owners.push(place)
      if (end === -1) break
      start = end + 1
    }
  })
  const filled = new Map<string, Token[]>()
  for (const token of tokens.values()) {
    const drawer = filled.get(drawerOf(token.text))
    if (drawer === undefined) filled.set(drawerOf(token.text), [token])
    else drawer.push(token)
  }
  return filled
}
