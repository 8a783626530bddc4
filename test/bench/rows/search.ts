import { all, raw, type WritableDb } from '#db/connection.ts'
import { newestQuery } from '#db/search/find.ts'
import { median, same, timed, type Bench } from '../measure.ts'
import { searchCorpus, type Corpus } from '../search-corpus.ts'

const shown = 20
/** Milliseconds: the budget that all but one of a hundred keystrokes are held to. */
const budget = 10

type Raw = { doc: number; itemId: string | null; ref: string }
const everyDay = { low: Number.MIN_SAFE_INTEGER, high: Number.MAX_SAFE_INTEGER }

/** The statement alone, as the driver runs it. */
const rawHits = (db: WritableDb, match: string, limit = shown + 1) =>
  all<Raw>(db, newestQuery, { match, ...everyDay, limit })

/** What typing a query sends: each of its beginnings, from the second letter on. */
const keystrokes = (query: string) => Array.from({ length: query.length - 1 }, (_, index) => query.slice(0, index + 2))

/** As the index is asked for what is typed: whole words, the last one open. */
function expressionOf(typed: string): string {
  const words = typed.trim().split(' ')
  const open = !typed.endsWith(' ') && [...(words.at(-1) ?? '')].length > 1
  return words.map((word, index) => (open && index === words.length - 1 ? `"${word}" *` : `"${word}"`)).join(' AND ')
}

/** Words and pairs of words to type; the same in every run. */
function queriesToType({ words }: Corpus, seed: number, count: number): string[] {
  const word = words(seed)
  const long = () => {
    for (;;) {
      const drawn = word()
      if (drawn.length > 3) return drawn
    }
  }
  return Array.from({ length: count }, (_, index) => (index % 3 === 2 ? `${word()} ${long()}` : long()))
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** Each keystroke that fills its list, through the core's door and as the bare statement. */
export const searchTyping: Bench = {
  name: 'search-typing',
  what: 'one keystroke of a search through dispatch, 120,000 items, names and marked snippets with it',
  against: 'the prepared statement that yields the same rows',
  target: 2,
  async run() {
    const corpus = await searchCorpus()
    const { call, db } = corpus
    const queries = queriesToType(corpus, 1, 40)
      .flatMap(keystrokes)
      .filter((typed) => rawHits(db, expressionOf(typed)).length > shown)
    const [ours, reference]: [number[], number[]] = [[], []]
    for (const typed of queries) {
      const { hits } = await call('search.find', { query: typed })
      same(
        hits.map(({ id }) => id),
        rawHits(db, expressionOf(typed))
          .slice(0, shown)
          .map(({ ref }) => ref),
        `hits of ${typed}`,
      )
    }
    for (let round = 0; round < 4; round += 1) {
      for (const [index, typed] of queries.entries()) {
        const match = expressionOf(typed)
        const find = () => call('search.find', { query: typed })
        const bare = () => rawHits(db, match)
        const first = (index + round) % 2 === 0
        const a = first ? await timed(find) : Number.NaN
        const b = await timed(bare)
        const c = first ? a : await timed(find)
        if (round === 0) continue
        ours.push(c)
        reference.push(b)
      }
    }
    return { ours: median(ours), reference: median(reference) }
  },
}

/** Every keystroke of words, pairs of words and misspelt words: with forgiven marks, compounds and likeness where they are due. */
export const searchTypingWorst: Bench = {
  name: 'search-typing-p99',
  what: 'the slowest but one of a hundred keystrokes through dispatch, each the best of three',
  against: 'the budget',
  target: 1,
  async run() {
    const corpus = await searchCorpus()
    const misspelt = (typed: string) => `${typed.slice(0, -2)}${typed.at(-1) ?? ''}${typed.at(-2) ?? ''}`
    const queries = queriesToType(corpus, 2, 60).flatMap(keystrokes)
    queries.push(
      ...queries
        .filter((typed) => typed.length > 5)
        .filter((_, index) => index % 20 === 0)
        .map(misspelt),
    )
    for (const query of queries) await corpus.call('search.find', { query })
    const times: number[] = []
    for (const query of queries) {
      const find = () => corpus.call('search.find', { query })
      // The machine's other work may hit one or two of three; what the keystroke costs hits all.
      times.push(Math.min(await timed(find), await timed(find), await timed(find)))
    }
    return {
      ours: at(
        times.toSorted((a, b) => a - b),
        0.99,
      ),
      reference: budget,
    }
  },
}

/** The newest items a query is found in, without asking twice for the same. */
function newestItems(hits: readonly { itemId: string | null }[]): string[] {
  return [...new Set(hits.flatMap(({ itemId }) => (itemId === null ? [] : [itemId])))]
}

type Peer = (query: string) => { item: string; weight: number }[]

/**
 * As note programs search with FTS4: offsets and statistics of every hit are fetched, and each is weighed
 * in JavaScript (BM25) before any is shown.
 */
function fts4(db: WritableDb): Peer {
  raw(db).exec(`
    CREATE VIRTUAL TABLE IF NOT EXISTS peer USING fts4(item, title, text, notindexed=item, tokenize=unicode61 "remove_diacritics=0");
    INSERT INTO peer (rowid, item, title, text) SELECT d.id, i.id, i.title, p.text FROM search_doc d
      JOIN agenda_item i ON i.id = d.ref JOIN paragraph p ON p.item_id = i.id
      WHERE d.part = 'item' AND NOT EXISTS (SELECT 1 FROM peer LIMIT 1) ORDER BY d.id;`)
  const statement = raw(db).prepare(
    `SELECT item, rowid, offsets(peer) AS offsets, matchinfo(peer, 'pcnalx') AS info FROM peer WHERE peer MATCH ?`,
  )
  return (query) => {
    const match = query.trim().replaceAll(' ', '* ') + (query.endsWith(' ') ? '' : '*')
    // The columns of the statement above.
    const rows = statement.all(match) as { item: string; rowid: number; offsets: string; info: Buffer }[]
    return rows
      .map(({ item, offsets, info }) => {
        const numbers = new Uint32Array(info.buffer, info.byteOffset, info.byteLength / 4)
        const [phrases = 0, columns = 0, all = 0] = numbers
        let weight = offsets.length * 1e-9
        for (let phrase = 0; phrase < phrases; phrase += 1)
          for (let column = 0; column < columns; column += 1) {
            const x = 3 + 2 * columns + 3 * (phrase * columns + column)
            const [here = 0, , rowsWith = 0] = numbers.subarray(x, x + 3)
            const [average = 1, length = 0] = [numbers[3 + column], numbers[3 + columns + column]]
            const rarity = Math.log((all - rowsWith + 0.5) / (rowsWith + 0.5) + 1)
            weight += (rarity * here * 2.2) / (here + 1.2 * (0.25 + (0.75 * length) / Math.max(average, 1)))
          }
        return { item, weight }
      })
      .toSorted((a, b) => b.weight - a.weight)
  }
}

/** As note programs search without an index: every text is fetched, brought to one form and looked through. */
function scan(db: WritableDb): Peer {
  const statement = raw(db).prepare(
    'SELECT i.id AS item, i.title, p.text FROM agenda_item i JOIN paragraph p ON p.item_id = i.id',
  )
  const boundary = /[\p{L}\p{N}]/u
  return (query) => {
    const open = !query.endsWith(' ')
    const words = query
      .trim()
      .split(' ')
      .map((word) => word.normalize('NFC').toLowerCase())
    const has = (text: string, word: string) => {
      for (let from = text.indexOf(word); from >= 0; from = text.indexOf(word, from + 1)) {
        const starts = from === 0 || !boundary.test(text[from - 1] ?? '')
        if (starts && (open || !boundary.test(text[from + word.length] ?? ' '))) return true
      }
      return false
    }
    const found: { item: string; weight: number }[] = []
    // The columns of the statement above.
    for (const row of statement.iterate() as IterableIterator<{ item: string; title: string; text: string }>) {
      const text = `${row.title}\n${row.text}`.normalize('NFC').toLowerCase()
      if (words.every((word) => has(text, word))) found.push({ item: row.item, weight: 0 })
    }
    return found
  }
}

/**
 * Our newest hits through dispatch against a peer's whole work for the same keystrokes. What is compared is the
 * typing of a whole query, from its second letter to its last: the geometric mean of the queries' ratios.
 */
async function against(
  peerOf: (db: WritableDb) => Peer,
  count: number,
): Promise<{ ours: number; reference: number; ratio: number }> {
  const corpus = await searchCorpus()
  const peer = peerOf(corpus.db)
  const place = new Map(
    all<{ item: string; id: number }>(corpus.db, "SELECT ref AS item, id FROM search_doc WHERE part = 'item'").map(
      ({ item, id }) => [item, id],
    ),
  )
  const [ours, reference]: [number[], number[]] = [[], []]
  for (const query of queriesToType(corpus, 3, count)) {
    let [own, theirs] = [0, 0]
    for (const typed of keystrokes(query)) {
      const find = () => corpus.call('search.find', { query: typed, names: 0 })
      const { hits } = await find()
      let found: ReturnType<Peer> = []
      theirs += await timed(() => (found = peer(typed)))
      own += median([await timed(find), await timed(find), await timed(find)])
      // The words of a pair may stand in title and text together, which for us are two texts.
      if (typed.trim().includes(' ')) continue
      const newest = found.map(({ item }) => item).toSorted((a, b) => (place.get(b) ?? 0) - (place.get(a) ?? 0))
      const items = newestItems(hits.filter(({ tier }) => tier === 'exact'))
      same(items, newest.slice(0, items.length), `hits of ${typed}`)
    }
    ours.push(own)
    reference.push(theirs)
  }
  const ratios = ours.map((value, index) => Math.log(value / (reference[index] ?? Number.NaN)))
  return {
    ours: median(ours),
    reference: median(reference),
    ratio: Math.exp(ratios.reduce((sum, value) => sum + value, 0) / ratios.length),
  }
}

export const searchFts4: Bench = {
  name: 'search-fts4',
  what: 'typing a query whole, each keystroke a search through dispatch',
  against: 'FTS4 with every hit weighed in JavaScript',
  target: 0.02,
  run: () => against(fts4, 18),
}

export const searchScan: Bench = {
  name: 'search-scan',
  what: 'typing a query whole, each keystroke a search through dispatch',
  against: 'every text fetched and looked through',
  target: 0.001,
  run: () => against(scan, 3),
}
