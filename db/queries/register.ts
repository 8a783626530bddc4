/** The register's rows: lists, what is known about one entity, renaming and removing. */
import type { EntityKind } from '#contract/register.ts'
import { all, get, run, update, type ReadableDb, type WritableDb } from '../connection.ts'

/** Where a meeting counts for somebody: the text does not say that they were away. */
const attended = `status IN ('present', 'unknown')`
const newestFirst = 'm.date DESC, m.created_at DESC, m.id'

/** The affiliation a list shows for the person `p`: the latest organisation, else one held by role, else a capacity. */
const bestKnown = `coalesce(
  (SELECT o.name FROM attendance a JOIN meeting m ON m.id = a.meeting_id JOIN organisation o ON o.id = a.organisation_id
   WHERE a.person_id = p.id ORDER BY ${newestFirst} LIMIT 1),
  (SELECT o.name FROM tenure t JOIN organisation o ON o.id = t.organisation_id
   WHERE t.person_id = p.id ORDER BY t.body_id IS NOT NULL, t.rowid LIMIT 1),
  (SELECT a.capacity FROM attendance a JOIN meeting m ON m.id = a.meeting_id
   WHERE a.person_id = p.id AND a.capacity IS NOT NULL ORDER BY ${newestFirst} LIMIT 1))`

const lists: Readonly<Record<EntityKind, { from: string; where: string; detail: string; meetings: string }>> = {
  person: {
    from: 'person',
    where: `p.id IN (SELECT person_id FROM person_name WHERE fold_key LIKE @like ESCAPE '\\')`,
    detail: bestKnown,
    meetings: `(SELECT count(DISTINCT meeting_id) FROM attendance WHERE person_id = p.id AND ${attended})`,
  },
  organisation: {
    from: 'organisation',
    where: `p.id IN (SELECT organisation_id FROM organisation_name WHERE fold_key LIKE @like ESCAPE '\\')`,
    detail: 'p.type',
    meetings: `(SELECT count(DISTINCT meeting_id) FROM attendance WHERE organisation_id = p.id AND ${attended})`,
  },
  body: {
    from: 'body',
    where: `p.fold_key LIKE @like ESCAPE '\\'`,
    detail: 'coalesce(p.type, (SELECT name FROM body WHERE id = p.parent_id))',
    meetings: '(SELECT count(*) FROM meeting WHERE body_id = p.id)',
  },
}

export type ListRow = { id: string; name: string; detail: string | null; meetings: number }

/** Entities in Swedish order. `fold` is the folded part of a name looked for; '' gives everybody. */
export function listEntities(
  db: ReadableDb,
  kind: EntityKind,
  fold: string,
  limit: number,
): { total: number; rows: ListRow[] } {
  const { from, where, detail, meetings } = lists[kind]
  const like = `%${fold.replace(/[\\%_]/gu, (sign) => `\\${sign}`)}%`
  const [condition, bind] = fold === '' ? ['', {}] : [`WHERE ${where}`, { like }]
  const total = get<{ n: number }>(db, `SELECT count(*) AS n FROM ${from} p ${condition}`, bind)?.n ?? 0
  const rows = all<ListRow>(
    db,
    `SELECT p.id, p.name, ${detail} AS detail, ${meetings} AS meetings FROM ${from} p ${condition}
     ORDER BY p.sort_key, p.name, p.id LIMIT @limit`,
    { ...bind, limit },
  )
  return { total, rows }
}

/** The best known affiliation of one person. */
export function affiliationOf(db: ReadableDb, id: string): string | null {
  return (
    get<{ detail: string | null }>(db, `SELECT ${bestKnown} AS detail FROM person p WHERE p.id = ?`, [id])?.detail ??
    null
  )
}

/** Every name of every organisation that an attendance or a role ties a person to. */
export function organisationNamesOf(db: ReadableDb, personId: string): string[] {
  return all<{ text: string }>(
    db,
    `SELECT text FROM organisation_name WHERE organisation_id IN (
       SELECT organisation_id FROM attendance WHERE person_id = @personId UNION
       SELECT organisation_id FROM tenure WHERE person_id = @personId)`,
    { personId },
  ).map((row) => row.text)
}

/** Every spelling of every person, with the name that is shown. */
export function spellingsOfPeople(db: ReadableDb): { id: string; name: string; matchKey: string; shown: string }[] {
  return all(
    db,
    `SELECT n.person_id AS id, n.text AS name, n.match_key AS matchKey, p.name AS shown
     FROM person_name n JOIN person p ON p.id = n.person_id ORDER BY n.rowid`,
  )
}

export function entityName(db: ReadableDb, kind: EntityKind, id: string): string | null {
  return get<{ name: string }>(db, `SELECT name FROM ${kind} WHERE id = ?`, [id])?.name ?? null
}

/** Names as written, the shown one first. */
export function namesOf(db: ReadableDb, kind: 'person' | 'organisation', id: string): string[] {
  return all<{ text: string }>(
    db,
    `SELECT DISTINCT n.text FROM ${kind}_name n JOIN ${kind} e ON e.id = n.${kind}_id
     WHERE e.id = ? ORDER BY n.text <> e.name, n.fold_key, n.text`,
    [id],
  ).map((row) => row.text)
}

export type AttendanceRow = {
  id: string
  personId: string
  person: string
  organisationId: string | null
  organisation: string | null
  name: string
  asWritten: string
  capacity: string | null
  status: string
  line: number | null
  meetingId: string
  title: string
  date: string | null
  sourceId: string | null
  sourceName: string | null
}

const attendanceColumns = `SELECT a.id, a.person_id AS personId, p.name AS person, a.organisation_id AS organisationId,
  o.name AS organisation, a.name, a.as_written AS asWritten, a.capacity, a.status, a.line,
  m.id AS meetingId, m.title, m.date, m.source_id AS sourceId, s.name AS sourceName
  FROM attendance a JOIN meeting m ON m.id = a.meeting_id JOIN person p ON p.id = a.person_id
  LEFT JOIN organisation o ON o.id = a.organisation_id LEFT JOIN source s ON s.id = m.source_id`

/** Attendance of a person, or for an organisation, newest meeting first. */
export function attendanceOf(db: ReadableDb, kind: 'person' | 'organisation', id: string): AttendanceRow[] {
  return all(db, `${attendanceColumns} WHERE a.${kind}_id = ? ORDER BY ${newestFirst}, a.position`, [id])
}

export function attendanceRow(db: ReadableDb, id: string): AttendanceRow | undefined {
  return get(db, `${attendanceColumns} WHERE a.id = ?`, [id])
}

export type OfficerRow = {
  id: string
  name: string
  line: number | null
  meetingId: string
  title: string
  date: string | null
  sourceId: string | null
  sourceName: string | null
}

const officerColumns = `SELECT f.id, f.name, f.line, m.id AS meetingId, m.title, m.date, m.source_id AS sourceId,
  s.name AS sourceName
  FROM officer f JOIN meeting m ON m.id = f.meeting_id LEFT JOIN source s ON s.id = m.source_id`

/** Meetings a person is named for as chair, secretary or adjuster, newest first. */
export function officesOf(db: ReadableDb, personId: string): OfficerRow[] {
  return all(db, `${officerColumns} WHERE f.person_id = ? ORDER BY ${newestFirst}, f.position`, [personId])
}

export function officerRow(db: ReadableDb, id: string): OfficerRow | undefined {
  return get(db, `${officerColumns} WHERE f.id = ?`, [id])
}

/** Meetings of an organisation's people or of a body, newest first, with how many people were there. */
export function meetingsOf(
  db: ReadableDb,
  kind: 'organisation' | 'body',
  id: string,
): { meetingId: string; title: string; date: string | null; people: number }[] {
  const counted = `SELECT count(DISTINCT person_id) FROM attendance WHERE meeting_id = m.id AND ${attended}`
  return kind === 'body'
    ? all(
        db,
        `SELECT m.id AS meetingId, m.title, m.date, (${counted}) AS people FROM meeting m
         WHERE m.body_id = ? ORDER BY ${newestFirst}`,
        [id],
      )
    : all(
        db,
        `SELECT m.id AS meetingId, m.title, m.date, (${counted} AND organisation_id = @id) AS people FROM meeting m
         WHERE m.id IN (SELECT meeting_id FROM attendance WHERE organisation_id = @id) ORDER BY ${newestFirst}`,
        { id },
      )
}

export function bodyOf(
  db: ReadableDb,
  id: string,
): { name: string; type: string | null; parentId: string | null; parent: string | null } | undefined {
  return get(
    db,
    `SELECT b.name, b.type, b.parent_id AS parentId, p.name AS parent FROM body b
     LEFT JOIN body p ON p.id = b.parent_id WHERE b.id = ?`,
    [id],
  )
}

export function childBodies(db: ReadableDb, id: string): { id: string; name: string }[] {
  return all(db, 'SELECT id, name FROM body WHERE parent_id = ? ORDER BY sort_key, name, id', [id])
}

/** Gives an entity the name it is shown by. False when there is no such entity. */
export function renameEntity(
  db: WritableDb,
  kind: EntityKind,
  id: string,
  name: string,
  keys: { sort: string; match: string; fold: string },
): boolean {
  return kind === 'body'
    ? update(db, 'body', id, { name, sort_key: keys.sort, match_key: keys.match, fold_key: keys.fold })
    : update(db, kind, id, { name, sort_key: keys.sort })
}

const references: Readonly<Record<EntityKind, readonly string[]>> = {
  person: ['attendance WHERE person_id', 'officer WHERE person_id', 'tenure WHERE person_id'],
  organisation: ['attendance WHERE organisation_id', 'tenure WHERE organisation_id'],
  body: ['meeting WHERE body_id', 'tenure WHERE body_id', 'body WHERE parent_id'],
}

/** How many rows of texts, meetings and roles hold an entity. */
export function referencesTo(db: ReadableDb, kind: EntityKind, id: string): number {
  const sum = references[kind].map((where) => `(SELECT count(*) FROM ${where} = @id)`).join(' + ')
  return get<{ n: number }>(db, `SELECT ${sum} AS n`, { id })?.n ?? 0
}

/** Removes an entity that nothing refers to, with its names, its evidence and its place on the map. */
export function removeEntity(db: WritableDb, kind: EntityKind, id: string): void {
  if (kind === 'body') run(db, 'DELETE FROM evidence WHERE body_id = ?', [id])
  else run(db, `DELETE FROM ${kind}_name WHERE ${kind}_id = ?`, [id])
  run(db, 'DELETE FROM node_position WHERE id = ?', [id])
  run(db, `DELETE FROM ${kind} WHERE id = ?`, [id])
}
