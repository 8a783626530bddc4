/** Who a meeting's list has, and who had roles in the groups around it. */
import { all, get, type ReadableDb } from '../connection.ts'
import { metBy, type Then } from './past.ts'

export function meetingDay(db: ReadableDb, id: string): { date: string | null; bodyId: string | null } | undefined {
  return get(db, 'SELECT date, body_id AS bodyId FROM meeting WHERE id = ?', [id])
}

export type ListedRow = {
  id: string
  personId: string
  status: 'expected' | 'present' | 'absent' | 'excused' | 'unknown'
  capacity: string | null
  organisationId: string | null
}

export function listedAt(db: ReadableDb, meetingId: string): ListedRow[] {
  return all(
    db,
    `SELECT id, person_id AS personId, status, capacity, organisation_id AS organisationId FROM attendance
     WHERE meeting_id = ? ORDER BY position`,
    [meetingId],
  )
}

/** Chair and secretary of a meeting, who were there whether or not the list has them. */
export function officersAt(db: ReadableDb, meetingId: string): string[] {
  return all<{ personId: string }>(
    db,
    `SELECT DISTINCT person_id AS personId FROM officer
     WHERE meeting_id = ? AND person_id IS NOT NULL AND role <> 'adjuster'`,
    [meetingId],
  ).map((row) => row.personId)
}

/**
 * A body's groups, however deep below it or stated to belong to it; those of the body above when it has none of its
 * own; the body itself when that has none either.
 */
export function groupsOf(db: ReadableDb, bodyId: string): { id: string; name: string }[] {
  const under = (id: string) =>
    all<{ id: string; name: string }>(
      db,
      `WITH RECURSIVE part (id, above) AS (
         SELECT id, parent_id FROM body WHERE parent_id IS NOT NULL UNION
         SELECT from_body_id, to_body_id FROM relation
         WHERE type = 'part-of' AND from_body_id IS NOT NULL AND to_body_id IS NOT NULL AND retired_at IS NULL),
       down (id) AS (SELECT id FROM part WHERE above = @id UNION
         SELECT p.id FROM down JOIN part p ON p.above = down.id)
       SELECT b.id, b.name FROM down JOIN body b ON b.id = down.id WHERE b.id NOT IN (@id, @bodyId)
       ORDER BY b.sort_key, b.id`,
      { id, bodyId },
    )
  const own = under(bodyId)
  if (own.length > 0) return own
  const above = get<{ id: string | null }>(db, 'SELECT parent_id AS id FROM body WHERE id = ?', [bodyId])?.id ?? null
  const beside = above === null ? [] : under(above)
  return beside.length > 0 ? beside : all(db, 'SELECT id, name FROM body WHERE id = ?', [bodyId])
}

export function organisationTypes(
  db: ReadableDb,
  ids: readonly string[],
): { id: string; name: string; type: string | null }[] {
  return all(
    db,
    `SELECT o.id, o.name, o.type FROM organisation o WHERE o.id IN (SELECT value FROM json_each(?)) ORDER BY o.sort_key, o.id`,
    [JSON.stringify(ids)],
  )
}

/** Whom people were last listed for, up to the day: the organisation of their latest meeting that says one. */
export function lastListedFor(
  db: ReadableDb,
  personIds: readonly string[],
  then: Then,
): { personId: string; organisationId: string; organisation: string }[] {
  // With max() the other columns are those of its row.
  return all(
    db,
    `SELECT a.person_id AS personId, o.id AS organisationId, o.name AS organisation, max(m.date) AS date
     FROM json_each(@ids) p JOIN attendance a ON a.person_id = p.value JOIN meeting m ON m.id = a.meeting_id
     JOIN organisation o ON o.id = a.organisation_id WHERE ${metBy('m')} GROUP BY a.person_id`,
    { ids: JSON.stringify(personIds), ...then },
  )
}
