/** Text that waits for a choice of whoever wrote it. */
import type { BlockKind } from '#contract/blocks.ts'
import { all, run, type ReadableDb, type WritableDb } from '../connection.ts'

export type SetAsideRow = {
  itemId: string
  title: string
  paragraphId: string
  position: number
  kind: BlockKind
  text: string
  /** As JSON. */
  fields: string | null
}

/** What is not stored as it waits, by item and place. */
export function setAsideIn(db: ReadableDb, meetingId: string): SetAsideRow[] {
  return all(
    db,
    `SELECT s.item_id AS itemId, s.item_title AS title, s.paragraph_id AS paragraphId, s.position, s.kind, s.text, s.fields
     FROM set_aside s LEFT JOIN paragraph p ON p.id = s.paragraph_id AND p.item_id = s.item_id
     WHERE s.meeting_id = ? AND (p.text IS NOT s.text OR p.kind IS NOT s.kind OR p.fields IS NOT s.fields)
     ORDER BY s.item_id, s.position, s.id`,
    [meetingId],
  )
}

export function putAside(db: WritableDb, meetingId: string, row: SetAsideRow): void {
  run(
    db,
    `INSERT INTO set_aside (meeting_id, item_id, item_title, paragraph_id, position, kind, text, fields)
     VALUES (@meetingId, @itemId, @title, @paragraphId, @position, @kind, @text, @fields)
     ON CONFLICT (item_id, paragraph_id) DO UPDATE SET item_title = @title, position = @position, kind = @kind,
       text = @text, fields = @fields`,
    { meetingId, ...row },
  )
}

export function dropAside(db: WritableDb, itemId: string, paragraphId: string): void {
  run(db, 'DELETE FROM set_aside WHERE item_id = ? AND paragraph_id = ?', [itemId, paragraphId])
}
