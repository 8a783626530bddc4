/** Names of the register for searching: every spelling, and the little that is said beside a found name. */
import type { NameKind } from '#contract/search.ts'
import { all, get, type ReadableDb } from '../connection.ts'

export type NameRow = { kind: NameKind; id: string; name: string; sort: string; spelling: string | null }

/** Nobody whose entry is restricted is found. Rows of one entry follow each other. */
const lists: Readonly<Record<NameKind, string>> = {
  person: `SELECT 'person' AS kind, e.id, e.name, e.sort_key AS sort, n.text AS spelling
    FROM person e LEFT JOIN person_name n ON n.person_id = e.id WHERE e.status <> 'restricted'`,
  organisation: `SELECT 'organisation' AS kind, e.id, e.name, e.sort_key AS sort, n.text AS spelling
    FROM organisation e LEFT JOIN organisation_name n ON n.organisation_id = e.id WHERE TRUE`,
  body: `SELECT 'body' AS kind, e.id, e.name, e.sort_key AS sort, n.text AS spelling
    FROM body e LEFT JOIN body_name n ON n.body_id = e.id WHERE TRUE`,
  theme: `SELECT 'theme' AS kind, e.id, e.title AS name, e.sort_key AS sort, e.code AS spelling FROM theme e WHERE TRUE`,
  post: `SELECT 'post' AS kind, e.id, e.title AS name, e.sort_key AS sort, NULL AS spelling FROM post e WHERE TRUE`,
  event: `SELECT 'event' AS kind, e.id, e.title AS name, e.sort_key AS sort, m.title AS spelling
    FROM event e LEFT JOIN merged_event m ON m.into_id = e.id WHERE TRUE`,
  assignment: `SELECT 'assignment' AS kind, e.id, e.title AS name, e.sort_key AS sort, NULL AS spelling
    FROM assignment e WHERE TRUE`,
}

/** Keys of the table above. */
const kinds = Object.keys(lists) as NameKind[]

export function allNames(db: ReadableDb): NameRow[] {
  return kinds.flatMap((kind) => all<NameRow>(db, `${lists[kind]} ORDER BY e.id`))
}

/** The rows of one entry; none when it is gone or restricted. */
export function namesOfEntry(db: ReadableDb, kind: NameKind, id: string): NameRow[] {
  return all(db, `${lists[kind]} AND e.id = ?`, [id])
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

/** What stands beside a found name; null when no text says. */
export function nameDetail(db: ReadableDb, kind: NameKind, id: string): string | null {
  return get<{ detail: string | null }>(db, details[kind], { id })?.detail ?? null
}
