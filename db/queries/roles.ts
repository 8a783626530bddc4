/** Roles with the words that prove them, and the sentences that name somebody. */
import type { Span } from '#contract/days.ts'
import type { EntityKind } from '#contract/register.ts'
import { all, each, type ReadableDb } from '../connection.ts'
import { heldThen, metBy, now, type Then } from './past.ts'

export type SpanRow = {
  from: string | null
  fromAfter: string | null
  to: string | null
  toKind: Span['toKind']
  basis: Span['basis']
  seenFrom: string | null
  seenTo: string | null
}

/** Columns of a table with days, as SpanRow. */
export const spanColumns = (row: string) =>
  `${row}.from_date AS "from", ${row}.from_after AS fromAfter, ${row}.to_date AS "to", ${row}.to_kind AS toKind,
   ${row}.basis, ${row}.seen_from AS seenFrom, ${row}.seen_to AS seenTo`

export type TenureRow = SpanRow & {
  id: string
  role: string | null
  title: string | null
  personId: string | null
  person: string | null
  organisationId: string | null
  organisation: string | null
  bodyId: string | null
  body: string | null
  postId: string | null
  post: string | null
  representsId: string | null
  represents: string | null
  pronoun: 'hon' | 'han' | null
  sensitive: number
  state: 'asserted' | 'proposed' | 'disputed'
  recordedAt: string
}

const tenureColumns = `t.id, t.role, t.title, t.person_id AS personId, p.name AS person,
  t.organisation_id AS organisationId, o.name AS organisation, t.body_id AS bodyId, b.name AS body,
  t.post_id AS postId, x.title AS post, t.represents_id AS representsId, r.name AS represents, t.pronoun, t.sensitive,
  t.state, t.recorded_at AS recordedAt, ${spanColumns('t')}`
const tenureJoins = `LEFT JOIN person p ON p.id = t.person_id LEFT JOIN organisation o ON o.id = t.organisation_id
  LEFT JOIN body b ON b.id = t.body_id LEFT JOIN post x ON x.id = t.post_id
  LEFT JOIN organisation r ON r.id = t.represents_id`

/** Whose roles: a person's own, or those held in an organisation, a body or a post. */
export type RoleKind = EntityKind | 'post'

// A post of an organisation is held in it; whoever speaks for it elsewhere belongs to its people too.
const placeOf: Readonly<Record<RoleKind, string>> = {
  person: 't.person_id = @id',
  organisation: `(t.organisation_id = @id OR t.represents_id = @id
    OR t.post_id IN (SELECT id FROM post WHERE organisation_id = @id))`,
  body: 't.body_id = @id',
  post: 't.post_id = @id',
}
// Whoever is restricted stands on no page but their own.
const shown = (kind: RoleKind) => (kind === 'person' ? '' : `AND coalesce(p.status, '') <> 'restricted'`)

/** Roles that a person holds, or that are held in an organisation, a body or a post, as they were known then. */
export function tenuresOf(db: ReadableDb, kind: RoleKind, id: string, then: Then = now): TenureRow[] {
  return all(
    db,
    `SELECT ${tenureColumns} FROM tenure t ${tenureJoins}
     WHERE ${placeOf[kind]} AND ${heldThen('t')} ${shown(kind)}
     ORDER BY p.sort_key, t.body_id IS NULL, b.sort_key, o.sort_key, t.role, r.sort_key, t.id`,
    { id, ...then },
  )
}

/** The roles of many people, as they were known then. */
export function tenuresOfPeople(db: ReadableDb, ids: readonly string[], then: Then): TenureRow[] {
  return all(
    db,
    `SELECT ${tenureColumns} FROM tenure t ${tenureJoins}
     WHERE t.person_id IN (SELECT value FROM json_each(@ids)) AND ${heldThen('t')}
     ORDER BY t.person_id, t.body_id IS NOT NULL, o.sort_key, t.role, t.id`,
    { ids: JSON.stringify(ids), ...then },
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

/** The words behind a person's, an organisation's, a body's or a post's roles, by role. */
export function evidenceOfTenures(
  db: ReadableDb,
  kind: RoleKind,
  id: string,
  then: Then = now,
): (EvidenceRow & { tenureId: string })[] {
  return all(
    db,
    `SELECT e.tenure_id AS tenureId, ${columns} FROM tenure t JOIN evidence e ON e.tenure_id = t.id ${joins}
     WHERE ${placeOf[kind]} AND ${heldThen('t')} ORDER BY e.source_id, e.line, e.rowid`,
    { id, ...then },
  )
}

/** What evidence may prove, by the name of its column without _id. */
export type Proven =
  | 'tenure'
  | 'body'
  | 'person'
  | 'organisation'
  | 'theme'
  | 'event'
  | 'assignment'
  | 'relation'
  | 'holder_proposal'

/** The words behind one fact. */
export function evidenceOf(db: ReadableDb, kind: Proven, id: string): EvidenceRow[] {
  return all(
    db,
    `SELECT ${columns} FROM evidence e ${joins} WHERE e.${kind}_id = ? ORDER BY e.source_id, e.line, e.rowid`,
    [id],
  )
}

/** The words behind many facts of one kind, each with its fact. */
export function evidenceOfMany(
  db: ReadableDb,
  kind: Proven,
  ids: readonly string[],
): (EvidenceRow & { factId: string })[] {
  return all(
    db,
    `SELECT e.${kind}_id AS factId, ${columns} FROM json_each(@ids) f JOIN evidence e ON e.${kind}_id = f.value ${joins}
     ORDER BY e.source_id, e.line, e.rowid`,
    { ids: JSON.stringify(ids) },
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

const naming = `SELECT p.text, p.line_from AS line, i.id AS itemId, i.number, i.number_style AS numberStyle,
  m.id AS meetingId, m.date AS meetingDate, m.source_id AS sourceId, s.name AS sourceName`
const inOrder = 'ORDER BY m.date DESC, m.created_at DESC, m.id, i.position, p.position'

/**
 * Paragraphs whose text holds one of the names somewhere, newest meeting first. The search's index knows where words
 * stand; what has changed since it was last brought up to date is read beside it.
 * @param most paragraphs taken from the index, the newest
 */
export function paragraphsNaming(
  db: ReadableDb,
  names: readonly string[],
  past: Then = now,
  most = 300,
): Iterable<NamingParagraph> {
  if (names.length === 0) return []
  // A name may stand in the genitive.
  const phrases = names
    .filter((name) => /[\p{L}\p{N}]/u.test(name))
    .map((name) => name.replaceAll('"', ' ').trim())
    .flatMap((name) => [`"${name}"`, `"${name}s"`])
  const indexed =
    phrases.length === 0
      ? ''
      : `SELECT d.ref FROM search x JOIN search_doc d ON d.id = x.rowid
    WHERE x.search MATCH @phrases AND d.part = 'paragraph' ORDER BY x.rowid DESC LIMIT @most`
  return each(
    db,
    `WITH place (id) AS (${indexed === '' ? '' : `SELECT ref FROM (${indexed}) UNION`}
       SELECT id FROM search_dirty WHERE part = 'paragraph' UNION
       SELECT p.id FROM search_dirty y JOIN agenda_item i ON i.meeting_id = y.id JOIN paragraph p ON p.item_id = i.id
       WHERE y.part IN ('meeting', 'record'))
     ${naming}
     FROM place JOIN paragraph p ON p.id = place.id JOIN agenda_item i ON i.id = p.item_id
     JOIN meeting m ON m.id = i.meeting_id LEFT JOIN source s ON s.id = m.source_id
     WHERE (${names.map((_, at) => `instr(p.text, @name${at})`).join(' OR ')}) AND ${metBy('m')} ${inOrder}`,
    {
      ...past,
      ...(indexed === '' ? {} : { most, phrases: phrases.join(' OR ') }),
      ...Object.fromEntries(names.map((name, at) => [`name${at}`, name])),
    },
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

/** Those of the longer names that begin with one of these: found by their key, without reading every name. */
export function longerNamesFrom(
  db: ReadableDb,
  kind: 'person' | 'organisation',
  id: string,
  keys: readonly string[],
): string[] {
  return all<{ text: string }>(
    db,
    `SELECT DISTINCT o.text FROM json_each(@keys) n
     JOIN ${kind}_name o ON o.match_key > n.value AND o.match_key < n.value || char(1114111) WHERE o.${kind}_id <> @id`,
    { keys: JSON.stringify(keys), id },
  ).map((row) => row.text)
}
