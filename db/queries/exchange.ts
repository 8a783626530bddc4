/** What taking contacts in and giving them out asks of the register. */
import { all, get, type ReadableDb } from '../connection.ts'

export type EmailOwner = { email: string; personId: string; name: string }

/** Whose addresses these are. @param emails lower case */
export function ownersOfEmails(db: ReadableDb, emails: readonly string[]): EmailOwner[] {
  return all(
    db,
    `SELECT lower(c.value) AS email, p.id AS personId, p.name FROM contact_point c JOIN person p ON p.id = c.person_id
     WHERE c.kind = 'email' AND lower(c.value) IN (SELECT value FROM json_each(?)) ORDER BY p.sort_key, p.id`,
    [JSON.stringify(emails)],
  )
}

/** People whose entries nothing may be added to. */
export function closedPeople(db: ReadableDb): string[] {
  return all<{ id: string }>(db, `SELECT id FROM person WHERE status <> 'active'`).map(({ id }) => id)
}

/** The text with this hash that still counts. */
export function standingSource(
  db: ReadableDb,
  sha256: string,
): { sourceId: string; name: string; addedAt: string } | null {
  return (
    get<{ sourceId: string; name: string; addedAt: string }>(
      db,
      `SELECT id AS sourceId, name, added_at AS addedAt FROM source
       WHERE sha256 = ? AND kind = 'text' AND withdrawn_at IS NULL ORDER BY rowid LIMIT 1`,
      [sha256],
    ) ?? null
  )
}

/** Whom each line of a source stands for. */
export function peopleOfLines(db: ReadableDb, sourceId: string): { line: number; personId: string }[] {
  return all(
    db,
    'SELECT line, person_id AS personId FROM evidence WHERE source_id = ? AND person_id IS NOT NULL AND line IS NOT NULL',
    [sourceId],
  )
}

export type Owner = 'person' | 'organisation'
export type PointKind = 'email' | 'phone' | 'address' | 'url'

export function pointsOf(db: ReadableDb, owner: Owner, id: string): { kind: PointKind; value: string }[] {
  return all(db, `SELECT kind, value FROM contact_point WHERE ${owner}_id = ?`, [id])
}

/** What is held to be true of a person's positions. */
export function currentTenures(
  db: ReadableDb,
  personId: string,
): { id: string; organisationId: string | null; bodyId: string | null; title: string | null; role: string | null }[] {
  return all(
    db,
    `SELECT id, organisation_id AS organisationId, body_id AS bodyId, title, role FROM tenure
     WHERE person_id = ? AND retired_at IS NULL AND post_id IS NULL`,
    [personId],
  )
}

export function hasEvidence(
  db: ReadableDb,
  of: 'person' | 'organisation' | 'tenure' | 'body',
  id: string,
  source: { id: string; line: number },
): boolean {
  return (
    get(db, `SELECT 1 FROM evidence WHERE ${of}_id = ? AND source_id = ? AND line = ?`, [
      id,
      source.id,
      source.line,
    ]) !== undefined
  )
}

/** A department of an organisation, or a body of this name that belongs to none. */
export function departmentByKey(db: ReadableDb, match: string, organisationId: string | null): string | null {
  return (
    get<{ id: string }>(
      db,
      `SELECT id FROM body WHERE match_key = @match AND (organisation_id = @organisationId OR organisation_id IS NULL)
       ORDER BY organisation_id IS NULL, rowid LIMIT 1`,
      { match, organisationId },
    )?.id ?? null
  )
}

export type OutRow = { id: string; name: string }
export type OutPlace = {
  personId: string
  organisation: string | null
  department: string | null
  title: string | null
  role: string | null
  sensitive: 0 | 1
}

const wanted = `p.status = 'active' AND (@ids IS NULL OR p.id IN (SELECT value FROM json_each(@ids)))`
const chosen = (ids: readonly string[] | null) => ({ ids: ids === null ? null : JSON.stringify(ids) })

/** People who may leave the machine, by Swedish rules. */
export function peopleOut(db: ReadableDb, ids: readonly string[] | null): OutRow[] {
  return all(db, `SELECT p.id, p.name FROM person p WHERE ${wanted} ORDER BY p.sort_key, p.name, p.id`, chosen(ids))
}

/** Their positions that have not ended by `on`, as they came into the register. */
export function placesOut(db: ReadableDb, ids: readonly string[] | null, on: string): OutPlace[] {
  return all(
    db,
    `SELECT t.person_id AS personId, o.name AS organisation, b.name AS department,
       coalesce(t.title, s.title) AS title, t.role, t.sensitive
     FROM tenure t JOIN person p ON p.id = t.person_id
       LEFT JOIN organisation o ON o.id = t.organisation_id LEFT JOIN body b ON b.id = t.body_id
       LEFT JOIN post s ON s.id = t.post_id
     WHERE t.retired_at IS NULL AND t.state = 'asserted' AND (t.to_date IS NULL OR t.to_date >= @on) AND ${wanted}
     ORDER BY t.rowid`,
    { ...chosen(ids), on },
  )
}

/** For those without a position: what the latest list of those present says of them. */
export function seenOut(db: ReadableDb, ids: readonly string[] | null): OutPlace[] {
  return all(
    db,
    `SELECT personId, organisation, NULL AS department, title, NULL AS role, 0 AS sensitive FROM (
       SELECT a.person_id AS personId, o.name AS organisation, a.capacity AS title,
         row_number() OVER (PARTITION BY a.person_id ORDER BY m.date DESC, m.created_at DESC, a.rowid) AS nth
       FROM attendance a JOIN meeting m ON m.id = a.meeting_id JOIN person p ON p.id = a.person_id
         LEFT JOIN organisation o ON o.id = a.organisation_id
       WHERE (o.name IS NOT NULL OR a.capacity IS NOT NULL) AND ${wanted}
         AND NOT EXISTS (SELECT 1 FROM tenure t WHERE t.person_id = p.id AND t.retired_at IS NULL))
     WHERE nth = 1`,
    chosen(ids),
  )
}

export function pointsOut(
  db: ReadableDb,
  ids: readonly string[] | null,
): { personId: string; kind: PointKind; value: string }[] {
  return all(
    db,
    `SELECT c.person_id AS personId, c.kind, c.value FROM contact_point c JOIN person p ON p.id = c.person_id
     WHERE ${wanted} ORDER BY c.rowid`,
    chosen(ids),
  )
}
