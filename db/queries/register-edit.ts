/** Changing facts by hand: nothing that was known is overwritten. */
import { all, get, insert, run, update, type ReadableDb, type WritableDb } from '../connection.ts'

type Dated = 'tenure' | 'relation'
type Row = Record<string, string | number | null>

/** A fact as it stands in its table, while it is known; a retired one is not there. */
export function currentFact(db: ReadableDb, table: Dated, id: string): Row | undefined {
  return get<Row>(db, `SELECT * FROM ${table} WHERE id = ? AND retired_at IS NULL`, [id])
}

/** Ends what is known of a fact at a moment. False when it was not known. */
export function retire(db: WritableDb, table: Dated, id: string, at: string): boolean {
  return run(db, `UPDATE ${table} SET retired_at = ? WHERE id = ? AND retired_at IS NULL`, [at, id]) > 0
}

/** Adds a fact in the place of another, which is retired; the words of the old one go along. */
export function replaceFact(
  db: WritableDb,
  table: Dated,
  old: Row,
  row: Row & { id: string },
  at: string,
  newId: () => string,
): void {
  const before = String(old['id'])
  retire(db, table, before, at)
  insert(db, table, { ...old, ...row, replaces_id: before, recorded_at: at, retired_at: null })
  const words = all<Row>(db, `SELECT * FROM evidence WHERE ${table}_id = ? ORDER BY rowid`, [before])
  for (const word of words) insert(db, 'evidence', { ...word, id: newId(), [`${table}_id`]: row.id })
}

/** Columns of one row by id. False when there is no such row. */
export function setRow(
  db: WritableDb,
  table: 'theme' | 'post' | 'event' | 'assignment' | 'party' | 'contact_point',
  id: string,
  row: Row,
): boolean {
  return update(db, table, id, row)
}

/** What a part is a part of. */
export function partyPlace(db: ReadableDb, id: string): { of: 'event' | 'assignment'; ofId: string } | undefined {
  return get(
    db,
    `SELECT iif(event_id IS NULL, 'assignment', 'event') AS "of", coalesce(event_id, assignment_id) AS ofId
     FROM party WHERE id = ?`,
    [id],
  )
}

/** Takes away the rows that say the same as one part does: events that were merged may both have had it. */
export function dropTwins(db: WritableDb, of: 'event' | 'assignment', id: string): void {
  run(
    db,
    `DELETE FROM party WHERE id <> @id AND EXISTS (SELECT 1 FROM party y WHERE y.id = @id AND y.${of}_id = party.${of}_id
       AND y.role = party.role AND y.person_id IS party.person_id AND y.organisation_id IS party.organisation_id
       AND y.body_id IS party.body_id)`,
    { id },
  )
}

export function removeRow(db: WritableDb, table: 'party' | 'contact_point' | 'interaction', id: string): boolean {
  if (table === 'interaction') run(db, 'DELETE FROM interaction_party WHERE interaction_id = ?', [id])
  return run(db, `DELETE FROM ${table} WHERE id = ?`, [id]) > 0
}

/** Puts these sums in the place of an assignment's earlier ones. */
export function putAmounts(
  db: WritableDb,
  assignmentId: string,
  amounts: readonly { id: string; sek: number | null; text: string }[],
): void {
  run(db, 'DELETE FROM amount WHERE assignment_id = ?', [assignmentId])
  amounts.forEach(({ id, sek, text }, position) =>
    insert(db, 'amount', { id, assignment_id: assignmentId, position, sek, text }),
  )
}
