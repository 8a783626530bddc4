/** Changing meetings. Positions are renumbered from 0 without gaps after every move. */
import { KansliError } from '#contract/errors.ts'
import { all, get, insert, run, update, type ReadableDb, type WritableDb } from '../connection.ts'
import { unheld } from './register.ts'

export function meetingOfItem(db: ReadableDb, itemId: string): string {
  const row = get<{ id: string }>(db, 'SELECT meeting_id AS id FROM agenda_item WHERE id = ?', [itemId])
  if (row === undefined) throw new KansliError('item.not-found')
  return row.id
}

/** @throws KansliError entity.not-found */
export function meetingOfAction(db: ReadableDb, actionId: string): string {
  const row = get<{ id: string }>(
    db,
    'SELECT i.meeting_id AS id FROM action c JOIN agenda_item i ON i.id = c.item_id WHERE c.id = ?',
    [actionId],
  )
  if (row === undefined) throw new KansliError('entity.not-found')
  return row.id
}

export function assertMeeting(db: ReadableDb, id: string): void {
  if (get(db, 'SELECT 1 FROM meeting WHERE id = ?', [id]) === undefined)
    throw new KansliError('meeting.not-found', { which: id })
}

/**
 * For a write that says something else by pointing elsewhere: the file lets references of locked minutes move, since
 * a merge must move them. @throws KansliError meeting.locked
 */
export function assertUnlocked(db: ReadableDb, id: string): void {
  if (get(db, "SELECT 1 FROM meeting WHERE id = ? AND state IN ('approved', 'archived')", [id]) !== undefined)
    throw new KansliError('meeting.locked')
}

export function itemIds(db: ReadableDb, meetingId: string): string[] {
  return all<{ id: string }>(db, 'SELECT id FROM agenda_item WHERE meeting_id = ? ORDER BY position', [meetingId]).map(
    (row) => row.id,
  )
}

/** Writes the order of rows; touches only those that stand elsewhere than they should. */
export function writeOrder(db: WritableDb, table: 'agenda_item' | 'paragraph', ids: readonly string[]): void {
  ids.forEach((id, position) =>
    run(db, `UPDATE ${table} SET position = ? WHERE id = ? AND position <> ?`, [position, id, position]),
  )
}

/** Puts `id` behind `after` (first when null) in a list of ids. @throws item.not-found */
export function placed(ids: readonly string[], id: string, after: string | null): string[] {
  const rest = ids.filter((one) => one !== id)
  if (after === null) return [id, ...rest]
  const index = rest.indexOf(after)
  if (index < 0) throw new KansliError('item.not-found')
  return rest.toSpliced(index + 1, 0, id)
}

/** `says`: whether any decision or action is said in it. */
export type ParagraphRow = {
  id: string
  itemId: string
  kind: string
  text: string
  fields: string | null
  says: 0 | 1
}

export function paragraphById(db: ReadableDb, id: string): ParagraphRow | undefined {
  return get(
    db,
    `SELECT id, item_id AS itemId, kind, text, fields, EXISTS (SELECT 1 FROM decision WHERE paragraph_id = p.id) OR
       EXISTS (SELECT 1 FROM action WHERE paragraph_id = p.id) AS says FROM paragraph p WHERE id = ?`,
    [id],
  )
}

/** Ids of an item's paragraphs in their order. */
export function paragraphsOf(db: ReadableDb, itemId: string): string[] {
  return all<{ id: string }>(db, 'SELECT id FROM paragraph WHERE item_id = ? ORDER BY position', [itemId]).map(
    ({ id }) => id,
  )
}

/**
 * Whether an item's paragraphs are `ids` and stand at 0, 1, 2 and so on. Mostly so: one text is compared, and no
 * row is fetched.
 */
export function isInOrder(db: ReadableDb, itemId: string, ids: readonly string[]): boolean {
  const found = get<{ stand: string | null }>(
    db,
    `SELECT group_concat(position || ' ' || id, ',' ORDER BY position) AS stand FROM paragraph WHERE item_id = ?`,
    [itemId],
  )
  return (found?.stand ?? '') === ids.map((id, position) => `${position} ${id}`).join(',')
}

type ParagraphWords = { kind: string; text: string; fields: string | null }

/** Adds a paragraph behind the others of its item. */
export function addParagraph(
  db: WritableDb,
  row: ParagraphWords & { id: string; itemId: string; createdAt: string },
): void {
  run(
    db,
    `INSERT INTO paragraph (id, item_id, position, kind, text, fields, created_at)
     SELECT @id, @itemId, coalesce(max(position) + 1, 0), @kind, @text, @fields, @createdAt
     FROM paragraph WHERE item_id = @itemId`,
    row,
  )
}

/** Sets what is another than before: mostly the words alone. */
export function setParagraph(db: WritableDb, before: ParagraphRow, { kind, text, fields }: ParagraphWords): void {
  if (before.kind !== kind || before.fields !== fields) update(db, 'paragraph', before.id, { kind, text, fields })
  else if (before.text !== text) run(db, 'UPDATE paragraph SET text = ? WHERE id = ?', [text, before.id])
}

export type SaidRow = { id: string; text: string; inline: number }

/** Decisions or actions said in one paragraph. */
export function saidIn(db: ReadableDb, table: 'decision' | 'action', paragraphId: string): SaidRow[] {
  return all(db, `SELECT id, text, inline FROM ${table} WHERE paragraph_id = ? ORDER BY position`, [paragraphId])
}

export function removeSaid(db: WritableDb, table: 'decision' | 'action', id: string): void {
  run(db, `DELETE FROM ${table} WHERE id = ?`, [id])
}

export function setSaid(db: WritableDb, table: 'decision' | 'action', id: string, text: string): void {
  update(db, table, id, { text })
}

/** The whole set of one role's holders, in order. */
export function replaceOfficers(
  db: WritableDb,
  meetingId: string,
  role: 'chair' | 'secretary' | 'adjuster',
  rows: readonly { id: string; name: string; personId: string | null }[],
): void {
  run(db, 'DELETE FROM officer WHERE meeting_id = ? AND role = ?', [meetingId, role])
  rows.forEach((row, position) =>
    insert(db, 'officer', {
      id: row.id,
      meeting_id: meetingId,
      role,
      position,
      person_id: row.personId,
      name: row.name,
      line: null,
    }),
  )
}

/** The person of that name among a meeting's participants, if exactly one. */
export function participantNamed(db: ReadableDb, meetingId: string, name: string): string | null {
  const rows = all<{ id: string }>(
    db,
    'SELECT DISTINCT person_id AS id FROM attendance WHERE meeting_id = ? AND name = ?',
    [meetingId, name],
  )
  return rows.length === 1 ? (rows[0]?.id ?? null) : null
}

/** People, organisations and bodies that nothing speaks of any more go with the meeting that brought them; undo brings them back. */
export function removeOrphans(db: WritableDb): void {
  const unproven = (kind: string) => `NOT EXISTS (SELECT 1 FROM evidence x WHERE x.${kind}_id = ${kind}.id)`
  for (const kind of ['person', 'organisation', 'body'] as const)
    run(db, `DELETE FROM ${kind} WHERE ${unheld(kind)} AND ${unproven(kind)}`)
  // A text that was added by itself stays, whether anything was taken from it or not.
  run(
    db,
    `DELETE FROM source WHERE kind = 'minutes' AND NOT EXISTS (SELECT 1 FROM meeting x WHERE x.source_id = source.id)
     AND NOT EXISTS (SELECT 1 FROM evidence x WHERE x.source_id = source.id)`,
  )
}

/** Removes a meeting, and whoever it alone brought. @throws meeting.not-found */
export function removeMeeting(db: WritableDb, id: string): void {
  assertMeeting(db, id)
  run(db, 'DELETE FROM node_position WHERE id = ?', [id])
  run(db, 'DELETE FROM meeting WHERE id = ?', [id])
  removeOrphans(db)
}
