/**
 * Rows that fell with a text or by hand, and what rows said before they were changed: kept as they were outside the
 * register, and laid back for a read that asks what was known before.
 */
import type { EntityKind } from '#contract/register.ts'
import {
  all,
  get,
  insert,
  raw,
  run,
  tables,
  update,
  type ReadableDb,
  type Table,
  type WritableDb,
} from '../connection.ts'
import { survivorOf } from './identity.ts'
import type { BearerName } from './privacy.ts'

type Row = Record<string, string | number | null>
type Key = { table: Table; column: string; target: string; whole: boolean }

/** What points at what, and what goes along (`whole`), as the file itself says. */
function keysOf(db: ReadableDb): Key[] {
  return tables.flatMap((table) =>
    all<{ column: string; target: string; whole: 0 | 1 }>(
      db,
      `SELECT "from" AS "column", "table" AS target, on_delete = 'CASCADE' AS whole FROM pragma_foreign_key_list(?)`,
      [table],
    ).map(({ whole, ...key }) => ({ table, ...key, whole: whole === 1 })),
  )
}

/**
 * Keeps a row that is about to go with everything that goes along, and its place on the map.
 * @param at ISO instant from which it is no longer known
 */
export function fallenKeeper(db: WritableDb, newId: () => string, at: string): (table: Table, id: string) => void {
  const parts = keysOf(db).filter(({ whole }) => whole)
  const keep = (table: Table, row: Row) => {
    const { id } = row
    if (typeof id !== 'string') return
    insert(db, 'fallen_row', { id: newId(), row: JSON.stringify(row), of_table: table, row_id: id, fell_at: at })
    for (const { table: part, column, target } of parts)
      if (target === table)
        for (const one of all<Row>(db, `SELECT * FROM ${part} WHERE ${column} = ?`, [id])) keep(part, one)
  }
  return (table, id) => {
    for (const place of [table, 'node_position'] as const) {
      const row = get<Row>(db, `SELECT * FROM ${place} WHERE id = ?`, [id])
      if (row !== undefined) keep(place, row)
    }
  }
}

type Fallen = { table: string; row: string; id: string }

/** What is said of an entry or a part and may be put right later. Who is restricted is so at every moment. */
const sayings = {
  person: ['name', 'sort_key'],
  organisation: ['name', 'sort_key', 'type', 'dissolved_on'],
  body: [
    'name',
    'sort_key',
    'match_key',
    'fold_key',
    'type',
    'parent_id',
    'organisation_id',
    'mandate',
    'target_size',
    'same_organisation_id',
  ],
  theme: ['code', 'title', 'sort_key', 'match_key', 'fold_key', 'parent_id', 'body_id'],
  post: ['title', 'sort_key', 'match_key', 'fold_key', 'organisation_id'],
  event: ['title', 'from_date', 'to_date', 'basis', 'as_written', 'venue', 'body_id', 'sort_key', 'match_key'],
  assignment: ['type', 'title', 'text', 'theme_id', 'issued', 'due', 'sort_key', 'match_key'],
  tenure: [
    'title',
    'pronoun',
    'sensitive',
    'from_date',
    'from_after',
    'to_date',
    'to_kind',
    'basis',
    'seen_from',
    'seen_to',
  ],
  party: ['person_id', 'organisation_id', 'body_id', 'role'],
  person_name: ['text', 'kind', 'from_date', 'to_date', 'match_key', 'fold_key'],
  organisation_name: ['text', 'kind', 'from_date', 'to_date', 'match_key', 'fold_key'],
  body_name: ['text', 'kind', 'from_date', 'to_date', 'match_key', 'fold_key'],
} as const satisfies Partial<Record<Table, readonly string[]>>
export type Said = keyof typeof sayings

const isSaid = (table: string): table is Said => Object.hasOwn(sayings, table)

/**
 * Keeps what a row says before it is changed. One that says the same afterwards loses nothing by it.
 * @param at ISO instant of the change
 * @param told what the page of the entry goes on telling, by column: these alone are about to change
 */
export function keepSaid(
  db: WritableDb,
  id: string,
  at: string,
  of: { table: Said; id: string; told?: Readonly<Record<string, string | null>> },
): void {
  const columns = of.told === undefined ? '*' : ['id', ...Object.keys(of.told)].join(', ')
  const row = get<Row>(db, `SELECT ${columns} FROM ${of.table} WHERE id = ?`, [of.id])
  if (row !== undefined)
    insert(db, 'fallen_row', {
      id,
      row: JSON.stringify(row),
      of_table: of.table,
      row_id: of.id,
      fell_at: at,
      stands: 1,
      told: of.told === undefined ? null : JSON.stringify(of.told),
    })
}

/** Rows that were changed after the moment say again what they said at it. */
function sayAgain(db: WritableDb, keys: readonly Key[], known: string): void {
  // The first change after the moment is the last that is put back.
  const changed = all<Fallen>(
    db,
    `SELECT of_table AS "table", row_id AS id, row FROM fallen_row WHERE fell_at > ? AND stands = 1
     ORDER BY fell_at DESC, rowid DESC`,
    [known],
  )
  for (const { table, id, row: json } of changed) {
    if (!isSaid(table)) continue
    const row = pointed(db, table, keys, json)
    update(db, table, id, Object.fromEntries(sayings[table].map((name) => [name, row[name]])))
  }
}

/** A kept row, pointing to whom those were merged into that it pointed to. */
function pointed(db: ReadableDb, table: Table, keys: readonly Key[], json: string): Row {
  // Written here, from a row of SQLite.
  const row = JSON.parse(json) as Row
  for (const { table: owner, column, target } of keys) {
    const to = row[column]
    if (owner === table && isMerging(target) && typeof to === 'string') row[column] = survivorOf(db, target, to) ?? to
  }
  return row
}

const merging: readonly string[] = ['person', 'organisation', 'body'] satisfies EntityKind[]
const isMerging = (target: string): target is EntityKind => merging.includes(target)

/**
 * Lays back what fell after the moment `known`, for a transaction that is not kept. What was merged since stands for
 * whom it was merged into; what the register holds again already is not laid beside it.
 */
export function layBack(db: WritableDb, known: string): void {
  const fallen = all<Fallen>(
    db,
    'SELECT of_table AS "table", row_id AS id, row FROM fallen_row WHERE fell_at > ? AND stands = 0 ORDER BY fell_at, rowid',
    [known],
  )
  raw(db).pragma('defer_foreign_keys = ON')
  const keys = keysOf(db)
  for (const { table: named, row: json } of fallen) {
    const table = tables.find((one) => one === named)
    if (table === undefined) continue
    const row = pointed(db, table, keys, json)
    const names = Object.keys(row)
    const same = names.filter((name) => name !== 'id').map((name) => `"${name}" IS @${name}`)
    run(
      db,
      `INSERT OR IGNORE INTO ${table} (${names.map((name) => `"${name}"`).join(', ')})
       SELECT ${names.map((name) => `@${name}`).join(', ')}
       WHERE NOT EXISTS (SELECT 1 FROM ${table} WHERE ${[...same, 'TRUE'].join(' AND ')})`,
      row,
    )
  }
  sayAgain(db, keys, known)
}

/**
 * What was kept of a row while it pointed to whom an entry had been merged into points to that entry again, as the row
 * itself does: from the merge on, until it was pointed elsewhere.
 * @param merged ISO instant of the merge
 * @param stood whom the entry was merged into, and on
 */
export function keptGoHome(
  db: WritableDb,
  { table, column, row }: { table: string; column: string; row: string },
  { merged, stood, home }: { merged: string; stood: ReadonlySet<string>; home: string },
): void {
  const kept = all<{ id: string; to: string | null }>(
    db,
    `SELECT id, json_extract(row, @path) AS "to" FROM fallen_row
     WHERE row_id = @row AND of_table = @table AND fell_at >= @merged AND json_type(row, @path) IS NOT NULL
     ORDER BY fell_at, rowid`,
    { row, table, merged, path: `$.${column}` },
  )
  for (const { id, to } of kept) {
    if (to === null || !stood.has(to)) return
    run(db, 'UPDATE fallen_row SET row = json_set(row, ?, ?) WHERE id = ?', [`$.${column}`, home, id])
  }
}

/**
 * The entry that a text founded before under this name and that fell with it: accepted again it is the same one, and
 * what was known of it then is told of it. Null when there is none, or another text founded it.
 */
export function fellBefore(
  db: ReadableDb,
  table: 'person' | 'organisation' | 'body' | 'theme' | 'event' | 'assignment',
  name: string,
  sourceId: string,
): string | null {
  const column = table === 'person' || table === 'organisation' || table === 'body' ? 'name' : 'title'
  return (
    get<{ id: string }>(
      db,
      `SELECT f.row_id AS id FROM fallen_row f JOIN fallen_row e ON e.fell_at = f.fell_at
       WHERE f.of_table = @table AND f.stands = 0 AND json_extract(f.row, @column) = @name AND e.of_table = 'evidence'
         AND json_extract(e.row, @owner) = f.row_id AND json_extract(e.row, '$.source_id') = @sourceId
         AND NOT EXISTS (SELECT 1 FROM ${table} t WHERE t.id = f.row_id)
       ORDER BY f.fell_at DESC, f.rowid LIMIT 1`,
      { table, column: `$.${column}`, name, owner: `$.${table}_id`, sourceId },
    )?.id ?? null
  )
}

/** A person who fell with a text, as the row last was; undefined when nobody did under this id. */
export function fallenPerson(db: ReadableDb, id: string): { name: string; names: string[] } | undefined {
  const person = get<{ name: string }>(
    db,
    `SELECT json_extract(row, '$.name') AS name FROM fallen_row
     WHERE of_table = 'person' AND stands = 0 AND row_id = ? ORDER BY fell_at DESC LIMIT 1`,
    [id],
  )
  if (person === undefined) return undefined
  const names = all<{ text: string }>(
    db,
    `SELECT DISTINCT json_extract(row, '$.text') AS text FROM fallen_row
     WHERE of_table = 'person_name' AND json_extract(row, '$.person_id') = ? ORDER BY text`,
    [id],
  )
  return { ...person, names: names.map(({ text }) => text) }
}

/** Fallen rows that point at any of the ids, with the words that prove them. */
export function fallenAbout(db: ReadableDb, ids: readonly string[]): Row[] {
  return all(
    db,
    `WITH RECURSIVE about(id, part) AS (
       SELECT value, 0 FROM json_each(@ids) UNION
       SELECT f.row_id, 1 FROM about a JOIN fallen_row f ON instr(f.row, json_quote(a.id)) > 0
       WHERE a.part = 0 OR f.of_table IN ('evidence', 'holder_proposal'))
     SELECT * FROM fallen_row WHERE row_id IN (SELECT id FROM about)`,
    { ids: JSON.stringify(ids) },
  )
}

/**
 * Whether somebody's words have gone and a restriction alone keeps the entry: without it nobody would know whose next
 * mention is to stay hidden.
 */
export function heldByRestriction(db: ReadableDb, id: string): boolean {
  return (
    get(
      db,
      `SELECT 1 FROM person p WHERE p.id = @id AND p.status = 'restricted'
         AND EXISTS (SELECT 1 FROM fallen_row f WHERE f.of_table = 'person' AND f.row_id = p.id)
         AND NOT EXISTS (SELECT 1 FROM evidence e WHERE e.person_id = p.id)`,
      { id },
    ) !== undefined
  )
}

/** What fell is known of somebody who is no longer restricted. */
export function liftFallen(db: WritableDb, id: string): void {
  run(db, `UPDATE fallen_row SET row = json_set(row, '$.status', 'active') WHERE of_table = 'person' AND row_id = ?`, [
    id,
  ])
}

/** As namesOfPeople, of people who fell and are in the register no more. Whoever is merged is there under another id. */
export function fallenNames(db: ReadableDb): BearerName[] {
  return all(
    db,
    `SELECT DISTINCT p.row_id AS id, json_extract(n.row, '$.text') AS text, json_extract(p.row, '$.name') AS shown,
       0 AS standing
     FROM fallen_row p JOIN fallen_row n ON n.of_table = 'person_name' AND json_extract(n.row, '$.person_id') = p.row_id
     WHERE p.of_table = 'person' AND NOT EXISTS (SELECT 1 FROM person t WHERE t.id = p.row_id)
       AND NOT EXISTS (SELECT 1 FROM identity_decision d WHERE d.b_id = p.row_id AND d.verdict = 'same'
         AND d.reversed_at IS NULL)
       AND p.rowid = (SELECT max(l.rowid) FROM fallen_row l WHERE l.of_table = 'person' AND l.row_id = p.row_id)
     ORDER BY json_extract(p.row, '$.sort_key'), p.row_id`,
  )
}

/** People who fell and are in the register no more, by any name they had then. @param keys match keys */
export function fallenCalled(db: ReadableDb, keys: readonly string[]): { id: string; name: string }[] {
  return all(
    db,
    `SELECT p.row_id AS id, json_extract(p.row, '$.name') AS name FROM fallen_row p
     WHERE p.of_table = 'person' AND NOT EXISTS (SELECT 1 FROM person t WHERE t.id = p.row_id)
       AND p.rowid = (SELECT max(l.rowid) FROM fallen_row l WHERE l.of_table = 'person' AND l.row_id = p.row_id)
       AND EXISTS (SELECT 1 FROM fallen_row n WHERE n.of_table = 'person_name'
         AND json_extract(n.row, '$.person_id') = p.row_id
         AND json_extract(n.row, '$.match_key') IN (SELECT value FROM json_each(@keys)))
     ORDER BY json_extract(p.row, '$.sort_key'), p.row_id`,
    { keys: JSON.stringify(keys) },
  )
}
