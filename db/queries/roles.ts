/** Roles with the words that prove them, and the sentences that name somebody. */
import type { EntityKind } from '#contract/register.ts'
import { all, each, type ReadableDb } from '../connection.ts'

export type TenureRow = {
  id: string
  role: string | null
  personId: string
  person: string
  organisationId: string | null
  organisation: string | null
  bodyId: string | null
  body: string | null
}

/** Roles that a person holds, or that are held in an organisation or a body. */
export function tenuresOf(db: ReadableDb, kind: EntityKind, id: string): TenureRow[] {
  return all(
    db,
    `SELECT t.id, t.role, t.person_id AS personId, p.name AS person, t.organisation_id AS organisationId,
       o.name AS organisation, t.body_id AS bodyId, b.name AS body
     FROM tenure t JOIN person p ON p.id = t.person_id LEFT JOIN organisation o ON o.id = t.organisation_id
     LEFT JOIN body b ON b.id = t.body_id
     WHERE t.${kind}_id = ? ORDER BY p.sort_key, t.body_id IS NULL, b.sort_key, o.sort_key, t.role, t.id`,
    [id],
  )
}

export type EvidenceRow = {
  sourceId: string | null
  sourceName: string | null
  line: number | null
  quote: string
  meetingId: string | null
  meetingDate: string | null
}

const columns = `e.source_id AS sourceId, s.name AS sourceName, e.line, e.quote, m.id AS meetingId, m.date AS meetingDate`
// A text of minutes belongs to the meeting whose lines hold the one quoted.
const joins = `LEFT JOIN source s ON s.id = e.source_id
  LEFT JOIN meeting m ON m.source_id = e.source_id AND e.line BETWEEN m.source_from AND m.source_to`

/** The words behind a person's, an organisation's or a body's roles, by role. */
export function evidenceOfTenures(
  db: ReadableDb,
  kind: EntityKind,
  id: string,
): (EvidenceRow & { tenureId: string })[] {
  return all(
    db,
    `SELECT e.tenure_id AS tenureId, ${columns} FROM evidence e JOIN tenure t ON t.id = e.tenure_id ${joins}
     WHERE t.${kind}_id = ? ORDER BY e.source_id, e.line, e.id`,
    [id],
  )
}

/** The words behind one role, or behind a body's place under its parent. */
export function evidenceOf(db: ReadableDb, kind: 'tenure' | 'body', id: string): EvidenceRow[] {
  return all(
    db,
    `SELECT ${columns} FROM evidence e ${joins} WHERE e.${kind}_id = ? ORDER BY e.source_id, e.line, e.id`,
    [id],
  )
}

export type NamingParagraph = {
  text: string
  line: number | null
  itemId: string
  number: string | null
  numberStyle: string
  meetingId: string
  meetingDate: string | null
  sourceId: string | null
  sourceName: string | null
}

/** Paragraphs whose text holds one of the names somewhere, newest meeting first: read as far as they are taken. */
export function paragraphsNaming(db: ReadableDb, names: readonly string[]): Iterable<NamingParagraph> {
  if (names.length === 0) return []
  return each(
    db,
    `SELECT p.text, p.line_from AS line, i.id AS itemId, i.number, i.number_style AS numberStyle,
       m.id AS meetingId, m.date AS meetingDate, m.source_id AS sourceId, s.name AS sourceName
     FROM meeting m JOIN agenda_item i ON i.meeting_id = m.id JOIN paragraph p ON p.item_id = i.id
     LEFT JOIN source s ON s.id = m.source_id
     WHERE ${names.map((_, at) => `instr(p.text, @name${at})`).join(' OR ')}
     ORDER BY m.date DESC, m.created_at DESC, m.id, i.position, p.position`,
    Object.fromEntries(names.map((name, at) => [`name${at}`, name])),
  )
}

/** Longer names of others in which one of these names stands: "Anna Ek" is not named where "Anna Ek Dahl" is. */
export function longerNames(
  db: ReadableDb,
  kind: 'person' | 'organisation',
  id: string,
  names: readonly string[],
): string[] {
  return all<{ text: string }>(
    db,
    `SELECT DISTINCT o.text FROM ${kind}_name o JOIN json_each(@names) n
     ON instr(o.text, n.value) > 0 AND length(o.text) > length(n.value) WHERE o.${kind}_id <> @id`,
    { names: JSON.stringify(names), id },
  ).map((row) => row.text)
}
