/** Names of the register for searching: every spelling, and the little that is said beside a found name. */
import type { NameKind } from '#contract/search.ts'
import { all, get, type ReadableDb } from '../connection.ts'

/** `isBody`: 1 in the rows by which an organisation is a body as well. */
export type NameRow = { kind: NameKind; id: string; name: string; sort: string; spelling: string | null; isBody: 0 | 1 }

const named = (kind: string, spelling: string, from: string, isBody = 0) =>
  `SELECT '${kind}' AS kind, e.id, e.name, e.sort_key AS sort, ${spelling} AS spelling, ${isBody} AS isBody FROM ${from}`
const titled = (kind: string, spelling: string, from: string) =>
  `SELECT '${kind}' AS kind, e.id, e.title AS name, e.sort_key AS sort, ${spelling} AS spelling, 0 AS isBody FROM ${from}`

/**
 * Nobody whose entry is restricted is found, and a body that is an organisation is that one, by the names of both.
 * Each asks its own rows of `e`; those of one entry follow each other by its id.
 */
const lists: Readonly<Record<NameKind, readonly string[]>> = {
  person: [
    named('person', 'n.text', "person e LEFT JOIN person_name n ON n.person_id = e.id WHERE e.status <> 'restricted'"),
  ],
  organisation: [
    named(
      'organisation',
      'n.text',
      'organisation e LEFT JOIN organisation_name n ON n.organisation_id = e.id WHERE TRUE',
    ),
    named('organisation', 'b.name', 'organisation e JOIN body b ON b.same_organisation_id = e.id WHERE TRUE', 1),
    named(
      'organisation',
      'n.text',
      `organisation e JOIN body b ON b.same_organisation_id = e.id
       JOIN body_name n ON n.body_id = b.id WHERE TRUE`,
      1,
    ),
  ],
  body: [
    named('body', 'n.text', 'body e LEFT JOIN body_name n ON n.body_id = e.id WHERE e.same_organisation_id IS NULL'),
  ],
  theme: [titled('theme', 'e.code', 'theme e WHERE TRUE')],
  post: [titled('post', 'NULL', 'post e WHERE TRUE')],
  event: [titled('event', 'm.title', 'event e LEFT JOIN merged_event m ON m.into_id = e.id WHERE TRUE')],
  assignment: [titled('assignment', 'NULL', 'assignment e WHERE TRUE')],
}

/** Keys of the table above. */
const kinds = Object.keys(lists) as NameKind[]

export function allNames(db: ReadableDb): NameRow[] {
  return kinds.flatMap((kind) => all<NameRow>(db, `${lists[kind].join(' UNION ALL ')} ORDER BY 2`))
}

/** The rows of one entry; none when it is gone, restricted, or a body that is an organisation. */
export function namesOfEntry(db: ReadableDb, kind: NameKind, id: string): NameRow[] {
  return all(db, lists[kind].map((rows) => `${rows} AND e.id = @id`).join(' UNION ALL '), { id })
}

/** The organisation that a body is. */
export function organisationOfBody(db: ReadableDb, id: string): string | null {
  return (
    get<{ same: string | null }>(db, 'SELECT same_organisation_id AS same FROM body WHERE id = ?', [id])?.same ?? null
  )
}

export function isNameKind(part: string): part is NameKind {
  return Object.hasOwn(lists, part)
}

/** The organisation last registered for a person comes by the order of rows: sorting 500 meetings for a word would be too dear. */
const details: Readonly<Record<NameKind, string>> = {
  person: `SELECT coalesce(
      (SELECT o.name FROM attendance a JOIN organisation o ON o.id = a.organisation_id WHERE a.person_id = @id
       ORDER BY a.rowid DESC LIMIT 1),
      (SELECT o.name FROM tenure t JOIN organisation o ON o.id = t.organisation_id WHERE t.person_id = @id
         AND t.retired_at IS NULL ORDER BY t.rowid DESC LIMIT 1),
      (SELECT t.title FROM tenure t WHERE t.person_id = @id AND t.retired_at IS NULL AND t.sensitive = 0
       ORDER BY t.rowid DESC LIMIT 1)) AS detail`,
  organisation: 'SELECT type AS detail FROM organisation WHERE id = @id',
  body: 'SELECT coalesce(p.name, b.type) AS detail FROM body b LEFT JOIN body p ON p.id = b.parent_id WHERE b.id = @id',
  theme: `SELECT coalesce(t.code || coalesce(' · ' || p.title, ''), p.title) AS detail
    FROM theme t LEFT JOIN theme p ON p.id = t.parent_id WHERE t.id = @id`,
  post: 'SELECT o.name AS detail FROM post e LEFT JOIN organisation o ON o.id = e.organisation_id WHERE e.id = @id',
  event: 'SELECT coalesce(from_date, to_date) AS detail FROM event WHERE id = @id',
  assignment: 'SELECT issued AS detail FROM assignment WHERE id = @id',
}

/** The body that an organisation is as well. */
export function bodyOfOrganisation(db: ReadableDb, id: string): string | null {
  const sql = 'SELECT name FROM body WHERE same_organisation_id = ? ORDER BY rowid LIMIT 1'
  return get<{ name: string }>(db, sql, [id])?.name ?? null
}

/** What stands beside a found name; null when no text says. */
export function nameDetail(db: ReadableDb, kind: NameKind, id: string): string | null {
  return get<{ detail: string | null }>(db, details[kind], { id })?.detail ?? null
}
