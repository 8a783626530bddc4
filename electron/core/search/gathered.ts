/** The first names of each kind that a query finds, gathered in Swedish order. Pure. */
import { nameKind, type NameKind } from '#contract/search.ts'
import { allowed, fold } from './fold.ts'

/** `isBody`: an organisation that is a body as well, and is found where either is looked for. */
export type Entry = {
  kind: NameKind
  id: string
  name: string
  sort: string
  spellings: readonly string[]
  isBody?: boolean
}
/** `start`: the shown name folded. */
export type Candidate = { entry: Entry; start: string }

export const bySort = (a: Entry, b: Entry) => (a.sort < b.sort ? -1 : a.sort > b.sort ? 1 : a.id < b.id ? -1 : 1)

/** The number that entries of its kind are listed by; those that are of two kinds have one of their own. */
export const listOf = (entry: Entry) =>
  entry.isBody === true ? nameKind.options.length : nameKind.options.indexOf(entry.kind)

export const isOneOf = (entry: Entry, kinds: ReadonlySet<NameKind>) =>
  kinds.has(entry.kind) || (entry.isBody === true && kinds.has('body'))

/** Those that begin with the query, and the others; each in Swedish order. */
export type Lists = { first: Entry[]; rest: Entry[] }
/** `taken` are not asked for again. */
export type Wanted = Readonly<{ kinds: ReadonlySet<NameKind>; taken: ReadonlySet<string>; limit: number }>

/** The first entries of each kind: as many as could be shown. */
export class Gathered {
  readonly #asked: string
  /** The same without marks. */
  readonly #first: string
  readonly #wanted: Wanted
  /** By listOf(); null for those that are not wanted. */
  readonly #kinds: readonly (Lists | null)[]

  constructor(asked: string, wanted: Wanted) {
    this.#asked = asked
    this.#first = fold(asked)
    this.#wanted = wanted
    const lists = new Map(
      nameKind.options
        .filter((kind) => wanted.kinds.has(kind))
        .map((kind): [NameKind, Lists] => [kind, { first: [], rest: [] }]),
    )
    const both = lists.get('organisation') ?? lists.get('body') ?? null
    this.#kinds = [...nameKind.options.map((kind) => lists.get(kind) ?? null), both]
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
    const lists = this.#kinds[listOf(entry)] ?? null
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
    return [...new Set(this.#kinds)]
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
export function shares(kinds: readonly Lists[], limit: number): Entry[] {
  const begins = new Set(kinds.flatMap(({ first }) => first))
  const queues = kinds.map(({ first, rest }) => [...first, ...rest])
  const share = Math.max(2, Math.ceil(limit / Math.max(queues.length, 1)))
  const kept = queues.flatMap((queue) => queue.slice(0, share))
  for (const queue of queues) kept.push(...queue.slice(share))
  return kept.slice(0, limit).toSorted((a, b) => Number(begins.has(b)) - Number(begins.has(a)) || bySort(a, b))
}
