/** The register's names in memory: found by the beginnings of words, then more and more forgivingly. Pure. */
import type { NameKind, SearchTier } from '#contract/search.ts'
import { matchKey } from '#core/register/names.ts'
import { wordsSimilarity, type Word } from '#core/register/similarity.ts'
import { fold, wordsOf } from './fold.ts'
import {
  bySort,
  Gathered,
  isOneOf,
  listOf,
  shares,
  type Candidate,
  type Entry,
  type Lists,
  type Wanted,
} from './gathered.ts'
import { initialsOf, placesByInitials } from './initials.ts'
import { cutOf, likenessOf, wordsOfName, type Likeness } from './likeness.ts'
import { crowded, eachHasOne } from './own-words.ts'
import { codesOf, ownWordsOf, spellingsOf, worded } from './spellings.ts'
import { headsSwapped, rememberedSimilarity } from './swaps.ts'
import { WordList } from './word-list.ts'

export type NameFound = { entry: Entry; tier: SearchTier }

/** At least this like the name must a misspelt one be. */
const alike = 0.8
/** Names have no more words. */
const mostLikeWords = 5
/** One of so many names or fewer: quicker put in order than looked for among all. */
const few = 24
/** Letters a part of a compound must have to be looked for. */
const leastPart = 3

type Way = Exclude<SearchTier, 'similar'>
const ways: readonly Way[] = ['exact', 'folded', 'compound']

function wordFits(words: WordList, way: Way, asked: string, word: string): boolean {
  if (way === 'exact') return word.startsWith(asked)
  const [key, folded] = [fold(asked), fold(word)]
  if (way === 'folded') return folded.startsWith(key)
  const at = folded.lastIndexOf(key)
  return asked.length >= leastPart && at >= 0 && words.seam(asked, word, at)
}

export class NameBook {
  readonly #entries: Entry[]
  /** The same with their names folded: whether these begin with a query is asked for thousands at each key. */
  readonly #candidates: Candidate[]
  readonly #words: WordList
  /** Places of the entries that have a word, in Swedish order. */
  readonly #places = new Map<string, number[]>()
  /** Numbers of the words of each entry, by place. */
  readonly #own: number[][] = []
  readonly #numbers = new Map<string, number>()
  /** Places of the entries with a code. */
  readonly #codes = new Map<string, number[]>()
  /** Which list each entry belongs to, and the first letters of their folded names. */
  readonly #kinds: Uint8Array
  readonly #initial: Uint16Array
  /** How many words of a query an entry has; all zero between queries. */
  readonly #marks: Uint8Array
  /** Entries that changed since the book was made; null when gone. */
  readonly #changed = new Map<string, Entry | null>()
  /** Spellings of those cut into words, once a misspelt name has asked for them. */
  readonly #cut = new WeakMap<Entry, readonly (readonly Word[])[]>()
  #likeness: Likeness | null = null
  /** Places of people by their initials. */
  #initials: Map<string, number[]> | null = null

  constructor(entries: readonly Entry[]) {
    this.#entries = entries.toSorted(bySort)
    this.#candidates = this.#entries.map((entry) => ({ entry, start: fold(entry.name.toLowerCase()) }))
    this.#kinds = Uint8Array.from(this.#entries, listOf)
    this.#initial = Uint16Array.from(this.#candidates, ({ start }) => start.charCodeAt(0))
    this.#marks = new Uint8Array(entries.length)
    this.#entries.forEach((entry, place) => {
      const own = ownWordsOf(entry)
      this.#own.push(own.map((word) => this.#numberOf(word)))
      for (const word of new Set(own)) {
        const places = this.#places.get(word)
        if (places === undefined) this.#places.set(word, [place])
        else places.push(place)
      }
      for (const code of codesOf(entry)) this.#codes.set(code, [...(this.#codes.get(code) ?? []), place])
    })
    this.#words = new WordList(this.#places.keys())
  }

  #numberOf(word: string): number {
    let number = this.#numbers.get(word)
    if (number === undefined) this.#numbers.set(word, (number = this.#numbers.size))
    return number
  }

  /** Puts an entry as it is now; null when it is gone. */
  change(id: string, entry: Entry | null): void {
    this.#changed.set(id, entry)
    // Its words are known as parts of others at once.
    if (entry !== null) for (const word of worded(entry).flat()) this.#words.add(word)
  }

  get changes(): number {
    return this.#changed.size
  }

  renewed(): NameBook {
    const kept = this.#entries.filter(({ id }) => !this.#changed.has(id))
    return new NameBook([...kept, ...[...this.#changed.values()].filter((entry) => entry !== null)])
  }

  /** Whether everything is worked out that a misspelt name needs. */
  get warm(): boolean {
    return this.#likeness !== null
  }

  /** Works it out before the first misspelt name has to wait for it. */
  warmUp(): void {
    this.#alikeTo('åäö')
    this.initials('åä', 1)
  }

  /**
   * Up to `limit` entries that have every word of `asked`, each a word of its own: the one with this very code, then those
   * whose name begins with it, each kind with its share.
   * Where there are none, and `misspelt` allows it, those that are spelt like it.
   */
  find(asked: readonly string[], kinds: ReadonlySet<NameKind>, limit: number, misspelt = true): NameFound[] {
    const found: NameFound[] = []
    if (asked.length === 0 || limit === 0) return found
    for (const entry of this.#coded(asked.join(' ')))
      if (isOneOf(entry, kinds) && found.length < limit) found.push({ entry, tier: 'exact' })
    const taken = new Set(found.map(({ entry: { id } }) => id))
    for (const tier of ways) {
      if (found.length >= limit) break
      // Whatever is found by its letters alone is not looked for inside words.
      if (tier === 'compound' && asked.every((word) => word.length < leastPart)) continue
      const left = limit - found.length
      for (const entry of shares(this.#having(tier, asked, { kinds, taken, limit: left }), left)) {
        taken.add(entry.id)
        found.push({ entry, tier })
      }
    }
    if (found.length > 0 || !misspelt || asked.length > mostLikeWords || asked.join('').length < 4) return found
    return this.#alikeTo(asked.join(' '))
      .filter((entry) => isOneOf(entry, kinds))
      .slice(0, limit)
      .map((entry) => ({ entry, tier: 'similar' }))
  }

  /** Entries whose code is just this. */
  #coded(code: string): Entry[] {
    const standing = (this.#codes.get(code) ?? [])
      .map((place) => this.#entries[place])
      .filter((entry) => entry !== undefined)
      .filter(({ id }) => !this.#changed.has(id))
    const fresh = [...this.#changed.values()]
      .filter((entry) => entry !== null)
      .filter((entry) => codesOf(entry).includes(code))
    return [...standing, ...fresh].toSorted(bySort)
  }

  /** Whether a name has this very word, in lower case. */
  hasWord(word: string): boolean {
    if (this.#places.has(word)) return true
    return [...this.#changed.values()].some(
      (entry) => entry !== null && worded(entry).some((words) => words.includes(word)),
    )
  }

  /** People of these initials, by any of their spellings. Marks are forgiven; a typed å, ä or ö is just that letter. */
  initials(asked: string, limit: number): Entry[] {
    this.#initials ??= placesByInitials(this.#entries)
    const wanted = fold(asked)
    const found = [...new Set(this.#initials.get(wanted) ?? [])]
      .map((place) => this.#entries[place])
      .filter((entry) => entry !== undefined)
      .filter(({ id }) => !this.#changed.has(id))
    const fresh = [...this.#changed.values()]
      .filter((entry) => entry !== null)
      .filter((entry) => initialsOf(entry).has(wanted))
    const plain = wanted === asked
    const fits = (entry: Entry) =>
      plain ||
      spellingsOf(entry).some((name) =>
        wordsOf(name)
          .map((word) => word[0])
          .join('')
          .includes(asked),
      )
    return [...found, ...fresh].filter(fits).toSorted(bySort).slice(0, limit)
  }

  /**
   * Of the entries that have each word in the given way the first ones of each kind, in Swedish order. One letter is in
   * half of all names: they are counted through by their places, and nothing is made for those that are not kept.
   */
  #having(way: Way, asked: readonly string[], wanted: Wanted): Lists[] {
    const marks = this.#marks
    const touched: number[] = []
    const known = asked.map((one) => this.#known(way, one))
    known.forEach((words, index) => {
      for (const word of words)
        for (const place of this.#places.get(word) ?? []) {
          if (marks[place] !== index) continue
          marks[place] = index + 1
          if (index === 0) touched.push(place)
        }
    })
    const close = crowded(asked)
    const eachApart = this.#eachApart(close.map((index) => known[index] ?? []))
    const found = new Gathered(asked[0] ?? '', wanted)
    const look = (place: number) => {
      if (marks[place] !== asked.length || !found.mayTake(this.#kinds[place], this.#initial[place])) return
      const candidate = this.#candidates[place]
      if (candidate === undefined || this.#changed.has(candidate.entry.id) || !eachApart(place)) return
      found.add(candidate)
    }
    // Few are put in order; among many, all are passed in theirs.
    if (touched.length * few < marks.length) {
      for (const place of touched.sort((x, y) => x - y)) look(place)
      for (const place of touched) marks[place] = 0
    } else {
      for (let place = 0; place < marks.length; place += 1) look(place)
      marks.fill(0)
    }
    if (this.#changed.size === 0) return found.lists
    const fits = (entry: Entry) => {
      const words = ownWordsOf(entry)
      return (
        asked.every((one) => words.some((word) => wordFits(this.#words, way, one, word))) &&
        eachHasOne(close.length, words, (one, word) => wordFits(this.#words, way, asked[close[one] ?? -1] ?? '', word))
      )
    }
    for (const entry of this.#changed.values())
      if (entry !== null && fits(entry)) found.addLate({ entry, start: fold(entry.name.toLowerCase()) })
    return found.lists
  }

  /** Whether the entry at a place has a word of its own for each of these lists of words. */
  #eachApart(lists: readonly (readonly string[])[]): (place: number) => boolean {
    if (lists.length === 0) return () => true
    const answers = lists.map((words) => {
      const fit = new Uint8Array(this.#numbers.size)
      for (const word of words) fit[this.#numbers.get(word) ?? fit.length] = 1
      return fit
    })
    const has = (one: number, word: number) => answers[one]?.[word] === 1
    return (place) => eachHasOne(lists.length, this.#own[place] ?? [], has)
  }

  #known(way: Way, asked: string): string[] {
    const beginning = this.#words.beginning(asked, false)
    if (way === 'exact') return beginning.filter((word) => word.startsWith(asked))
    if (way === 'folded' || asked.length < leastPart) return beginning
    return [...beginning, ...this.#words.containing(asked, 2000)]
  }

  #cutOf(entry: Entry): readonly (readonly Word[])[] {
    const known = this.#cut.get(entry)
    if (known !== undefined) return known
    const cut = cutOf(entry)
    this.#cut.set(entry, cut)
    return cut
  }

  #alikeTo(name: string): Entry[] {
    const { index, owners, names } = (this.#likeness ??= likenessOf(this.#entries))
    const key = matchKey(name)
    const words = wordsOfName(key, new Map())
    const best = new Map<Entry, number>()
    const similarity = rememberedSimilarity()
    const near = new Set([key, ...headsSwapped(key)].flatMap((one) => [...index.near(one, similarity)]))
    const weigh = (entry: Entry, known: readonly Word[]) => {
      // A single misspelt word may stand for one of several: a surname, a part of a firm's name.
      const likeness =
        words.length === 1
          ? Math.max(0, ...known.map((word) => wordsSimilarity(words, [word], similarity)))
          : wordsSimilarity(words, known, similarity)
      if (likeness >= alike) best.set(entry, Math.max(best.get(entry) ?? 0, likeness))
    }
    for (const at of near) {
      const entry = this.#entries[owners[at] ?? -1]
      if (entry !== undefined && !this.#changed.has(entry.id)) weigh(entry, names[at] ?? [])
    }
    // Those that changed since are in no index, and few: each is weighed.
    for (const entry of this.#changed.values())
      if (entry !== null) for (const spelling of this.#cutOf(entry)) weigh(entry, spelling)
    return [...best].toSorted(([a, x], [b, y]) => y - x || bySort(a, b)).map(([entry]) => entry)
  }
}
