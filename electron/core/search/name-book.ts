/** The register's names in memory: found by the beginnings of words, then more and more forgivingly. Pure. */
import type { NameKind, SearchTier } from '#contract/search.ts'
import { NameIndex } from '#core/register/name-index.ts'
import { matchKey } from '#core/register/names.ts'
import { wordsOfKey, wordsSimilarity } from '#core/register/similarity.ts'
import { fold, wordsOf } from './fold.ts'
import { WordList } from './word-list.ts'

export type Entry = { kind: NameKind; id: string; name: string; sort: string; spellings: readonly string[] }
export type NameFound = { entry: Entry; tier: SearchTier }

/** At least this like the name must a misspelt one be. */
const alike = 0.8
/** Letters a part of a compound must have to be looked for. */
const leastPart = 3

const bySort = (a: Entry, b: Entry) => (a.sort < b.sort ? -1 : a.sort > b.sort ? 1 : a.id < b.id ? -1 : 1)
const spellingsOf = (entry: Entry) => [entry.name, ...entry.spellings]

type Way = Exclude<SearchTier, 'similar'>
const ways: readonly Way[] = ['exact', 'folded', 'compound']

function wordFits(way: Way, asked: string, word: string): boolean {
  if (way === 'exact') return word.startsWith(asked)
  const [key, folded] = [fold(asked), fold(word)]
  if (way === 'folded') return folded.startsWith(key)
  return asked.length >= leastPart && folded.includes(key)
}

export class NameBook {
  readonly #entries: Entry[]
  readonly #words: WordList
  /** Places of the entries that have a word, in Swedish order. */
  readonly #places = new Map<string, number[]>()
  readonly #at = new Map<string, number>()
  /** Entries that changed since the book was made; null when gone. */
  readonly #changed = new Map<string, Entry | null>()
  #likeness: { index: NameIndex; owners: number[]; keys: string[] } | null = null

  constructor(entries: readonly Entry[]) {
    this.#entries = entries.toSorted(bySort)
    this.#entries.forEach((entry, place) => {
      this.#at.set(entry.id, place)
      for (const word of new Set(spellingsOf(entry).flatMap(wordsOf))) {
        const places = this.#places.get(word)
        if (places === undefined) this.#places.set(word, [place])
        else places.push(place)
      }
    })
    this.#words = new WordList(this.#places.keys())
  }

  /** Puts an entry as it is now; null when it is gone. */
  change(id: string, entry: Entry | null): void {
    this.#changed.set(id, entry)
  }

  get changes(): number {
    return this.#changed.size
  }

  renewed(): NameBook {
    const kept = this.#entries.filter(({ id }) => !this.#changed.has(id))
    return new NameBook([...kept, ...[...this.#changed.values()].filter((entry) => entry !== null)])
  }

  /** Works out what likeness needs, so that the first misspelt name does not wait for it. */
  warm(): void {
    this.#alikeTo('åäö')
  }

  /** Up to `limit` entries that have every word of `asked`, those whose name begins with it first, each kind with its share. */
  find(asked: readonly string[], kinds: ReadonlySet<NameKind>, limit: number): NameFound[] {
    const found: NameFound[] = []
    if (asked.length === 0 || limit === 0) return found
    for (const tier of ways) {
      if (found.length >= limit) break
      // Whatever is found by its letters alone is not looked for inside words.
      if (tier === 'compound' && asked.every((word) => word.length < leastPart)) continue
      const taken = new Set(found.map(({ entry }) => entry.id))
      const more = this.#having(tier, asked).filter((entry) => kinds.has(entry.kind) && !taken.has(entry.id))
      found.push(...shares(asked, more, limit - found.length).map((entry) => ({ entry, tier })))
    }
    if (found.length > 0 || asked.join('').length < 4) return found
    return this.#alikeTo(asked.join(' '))
      .filter((entry) => kinds.has(entry.kind))
      .slice(0, limit)
      .map((entry) => ({ entry, tier: 'similar' }))
  }

  /** Entries that have each word in the given way, in Swedish order. */
  #having(way: Way, asked: readonly string[]): Entry[] {
    const count = new Uint8Array(this.#entries.length)
    asked.forEach((one, index) => {
      for (const word of this.#known(way, one))
        for (const place of this.#places.get(word) ?? []) if (count[place] === index) count[place] = index + 1
    })
    const found: Entry[] = []
    count.forEach((words, place) => {
      const entry = this.#entries[place]
      if (words === asked.length && entry !== undefined && !this.#changed.has(entry.id)) found.push(entry)
    })
    const fresh = [...this.#changed.values()].filter(
      (entry) =>
        entry !== null &&
        asked.every((one) => spellingsOf(entry).some((name) => wordsOf(name).some((word) => wordFits(way, one, word)))),
    )
    return fresh.length === 0 ? found : [...found, ...fresh.filter((entry) => entry !== null)].toSorted(bySort)
  }

  #known(way: Way, asked: string): string[] {
    const beginning = this.#words.beginning(asked, false)
    if (way === 'exact') return beginning.filter((word) => word.startsWith(asked))
    if (way === 'folded' || asked.length < leastPart) return beginning
    return [...beginning, ...this.#words.containing(asked, 2000)]
  }

  #alikeTo(name: string): Entry[] {
    if (this.#likeness === null) {
      const owners: number[] = []
      const keys: string[] = []
      this.#entries.forEach((entry, place) => {
        for (const spelling of new Set(spellingsOf(entry).map(matchKey))) {
          owners.push(place)
          keys.push(spelling)
        }
      })
      this.#likeness = { index: new NameIndex(keys), owners, keys }
    }
    const { index, owners, keys } = this.#likeness
    const key = matchKey(name)
    const words = wordsOfKey(key)
    const best = new Map<Entry, number>()
    for (const at of index.near(key)) {
      const entry = this.#entries[owners[at] ?? -1]
      if (entry === undefined || this.#changed.has(entry.id)) continue
      const known = wordsOfKey(keys[at] ?? '')
      // A single misspelt word may stand for one of several: a surname, a part of a firm's name.
      const likeness =
        words.length === 1
          ? Math.max(0, ...known.map((word) => wordsSimilarity(words, [word])))
          : wordsSimilarity(words, known)
      if (likeness >= alike) best.set(entry, Math.max(best.get(entry) ?? 0, likeness))
    }
    return [...best].toSorted(([a, x], [b, y]) => y - x || bySort(a, b)).map(([entry]) => entry)
  }
}

/** Names that begin with the query before those that have it elsewhere; no kind keeps the others out. */
function shares(asked: readonly string[], entries: readonly Entry[], limit: number): Entry[] {
  const [first = ''] = asked
  const start = fold(first)
  const begins = (entry: Entry) => fold(entry.name.slice(0, start.length * 2).toLowerCase()).startsWith(start)
  const kinds = new Map<NameKind, { first: Entry[]; rest: Entry[] }>()
  for (const entry of entries) {
    let lists = kinds.get(entry.kind)
    if (lists === undefined) kinds.set(entry.kind, (lists = { first: [], rest: [] }))
    if (lists.first.length >= limit) continue
    if (begins(entry)) lists.first.push(entry)
    else if (lists.rest.length < limit) lists.rest.push(entry)
  }
  const queues = [...kinds.values()].map(({ first: head, rest }) => [...head, ...rest])
  const share = Math.max(2, Math.ceil(limit / Math.max(queues.length, 1)))
  const kept = queues.flatMap((queue) => queue.slice(0, share))
  for (const queue of queues) kept.push(...queue.slice(share))
  const chosen = kept.slice(0, limit)
  return chosen.toSorted((a, b) => Number(begins(b)) - Number(begins(a)) || bySort(a, b))
}
