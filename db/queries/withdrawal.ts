/** What rests on some words, what else holds it, and taking it away. */
import type { EntityKind } from '#contract/register.ts'
import type { FactKind } from '#contract/sources.ts'
import { all, get, raw, run, type ReadableDb, type WritableDb } from '../connection.ts'

export const factKinds = [
  'person',
  'organisation',
  'body',
  'theme',
  'tenure',
  'event',
  'assignment',
  'relation',
] as const satisfies readonly FactKind[]

export type TouchedFact = { kind: FactKind; id: string; words: number; founding: boolean }

export type Words = { sourceId: string } | { proposalIds: readonly string[] }

function chosen(words: Words): { where: string; bind: Record<string, string> } {
  return 'sourceId' in words
    ? { where: 'e.source_id = @words', bind: { words: words.sourceId } }
    : {
        where: 'e.proposal_id IN (SELECT value FROM json_each(@words))',
        bind: { words: JSON.stringify(words.proposalIds) },
      }
}

/** Current facts and entries that the words prove, with how many of the places are these. */
export function touchedBy(db: ReadableDb, words: Words): TouchedFact[] {
  const { where, bind } = chosen(words)
  return factKinds.flatMap((kind) => {
    const current = kind === 'tenure' || kind === 'relation' ? `AND f.retired_at IS NULL` : ''
    return all<{ id: string; words: number; founding: 0 | 1 }>(
      db,
      `SELECT f.id, count(*) AS words, max(e.founding) AS founding FROM evidence e JOIN ${kind} f ON f.id = e.${kind}_id
       WHERE ${where} ${current} GROUP BY f.id ORDER BY min(e.rowid)`,
      bind,
    ).map((row) => ({ kind, ...row, founding: row.founding === 1 }))
  })
}

/** Places that prove a fact besides these words. */
export function otherWords(db: ReadableDb, kind: FactKind, id: string, words: Words): number {
  const { where, bind } = chosen(words)
  return (
    get<{ n: number }>(db, `SELECT count(*) AS n FROM evidence e WHERE e.${kind}_id = @id AND (${where}) IS NOT TRUE`, {
      ...bind,
      id,
    })?.n ?? 0
  )
}

/** Whether any words prove a fact or an entry. */
export function hasWords(db: ReadableDb, kind: FactKind, id: string): boolean {
  return get(db, `SELECT 1 FROM evidence WHERE ${kind}_id = ?`, [id]) !== undefined
}

/** A tie as `table id`, and whether it was retired; undefined when the row is no tie. */
export function tieOf(
  db: ReadableDb,
  row: string,
): { kind: 'tenure' | 'relation'; id: string; retired: boolean } | undefined {
  const [table, id = ''] = row.split(' ')
  if (table !== 'tenure' && table !== 'relation') return undefined
  const retired = get(db, `SELECT 1 FROM ${table} WHERE id = ? AND retired_at IS NOT NULL`, [id]) !== undefined
  return { kind: table, id, retired }
}

/** Takes the words from a fact; the first of those that are left is what keeps it in the register. */
export function takeWords(db: WritableDb, kind: FactKind, id: string, words: Words, founding: boolean): void {
  const { where, bind } = chosen(words)
  run(db, `DELETE FROM evidence AS e WHERE e.${kind}_id = @id AND ${where}`, { ...bind, id })
  if (!founding) return
  run(db, `UPDATE evidence SET founding = 1 WHERE rowid = (SELECT min(rowid) FROM evidence WHERE ${kind}_id = ?)`, [id])
}

type Reference = { tbl: string; col: string }
/** Rows that are part of an entry, or worked out from others. */
const own = new Set(['person_name', 'organisation_name', 'body_name', 'evidence', 'holder_proposal', 'node_position'])

/** Every column that points at a table, read from the schema, so that none is forgotten. */
function referencesTo(db: ReadableDb, table: string): Reference[] {
  return all<Reference>(
    db,
    `SELECT m.name AS tbl, f."from" AS col FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f
     WHERE m.type = 'table' AND f."table" = ?`,
    [table],
  ).filter(({ tbl }) => !own.has(tbl))
}

export type Held = EntityKind | 'theme' | 'post' | 'event' | 'assignment'

/** Gives the rows, as `table id`, that refer to an entry. A merge that can be undone counts as one. */
export function holderFinder(db: ReadableDb): (kind: Held, id: string) => string[] {
  const known = new Map<Held, Reference[]>()
  return (kind, id) => {
    let references = known.get(kind)
    if (references === undefined) known.set(kind, (references = referencesTo(db, kind)))
    const rows = references.flatMap(({ tbl, col }) =>
      all<{ id: string }>(db, `SELECT id FROM ${tbl} WHERE ${col} = ?`, [id]).map((row) => `${tbl} ${row.id}`),
    )
    const merged = all<{ id: string }>(
      db,
      'SELECT id FROM identity_decision WHERE reversed_at IS NULL AND (a_id = @id OR b_id = @id)',
      { id },
    ).map((row) => `identity_decision ${row.id}`)
    return [...rows, ...merged]
  }
}

/** Lets rows go in any order; what still refers to a row that is gone shows when the transaction ends. */
export function inAnyOrder(db: WritableDb): void {
  raw(db).pragma('defer_foreign_keys = ON')
}

export function removeRow(db: WritableDb, kind: FactKind | 'post', id: string): void {
  run(db, 'DELETE FROM node_position WHERE id = ?', [id])
  run(db, `DELETE FROM ${kind} WHERE id = ?`, [id])
}

export function retireRow(db: WritableDb, kind: 'tenure' | 'relation', id: string, at: string): void {
  run(db, `UPDATE ${kind} SET retired_at = ? WHERE id = ?`, [at, id])
}

/** What a tenure or a relation ties together, as `kind id`. */
export function tiedBy(db: ReadableDb, kind: 'tenure' | 'relation', id: string): string[] {
  const row = get<Record<string, string | number | null>>(db, `SELECT * FROM ${kind} WHERE id = ?`, [id]) ?? {}
  const ends =
    kind === 'tenure'
      ? {
          person_id: 'person',
          organisation_id: 'organisation',
          body_id: 'body',
          post_id: 'post',
          represents_id: 'organisation',
        }
      : {
          from_person_id: 'person',
          from_organisation_id: 'organisation',
          from_body_id: 'body',
          to_person_id: 'person',
          to_organisation_id: 'organisation',
          to_body_id: 'body',
          to_theme_id: 'theme',
        }
  return Object.entries(ends).flatMap(([column, table]) => {
    const value = row[column]
    return typeof value === 'string' ? [`${table} ${value}`] : []
  })
}

const list = (...parts: string[]) => `concat_ws(', ', ${parts.join(', ')})`
const days = (row: string) => `nullif(coalesce(${row}.from_date, '') || '–' || coalesce(${row}.to_date, ''), '–')`
const wordsOf: Readonly<Record<FactKind, string>> = {
  person: 'SELECT f.name AS words FROM person f',
  organisation: 'SELECT f.name AS words FROM organisation f',
  body: 'SELECT f.name AS words FROM body f',
  theme: `SELECT concat_ws(' ', f.code, f.title) AS words FROM theme f`,
  event: `SELECT ${list('f.title', 'f.from_date')} AS words FROM event f`,
  assignment: 'SELECT f.title AS words FROM assignment f',
  tenure: `SELECT ${list('p.name', 's.title', 'f.role', 'iif(lower(f.title) IN (lower(f.role), lower(s.title)), NULL, f.title)', 'b.name', 'o.name', days('f'))} AS words FROM tenure f
    LEFT JOIN person p ON p.id = f.person_id LEFT JOIN post s ON s.id = f.post_id LEFT JOIN body b ON b.id = f.body_id
    LEFT JOIN organisation o ON o.id = f.organisation_id`,
  relation: `SELECT concat_ws(' – ', a.name, o.name, b.name, concat_ws(' ', t.code, t.title)) AS words FROM relation f
    LEFT JOIN body a ON a.id = f.from_body_id LEFT JOIN organisation o ON o.id = f.from_organisation_id
    LEFT JOIN body b ON b.id = f.to_body_id LEFT JOIN theme t ON t.id = f.to_theme_id`,
}

/** A fact in the register's own words: names, roles and days, no sentences. */
export function factWords(db: ReadableDb, kind: FactKind, id: string): string {
  return get<{ words: string }>(db, `${wordsOf[kind]} WHERE f.id = ?`, [id])?.words ?? ''
}

/** Evidence of a fact that no proposal stands behind: somebody's own statement, or minutes. */
export function hasOtherProof(db: ReadableDb, kind: FactKind, id: string): boolean {
  return get(db, `SELECT 1 FROM evidence WHERE ${kind}_id = ? AND proposal_id IS NULL`, [id]) !== undefined
}
