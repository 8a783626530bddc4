/** Which items the paragraphs of a meeting mean by numbers that are others now. */
import { all, insert, run, type ReadableDb, type WritableDb } from '../connection.ts'

/** `number`: as the text has it, without §. */
export type NumberMeant = { paragraphId: string; itemId: string; number: string }

export function numbersMeant(db: ReadableDb, meetingId: string): NumberMeant[] {
  return all(
    db,
    `SELECT n.paragraph_id AS paragraphId, n.item_id AS itemId, n.number FROM number_meant n
     JOIN paragraph p ON p.id = n.paragraph_id JOIN agenda_item i ON i.id = p.item_id
     WHERE i.meeting_id = ? ORDER BY n.rowid`,
    [meetingId],
  )
}

export function paragraphsOf(db: ReadableDb, meetingId: string): { id: string; text: string }[] {
  return all(
    db,
    `SELECT p.id, p.text FROM paragraph p JOIN agenda_item i ON i.id = p.item_id
     WHERE i.meeting_id = ? ORDER BY i.position, p.position`,
    [meetingId],
  )
}

export function noteNumber(db: WritableDb, id: string, { paragraphId, itemId, number }: NumberMeant): void {
  insert(db, 'number_meant', { id, paragraph_id: paragraphId, item_id: itemId, number })
}

export function forgetNumber(db: WritableDb, { paragraphId, number }: Omit<NumberMeant, 'itemId'>): void {
  run(db, 'DELETE FROM number_meant WHERE paragraph_id = ? AND number = ?', [paragraphId, number])
}
