/** Events that turned out to be another one: their rows as they were, and what went along. */
import { all, get, insert, run, update, type ReadableDb, type WritableDb } from '../connection.ts'

/** Tables whose rows go along with an event, by the column that points to it. */
const parts = { party: 'event_id', evidence: 'event_id', merged_event: 'into_id' } as const
type Part = keyof typeof parts
const partNames: readonly Part[] = ['party', 'evidence', 'merged_event']

/** Of an event, and of one that was merged. */
export const eventColumns = [
  'id',
  'title',
  'from_date',
  'to_date',
  'basis',
  'as_written',
  'venue',
  'body_id',
  'meeting_id',
  'sort_key',
  'match_key',
] as const
export type StoredEvent = { id: string } & Record<Exclude<(typeof eventColumns)[number], 'id'>, string | null>

export function storedEvent(db: ReadableDb, id: string): StoredEvent | undefined {
  return get(db, `SELECT ${eventColumns.join(', ')} FROM event WHERE id = ?`, [id])
}

/** An event that has gone into another, with what it took along and what the other took over from it. */
export type MergedEvent = { row: StoredEvent; intoId: string; moved: Moved; taken: readonly string[] }
type MergedRow = StoredEvent & { intoId: string; moved: string; taken: string }

const mergedRows = `SELECT ${eventColumns.join(', ')}, into_id AS intoId, moved, taken FROM merged_event`
const merged = ({ intoId, moved, taken, ...row }: MergedRow): MergedEvent => ({
  row,
  intoId,
  // keepMerged() writes them, in this shape.
  moved: JSON.parse(moved) as Moved,
  taken: JSON.parse(taken) as string[],
})

export function mergedEvent(db: ReadableDb, id: string): MergedEvent | undefined {
  const found = get<MergedRow>(db, `${mergedRows} WHERE id = ?`, [id])
  return found === undefined ? undefined : merged(found)
}

/** All that have gone into one event, also through others. */
export function mergedEventsOf(db: ReadableDb, intoId: string): MergedEvent[] {
  return all<MergedRow>(db, `${mergedRows} WHERE into_id = ? ORDER BY rowid`, [intoId]).map(merged)
}

export function changeMerged(db: WritableDb, id: string, change: Partial<StoredEvent>): void {
  update(db, 'merged_event', id, change)
}

/** Of the rows that a merged event took along, leaves out those of `home`. */
export function keepMoved(db: WritableDb, { row, moved }: MergedEvent, home: ReadonlySet<string>): void {
  const left = Object.fromEntries(partNames.map((table) => [table, moved[table].filter((id) => !home.has(id))]))
  update(db, 'merged_event', row.id, { moved: JSON.stringify(left) })
}

/** The event that one has gone into; null when it stands by itself or is not there. */
export function eventOf(db: ReadableDb, id: string): string | null {
  return get<{ id: string }>(db, 'SELECT into_id AS id FROM merged_event WHERE id = ?', [id])?.id ?? null
}

export function mergedInto(
  db: ReadableDb,
  id: string,
): { id: string; title: string; from: string | null; to: string | null }[] {
  return all(
    db,
    `SELECT id, title, from_date AS "from", to_date AS "to" FROM merged_event WHERE into_id = ?
     ORDER BY merged_at, rowid`,
    [id],
  )
}

/** Ids of rows, by table. */
export type Moved = Readonly<Record<Part, readonly string[]>>

/** Points all that is of one event to another. */
export function moveAll(db: WritableDb, from: string, to: string): Moved {
  const moved: Record<Part, string[]> = { party: [], evidence: [], merged_event: [] }
  for (const table of partNames) {
    const column = parts[table]
    moved[table] = all<{ id: string }>(db, `SELECT id FROM ${table} WHERE ${column} = ? ORDER BY rowid`, [from]).map(
      ({ id }) => id,
    )
    run(db, `UPDATE ${table} SET ${column} = ? WHERE ${column} = ?`, [to, from])
  }
  return moved
}

/** How many of the parts that went along are there still. */
export function partsLeft(db: ReadableDb, moved: Moved): number {
  return (
    get<{ n: number }>(db, 'SELECT count(*) AS n FROM party WHERE id IN (SELECT value FROM json_each(?))', [
      JSON.stringify(moved.party),
    ])?.n ?? 0
  )
}

/** Points those of the rows that are still with `from` to `to`. */
export function moveBack(db: WritableDb, moved: Moved, from: string, to: string): void {
  for (const table of partNames)
    run(
      db,
      `UPDATE ${table} SET ${parts[table]} = @to
       WHERE ${parts[table]} = @from AND id IN (SELECT value FROM json_each(@ids))`,
      { to, from, ids: JSON.stringify(moved[table]) },
    )
}

export function putEvent(db: WritableDb, row: StoredEvent): void {
  insert(db, 'event', row)
}

export function changeEvent(db: WritableDb, id: string, change: Partial<StoredEvent>): void {
  update(db, 'event', id, change)
}

export function dropEvent(db: WritableDb, id: string): void {
  run(db, 'DELETE FROM event WHERE id = ?', [id])
}

export function keepMerged(
  db: WritableDb,
  row: StoredEvent,
  { intoId, moved, taken, at }: { intoId: string; moved: Moved; taken: readonly string[]; at: string },
): void {
  insert(db, 'merged_event', {
    ...row,
    into_id: intoId,
    moved: JSON.stringify(moved),
    taken: JSON.stringify(taken),
    merged_at: at,
  })
}

export function dropMerged(db: WritableDb, id: string): void {
  run(db, 'DELETE FROM merged_event WHERE id = ?', [id])
}
