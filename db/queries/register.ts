/** The register's rows: what is known about one entity, renaming and removing. */
import type { RegisterKind } from '#contract/register.ts'
import { all, get, run, update, type ReadableDb, type Table, type WritableDb } from '../connection.ts'
import { attended, newestFirst } from './register-lists.ts'
import { metBy, now, type Then } from './past.ts'

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

/** As organisationNamesOf, of many people, each name with whose it is. */
export function organisationNamesOfMany(
  db: ReadableDb,
  personIds: readonly string[],
): { personId: string; text: string }[] {
  return all(
    db,
    `SELECT w.person_id AS personId, n.text FROM (
       SELECT a.person_id, a.organisation_id FROM json_each(@ids) p JOIN attendance a ON a.person_id = p.value UNION
       SELECT t.person_id, t.organisation_id FROM json_each(@ids) p JOIN tenure t ON t.person_id = p.value) w
     JOIN organisation_name n ON n.organisation_id = w.organisation_id`,
    { ids: JSON.stringify(personIds) },
  )
}

/** Every spelling of every person, with the name that is shown. */
export function spellingsOfPeople(
  db: ReadableDb,
): { id: string; name: string; matchKey: string; shown: string; hidden: number }[] {
  return all(
    db,
    `SELECT n.person_id AS id, n.text AS name, n.match_key AS matchKey, p.name AS shown, p.status = 'restricted' AS hidden
     FROM person_name n JOIN person p ON p.id = n.person_id ORDER BY n.rowid`,
  )
}

/** The column that holds an entry's shown name. */
export const nameColumn = (kind: RegisterKind) =>
  kind === 'person' || kind === 'organisation' || kind === 'body' ? 'name' : 'title'

export function entityName(db: ReadableDb, kind: RegisterKind, id: string): string | null {
  return get<{ name: string }>(db, `SELECT ${nameColumn(kind)} AS name FROM ${kind} WHERE id = ?`, [id])?.name ?? null
}

/** Who a person is to the register, and an organisation, beside their names. */
export function personHead(
  db: ReadableDb,
  id: string,
): { name: string; status: 'active' | 'restricted' | 'pseudonymised'; reviewOn: string | null } | undefined {
  return get(db, 'SELECT name, status, review_on AS reviewOn FROM person WHERE id = ?', [id])
}
export function organisationHead(
  db: ReadableDb,
  id: string,
): { name: string; type: string | null; dissolvedOn: string | null } | undefined {
  return get(db, 'SELECT name, type, dissolved_on AS dissolvedOn FROM organisation WHERE id = ?', [id])
}

/** Names as written with what kind of name each is, the shown one first. */
export function kindsOfNames(db: ReadableDb, personId: string): { text: string; kind: string }[] {
  return all(
    db,
    `SELECT n.text, max(n.kind) AS kind FROM person_name n JOIN person e ON e.id = n.person_id
     WHERE e.id = ? GROUP BY n.text ORDER BY n.text <> e.name, n.fold_key, n.text`,
    [personId],
  )
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
}

const attendanceColumns = `SELECT a.id, a.person_id AS personId, p.name AS person, a.organisation_id AS organisationId,
  o.name AS organisation, a.name, a.as_written AS asWritten, a.capacity, a.status, a.line,
  m.id AS meetingId, m.title, m.date, m.source_id AS sourceId
  FROM attendance a JOIN meeting m ON m.id = a.meeting_id JOIN person p ON p.id = a.person_id
  LEFT JOIN organisation o ON o.id = a.organisation_id`

/** Attendance of a person, or for an organisation by those who may be shown, newest meeting first. */
export function attendanceOf(
  db: ReadableDb,
  kind: 'person' | 'organisation',
  id: string,
  then: Then = now,
): AttendanceRow[] {
  const shown = kind === 'person' ? '' : `AND p.status <> 'restricted'`
  return all(
    db,
    `${attendanceColumns} WHERE a.${kind}_id = @id AND ${metBy('m')} ${shown} ORDER BY ${newestFirst}, a.position`,
    { id, ...then },
  )
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
}

const officerColumns = `SELECT f.id, f.name, f.line, m.id AS meetingId, m.title, m.date, m.source_id AS sourceId
  FROM officer f JOIN meeting m ON m.id = f.meeting_id`

/** Meetings a person is named for as chair, secretary or adjuster, newest first. */
export function officesOf(db: ReadableDb, personId: string, then: Then = now): OfficerRow[] {
  return all(
    db,
    `${officerColumns} WHERE f.person_id = @personId AND ${metBy('m')} ORDER BY ${newestFirst}, f.position`,
    { personId, ...then },
  )
}

export function officerRow(db: ReadableDb, id: string): OfficerRow | undefined {
  return get(db, `${officerColumns} WHERE f.id = ?`, [id])
}

/** Meetings of an organisation's people or of a body, newest first, with how many people were there. */
export function meetingsOf(
  db: ReadableDb,
  kind: 'organisation' | 'body',
  id: string,
  then: Then = now,
): { meetingId: string; title: string; date: string | null; people: number }[] {
  const counted = `SELECT count(DISTINCT person_id) FROM attendance WHERE meeting_id = m.id AND ${attended}`
  return kind === 'body'
    ? all(
        db,
        `SELECT m.id AS meetingId, m.title, m.date, (${counted}) AS people FROM meeting m
         WHERE m.body_id = @id AND ${metBy('m')} ORDER BY ${newestFirst}`,
        { id, ...then },
      )
    : all(
        db,
        `SELECT m.id AS meetingId, m.title, m.date, (${counted} AND organisation_id = @id) AS people FROM meeting m
         WHERE m.id IN (SELECT meeting_id FROM attendance WHERE organisation_id = @id) AND ${metBy('m')}
         ORDER BY ${newestFirst}`,
        { id, ...then },
      )
}

export type BodyRow = {
  name: string
  type: string | null
  parentId: string | null
  parent: string | null
  organisationId: string | null
  organisation: string | null
  mandate: string | null
  targetSize: string | null
}

export function bodyOf(db: ReadableDb, id: string): BodyRow | undefined {
  return get(
    db,
    `SELECT b.name, b.type, b.parent_id AS parentId, p.name AS parent, b.organisation_id AS organisationId,
       o.name AS organisation, b.mandate, b.target_size AS targetSize FROM body b
     LEFT JOIN body p ON p.id = b.parent_id LEFT JOIN organisation o ON o.id = b.organisation_id WHERE b.id = ?`,
    [id],
  )
}

/** Further names of a body. */
export function bodyNamesOf(db: ReadableDb, id: string): string[] {
  return all<{ text: string }>(db, 'SELECT text FROM body_name WHERE body_id = ? ORDER BY fold_key, text', [id]).map(
    (row) => row.text,
  )
}

/** Posts of an organisation, and bodies that are part of it. */
export function partsOf(db: ReadableDb, kind: 'post' | 'body', id: string): { id: string; name: string }[] {
  return all(
    db,
    `SELECT id, ${nameColumn(kind)} AS name FROM ${kind} WHERE organisation_id = ? ORDER BY sort_key, name, id`,
    [id],
  )
}

export function childBodies(db: ReadableDb, id: string): { id: string; name: string }[] {
  return all(db, 'SELECT id, name FROM body WHERE parent_id = ? ORDER BY sort_key, name, id', [id])
}

/** Gives an entry the name it is shown by. False when there is no such entry. */
export function renameEntity(
  db: WritableDb,
  kind: RegisterKind,
  id: string,
  name: string,
  keys: { sort: string; match: string; fold: string },
): boolean {
  const shown = { [nameColumn(kind)]: name, sort_key: keys.sort }
  if (kind === 'person' || kind === 'organisation') return update(db, kind, id, shown)
  if (kind === 'event' || kind === 'assignment') return update(db, kind, id, { ...shown, match_key: keys.match })
  return update(db, kind, id, { ...shown, match_key: keys.match, fold_key: keys.fold })
}

type Place = readonly [table: Table, column: string]

/** Every column by which a row of a text, a meeting or a fact holds an entry. */
const references: Readonly<Record<RegisterKind, readonly Place[]>> = {
  person: [
    ['attendance', 'person_id'],
    ['officer', 'person_id'],
    ['tenure', 'person_id'],
    ['holder_proposal', 'person_id'],
    ['party', 'person_id'],
    ['relation', 'from_person_id'],
    ['relation', 'to_person_id'],
    ['interaction_party', 'person_id'],
    ['assessment', 'person_id'],
    ['contact_point', 'person_id'],
    ['agenda_item', 'presenter_id'],
    ['action', 'owner_person_id'],
    ['text_span', 'person_id'],
    ['contribution', 'person_id'],
    ['approval', 'person_id'],
  ],
  organisation: [
    ['attendance', 'organisation_id'],
    ['tenure', 'organisation_id'],
    ['tenure', 'represents_id'],
    ['body', 'organisation_id'],
    ['body', 'same_organisation_id'],
    ['post', 'organisation_id'],
    ['party', 'organisation_id'],
    ['relation', 'from_organisation_id'],
    ['relation', 'to_organisation_id'],
    ['interaction_party', 'organisation_id'],
    ['assessment', 'organisation_id'],
    ['contact_point', 'organisation_id'],
    ['attendance_for', 'organisation_id'],
    ['action', 'owner_organisation_id'],
    ['text_span', 'organisation_id'],
  ],
  body: [
    ['meeting', 'body_id'],
    ['tenure', 'body_id'],
    ['body', 'parent_id'],
    ['theme', 'body_id'],
    ['event', 'body_id'],
    ['merged_event', 'body_id'],
    ['party', 'body_id'],
    ['relation', 'from_body_id'],
    ['relation', 'to_body_id'],
    ['meeting_series', 'body_id'],
    ['action', 'owner_body_id'],
    ['text_span', 'body_id'],
  ],
  theme: [
    ['theme', 'parent_id'],
    ['assignment', 'theme_id'],
    ['relation', 'to_theme_id'],
    ['text_span', 'theme_id'],
  ],
  post: [['tenure', 'post_id']],
  event: [],
  assignment: [],
}

/** How many rows of texts, meetings and facts hold an entry. */
export function referencesTo(db: ReadableDb, kind: RegisterKind, id: string): number {
  if (references[kind].length === 0) return 0
  const sum = references[kind]
    .map(([table, column]) => `(SELECT count(*) FROM ${table} WHERE ${column} = @id)`)
    .join(' + ')
  return get<{ n: number }>(db, `SELECT ${sum} AS n`, { id })?.n ?? 0
}

/** Condition that nothing holds the row of `kind`. */
export function unheld(kind: 'person' | 'organisation' | 'body'): string {
  return references[kind]
    .map(([table, column]) => `NOT EXISTS (SELECT 1 FROM ${table} x WHERE x.${column} = ${kind}.id)`)
    .join(' AND ')
}

/** Removes an entry that nothing refers to, with its names, parts, evidence and its place on the map. */
export function removeEntity(db: WritableDb, kind: RegisterKind, id: string): void {
  if (kind === 'person' || kind === 'organisation' || kind === 'body')
    run(db, `DELETE FROM ${kind}_name WHERE ${kind}_id = ?`, [id])
  if (kind === 'event' || kind === 'assignment') run(db, `DELETE FROM party WHERE ${kind}_id = ?`, [id])
  if (kind === 'assignment') run(db, 'DELETE FROM amount WHERE assignment_id = ?', [id])
  if (kind !== 'post') run(db, `DELETE FROM evidence WHERE ${kind}_id = ?`, [id])
  run(db, 'DELETE FROM node_position WHERE id = ?', [id])
  run(db, `DELETE FROM ${kind} WHERE id = ?`, [id])
}
