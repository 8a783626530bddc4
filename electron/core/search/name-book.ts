/** The register's names in memory: found by the beginnings of words, then more and more forgivingly. Pure. */
import { nameKind, type NameKind, type SearchTier } from '#contract/search.ts'
import { NameIndex } from '#core/register/name-index.ts'
import { matchKey } from '#core/register/names.ts'
import { wordOf, wordsSimilarity, type Word } from '#core/register/similarity.ts'
import { allowed, fold, wordsOf } from './fold.ts'
import { WordList } from './word-list.ts'

export type Entry = { kind: NameKind; id: string; name: string; sort: string; spellings: readonly string[] }
/** `start`: the shown name folded. */
type Candidate = { entry: Entry; start: string }
export type NameFound = { entry: Entry; tier: SearchTier }

/** At least this like the name must a misspelt one be. */
const alike = 0.8
/** Names have no more words. */
const mostLikeWords = 5
/** Letters a part of a compound must have to be looked for. */
const leastPart = 3

const bySort = (a: Entry, b: Entry) => (a.sort < b.sort ? -1 : a.sort > b.sort ? 1 : a.id < b.id ? -1 : 1)
const spellingsOf = (entry: Entry) => [entry.name, ...entry.spellings]

/** `names` are the spellings that the index counts, cut into words; `owners` the places of their entries. */
type Likeness = { index: NameIndex; owners: readonly number[]; names: readonly (readonly Word[])[] }

type Way = Exclude<SearchTier, 'similar'>
const ways: readonly Way[] = ['exact', 'folded', 'compound']

function wordFits(way: Way, asked: string, word: string): boolean {
  if (way === 'exact') return word.startsWith(asked)
  const [key, folded] = [fold(asked), fold(word)]
  if (way === 'folded') return folded.startsWith(key)
  return asked.length >= leastPart && folded.includes(key)
}

function wordsOfName(key: string, known: Map<string, Word>): Word[] {
  return (key === '' ? [] : key.split(' ')).map((text) => {
    let word = known.get(text)
    if (word === undefined) known.set(text, (word = wordOf(text)))
    return word
  })
}

export class NameBook {
  readonly #entries: Entry[]
  /** The same with their names folded: whether these begin with a query is asked for thousands at each key. */
  readonly #candidates: Candidate[]
  readonly #words: WordList
  /** Places of the entries that have a word, in Swedish order. */
  readonly #places = new Map<string, number[]>()
  /** Kinds of the entries, by their number among all, and the first letters of their folded names. */
  readonly #kinds: Uint8Array
  readonly #initial: Uint16Array
  /** How many words of a query an entry has; all zero between queries. */
  readonly #marks: Uint8Array
  /** Entries that changed since the book was made; null when gone. */
  readonly #changed = new Map<string, Entry | null>()
  #likeness: Likeness | null = null
  /** Places of people by their initials. */
  #initials: Map<string, number[]> | null = null

  constructor(entries: readonly Entry[]) {
    this.#entries = entries.toSorted(bySort)
    this.#candidates = this.#entries.map((entry) => ({ entry, start: fold(entry.name.toLowerCase()) }))
    this.#kinds = Uint8Array.from(this.#entries, ({ kind }) => nameKind.options.indexOf(kind))
    this.#initial = Uint16Array.from(this.#candidates, ({ start }) => start.charCodeAt(0))
    this.#marks = new Uint8Array(entries.length)
    this.#entries.forEach((entry, place) => {
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
   * Up to `limit` entries that have every word of `asked`, those whose name begins with it first, each kind with its share.
   * Where there are none, and `misspelt` allows it, those that are spelt like it.
   */
  find(asked: readonly string[], kinds: ReadonlySet<NameKind>, limit: number, misspelt = true): NameFound[] {
    const found: NameFound[] = []
    if (asked.length === 0 || limit === 0) return found
    const taken = new Set<string>()
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
      .filter((entry) => kinds.has(entry.kind))
      .slice(0, limit)
      .map((entry) => ({ entry, tier: 'similar' }))
  }

  /** Whether a name has this very word, in lower case. */
  hasWord(word: string): boolean {
    if (this.#places.has(word)) return true
    return [...this.#changed.values()].some(
      (entry) => entry !== null && spellingsOf(entry).some((name) => wordsOf(name).includes(word)),
    )
  }

  /** People of these initials, by any of their spellings. Marks are forgiven; a typed å, ä or ö is just that letter. */
  initials(asked: string, limit: number): Entry[] {
    if (this.#initials === null) {
      this.#initials = new Map()
      for (const [place, entry] of this.#entries.entries())
        for (const key of initialsOf(entry)) {
          const places = this.#initials.get(key)
          if (places === undefined) this.#initials.set(key, [place])
          else places.push(place)
        }
    }
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
    asked.forEach((one, index) => {
      for (const word of this.#known(way, one))
        for (const place of this.#places.get(word) ?? []) if (marks[place] === index) marks[place] = index + 1
    })
    const found = new Gathered(asked[0] ?? '', wanted)
    for (let place = 0; place < marks.length; place += 1) {
      if (marks[place] !== asked.length || !found.mayTake(this.#kinds[place], this.#initial[place])) continue
      const candidate = this.#candidates[place]
      if (candidate !== undefined && !this.#changed.has(candidate.entry.id)) found.add(candidate)
    }
    marks.fill(0)
    if (this.#changed.size === 0) return found.lists
    const fits = (entry: Entry) =>
      asked.every((one) => spellingsOf(entry).some((name) => wordsOf(name).some((word) => wordFits(way, one, word))))
    for (const entry of this.#changed.values())
      if (entry !== null && fits(entry)) found.addLate({ entry, start: fold(entry.name.toLowerCase()) })
    return found.lists
  }

  #known(way: Way, asked: string): string[] {
    const beginning = this.#words.beginning(asked, false)
    if (way === 'exact') return beginning.filter((word) => word.startsWith(asked))
    if (way === 'folded' || asked.length < leastPart) return beginning
    return [...beginning, ...this.#words.containing(asked, 2000)]
  }

  /** Every spelling cut into words, each word's sound worked out once: names share them. */
  #likenessOf(): Likeness {
    const owners: number[] = []
    const keys: string[] = []
    const known = new Map<string, Word>()
    const names: Word[][] = []
    this.#entries.forEach((entry, place) => {
      for (const key of new Set(spellingsOf(entry).map(matchKey))) {
        owners.push(place)
        keys.push(key)
        names.push(wordsOfName(key, known))
      }
    })
    return { index: new NameIndex(keys), owners, names }
  }

  #alikeTo(name: string): Entry[] {
    const { index, owners, names } = (this.#likeness ??= this.#likenessOf())
    const key = matchKey(name)
    const words = wordsOfName(key, new Map())
    const best = new Map<Entry, number>()
    for (const at of index.near(key)) {
      const entry = this.#entries[owners[at] ?? -1]
      if (entry === undefined || this.#changed.has(entry.id)) continue
      const known = names[at] ?? []
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

/** First letters of all words of a name, and of its first and last, without marks. */
function initialsOf(entry: Entry): Set<string> {
  const keys = new Set<string>()
  if (entry.kind !== 'person') return keys
  for (const name of spellingsOf(entry)) {
    const letters = wordsOf(name).map((word) => fold(word)[0] ?? '')
    if (letters.length < 2) continue
    keys.add(letters.join(''))
    keys.add(`${letters[0] ?? ''}${letters.at(-1) ?? ''}`)
  }
  return keys
}

/** Those that begin with the query, and the others; each in Swedish order. */
type Lists = { first: Entry[]; rest: Entry[] }
/** `taken` are not asked for again. */
type Wanted = Readonly<{ kinds: ReadonlySet<NameKind>; taken: ReadonlySet<string>; limit: number }>

/** The first entries of each kind: as many as could be shown. */
class Gathered {
  readonly #asked: string
  /** The same without marks. */
  readonly #first: string
  readonly #wanted: Wanted
  /** By the number of the kind; null for one that is not wanted. */
  readonly #kinds: readonly (Lists | null)[]

  constructor(asked: string, wanted: Wanted) {
    this.#asked = asked
    this.#first = fold(asked)
    this.#wanted = wanted
    this.#kinds = nameKind.options.map((kind) => (wanted.kinds.has(kind) ? { first: [], rest: [] } : null))
  }

  /** Whether there may be room for an entry, as far as its kind and the first letter of its name tell. */
  mayTake(kind: number | undefined, initial: number | undefined): boolean {
    const lists = this.#kinds[kind ?? -1] ?? null
    if (lists === null) return false
    const { limit } = this.#wanted
    if (lists.rest.length < limit) return true
    return lists.first.length < limit && (this.#first === '' || this.#first.charCodeAt(0) === initial)
  }

  #list({ entry, start }: Candidate): Entry[] | null {
    const lists = this.#kinds[nameKind.options.indexOf(entry.kind)] ?? null
    if (lists === null || this.#wanted.taken.has(entry.id)) return null
    const begins = start.startsWith(this.#first) && allowed(this.#asked, entry.name.toLowerCase(), start, 0)
    return begins ? lists.first : lists.rest
  }

  /** Behind all that came before. */
  add(candidate: Candidate): void {
    const list = this.#list(candidate)
    if (list !== null && list.length < this.#wanted.limit) list.push(candidate.entry)
  }

  /** Wherever it belongs. */
  addLate(candidate: Candidate): void {
    const list = this.#list(candidate)
    if (list === null) return
    const place = list.findIndex((one) => bySort(candidate.entry, one) < 0)
    list.splice(place < 0 ? list.length : place, 0, candidate.entry)
    list.splice(this.#wanted.limit)
  }

  /** Of every kind that has one, the kind with the earliest name first. */
  get lists(): Lists[] {
    return this.#kinds
      .flatMap((lists) => {
        const [earliest] =
          lists === null ? [] : [...lists.first.slice(0, 1), ...lists.rest.slice(0, 1)].toSorted(bySort)
        return lists === null || earliest === undefined ? [] : [{ lists, earliest }]
      })
      .toSorted((a, b) => bySort(a.earliest, b.earliest))
      .map(({ lists }) => lists)
  }
}

/** Names that begin with the query before those that have it elsewhere; no kind keeps the others out. */
function shares(kinds: readonly Lists[], limit: number): Entry[] {
  const begins = new Set(kinds.flatMap(({ first }) => first))
  const queues = kinds.map(({ first, rest }) => [...first, ...rest])
  const share = Math.max(2, Math.ceil(limit / Math.max(queues.length, 1)))
  const kept = queues.flatMap((queue) => queue.slice(0, share))
  for (const queue of queues) kept.push(...queue.slice(share))
  return kept.slice(0, limit).toSorted((a, b) => Number(begins.has(b)) - Number(begins.has(a)) || bySort(a, b))
}
