/** Names and where they are written, for asking who is who. */
import type { EntityKind } from '#contract/register.ts'
import { all, get, insert, run, type ReadableDb, type WritableDb } from '../connection.ts'
import type { Keys } from './entities.ts'

export type NameRow = {
  /** The entity's. */
  id: string
  text: string
  nameKind: string
  shown: string
  type: string | null
  parentId: string | null
}

const names: Readonly<Record<EntityKind, string>> = {
  person: `SELECT p.id, n.text, n.kind AS nameKind, p.name AS shown, NULL AS type, NULL AS parentId
    FROM person_name n JOIN person p ON p.id = n.person_id WHERE p.status = 'active' ORDER BY n.rowid`,
  organisation: `SELECT o.id, n.text, n.kind AS nameKind, o.name AS shown, o.type, NULL AS parentId
    FROM organisation_name n JOIN organisation o ON o.id = n.organisation_id ORDER BY n.rowid`,
  body: `SELECT id, name AS text, 'official' AS nameKind, name AS shown, type, parent_id AS parentId FROM body
    UNION ALL SELECT b.id, n.text, n.kind, b.name, b.type, b.parent_id FROM body_name n JOIN body b ON b.id = n.body_id`,
}

/** Every name of every entity of a kind that may be asked about: who is restricted stays out. */
export function namesToCompare(db: ReadableDb, kind: EntityKind): NameRow[] {
  return all(db, names[kind])
}

/** As namesToCompare, of a few entities. */
export function namesOfEntries(db: ReadableDb, kind: EntityKind, ids: readonly string[]): NameRow[] {
  return all(db, `SELECT * FROM (${names[kind]}) WHERE id IN (SELECT value FROM json_each(?))`, [JSON.stringify(ids)])
}

/** The names of one entity, with their kinds, the shown one first. */
export function namesWithKinds(db: ReadableDb, kind: EntityKind, id: string): { text: string; nameKind: string }[] {
  if (kind !== 'body')
    return all(
      db,
      `SELECT DISTINCT n.text, n.kind AS nameKind FROM ${kind}_name n JOIN ${kind} e ON e.id = n.${kind}_id
       WHERE e.id = ? ORDER BY n.text <> e.name, n.rowid`,
      [id],
    )
  return all(
    db,
    `SELECT text, nameKind FROM (
       SELECT name AS text, 'official' AS nameKind, 0 AS place FROM body WHERE id = @id
       UNION ALL SELECT text, kind, rowid FROM body_name WHERE body_id = @id) ORDER BY place`,
    { id },
  )
}

/** Adds a name to an entity; a body's shown name stands in its own row. */
export function addName(
  db: WritableDb,
  kind: EntityKind,
  row: { id: string; owner: string; text: string; nameKind: string },
  keys: Keys,
): void {
  insert(db, `${kind}_name`, {
    id: row.id,
    [`${kind}_id`]: row.owner,
    text: row.text,
    kind: row.nameKind,
    match_key: keys.match,
    fold_key: keys.fold,
  })
}

export function removeName(db: WritableDb, kind: EntityKind, id: string): void {
  run(db, `DELETE FROM ${kind}_name WHERE id = ?`, [id])
}

/** Ids of the rows in which an entity has one of these names. */
export function nameRows(db: ReadableDb, kind: EntityKind, id: string, texts: readonly string[]): string[] {
  return all<{ id: string }>(
    db,
    `SELECT id FROM ${kind}_name WHERE ${kind}_id = ? AND text IN (SELECT value FROM json_each(?))`,
    [id, JSON.stringify(texts)],
  ).map((row) => row.id)
}

export type Tie = { id: string; organisationId: string | null; bodyId: string | null }

/** Organisations and bodies that texts and meetings tie people to. */
export function tiesOf(db: ReadableDb, people: readonly string[]): Tie[] {
  return all(
    db,
    `WITH wanted(id) AS (SELECT value FROM json_each(?))
     SELECT a.person_id AS id, a.organisation_id AS organisationId, NULL AS bodyId
       FROM wanted w JOIN attendance a ON a.person_id = w.id WHERE a.organisation_id IS NOT NULL
     UNION SELECT t.person_id, t.organisation_id, t.body_id FROM wanted w JOIN tenure t ON t.person_id = w.id
       WHERE t.retired_at IS NULL AND (t.organisation_id IS NOT NULL OR t.body_id IS NOT NULL)
     UNION SELECT t.person_id, t.represents_id, NULL FROM wanted w JOIN tenure t ON t.person_id = w.id
       WHERE t.retired_at IS NULL AND t.represents_id IS NOT NULL
     UNION SELECT t.person_id, p.organisation_id, NULL FROM wanted w JOIN tenure t ON t.person_id = w.id
       JOIN post p ON p.id = t.post_id WHERE t.retired_at IS NULL AND p.organisation_id IS NOT NULL
     UNION SELECT a.person_id, NULL, m.body_id FROM wanted w JOIN attendance a ON a.person_id = w.id
       JOIN meeting m ON m.id = a.meeting_id WHERE m.body_id IS NOT NULL`,
    [JSON.stringify(people)],
  )
}

/** Of pairs of people, those who stand in the list of one and the same meeting. */
export function pairsInOneMeeting(db: ReadableDb, pairs: readonly (readonly [string, string])[]): [string, string][] {
  return all<{ a: string; b: string }>(
    db,
    `SELECT p.value ->> 0 AS a, p.value ->> 1 AS b FROM json_each(?) p
     WHERE EXISTS (SELECT 1 FROM attendance x JOIN attendance y ON y.meeting_id = x.meeting_id
       WHERE x.person_id = p.value ->> 0 AND y.person_id = p.value ->> 1)`,
    [JSON.stringify(pairs)],
  ).map(({ a, b }) => [a, b])
}

export type Written = {
  quote: string
  line: number | null
  sourceId: string | null
  sourceName: string | null
  meetingId: string | null
  meetingDate: string | null
}

const fromMeeting = (table: 'attendance' | 'officer', words: string, column: string) =>
  `SELECT ${words} AS quote, a.line, m.source_id AS sourceId, s.name AS sourceName, m.id AS meetingId,
     m.date AS meetingDate FROM ${table} a JOIN meeting m ON m.id = a.meeting_id LEFT JOIN source s ON s.id = m.source_id
   WHERE a.${column} = @id`
const fromEvidence = (join: string, condition: string) =>
  `SELECT e.quote, e.line, e.source_id AS sourceId, s.name AS sourceName, m.id AS meetingId, m.date AS meetingDate
   FROM evidence e ${join} LEFT JOIN source s ON s.id = e.source_id
   LEFT JOIN meeting m ON m.source_id = e.source_id AND e.line BETWEEN m.source_from AND m.source_to WHERE ${condition}`

const written: Readonly<Record<EntityKind, readonly string[]>> = {
  person: [
    fromMeeting('attendance', 'a.as_written', 'person_id'),
    fromMeeting('officer', 'a.name', 'person_id'),
    fromEvidence('JOIN tenure t ON t.id = e.tenure_id', 't.person_id = @id AND t.retired_at IS NULL'),
    fromEvidence('', 'e.person_id = @id'),
  ],
  organisation: [
    fromMeeting('attendance', 'a.as_written', 'organisation_id'),
    fromEvidence('JOIN tenure t ON t.id = e.tenure_id', 't.organisation_id = @id AND t.retired_at IS NULL'),
    fromEvidence('', 'e.organisation_id = @id'),
  ],
  body: [
    fromEvidence('', 'e.body_id = @id'),
    fromEvidence('JOIN tenure t ON t.id = e.tenure_id', 't.body_id = @id AND t.retired_at IS NULL'),
    `SELECT m.title AS quote, NULL AS line, m.source_id AS sourceId, s.name AS sourceName, m.id AS meetingId,
       m.date AS meetingDate FROM meeting m LEFT JOIN source s ON s.id = m.source_id WHERE m.body_id = @id`,
  ],
}

/** Words of texts and meetings that name an entity: at most `limit` from each sort of place. */
export function writtenPlaces(db: ReadableDb, kind: EntityKind, id: string, limit: number): Written[] {
  return written[kind].flatMap((sql) => all<Written>(db, `${sql} LIMIT @limit`, { id, limit }))
}

/** Names that were mended as their minutes were read, and the people they stand for. */
export function mendedNames(db: ReadableDb): {
  personId: string
  name: string
  line: number | null
  quote: string
  meetingId: string
  sourceId: string | null
  sourceName: string | null
  date: string | null
}[] {
  return all(
    db,
    `SELECT DISTINCT a.person_id AS personId, p.name, w.line, w.quote, w.meeting_id AS meetingId,
       m.source_id AS sourceId, s.name AS sourceName, m.date
     FROM warning w JOIN attendance a ON a.meeting_id = w.meeting_id AND a.line = w.line AND a.name = w.name
     JOIN person p ON p.id = a.person_id JOIN meeting m ON m.id = w.meeting_id LEFT JOIN source s ON s.id = m.source_id
     WHERE w.code = 'name-repaired' AND p.status = 'active' ORDER BY p.sort_key, w.rowid`,
  )
}

/** People whose shown name has a comma inside. */
export function commaNames(db: ReadableDb): { personId: string; name: string }[] {
  return all(
    db,
    `SELECT id AS personId, name FROM person WHERE status = 'active' AND name LIKE '%_,_%' ORDER BY sort_key, id`,
  )
}

/** The best known type or affiliation of an organisation or body. */
export function typeOf(db: ReadableDb, kind: 'organisation' | 'body', id: string): string | null {
  return get<{ type: string | null }>(db, `SELECT type FROM ${kind} WHERE id = ?`, [id])?.type ?? null
}
