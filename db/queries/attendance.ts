/** Who was there, for whom, and from when to when. */
import type { Attendance, AttendanceInterval, Deputyship } from '#contract/meetings.ts'
import { all, type ReadableDb } from '../connection.ts'

type Row = Omit<Attendance, 'alsoFor' | 'deputyships' | 'intervals' | 'personal' | 'voting'> & {
  personal: number
  voting: number
}

type IntervalRow = AttendanceInterval & { attendanceId: string }

function intervalOf(row: IntervalRow): AttendanceInterval {
  const { id, mode, fromTime, toTime, fromItemId, toItemId, fromParagraphId, toParagraphId, began, ended } = row
  return { id, mode, fromTime, toTime, fromItemId, toItemId, fromParagraphId, toParagraphId, began, ended }
}

/** The list of a meeting in its order. */
export function attendanceOf(db: ReadableDb, meetingId: string): Attendance[] {
  const rows = all<Row>(
    db,
    `SELECT a.id, a.person_id AS personId, a.list_no AS listNumber, a.name, a.as_written AS asWritten, a.capacity,
       a.organisation_id AS organisationId, o.name AS organisation, a.list_group AS "group", a.status, a.mode,
       a.items, a.line, a.personal, a.deputy_for_id AS deputyForId, a.voting
     FROM attendance a LEFT JOIN organisation o ON o.id = a.organisation_id
     WHERE a.meeting_id = ? ORDER BY a.position`,
    [meetingId],
  )
  const also = all<{ attendanceId: string; id: string; name: string }>(
    db,
    `SELECT x.attendance_id AS attendanceId, o.id, o.name FROM attendance_for x
     JOIN attendance a ON a.id = x.attendance_id JOIN organisation o ON o.id = x.organisation_id
     WHERE a.meeting_id = ? ORDER BY o.sort_key`,
    [meetingId],
  )
  const intervals = all<IntervalRow>(
    db,
    `SELECT x.attendance_id AS attendanceId, x.id, x.mode, x.from_time AS fromTime, x.to_time AS toTime,
       x.from_item_id AS fromItemId, x.to_item_id AS toItemId, x.from_paragraph_id AS fromParagraphId,
       x.to_paragraph_id AS toParagraphId, x.began, x.ended
     FROM attendance_interval x JOIN attendance a ON a.id = x.attendance_id
     WHERE a.meeting_id = ? ORDER BY x.position`,
    [meetingId],
  )
  const deputyships = all<Deputyship & { attendanceId: string }>(
    db,
    `SELECT x.attendance_id AS attendanceId, x.id, x.seat_id AS seatId, x.from_time AS fromTime, x.to_time AS toTime,
       x.from_item_id AS fromItemId, x.to_item_id AS toItemId, x.from_paragraph_id AS fromParagraphId,
       x.to_paragraph_id AS toParagraphId, x.began, x.ended
     FROM deputyship x JOIN attendance a ON a.id = x.attendance_id
     WHERE a.meeting_id = ? ORDER BY x.position`,
    [meetingId],
  )
  const alsoBy = Map.groupBy(also, ({ attendanceId }) => attendanceId)
  const intervalsBy = Map.groupBy(intervals, ({ attendanceId }) => attendanceId)
  return rows.map(({ personal, voting, ...row }) => ({
    ...row,
    personal: personal === 1,
    voting: voting === 1,
    alsoFor: (alsoBy.get(row.id) ?? []).map(({ id, name }) => ({ id, name })),
    deputyships: deputyships
      .filter(({ attendanceId }) => attendanceId === row.id)
      .map(({ attendanceId: _owner, ...one }) => one),
    intervals: (intervalsBy.get(row.id) ?? []).map(intervalOf),
  }))
}
