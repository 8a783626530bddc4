/** Finding: names first, then texts newest first, each tier only when the ones before gave too little. */
import {
  nameKind,
  textKind,
  type NameHit,
  type NameKind,
  type SearchResult,
  type SearchTier,
  type TextHit,
} from '#contract/search.ts'
import type { Parsed } from '#contract/methods.ts'
import type { ReadableDb } from '#db/connection.ts'
import { idRange } from '#db/search/days.ts'
import { best, meetingsWith, newest, type HitRow } from '#db/search/find.ts'
import { bodyOfOrganisation } from '#db/search/names.ts'
import { restrictedIn, type Restricted } from '#core/privacy/restricted.ts'
import { expression, type Filters, type Widening } from './expression.ts'
import { marksIn, partsIn, snippetOf, type Wanted } from './marks.ts'
import { detailOf, memoryOf, namesIn, wordsIn } from './memory.ts'
import type { NameFound } from './name-book.ts'
import { parseQuery, type Chunk, type Query } from './query.ts'
import type { WordList } from './word-list.ts'

type Asked = Parsed<'search.find'>

/** Hits that a ranked search weighs. */
const weighed = 2000
/** Hits that are looked at before those that may be shown are held for all. */
const mostLooked = 5000
/** Meetings of one person that a filter follows, the newest. */
const mostMeetings = 1000
/** Words that may stand for one of `words` of a query: enough to fill the list, and few enough to look up between two keys. */
const mostWords = (limit: number, words: number) => Math.max(24, Math.floor(Math.max(60, 2 * limit) / words))
const mostSimilar = 24
/** Prefixes that are longer than the index knows are spelt out, as long as they are not too many. */
const indexedPrefix = 6
const mostSpelt = 400

type Tier = Exclude<SearchTier, 'exact'>

/** Words that a chunk may mean beside what it says, by tier; each is looked up when first asked for. */
class Meaning {
  readonly #words: WordList
  readonly #chunk: Chunk
  readonly #most: number
  #known: string[] | null = null
  #parts: string[] | null = null

  constructor(words: WordList, chunk: Chunk, most: number) {
    this.#words = words
    this.#chunk = chunk
    this.#most = most
  }

  at(tier: Tier): readonly string[] {
    const { words, open } = this.#chunk
    const [word = ''] = words
    if (words.length > 1) return []
    const known = (this.#known ??= this.#words.beginning(word, !open, 2 * this.#most))
    // What the chunk finds by itself is not asked for again.
    const folded = known.filter((one) => (open ? !one.startsWith(word) : one !== word)).slice(0, this.#most)
    if (tier === 'folded') return folded
    const parts = (this.#parts ??= [...word].length < 3 ? [] : this.#words.containing(word, this.#most))
    // What is known is not misspelt.
    if (tier === 'compound' || known.length + parts.length > 0) return [...folded, ...parts]
    return this.#words.similar(word, open, mostSimilar)
  }
}

/** A prefix that the index would have to gather word by word, spelt out: the newest hits then come first without the rest. */
function speltOut(words: WordList | null, query: Query): Map<Chunk, Widening> {
  const spelt = new Map<Chunk, Widening>()
  const chunk = query.all.at(-1)
  const [word = ''] = chunk?.words ?? []
  if (words === null || chunk?.open !== true || chunk.words.length > 1 || word.length <= indexedPrefix) return spelt
  const known = words.beginning(word, false, mostSpelt + 1).filter((one) => one.startsWith(word))
  if (known.length > 0 && known.length <= mostSpelt) spelt.set(chunk, { words: known, instead: true })
  return spelt
}

/** So much of a line around a found word is looked at for who is named there: more than a hit shows. */
const aroundHit = 300

/** Titles of texts that were looked at, and whether they name somebody. */
const titlesNamed = new WeakMap<Restricted, Map<string, boolean>>()

/** Whether a hit may be shown: texts that are no minutes keep a restricted person out of sight. */
function shownTo(db: ReadableDb, restricted: Restricted | null): (row: HitRow, wanted: Wanted) => boolean {
  if (restricted === null) return () => true
  const titles = titlesNamed.get(restricted) ?? new Map<string, boolean>()
  titlesNamed.set(restricted, titles)
  const isTitled = (title: string) => {
    let named = titles.get(title)
    if (named === undefined) titles.set(title, (named = restricted.isNamed(title)))
    return named
  }
  return (row, wanted) => {
    if (row.part !== 'source') return true
    if (restricted.hasRow(row.ref, row.line ?? 0) || isTitled(row.title)) return false
    // Most lines name nobody, whatever is looked for in them.
    if (!memoryOf(db).lines.isNamed(db, row, restricted)) return true
    const text = lineOf(db, row)
    const marks = marksIn(text, wanted)
    const seen = [[0, 0] as const, ...marks].map(([from, to]) =>
      text.slice(Math.max(0, from - aroundHit), to + aroundHit),
    )
    return !seen.some((words) => restricted.isNamed(words))
  }
}

type TierFound = { rows: HitRow[]; wanted: Wanted; tier: SearchTier }

/** The texts of one tier after another until there are enough. */
function texts(db: ReadableDb, asked: Asked, query: Query, filters: Filters): TierFound[] {
  const { low, high } = idRange(asked.from, asked.to)
  const dated = asked.from !== null || asked.to !== null
  const isShown = shownTo(db, restrictedIn(db))
  const look = (widenings: ReadonlyMap<Chunk, Widening>, limit: number, wanted: Wanted): HitRow[] => {
    const match = expression(query.all, query.none, widenings, filters)
    if (match === null) return []
    let older = high
    const isBest = asked.order === 'best' && query.all.length > 0
    const shown: HitRow[] = []
    // What is not shown makes room for older hits: those behind the last one that was looked at.
    for (let [seen, more] = [0, limit]; ;) {
      const rows = isBest
        ? best(db, { match, low, high, limit: seen + more }, dated, weighed).slice(seen)
        : newest(db, { match, low, high: older, limit: more }, dated)
      shown.push(...rows.filter((row) => isShown(row, wanted)))
      seen += more
      if (shown.length >= limit || rows.length < more || seen > mostLooked) return shown.slice(0, limit)
      older = (rows.at(-1)?.doc ?? low) - 1
      // A few are missing at first; where many are, most of what is near is not to be shown.
      more = seen === limit ? 2 * (limit - shown.length) : 2 * seen
    }
  }
  const exactly = { chunks: query.all, words: new Set<string>() }
  const rows = look(speltOut(memoryOf(db).words, query), asked.limit + 1, exactly)
  const tiers: TierFound[] = [{ rows, wanted: exactly, tier: 'exact' }]
  const seen = new Set(rows.map(({ doc }) => doc))
  if (query.all.length === 0) return tiers
  if (query.all.length > 1 && query.all.at(-1)?.begun === true && rows.length <= asked.limit) {
    // The list stays while the next word is begun: its first letter alone would empty it.
    const before = texts(db, asked, { ...query, all: query.all.slice(0, -1) }, filters)
    return [...tiers, ...before.map((tier) => ({ ...tier, rows: tier.rows.filter(({ doc }) => !seen.has(doc)) }))]
  }
  let before = 0
  let meanings: Map<Chunk, Meaning> | null = null
  for (const tier of ['folded', 'compound', 'similar'] as const) {
    if (seen.size > asked.limit) break
    // Only a query that found nothing at all is taken for misspelt.
    if (tier === 'similar' && seen.size > 0) break
    const words = wordsIn(db)
    const limit = mostWords(asked.limit, query.all.length)
    meanings ??= new Map(query.all.map((chunk) => [chunk, new Meaning(words, chunk, limit)]))
    const widenings = new Map([...meanings].map(([chunk, one]) => [chunk, { words: one.at(tier), instead: false }]))
    const others = [...widenings.values()].flatMap((one) => one.words)
    if (others.length === before) continue
    before = others.length
    const wanted = { chunks: query.all, words: new Set(others) }
    const more = look(widenings, asked.limit + 1 + seen.size, wanted).filter(({ doc }) => !seen.has(doc))
    more.forEach(({ doc }) => seen.add(doc))
    tiers.push({ rows: more, wanted, tier })
  }
  return tiers
}

function kindOf(row: HitRow): TextHit['kind'] {
  if (row.part !== 'paragraph') return row.part
  return row.paragraphKind === 'decision' || row.paragraphKind === 'action' ? row.paragraphKind : 'paragraph'
}

const printedNumber = (row: HitRow) =>
  row.number === null ? null : row.numberStyle === 'paragraph' ? `§ ${row.number}` : row.number

function lineOf(db: ReadableDb, row: HitRow): string {
  return row.part === 'source' ? memoryOf(db).lines.line(db, row) : row.text
}

function hitOf(db: ReadableDb, row: HitRow, tier: SearchTier, wanted: Wanted): TextHit {
  const text = lineOf(db, row)
  const marks = marksIn(text, wanted)
  return {
    kind: kindOf(row),
    id: row.ref,
    tier,
    meetingId: row.meetingId,
    title: row.title,
    date: row.date,
    body: row.body,
    itemId: row.itemId,
    itemNumber: printedNumber(row),
    itemTitle: row.itemTitle,
    paragraphId: row.paragraphId,
    sourceId: row.part === 'source' ? row.ref : null,
    line: row.line,
    ...snippetOf(text, marks),
    marks,
  }
}

/** A decision said within a paragraph stands for the paragraph: the same words are shown once. */
function once(hits: readonly TextHit[]): TextHit[] {
  const said = new Set(
    hits.filter((hit) => hit.paragraphId !== null && hit.id !== hit.paragraphId).map((hit) => hit.paragraphId),
  )
  return hits.filter((hit) => hit.paragraphId === null || hit.id !== hit.paragraphId || !said.has(hit.paragraphId))
}

function nameHit(db: ReadableDb, { entry, tier }: NameFound, words: readonly string[]): NameHit {
  const wanted = { chunks: words.map((word): Chunk => ({ words: [word], open: true })), words: new Set<string>() }
  const ranges = tier === 'compound' ? partsIn(entry.name, words) : marksIn(entry.name, wanted)
  const other = ranges.length > 0 ? undefined : entry.spellings.find((name) => marksIn(name, wanted).length > 0)
  return {
    kind: entry.kind,
    id: entry.id,
    name: entry.name,
    ranges,
    other: other ?? null,
    detail: detailOf(db, entry.kind, entry.id),
    also: entry.kind === 'organisation' ? bodyOfOrganisation(db, entry.id) : null,
    tier,
  }
}

const isTextKind = (kind: string) => textKind.options.some((one) => one === kind)

/** `misspelt`: no text has the words as they were typed, so that a name may be meant that is spelt another way. */
function names(db: ReadableDb, asked: Asked, query: Query, misspelt: boolean): NameHit[] {
  const kinds = new Set<NameKind>(
    nameKind.options.filter((kind) => asked.kinds.length === 0 || asked.kinds.includes(kind)),
  )
  const narrowed = asked.bodyId !== null || asked.personId !== null || asked.from !== null || asked.to !== null
  if (kinds.size === 0 || narrowed || asked.names === 0) return []
  const words = query.all.flatMap((chunk) => chunk.words)
  return namesIn(db)
    .find(words, kinds, asked.names, misspelt)
    .map((found) => nameHit(db, found, words))
}

/** Reads from an index that is up to date, or as far as it is. */
export function find(db: ReadableDb, asked: Asked): Omit<SearchResult, 'pending'> {
  const query = parseQuery(asked.query, asked.typing)
  const kinds = asked.kinds.filter(isTextKind)
  const wantsTexts = asked.kinds.length === 0 || kinds.length > 0
  const narrowed = asked.bodyId !== null || asked.personId !== null || kinds.length > 0
  // Without a word every text would do; a span of days alone narrows to every kind.
  const everyKind = query.all.length === 0 && (narrowed || asked.from !== null || asked.to !== null)
  const filters: Filters = {
    kinds: kinds.length === 0 && everyKind ? textKind.options : kinds,
    bodyId: asked.bodyId,
    meetings: asked.personId === null ? null : meetingsWith(db, asked.personId, mostMeetings),
  }
  const able = wantsTexts && (query.all.length > 0 || everyKind)
  const tiers = able ? texts(db, asked, query, filters) : []
  const found = tiers.flatMap(({ rows, wanted, tier }) => rows.map((row) => ({ row, wanted, tier })))
  return {
    names: names(db, asked, query, !found.some(({ tier }) => tier === 'exact' || tier === 'folded')),
    hits: once(found.slice(0, asked.limit).map(({ row, wanted, tier }) => hitOf(db, row, tier, wanted))),
    more: found.length > asked.limit,
  }
}
