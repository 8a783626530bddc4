/** Calendar entries of meetings. */
import { all, get, run, type ReadableDb, type WritableDb } from '../connection.ts'

export function calendarOf(db: ReadableDb, meetingId: string): { uid: string | null; sequence: number | null } {
  return (
    get<{ uid: string | null; sequence: number | null }>(
      db,
      'SELECT calendar_uid AS uid, calendar_sequence AS sequence FROM meeting WHERE id = ?',
      [meetingId],
    ) ?? { uid: null, sequence: null }
  )
}

export function setCalendar(db: WritableDb, meetingId: string, uid: string, sequence: number): void {
  run(db, 'UPDATE meeting SET calendar_uid = ?, calendar_sequence = ? WHERE id = ?', [uid, sequence, meetingId])
}

/** Those on the list of a meeting whose address is known, each once; who is restricted is in nothing that leaves. */
export function addressesOf(db: ReadableDb, meetingId: string): { name: string; email: string }[] {
  return all(
    db,
    `SELECT a.name, min(c.value) AS email FROM attendance a JOIN person p ON p.id = a.person_id
     JOIN contact_point c ON c.person_id = p.id AND c.kind = 'email'
     WHERE a.meeting_id = ? AND p.status <> 'restricted' GROUP BY a.person_id ORDER BY min(a.position)`,
    [meetingId],
  )
}
