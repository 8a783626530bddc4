/** The log of what was done with personal data, what is due for review, and what tells of health or judgement. */
import type { RetentionKind } from '#contract/privacy.ts'
import { all, get, run, type ReadableDb, type WritableDb } from '../connection.ts'

export type Act = 'access' | 'export' | 'rectify' | 'restrict' | 'unrestrict' | 'erase' | 'pseudonymise' | 'review'

/** @param detail a code or numbers, never a name or a text */
export function logAct(
  db: WritableDb,
  entry: { id: string; at: string; act: Act; kind: string; subject: string | null; detail: string | null },
): void {
  run(
    db,
    `INSERT INTO audit_log (id, at, act, subject_kind, subject_id, detail) VALUES (@id, @at, @act, @kind, @subject, @detail)`,
    entry,
  )
}

export function accessedOn(db: ReadableDb, subject: string, day: string): boolean {
  return (
    get(db, `SELECT 1 FROM audit_log WHERE subject_id = ? AND act = 'access' AND substr(at, 1, 10) = ?`, [
      subject,
      day,
    ]) !== undefined
  )
}

export type AuditRow = {
  id: string
  at: string
  act: Act
  subjectKind: string
  subjectId: string | null
  subject: string | null
  detail: string | null
}

export function auditLog(
  db: ReadableDb,
  subject: string | null,
  limit: number,
): { total: number; entries: AuditRow[] } {
  const where = subject === null ? '' : 'WHERE l.subject_id = @subject'
  const bind = subject === null ? {} : { subject }
  return {
    total: get<{ n: number }>(db, `SELECT count(*) AS n FROM audit_log l ${where}`, bind)?.n ?? 0,
    entries: all(
      db,
      `SELECT l.id, l.at, l.act, l.subject_kind AS subjectKind, l.subject_id AS subjectId,
         coalesce(p.name, m.title) AS subject, l.detail
       FROM audit_log l LEFT JOIN person p ON p.id = l.subject_id LEFT JOIN meeting m ON m.id = l.subject_id ${where}
       ORDER BY l.at DESC, l.rowid DESC LIMIT @limit`,
      { ...bind, limit },
    ),
  }
}

/** A name of somebody; `standing` is 0 of whoever is in the register no more. */
export type BearerName = { id: string; text: string; shown: string; standing: 0 | 1 }

/** Every name of everybody but those who are pseudonymised: also who is restricted. */
export function namesOfPeople(db: ReadableDb): BearerName[] {
  return all(
    db,
    `SELECT p.id, n.text, p.name AS shown, 1 AS standing FROM person p JOIN person_name n ON n.person_id = p.id
     WHERE p.status <> 'pseudonymised' ORDER BY p.sort_key, p.id, n.rowid`,
  )
}

export type DueRow = { kind: RetentionKind; id: string; name: string; last: string | null }

/** Last day on which anything in the workspace tells of the person `p`. */
const lastOfPerson = `(SELECT max(d) FROM (
  SELECT max(m.date) AS d FROM attendance a JOIN meeting m ON m.id = a.meeting_id WHERE a.person_id = p.id
  UNION ALL SELECT max(m.date) FROM officer f JOIN meeting m ON m.id = f.meeting_id WHERE f.person_id = p.id
  UNION ALL SELECT max(coalesce(t.to_date, t.seen_to, t.from_date, substr(t.recorded_at, 1, 10))) FROM tenure t
    WHERE t.person_id = p.id AND t.retired_at IS NULL
  UNION ALL SELECT max(e.from_date) FROM party y JOIN event e ON e.id = y.event_id WHERE y.person_id = p.id
  UNION ALL SELECT max(i.date) FROM interaction_party y JOIN interaction i ON i.id = y.interaction_id
    WHERE y.person_id = p.id))`

const due: Readonly<Record<RetentionKind, string>> = {
  'person-idle': `SELECT p.id, p.name, ${lastOfPerson} AS last FROM person p WHERE p.status = 'active'`,
  assessment: `SELECT a.id, coalesce(p.name, o.name) AS name, a.as_of AS last FROM assessment a
    LEFT JOIN person p ON p.id = a.person_id LEFT JOIN organisation o ON o.id = a.organisation_id
    WHERE p.status IS NOT 'restricted'`,
  interaction: 'SELECT id, summary AS name, date AS last FROM interaction',
  contact: `SELECT c.id, coalesce(p.name, o.name) || ' · ' || c.value AS name, ${lastOfPerson} AS last
    FROM contact_point c LEFT JOIN person p ON p.id = c.person_id LEFT JOIN organisation o ON o.id = c.organisation_id
    WHERE p.status IS NOT 'restricted'`,
  source: `SELECT id, name, coalesce(published_to, substr(added_at, 1, 10)) AS last FROM source WHERE kind = 'text'`,
}

/** What a rule brings up, of nobody who is restricted: nothing heard of since `before`, or whose own day of review has come. */
export function dueRows(db: ReadableDb, kind: RetentionKind, before: string, on: string): DueRow[] {
  const own = kind === 'person-idle' ? `OR id IN (SELECT id FROM person WHERE review_on <= @on)` : ''
  return all<Omit<DueRow, 'kind'>>(
    db,
    `SELECT id, name, last FROM (${due[kind]}) WHERE (coalesce(last, '') < @before ${own})
       AND id NOT IN (SELECT subject_id FROM retention_keep WHERE kind = @kind AND until > @on)
     ORDER BY last, name, id`,
    { before, on, kind },
  ).map((row) => ({ kind, ...row }))
}

export type FlagRow = {
  personId: string | null
  organisationId: string | null
  name: string
  why: 'health' | 'assessment'
  words: string
}

const there = `p.status <> 'restricted'`

/** People with a role whose title is marked as telling of health. */
export function markedTitles(db: ReadableDb): FlagRow[] {
  return all(
    db,
    `SELECT DISTINCT p.id AS personId, NULL AS organisationId, p.name, 'health' AS why, coalesce(t.title, t.role, '') AS words
     FROM tenure t JOIN person p ON p.id = t.person_id
     WHERE t.sensitive = 1 AND t.retired_at IS NULL AND ${there} ORDER BY p.sort_key, p.id`,
  )
}

/** Every title, role and capacity that somebody has, each once: few among many rows. */
export function titlesInUse(db: ReadableDb): string[] {
  return all<{ words: string }>(
    db,
    `SELECT title AS words FROM tenure WHERE person_id IS NOT NULL AND title IS NOT NULL AND retired_at IS NULL
     UNION SELECT role FROM tenure WHERE person_id IS NOT NULL AND role IS NOT NULL AND retired_at IS NULL
     UNION SELECT capacity FROM attendance WHERE capacity IS NOT NULL`,
  ).map(({ words }) => words)
}

/** Who bears one of the titles. */
export function bearersOf(db: ReadableDb, titles: readonly string[]): FlagRow[] {
  return all(
    db,
    `WITH w AS (SELECT value FROM json_each(@titles)), borne AS (
       SELECT person_id, title AS words FROM tenure WHERE retired_at IS NULL AND title IN w
       UNION SELECT person_id, role FROM tenure WHERE retired_at IS NULL AND role IN w
       UNION SELECT person_id, capacity FROM attendance WHERE capacity IN w)
     SELECT p.id AS personId, NULL AS organisationId, p.name, 'health' AS why, b.words
     FROM borne b JOIN person p ON p.id = b.person_id WHERE ${there} ORDER BY p.sort_key, p.id, b.words`,
    { titles: JSON.stringify(titles) },
  )
}

/** People and organisations that somebody judged, by the question that was asked; people first. */
export function judged(db: ReadableDb): FlagRow[] {
  return all(
    db,
    `SELECT DISTINCT p.id AS personId, o.id AS organisationId, coalesce(p.name, o.name) AS name, 'assessment' AS why,
       a.issue AS words
     FROM assessment a LEFT JOIN person p ON p.id = a.person_id LEFT JOIN organisation o ON o.id = a.organisation_id
     WHERE o.id IS NOT NULL OR ${there} ORDER BY o.id IS NOT NULL, coalesce(p.sort_key, o.sort_key), p.id, o.id, a.issue`,
  )
}

/** Capacities in one meeting's list, as its document prints them. */
export function capacitiesOf(db: ReadableDb, meetingId: string): { personId: string; name: string; words: string }[] {
  return all(
    db,
    `SELECT a.person_id AS personId, a.name, coalesce(a.capacity, '') || ' ' || a.as_written AS words
     FROM attendance a WHERE a.meeting_id = ? ORDER BY a.position`,
    [meetingId],
  )
}

export function isRestricted(db: ReadableDb, id: string): boolean {
  return get(db, `SELECT 1 FROM person WHERE id = ? AND status = 'restricted'`, [id]) !== undefined
}

/** Everybody who is restricted, in Swedish order, with the moment it was done when the log has it. */
export function restrictedPeople(db: ReadableDb): { id: string; name: string; since: string | null }[] {
  return all(
    db,
    `SELECT p.id, p.name, (SELECT max(l.at) FROM audit_log l WHERE l.subject_id = p.id AND l.act = 'restrict') AS since
     FROM person p WHERE p.status = 'restricted' ORDER BY p.sort_key, p.name, p.id`,
  )
}

/** Those of some people who are restricted. */
export function restrictedAmong(db: ReadableDb, ids: readonly string[]): string[] {
  return all<{ id: string }>(
    db,
    `SELECT id FROM person WHERE id IN (SELECT value FROM json_each(?)) AND status = 'restricted'`,
    [JSON.stringify(ids)],
  ).map(({ id }) => id)
}

/** People in the register by any of their names, also those who are restricted. @param keys match keys */
export function peopleCalled(db: ReadableDb, keys: readonly string[]): { id: string; name: string }[] {
  return all(
    db,
    `SELECT p.id, p.name FROM person p WHERE p.status <> 'pseudonymised' AND p.id IN (
       SELECT person_id FROM person_name WHERE match_key IN (SELECT value FROM json_each(@keys)))
     ORDER BY p.sort_key, p.name, p.id`,
    { keys: JSON.stringify(keys) },
  )
}
