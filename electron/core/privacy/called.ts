/**
 * What others than a person are called: names in which the person's own stand, words that point at nobody alone,
 * addresses and numbers that several have. Worked out once of all rows, and then of those that change.
 */
import type { CalledRow } from '#db/queries/called.ts'
import { matchKey } from '#core/register/names.ts'
import { finder, type Finder } from './naming-places.ts'

/** Spaces and signs tell no two telephone numbers apart, case no two addresses. */
const pointKey = (value: string) =>
  value.includes('@') || /\p{L}{4}/u.test(value)
    ? value.toLowerCase().trim()
    : value.replace(/\D/gu, '').replace(/^(?:00|0)?(?:46)?0?/u, '')

/** A name as people are called: its first and its last word begin with a capital. */
const isCalled = (name: string) => /^\p{Lu}(?:.*\s\p{Lu}[^\s]*)?$/su.test(name)
const isAddress = (text: string) => /^[^\s@]+@[^\s@]+$/u.test(text)

const keyOf = ({ tbl, id }: Pick<CalledRow, 'tbl' | 'id'>) => `${tbl} ${id}`
/** Each word, and each two that stand side by side: a double family name is one, though its words are others' too. */
function wordsOf({ kind, text }: CalledRow): string[] {
  if (kind !== 'name') return []
  const words = matchKey(text).split(' ')
  return [...words, ...words.slice(1).map((word, at) => `${words[at]} ${word}`)]
}
const pointsOf = ({ kind, text }: CalledRow) => (kind === 'name' ? [] : [pointKey(text)])

/** How many rows have each of the keys that a row has. */
class Tally {
  readonly #keysOf: (row: CalledRow) => readonly string[]
  readonly #rows = new Map<string, number>()

  constructor(keysOf: (row: CalledRow) => readonly string[], rows: Iterable<CalledRow>) {
    this.#keysOf = keysOf
    for (const row of rows) this.count(row, 1)
  }

  count(row: CalledRow, by: 1 | -1): void {
    for (const key of new Set(this.#keysOf(row))) {
      const rows = (this.#rows.get(key) ?? 0) + by
      if (rows === 0) this.#rows.delete(key)
      else this.#rows.set(key, rows)
    }
  }

  /** Whether rows have the key beside these. */
  beside(own: readonly CalledRow[]): (key: string) => boolean {
    const mine = new Tally(this.#keysOf, own)
    return (key) => (this.#rows.get(key) ?? 0) > (mine.#rows.get(key) ?? 0)
  }
}

/** `of`: the forms that were looked for. */
type Kept = { of: string; find: Finder; texts: Map<string, string> }

export class Called {
  readonly #rows = new Map<string, CalledRow>()
  /** Keys of the rows that are somebody's. */
  readonly #owned = new Map<string, Set<string>>()
  readonly #kept = new Map<string, Kept>()
  #words: Tally | null = null
  #points: Tally | null = null

  constructor(rows: readonly CalledRow[]) {
    for (const row of rows) this.#put(row)
  }

  #put(row: CalledRow): void {
    const key = keyOf(row)
    this.#rows.set(key, row)
    if (row.owner === null) return
    const owned = this.#owned.get(row.owner)
    if (owned === undefined) this.#owned.set(row.owner, new Set([key]))
    else owned.add(key)
  }

  #own(id: string): CalledRow[] {
    return [...(this.#owned.get(id) ?? [])].flatMap((key) => this.#rows.get(key) ?? [])
  }

  /** Puts a row as it is now; null when it is gone. */
  change(at: Pick<CalledRow, 'tbl' | 'id'>, row: CalledRow | null): void {
    const key = keyOf(at)
    const before = this.#rows.get(key)
    if (before !== undefined) {
      this.#words?.count(before, -1)
      this.#points?.count(before, -1)
      this.#rows.delete(key)
      if (before.owner !== null) this.#owned.get(before.owner)?.delete(key)
    }
    if (row !== null) {
      this.#put(row)
      this.#words?.count(row, 1)
      this.#points?.count(row, 1)
    }
    for (const [id, kept] of this.#kept) {
      kept.texts.delete(key)
      if (row !== null) this.#keep(id, kept, row)
    }
  }

  #keep(id: string, { find, texts }: Kept, row: CalledRow): void {
    const { tbl, owner, kind, text } = row
    if (owner === id || !(kind === 'email' ? isAddress(text) : tbl.startsWith('person') && isCalled(text))) return
    if (find(text).length > 0) texts.set(keyOf(row), text)
  }

  /** Names of other people and addresses of others in which one of these forms of a person stands; in no order. */
  keptBy(id: string, forms: readonly string[]): string[] {
    const of = JSON.stringify(forms)
    let kept = this.#kept.get(id)
    if (kept?.of !== of) {
      kept = { of, find: finder(forms, []), texts: new Map<string, string>() }
      this.#kept.set(id, kept)
      for (const row of this.#rows.values()) this.#keep(id, kept, row)
    }
    return [...new Set(kept.texts.values())]
  }

  /** Forgets what was worked out for anybody else. */
  keepOnly(people: readonly string[]): void {
    for (const id of this.#kept.keys()) if (!people.includes(id)) this.#kept.delete(id)
  }

  /** E-mail addresses and telephone numbers that nobody else has. @param along are nobody else */
  ownPoints(id: string, along: readonly string[] = []): string[] {
    const own = this.#own(id).filter(({ kind }) => kind !== 'name')
    const all = [...new Set([id, ...along])].flatMap((one) => this.#own(one))
    const isOthers = (this.#points ??= new Tally(pointsOf, this.#rows.values())).beside(all)
    return [...new Set(own.map(({ text }) => text))].filter((text) => !isOthers(pointKey(text)))
  }

  /** Whether a word, or two side by side, as matchKey() has it, is in what anybody or anything else is called: it points at nobody alone. @param along are nobody else */
  wordOfOthers(id: string, along: readonly string[] = []): (word: string) => boolean {
    const own = [...new Set([id, ...along])].flatMap((one) => this.#own(one))
    return (this.#words ??= new Tally(wordsOf, this.#rows.values())).beside(own)
  }
}
