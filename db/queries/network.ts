/** The network as it stands in the rows of meetings, roles and bodies; only positions are stored for it. */
import { all, get, run, type ReadableDb, type WritableDb } from '../connection.ts'
import { spanColumns, type NamingParagraph, type SpanRow } from './roles.ts'
import { heldThen, metBy, type Then } from './past.ts'

export type NodeRow = { id: string; kind: 'person' | 'organisation' | 'body' | 'meeting' | 'theme'; label: string }

/**
 * Everybody and everything that can stand on the map; a meeting is called by its date and body, else its title. Whoever
 * is restricted does not, nor an organisation that was dissolved before the day @on.
 */
export function networkNodes(db: ReadableDb, then: Then & { on: string }): NodeRow[] {
  return all(
    db,
    `SELECT id, 'body' AS kind, name AS label, 0 AS class, sort_key AS place FROM body UNION ALL
     SELECT m.id, 'meeting', coalesce(m.date || ' ', '') || coalesce(b.name, m.title), 1, coalesce(m.date, '') || m.created_at
     FROM meeting m LEFT JOIN body b ON b.id = m.body_id WHERE ${metBy('m')} UNION ALL
     SELECT id, 'organisation', name, 2, sort_key FROM organisation WHERE coalesce(dissolved_on, '~') || '~' >= @on UNION ALL
     SELECT id, 'person', name, 3, sort_key FROM person WHERE status <> 'restricted' UNION ALL
     SELECT id, 'theme', coalesce(code || ' ', '') || title, 4, sort_key FROM theme
     ORDER BY class, place, id`,
    then,
  )
}

// Somebody of whom the list says that they were away was not at the meeting.
const there = `a.status IN ('present', 'unknown')`

export type AttendedRow = { id: string; personId: string; meetingId: string; label: string | null; dated: number }

/** Who was at which meeting by the list of those present. */
export function attendedTies(db: ReadableDb, then: Then): AttendedRow[] {
  return all(
    db,
    `SELECT a.id, a.person_id AS personId, a.meeting_id AS meetingId, a.capacity AS label, m.date IS NOT NULL AS dated
     FROM attendance a JOIN meeting m ON m.id = a.meeting_id WHERE ${there} AND ${metBy('m')}
     ORDER BY m.date, m.id, a.position`,
    then,
  )
}

/** Who chaired, kept or approved minutes without standing in the list. */
export function officerTies(db: ReadableDb, then: Then): AttendedRow[] {
  return all(
    db,
    `SELECT min(f.id) AS id, f.person_id AS personId, f.meeting_id AS meetingId, NULL AS label, m.date IS NOT NULL AS dated
     FROM officer f JOIN meeting m ON m.id = f.meeting_id
     WHERE f.person_id IS NOT NULL AND f.role <> 'adjuster' AND ${metBy('m')} AND NOT EXISTS (
       SELECT 1 FROM attendance a WHERE a.meeting_id = f.meeting_id AND a.person_id = f.person_id)
     GROUP BY f.person_id, f.meeting_id ORDER BY m.date, m.id, f.position`,
    then,
  )
}

/** Whose block it is, and took part by that; who steps aside (jäv) takes no part. */
const acts = `c.person_id IS NOT NULL AND c.role <> 'recused' AND p.text <> ''`
const ofMeeting = `FROM contribution c JOIN paragraph p ON p.id = c.paragraph_id
  JOIN agenda_item i ON i.id = p.item_id JOIN meeting m ON m.id = i.meeting_id`

/** Who presented, moved, voted or dissented at a meeting without standing in its list or holding an office at it. */
export function contributedTies(db: ReadableDb, then: Then): { personId: string; meetingId: string; dated: number }[] {
  return all(
    db,
    `SELECT c.person_id AS personId, m.id AS meetingId, m.date IS NOT NULL AS dated ${ofMeeting}
     WHERE ${acts} AND ${metBy('m')}
       AND NOT EXISTS (SELECT 1 FROM attendance a WHERE a.meeting_id = m.id AND a.person_id = c.person_id)
       AND NOT EXISTS (SELECT 1 FROM officer f WHERE f.meeting_id = m.id AND f.person_id = c.person_id
         AND f.role <> 'adjuster')
     GROUP BY c.person_id, m.id ORDER BY m.date, m.id, min(i.position), min(p.position), min(c.position)`,
    then,
  )
}

/** The blocks of a meeting that are somebody's own, in the order of the minutes. */
export function contributionsAt(db: ReadableDb, personId: string, meetingId: string): NamingParagraph[] {
  return all(
    db,
    `SELECT p.text, p.line_from AS line, i.id AS itemId, i.number, i.number_style AS numberStyle, m.id AS meetingId,
       m.date AS meetingDate, m.source_id AS sourceId, s.name AS sourceName
     ${ofMeeting} LEFT JOIN source s ON s.id = m.source_id
     WHERE ${acts} AND c.person_id = ? AND m.id = ? GROUP BY p.id ORDER BY i.position, p.position`,
    [personId, meetingId],
  )
}

/** Whom an officer's name stands for; null where nobody knows. */
export function officerPerson(db: ReadableDb, id: string): string | null {
  return (
    get<{ personId: string | null }>(db, 'SELECT person_id AS personId FROM officer WHERE id = ?', [id])?.personId ??
    null
  )
}

/** Every list of those present that ties a person to an organisation, latest meeting first. */
export function listedFor(
  db: ReadableDb,
  then: Then,
): { personId: string; organisationId: string; label: string | null; dated: number }[] {
  return all(
    db,
    `SELECT a.person_id AS personId, a.organisation_id AS organisationId, a.capacity AS label,
       m.date IS NOT NULL AS dated
     FROM attendance a JOIN meeting m ON m.id = a.meeting_id
     WHERE a.organisation_id IS NOT NULL AND ${metBy('m')} ORDER BY m.date DESC, a.id`,
    then,
  )
}

export type HeldRow = SpanRow & {
  id: string
  personId: string
  organisationId: string | null
  bodyId: string | null
  role: string | null
}

/** Every role of somebody named; a post is held in its organisation. */
export function heldRoles(db: ReadableDb, then: Then): HeldRow[] {
  return all(
    db,
    `SELECT t.id, t.person_id AS personId, coalesce(t.organisation_id, x.organisation_id) AS organisationId,
       t.body_id AS bodyId, coalesce(t.role, t.title, x.title) AS role, ${spanColumns('t')}
     FROM tenure t JOIN person p ON p.id = t.person_id LEFT JOIN post x ON x.id = t.post_id
     WHERE ${heldThen('t')} ORDER BY t.body_id, p.sort_key, t.id`,
    then,
  )
}

export function heldTies(db: ReadableDb, then: Then): { meetingId: string; bodyId: string; dated: number }[] {
  return all(
    db,
    `SELECT m.id AS meetingId, m.body_id AS bodyId, m.date IS NOT NULL AS dated FROM meeting m
     WHERE m.body_id IS NOT NULL AND ${metBy('m')} ORDER BY m.date, m.id`,
    then,
  )
}

export function underTies(db: ReadableDb): { id: string; parentId: string }[] {
  return all(
    db,
    `SELECT id, parent_id AS parentId, 0 AS class, sort_key FROM body WHERE parent_id IS NOT NULL UNION ALL
     SELECT id, parent_id, 1, sort_key FROM theme WHERE parent_id IS NOT NULL ORDER BY class, sort_key, id`,
  )
}

/** Organisations and groups with a part in what serves a theme, each pair once for a role, with a day when one is known. */
export function assignedTies(
  db: ReadableDb,
): { id: string; from: string; themeId: string; role: string; issued: string | null }[] {
  return all(
    db,
    `SELECT min(y.id) AS id, coalesce(y.organisation_id, y.body_id) AS "from", s.theme_id AS themeId, y.role,
       min(s.issued) AS issued
     FROM party y JOIN assignment s ON s.id = y.assignment_id
     WHERE s.theme_id IS NOT NULL AND y.person_id IS NULL
     GROUP BY 2, 3, y.role ORDER BY 3, 2, y.role`,
  )
}

/** What an organisation or a group has a part in that serves a theme. */
export function assignmentsBetween(db: ReadableDb, from: string, themeId: string): string[] {
  return all<{ id: string }>(
    db,
    `SELECT DISTINCT s.id FROM party y JOIN assignment s ON s.id = y.assignment_id
     WHERE coalesce(y.organisation_id, y.body_id) = ? AND s.theme_id = ? ORDER BY s.sort_key, s.id`,
    [from, themeId],
  ).map(({ id }) => id)
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
       OR EXISTS (SELECT 1 FROM body WHERE id = @id) OR EXISTS (SELECT 1 FROM meeting WHERE id = @id)
       OR EXISTS (SELECT 1 FROM theme WHERE id = @id) AS n`,
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

/** A meeting with where its text's lines went, as JSON; undefined when it was not known then. */
export function meetingHead(db: ReadableDb, id: string, then: Then): MeetingHeadRow | undefined {
  return get(
    db,
    `SELECT m.id AS meetingId, m.title, m.date, m.source_id AS sourceId, s.name AS sourceName, r.placements
     FROM meeting m LEFT JOIN source s ON s.id = m.source_id LEFT JOIN import_report r ON r.id = m.id
     WHERE m.id = @id AND ${metBy('m')}`,
    { id, ...then },
  )
}
