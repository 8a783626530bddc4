/** The network as it stands in the rows of meetings, roles and bodies; only positions are stored for it. */
import { all, get, run, type ReadableDb, type WritableDb } from '../connection.ts'

export type NodeRow = { id: string; kind: 'person' | 'organisation' | 'body' | 'meeting'; label: string }

/** Everybody and everything that can stand on the map; a meeting is called by its date and body, else its title. */
export function networkNodes(db: ReadableDb): NodeRow[] {
  return all(
    db,
    `SELECT id, 'body' AS kind, name AS label, 0 AS class, sort_key AS place FROM body UNION ALL
     SELECT m.id, 'meeting', coalesce(m.date || ' ', '') || coalesce(b.name, m.title), 1, coalesce(m.date, '') || m.created_at
     FROM meeting m LEFT JOIN body b ON b.id = m.body_id UNION ALL
     SELECT id, 'organisation', name, 2, sort_key FROM organisation UNION ALL
     SELECT id, 'person', name, 3, sort_key FROM person
     ORDER BY class, place, id`,
  )
}

// Somebody of whom the list says that they were away was not at the meeting.
const there = `a.status IN ('present', 'unknown')`

export type AttendedRow = { id: string; personId: string; meetingId: string; label: string | null; dated: number }

/** Who was at which meeting by the list of those present. */
export function attendedTies(db: ReadableDb): AttendedRow[] {
  return all(
    db,
    `SELECT a.id, a.person_id AS personId, a.meeting_id AS meetingId, a.capacity AS label, m.date IS NOT NULL AS dated
     FROM attendance a JOIN meeting m ON m.id = a.meeting_id WHERE ${there}
     ORDER BY m.date, m.id, a.position`,
  )
}

/** Who chaired, kept or approved minutes without standing in the list. */
export function officerTies(db: ReadableDb): AttendedRow[] {
  return all(
    db,
    `SELECT min(f.id) AS id, f.person_id AS personId, f.meeting_id AS meetingId, NULL AS label, m.date IS NOT NULL AS dated
     FROM officer f JOIN meeting m ON m.id = f.meeting_id
     WHERE f.person_id IS NOT NULL AND f.role <> 'adjuster' AND NOT EXISTS (
       SELECT 1 FROM attendance a WHERE a.meeting_id = f.meeting_id AND a.person_id = f.person_id)
     GROUP BY f.person_id, f.meeting_id ORDER BY m.date, m.id, f.position`,
  )
}

/** Every text that ties a person to an organisation, latest meeting first, roles without a meeting last. */
export function representsTies(
  db: ReadableDb,
): { personId: string; organisationId: string; label: string | null; dated: number }[] {
  return all(
    db,
    `SELECT a.person_id AS personId, a.organisation_id AS organisationId, a.capacity AS label,
       m.date IS NOT NULL AS dated, m.date AS held, a.id AS id
     FROM attendance a JOIN meeting m ON m.id = a.meeting_id WHERE a.organisation_id IS NOT NULL
     UNION ALL
     SELECT person_id, organisation_id, CASE WHEN body_id IS NULL THEN role END, 0, NULL, id
     FROM tenure WHERE organisation_id IS NOT NULL
     ORDER BY held DESC, id`,
  )
}

export function roleTies(db: ReadableDb): { id: string; personId: string; bodyId: string; label: string | null }[] {
  return all(
    db,
    `SELECT t.id, t.person_id AS personId, t.body_id AS bodyId, t.role AS label FROM tenure t
     JOIN person p ON p.id = t.person_id WHERE t.body_id IS NOT NULL ORDER BY t.body_id, p.sort_key, t.id`,
  )
}

export function heldTies(db: ReadableDb): { meetingId: string; bodyId: string; dated: number }[] {
  return all(
    db,
    `SELECT id AS meetingId, body_id AS bodyId, date IS NOT NULL AS dated FROM meeting
     WHERE body_id IS NOT NULL ORDER BY date, id`,
  )
}

export function underTies(db: ReadableDb): { id: string; parentId: string }[] {
  return all(db, 'SELECT id, parent_id AS parentId FROM body WHERE parent_id IS NOT NULL ORDER BY sort_key, id')
}

export type PositionRow = { id: string; x: number; y: number; pinned: number }

export function positions(db: ReadableDb): PositionRow[] {
  return all(db, 'SELECT id, x, y, pinned FROM node_position')
}

export function putPosition(db: WritableDb, id: string, x: number, y: number, pinned: boolean): void {
  run(
    db,
    `INSERT INTO node_position (id, x, y, pinned) VALUES (@id, @x, @y, @pinned)
     ON CONFLICT (id) DO UPDATE SET x = excluded.x, y = excluded.y, pinned = excluded.pinned`,
    { id, x, y, pinned: pinned ? 1 : 0 },
  )
}

export function forgetPositions(db: WritableDb): void {
  run(db, 'DELETE FROM node_position')
}

export function isNode(db: ReadableDb, id: string): boolean {
  const found = get<{ n: number }>(
    db,
    `SELECT EXISTS (SELECT 1 FROM person WHERE id = @id) OR EXISTS (SELECT 1 FROM organisation WHERE id = @id)
       OR EXISTS (SELECT 1 FROM body WHERE id = @id) OR EXISTS (SELECT 1 FROM meeting WHERE id = @id) AS n`,
    { id },
  )
  return found?.n === 1
}

export type MeetingHeadRow = {
  meetingId: string
  title: string
  date: string | null
  sourceId: string | null
  sourceName: string | null
  placements: string | null
}

/** A meeting with where its text's lines went, as JSON. */
export function meetingHead(db: ReadableDb, id: string): MeetingHeadRow | undefined {
  return get(
    db,
    `SELECT m.id AS meetingId, m.title, m.date, m.source_id AS sourceId, s.name AS sourceName, r.placements
     FROM meeting m LEFT JOIN source s ON s.id = m.source_id LEFT JOIN import_report r ON r.id = m.id WHERE m.id = ?`,
    [id],
  )
}
