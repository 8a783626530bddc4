/** States that paragraphs had, beside those they have. */
import type { BlockKind, TextSpan } from '#contract/blocks.ts'
import { all, get, type ReadableDb } from '../connection.ts'
import type { WholeRow } from './whole.ts'

/** A state that ended at `until`. */
export type VersionRow = {
  versionId: number
  paragraphId: string
  itemId: string
  position: number
  kind: BlockKind
  text: string
  fields: string | null
  /** Of the paragraph; null for what was there from the beginning. */
  createdAt: string | null
  until: string
  removed: number
}
/** A state with all that is needed to put it back. */
export type KeptState = VersionRow & {
  lineFrom: number | null
  lineTo: number | null
  /** Its mentions as JSON; null where they are not known. */
  spans: string | null
  /** Rows that stood beside its words, by table, as JSON; null where they are not known. */
  beside: string | null
}
export type PresentRow = Omit<VersionRow, 'versionId' | 'until' | 'removed'>

const columns = `id AS versionId, paragraph_id AS paragraphId, item_id AS itemId, position, kind, text, fields,
  created_at AS createdAt, until, removed`

/** Oldest first. */
export function versionsOfParagraph(db: ReadableDb, paragraphId: string): VersionRow[] {
  return all(db, `SELECT ${columns} FROM paragraph_version WHERE paragraph_id = ? ORDER BY until, id`, [paragraphId])
}

/** Of every paragraph that stands or stood in the item, oldest first. */
export function versionsOfItem(db: ReadableDb, itemId: string): VersionRow[] {
  return all(db, `SELECT ${columns} FROM paragraph_version WHERE item_id = ? ORDER BY until, id`, [itemId])
}

export function keptState(db: ReadableDb, versionId: number): KeptState | undefined {
  return get(
    db,
    `SELECT ${columns}, line_from AS lineFrom, line_to AS lineTo, spans, beside FROM paragraph_version WHERE id = ?`,
    [versionId],
  )
}

const present = `SELECT id AS paragraphId, item_id AS itemId, position, kind, text, fields, created_at AS createdAt
  FROM paragraph`

export function presentOfItem(db: ReadableDb, itemId: string): PresentRow[] {
  return all(db, `${present} WHERE item_id = ? ORDER BY position`, [itemId])
}

export function presentParagraph(db: ReadableDb, paragraphId: string): PresentRow | undefined {
  return get(db, `${present} WHERE id = ?`, [paragraphId])
}

/** Mentions of a paragraph as it is. */
export function presentSpans(db: ReadableDb, paragraphId: string): TextSpan[] {
  return all(
    db,
    `SELECT from_offset AS "from", to_offset AS "to", kind,
       coalesce(person_id, organisation_id, body_id, theme_id) AS ref
     FROM text_span WHERE paragraph_id = ? ORDER BY from_offset`,
    [paragraphId],
  )
}

/** Kept states, whole, in which one of the ids stands for a mention or beside the words. */
export function statesWith(db: ReadableDb, ids: readonly string[]): WholeRow[] {
  return all(
    db,
    `SELECT v.* FROM paragraph_version v
     WHERE EXISTS (SELECT 1 FROM json_each(?) w WHERE instr(v.spans, w.value) > 0 OR instr(v.beside, w.value) > 0)`,
    [JSON.stringify(ids)],
  )
}
