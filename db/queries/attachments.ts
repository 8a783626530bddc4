/** Files of meetings. Bytes are kept once, under their SHA-256. */
import type { Attachment } from '#contract/attachments.ts'
import type { NamingFile } from '#contract/privacy.ts'
import { all, get, raw, run, type ReadableDb, type WritableDb } from '../connection.ts'

/** Those of a meeting in their order, numbered from 1. */
export function attachmentsOf(db: ReadableDb, meetingId: string): Attachment[] {
  return all<Omit<Attachment, 'number'>>(
    db,
    `SELECT id, item_id AS itemId, title, file_name AS fileName, size FROM attachment WHERE meeting_id = ?
     ORDER BY position`,
    [meetingId],
  ).map((row, index) => ({ ...row, number: index + 1 }))
}

export type AttachmentRow = { id: string; meetingId: string; fileName: string; sha256: string }

export function attachmentRow(db: ReadableDb, id: string): AttachmentRow | undefined {
  return get(db, 'SELECT id, meeting_id AS meetingId, file_name AS fileName, sha256 FROM attachment WHERE id = ?', [id])
}

/** Minutes that are kept as they are: taken in from a text, or approved at some time. `m` is the meeting. */
export const isRecord = `(m.source_id IS NOT NULL OR m.approved_on IS NOT NULL OR m.state IN ('approved', 'archived')
  OR EXISTS (SELECT 1 FROM minutes_version v WHERE v.meeting_id = m.id))`

export type StoredAttachment = Omit<NamingFile, 'names' | 'record'> & { sha256: string; record: 0 | 1 }

/** All files of all meetings, newest meeting first. */
export function allAttachments(db: ReadableDb): StoredAttachment[] {
  return all(
    db,
    `SELECT a.id, a.file_name AS fileName, a.title, a.sha256, m.id AS meetingId, m.title AS meeting, m.date,
       ${isRecord} AS record
     FROM attachment a JOIN meeting m ON m.id = a.meeting_id ORDER BY m.date DESC, m.id, a.position`,
  )
}

/** Removes files for good, their bytes as well. The caller has emptied the history of steps. */
export function dropAttachments(db: WritableDb, ids: readonly string[]): void {
  for (const id of ids) run(db, 'DELETE FROM attachment WHERE id = ?', [id])
  run(db, 'DELETE FROM stored_file WHERE id NOT IN (SELECT sha256 FROM attachment)')
}

/** Bytes that all files of a meeting have together. */
export function attachedBytes(db: ReadableDb, meetingId: string): number {
  return (
    get<{ n: number }>(db, 'SELECT coalesce(sum(size), 0) AS n FROM attachment WHERE meeting_id = ?', [meetingId])?.n ??
    0
  )
}

export function storeBytes(db: WritableDb, sha256: string, bytes: Uint8Array): void {
  if (get(db, 'SELECT 1 FROM stored_file WHERE id = ?', [sha256]) !== undefined) return
  raw(db).prepare('INSERT INTO stored_file (id, bytes) VALUES (?, ?)').run(sha256, bytes)
}

export function storedBytes(db: ReadableDb, sha256: string): Uint8Array | null {
  return get<{ bytes: Uint8Array }>(db, 'SELECT bytes FROM stored_file WHERE id = ?', [sha256])?.bytes ?? null
}

export function writeAttachmentOrder(db: WritableDb, ids: readonly string[]): void {
  ids.forEach((id, position) =>
    run(db, 'UPDATE attachment SET position = ? WHERE id = ? AND position <> ?', [position, id, position]),
  )
}

export function removeAttachment(db: WritableDb, id: string): void {
  run(db, 'DELETE FROM attachment WHERE id = ?', [id])
}
