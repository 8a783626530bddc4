/** Reading the index: hits newest first, and where each stands. */
import { all, get, type ReadableDb } from '../connection.ts'
import { tagSigns } from './tags.ts'

export type HitRow = {
  doc: number
  part: 'meeting' | 'item' | 'paragraph' | 'decision' | 'action' | 'source'
  ref: string
  line: number | null
  /** The whole stored text; of a line of a source nothing, for that see textOfSource. */
  text: string
  /** Of a source. */
  sha256: string | null
  paragraphKind: string | null
  meetingId: string | null
  title: string
  date: string | null
  body: string | null
  itemId: string | null
  number: string | null
  numberStyle: string | null
  itemTitle: string | null
  paragraphId: string | null
}

/**
 * Ids are cast: the driver hands large numbers over as reals, which FTS5 does not take for row ids.
 *
 * Where the texts of `found` (ids of documents) stand. A document whose text is gone since the index
 * was brought up to date is left out.
 */
const placed = (found: string, order: string) => `
SELECT d.id AS doc, d.part, d.ref, d.line, coalesce(s.text, c.text, p.text, i.title, m.title, '') AS text,
  o.sha256,
  p.kind AS paragraphKind, m.id AS meetingId, coalesce(m.title, o.name) AS title,
  coalesce(m.date, o.published_from, o.published_to) AS date, b.name AS body,
  i.id AS itemId, i.number, i.number_style AS numberStyle, i.title AS itemTitle, p.id AS paragraphId
FROM (${found}) f CROSS JOIN search_doc d ON d.id = f.id
LEFT JOIN decision s ON s.id = CASE d.part WHEN 'decision' THEN d.ref END
LEFT JOIN action c ON c.id = CASE d.part WHEN 'action' THEN d.ref END
LEFT JOIN paragraph p ON p.id = CASE d.part WHEN 'paragraph' THEN d.ref WHEN 'decision' THEN s.paragraph_id
  WHEN 'action' THEN c.paragraph_id END
LEFT JOIN agenda_item i ON i.id = CASE d.part WHEN 'item' THEN d.ref ELSE p.item_id END
LEFT JOIN meeting m ON m.id = CASE d.part WHEN 'meeting' THEN d.ref ELSE i.meeting_id END
LEFT JOIN source o ON o.id = CASE d.part WHEN 'source' THEN d.ref END
LEFT JOIN body b ON b.id = m.body_id
WHERE coalesce(m.id, o.id) IS NOT NULL ORDER BY ${order}`

/** What is found by an expression of FTS5 between two ids, newest first. */
export const newestQuery = placed(
  `SELECT rowid AS id FROM search WHERE search MATCH @match AND rowid BETWEEN CAST(@low AS INTEGER) AND CAST(@high AS INTEGER)
   ORDER BY rowid DESC LIMIT @limit`,
  'f.id DESC',
)
/** As newestQuery, without what has no date of its own. */
const datedQuery = placed(
  `SELECT rowid AS id FROM search WHERE search MATCH @match AND rowid BETWEEN CAST(@low AS INTEGER) AND CAST(@high AS INTEGER) AND EXISTS (
     SELECT 1 FROM search_doc d WHERE d.id = search.rowid AND CASE d.part WHEN 'source'
       THEN EXISTS (SELECT 1 FROM source o WHERE o.id = d.ref AND coalesce(o.published_from, o.published_to) IS NOT NULL)
       ELSE EXISTS (SELECT 1 FROM meeting m WHERE m.date IS NOT NULL AND m.id = CASE d.part WHEN 'meeting' THEN d.ref ELSE
         (SELECT i.meeting_id FROM agenda_item i WHERE i.id = CASE d.part WHEN 'item' THEN d.ref ELSE
           (SELECT p.item_id FROM paragraph p WHERE p.id = CASE d.part WHEN 'paragraph' THEN d.ref
             WHEN 'decision' THEN (SELECT paragraph_id FROM decision WHERE id = d.ref)
             ELSE (SELECT paragraph_id FROM action WHERE id = d.ref) END) END) END) END)
   ORDER BY rowid DESC LIMIT @limit`,
  'f.id DESC',
)
const bestQuery = placed(
  `SELECT rowid AS id, rank AS weight FROM search WHERE search MATCH @match AND rowid BETWEEN CAST(@low AS INTEGER) AND CAST(@high AS INTEGER)
   ORDER BY rank LIMIT @limit`,
  'f.weight, f.id DESC',
)

export type Found = { match: string; low: number; high: number; limit: number }

export function newest(db: ReadableDb, found: Found, dated: boolean): HitRow[] {
  return all(db, dated ? datedQuery : newestQuery, found)
}

/** By the weight of the words (bm25) among the newest `among` hits: weighing every hit would take seconds. */
export function best(db: ReadableDb, found: Found, dated: boolean, among: number): HitRow[] {
  const last = get<{ id: number }>(
    db,
    `SELECT rowid AS id FROM search WHERE search MATCH @match AND rowid BETWEEN CAST(@low AS INTEGER) AND CAST(@high AS INTEGER)
     ORDER BY rowid DESC LIMIT 1 OFFSET @among`,
    { match: found.match, low: found.low, high: found.high, among },
  )
  const rows = all<HitRow>(db, bestQuery, { ...found, low: last?.id ?? found.low })
  return dated ? rows.filter((row) => row.date !== null) : rows
}

/** All lines of a source; '' when it is gone. */
export function textOfSource(db: ReadableDb, id: string): string {
  return get<{ text: string }>(db, 'SELECT text FROM source WHERE id = ?', [id])?.text ?? ''
}

/** Every word of the index, tags left out, in no order that means anything. */
export function indexedWords(db: ReadableDb): string[] {
  return all<{ term: string }>(db, 'SELECT term FROM search_word WHERE term < ? OR term >= ?', [...tagSigns]).map(
    (row) => row.term,
  )
}

/** Meetings where somebody was, as far as the text does not say they were away; the newest `most`. */
export function meetingsWith(db: ReadableDb, personId: string, most: number): string[] {
  return all<{ id: string }>(
    db,
    `SELECT DISTINCT m.id, m.date FROM attendance a JOIN meeting m ON m.id = a.meeting_id
     WHERE a.person_id = ? AND a.status IN ('present', 'unknown') ORDER BY m.date DESC LIMIT ?`,
    [personId, most],
  ).map((row) => row.id)
}

/** Bodies that meetings name, in Swedish order. */
export function bodiesWithMeetings(db: ReadableDb): { id: string; name: string; meetings: number }[] {
  return all(
    db,
    `SELECT b.id, b.name, count(*) AS meetings FROM meeting m JOIN body b ON b.id = m.body_id
     GROUP BY b.id ORDER BY b.sort_key, b.name, b.id`,
  )
}
