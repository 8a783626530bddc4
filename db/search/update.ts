/** Bringing the index up to date with what was noted as changed. */
import { all, get, raw, run, type ReadableDb, type WritableDb } from '../connection.ts'
import { firstDay, perDay } from './days.ts'
import { tag, untagged } from './tags.ts'

type Part = 'meeting' | 'item' | 'paragraph' | 'decision' | 'action' | 'source'
type Doc = { part: Part; ref: string; line: number | null; day: number; text: string; tags: string }
type Row = {
  part: Part
  ref: string
  text: string
  kind: string
  meetingId: string
  bodyId: string | null
  day: string
}

/** What whoever keeps words or names in memory has to hear. */
export type Listener = { text(text: string): void; entity(part: string, id: string): void }

const meetingColumns = `m.id AS meetingId, m.body_id AS bodyId, coalesce(m.date, substr(m.created_at, 1, 10)) AS day`
const saidColumns = `s.id AS ref, s.text, ${meetingColumns}`
const saidJoins = `JOIN paragraph p ON p.id = s.paragraph_id JOIN agenda_item i ON i.id = p.item_id
  JOIN meeting m ON m.id = i.meeting_id`

/** One text of each part by id; `where` picks rows of `m`, `i`, `p` or `s`. What is said by a whole block is the block's own text. */
const rowsOf = {
  meeting: (where: string) =>
    `SELECT 'meeting' AS part, 'meeting' AS kind, m.id AS ref, m.title AS text, ${meetingColumns} FROM meeting m WHERE ${where}`,
  item: (where: string) =>
    `SELECT 'item' AS part, 'item' AS kind, i.id AS ref, i.title AS text, ${meetingColumns}
     FROM agenda_item i JOIN meeting m ON m.id = i.meeting_id WHERE ${where}`,
  paragraph: (where: string) =>
    `SELECT 'paragraph' AS part, CASE p.kind WHEN 'list' THEN 'paragraph' ELSE p.kind END AS kind, p.id AS ref, p.text,
       ${meetingColumns}
     FROM paragraph p JOIN agenda_item i ON i.id = p.item_id JOIN meeting m ON m.id = i.meeting_id WHERE ${where}`,
  decision: (where: string) =>
    `SELECT 'decision' AS part, 'decision' AS kind, ${saidColumns} FROM decision s ${saidJoins} WHERE s.inline = 1 AND ${where}`,
  action: (where: string) =>
    `SELECT 'action' AS part, 'action' AS kind, ${saidColumns} FROM action s ${saidJoins} WHERE s.inline = 1 AND ${where}`,
}
const keyOf = { meeting: 'm', item: 'i', paragraph: 'p', decision: 's', action: 's' } as const
type RecordPart = keyof typeof keyOf

const recordQuery = `SELECT part, kind, ref, text, meetingId, bodyId, day FROM (
  SELECT *, -1 AS item, -1 AS place, 0 AS said FROM (${rowsOf.meeting('m.id = @id')})
  UNION ALL SELECT q.*, i.position, -1, 0 FROM (${rowsOf.item('m.id = @id')}) q JOIN agenda_item i ON i.id = q.ref
  UNION ALL SELECT q.*, i.position, p.position, 0 FROM (${rowsOf.paragraph('m.id = @id')}) q
    JOIN paragraph p ON p.id = q.ref JOIN agenda_item i ON i.id = p.item_id
  UNION ALL SELECT q.*, i.position, p.position, 1 FROM (${rowsOf.decision('m.id = @id')}) q
    JOIN decision s ON s.id = q.ref JOIN paragraph p ON p.id = s.paragraph_id JOIN agenda_item i ON i.id = p.item_id
  UNION ALL SELECT q.*, i.position, p.position, 1 FROM (${rowsOf.action('m.id = @id')}) q
    JOIN action s ON s.id = q.ref JOIN paragraph p ON p.id = s.paragraph_id JOIN agenda_item i ON i.id = p.item_id
) ORDER BY item, place, said`

/** How many changes wait; 0 costs one look. */
export function waiting(db: ReadableDb): number {
  if (get(db, 'SELECT 1 FROM search_dirty LIMIT 1') === undefined) return 0
  return get<{ n: number }>(db, 'SELECT count(*) AS n FROM search_dirty')?.n ?? 0
}

/**
 * Texts on their way into the index, by id. They go in together by rising ids: FTS5 ends a piece of
 * the index wherever an id is lower than the one before, and pieces are dear to make and to read.
 */
type Batch = { db: WritableDb; listener: Listener; texts: Map<number, string> }

function remove({ db, texts }: Batch, id: number): void {
  run(db, 'DELETE FROM search_doc WHERE id = ?', [id])
  if (!texts.delete(id)) run(db, 'DELETE FROM search WHERE rowid = CAST(? AS INTEGER)', [id])
}

function flush({ db, texts }: Batch): void {
  for (const [id, text] of [...texts].toSorted(([a], [b]) => a - b))
    run(db, 'INSERT INTO search (rowid, text) VALUES (CAST(? AS INTEGER), ?)', [id, text])
}

/** The next id of a day; texts of a day are counted down, so that descending order is that of the record. */
function nextId(db: ReadableDb, day: number): number {
  const low = get<{ id: number | null }>(db, 'SELECT min(id) AS id FROM search_doc WHERE id >= ? AND id < ?', [
    day * perDay,
    (day + 1) * perDay,
  ])?.id
  if (low === null || low === undefined) return (day + 1) * perDay - 1
  // A day with a million texts goes on in the day before.
  return low > day * perDay ? low - 1 : nextId(db, day - 1)
}

/** Takes out what stood for `ref` and puts `docs` in; a text that stays on its day keeps its place. */
function replace(batch: Batch, ref: string, docs: readonly Doc[]): void {
  const { db, listener, texts } = batch
  const old = all<{ id: number }>(db, 'SELECT id FROM search_doc WHERE ref = ? ORDER BY id DESC', [ref])
  old.forEach(({ id }) => remove(batch, id))
  docs.forEach(({ part, line, day, text, tags }, index) => {
    const before = old[index]?.id
    const id = before !== undefined && Math.floor(before / perDay) === day ? before : nextId(db, day)
    run(db, 'INSERT INTO search_doc (id, part, ref, line) VALUES (?, ?, ?, ?)', [id, part, ref, line])
    const plain = untagged(text)
    texts.set(id, `${plain} ${tags}`)
    listener.text(plain)
  })
}

function docOf(row: Row): Doc {
  const tags = [tag('kind', row.kind), tag('meeting', row.meetingId)]
  if (row.bodyId !== null) tags.push(tag('body', row.bodyId))
  return { part: row.part, ref: row.ref, line: null, day: firstDay(row.day), text: row.text, tags: tags.join(' ') }
}

/** One text of the record; nothing where the row is gone or empty. */
function putRow(batch: Batch, part: RecordPart, id: string): void {
  const row = get<Row>(batch.db, rowsOf[part](`${keyOf[part]}.id = ?`), [id])
  replace(batch, id, row === undefined || row.text.trim() === '' ? [] : [docOf(row)])
}

/** Every text of a meeting, in the order of the record. Returns how many there were. */
function putRecord(batch: Batch, id: string): number {
  const { db } = batch
  const rows = all<Row>(db, recordQuery, { id })
  for (const row of rows) {
    replace(batch, row.ref, row.text.trim() === '' ? [] : [docOf(row)])
    run(db, 'DELETE FROM search_dirty WHERE part = ? AND id = ?', [row.part, row.ref])
  }
  return rows.length
}

type SourceRow = { text: string; kind: string; withdrawn: string | null; day: string }

/** A source line by line. Minutes are found as the meetings that were read from them. */
function putSource(batch: Batch, id: string): number {
  const row = get<SourceRow>(
    batch.db,
    `SELECT text, kind, withdrawn_at AS withdrawn, coalesce(published_from, published_to, substr(added_at, 1, 10)) AS day
     FROM source WHERE id = ?`,
    [id],
  )
  const shown = row !== undefined && row.kind !== 'minutes' && row.withdrawn === null
  const day = shown ? firstDay(row.day) : 0
  const docs = (shown ? row.text.split('\n') : []).flatMap((text, index): Doc[] =>
    text.trim() === '' ? [] : [{ part: 'source', ref: id, line: index + 1, day, text, tags: tag('kind', 'source') }],
  )
  replace(batch, id, docs)
  return docs.length
}

const isRecordPart = (part: string): part is RecordPart => Object.hasOwn(keyOf, part)

/** Takes one noted change into the index. Returns its weight in texts. */
function take(batch: Batch, part: string, id: string): number {
  if (part === 'record') return putRecord(batch, id)
  if (part === 'source') return putSource(batch, id)
  if (isRecordPart(part)) putRow(batch, part, id)
  else batch.listener.entity(part, id)
  return 1
}

/**
 * Takes about `rows` noted changes into the index, within the caller's transaction. Whole meetings and
 * new ones come first, so that their texts stand in order.
 * @returns how many changes still wait
 */
export function bringUpToDate(db: WritableDb, rows: number, listener: Listener): number {
  const batch: Batch = { db, listener, texts: new Map() }
  for (const part of ['record', 'meeting', null]) {
    let left = rows
    const dirty = all<{ part: string; id: string }>(
      db,
      `SELECT part, id FROM search_dirty WHERE ${part === null ? 'TRUE' : `part = '${part}'`} LIMIT ?`,
      [rows],
    )
    for (const one of dirty) {
      if (left <= 0) break
      // A meeting that is new to the index comes whole.
      const fresh = one.part === 'meeting' && get(db, 'SELECT 1 FROM search_doc WHERE ref = ?', [one.id]) === undefined
      left -= take(batch, fresh ? 'record' : one.part, one.id)
      run(db, 'DELETE FROM search_dirty WHERE part = ? AND id = ?', [one.part, one.id])
    }
    rows = left
    if (rows <= 0) break
  }
  flush(batch)
  return waiting(db)
}

/** Moves the index on towards one piece, some pages at a time. Returns whether there was anything to do. */
export function tidyIndex(db: WritableDb, pages: number): boolean {
  const count = () => get<{ n: number }>(db, 'SELECT total_changes() AS n')?.n ?? 0
  const before = count()
  run(db, "INSERT INTO search (search, rank) VALUES ('merge', ?)", [-pages])
  return count() - before >= 2
}

const silent: Listener = { text: () => undefined, entity: () => undefined }

/**
 * Writes the whole index anew from the tables, so that no byte of what was removed is left in it.
 * Outside any transaction; whoever keeps words of it in memory forgets them.
 */
export function rewriteIndex(db: WritableDb): void {
  raw(db).transaction(() => {
    run(db, "INSERT INTO search (search) VALUES ('delete-all')")
    run(db, 'DELETE FROM search_doc')
    run(
      db,
      "DELETE FROM search_dirty WHERE part NOT IN ('person', 'organisation', 'body', 'theme', 'post', 'event', 'assignment')",
    )
    run(db, "INSERT INTO search_dirty (part, id) SELECT 'record', id FROM meeting")
    run(db, "INSERT INTO search_dirty (part, id) SELECT 'source', id FROM source")
  })()
  while (waiting(db) > 0) raw(db).transaction(() => bringUpToDate(db, 20_000, silent))()
}
