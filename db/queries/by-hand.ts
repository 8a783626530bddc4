/** Names with their days, and what an entry was said to be before, as somebody puts them right. */
import type { Earlier, EntityKind, NameKind, NameView } from '#contract/register.ts'
import { all, get, insert, run, update, type ReadableDb, type WritableDb } from '../connection.ts'
import type { Keys } from './entities.ts'

type Field =
  | 'type'
  | 'dissolved_on'
  | 'parent_id'
  | 'organisation_id'
  | 'mandate'
  | 'target_size'
  | 'same_organisation_id'
export type Fields = Readonly<Partial<Record<Field, string | null>>>

/** What a field is called beside the table. */
const shownFields: Readonly<Record<Field, Earlier['field']>> = {
  type: 'type',
  dissolved_on: 'dissolvedOn',
  parent_id: 'parent',
  organisation_id: 'organisation',
  mandate: 'mandate',
  target_size: 'targetSize',
  same_organisation_id: 'same',
}

/** A person's short form is an abbreviation to whoever looks. */
const shownKind = `CASE n.kind WHEN 'short' THEN 'abbreviation' ELSE n.kind END AS kind`
const storedKind = (owner: EntityKind, kind: NameKind) =>
  owner === 'person' && kind === 'abbreviation' ? 'short' : kind

type Row = Omit<NameView, 'byHand'> & { byHand: number }

/** Every name of an entry with its kind and days, the shown one first; a spelling that stands twice once. */
export function namesInUse(db: ReadableDb, owner: EntityKind, id: string): NameView[] {
  // A body's shown name stands in its own row, where nobody has said of what kind it is: it is a name like others.
  const shown =
    owner === 'body'
      ? `SELECT NULL AS id, name AS text, 'variant' AS kind, NULL AS "from", NULL AS "to", 0 AS byHand, '' AS fold
         FROM body e WHERE e.id = @id AND name NOT IN (SELECT text FROM body_name WHERE body_id = @id) UNION ALL`
      : ''
  const rows = all<Row & { fold: string }>(
    db,
    `SELECT * FROM (${shown}
       SELECT n.id, n.text, ${shownKind}, n.from_date AS "from", n.to_date AS "to", n.by_hand AS byHand, n.fold_key AS fold
       FROM ${owner}_name n WHERE n.${owner}_id = @id)
     ORDER BY text <> (SELECT name FROM ${owner} WHERE id = @id), fold, text, kind = 'variant', byHand, id`,
    { id },
  )
  return rows
    .filter(({ text }, at) => rows.findIndex((one) => one.text === text) === at)
    .map(({ fold: _fold, ...row }) => ({ ...row, byHand: row.byHand === 1 }))
}

type StoredName = { text: string; byHand: number; ownerId: string; shown: string }

/** A name of an entry by its row, with whose it is and what that one is shown by. */
export function nameRow(db: ReadableDb, owner: EntityKind, id: string): StoredName | undefined {
  return get(
    db,
    `SELECT n.text, n.by_hand AS byHand, n.${owner}_id AS ownerId, e.name AS shown
     FROM ${owner}_name n JOIN ${owner} e ON e.id = n.${owner}_id WHERE n.id = ?`,
    [id],
  )
}

/** Whether an entry goes by exactly this name. */
export function bearsName(db: ReadableDb, owner: EntityKind, id: string, text: string): boolean {
  return (
    get(
      db,
      `SELECT 1 FROM ${owner}_name WHERE ${owner}_id = @id AND text = @text
       UNION SELECT 1 FROM ${owner} WHERE id = @id AND name = @text`,
      { id, text },
    ) !== undefined
  )
}

type Named = { text: string; kind: NameKind; from: string | null; to: string | null }
const columns = (owner: EntityKind, { text, kind, from, to }: Named, keys: Keys) => ({
  text,
  kind: storedKind(owner, kind),
  from_date: from,
  to_date: to,
  match_key: keys.match,
  fold_key: keys.fold,
})

export function addNameByHand(
  db: WritableDb,
  owner: EntityKind,
  row: Named & { id: string; ownerId: string },
  keys: Keys,
): void {
  insert(db, `${owner}_name`, {
    id: row.id,
    [`${owner}_id`]: row.ownerId,
    ...columns(owner, row, keys),
    by_hand: 1,
  })
}

export function setName(db: WritableDb, owner: EntityKind, id: string, row: Named, keys: Keys): void {
  update(db, `${owner}_name`, id, columns(owner, row, keys))
}

export function dropName(db: WritableDb, owner: EntityKind, id: string): void {
  run(db, `DELETE FROM ${owner}_name WHERE id = ?`, [id])
}

/** The fields of an entry as they stand. */
export function fieldsOf(db: ReadableDb, kind: 'organisation' | 'body', id: string): Fields | undefined {
  return get(
    db,
    kind === 'organisation'
      ? 'SELECT type, dissolved_on FROM organisation WHERE id = ?'
      : 'SELECT type, parent_id, organisation_id, mandate, target_size, same_organisation_id FROM body WHERE id = ?',
    [id],
  )
}

export function setFields(db: WritableDb, kind: 'organisation' | 'body', id: string, fields: Fields): void {
  update(db, kind, id, fields)
}

/** What was said of an entry before, the latest change first, as far as it was known at a moment. */
export function earlierOf(db: ReadableDb, id: string, known: string): Earlier[] {
  return all<{ field: Field; before: string | null; changedAt: string }>(
    db,
    `SELECT j.key AS field, j.value AS before, f.fell_at AS changedAt FROM fallen_row f, json_each(f.told) j
     WHERE f.row_id = ? AND f.fell_at <= ? ORDER BY f.fell_at DESC, f.rowid DESC, j.id DESC`,
    [id, known],
  ).map(({ field, ...row }) => ({ field: shownFields[field], ...row }))
}

/** Bodies that are organisations, as the rows of this read say: those of an earlier moment are set back before it. */
export function sameEntries(db: ReadableDb): { bodyId: string; organisationId: string }[] {
  return all(
    db,
    `SELECT id AS bodyId, same_organisation_id AS organisationId FROM body
     WHERE same_organisation_id IS NOT NULL ORDER BY rowid`,
  )
}
