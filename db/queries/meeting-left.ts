/** What earlier meetings of a body have left to which meeting, whether or not it still stands there. */
import type { MinutesKind } from '#contract/minutes.ts'
import { all, get, run, type ReadableDb, type WritableDb } from '../connection.ts'

export type LeftKind = 'action' | 'item' | 'promise' | 'previous'
export type Left = { kind: LeftKind; id: string; nth?: number }

/** What has been left to a meeting once: `action|id`. */
export function leftTo(db: ReadableDb, meetingId: string): Set<string> {
  return new Set(
    all<{ mark: string }>(db, `SELECT kind || '|' || left_id AS mark FROM meeting_left WHERE meeting_id = ?`, [
      meetingId,
    ]).map(({ mark }) => mark),
  )
}

/** What is noted already stays as it is. */
export function noteLeft(db: WritableDb, meetingId: string, left: readonly Left[], newId: () => string): void {
  for (const { kind, id, nth = 1 } of left)
    run(db, 'INSERT OR IGNORE INTO meeting_left (id, meeting_id, kind, left_id, nth) VALUES (?, ?, ?, ?, ?)', [
      newId(),
      meetingId,
      kind,
      id,
      nth,
    ])
}

/** How many promises of a paragraph some meeting has taken. */
export function promisesTaken(db: ReadableDb, paragraphId: string): number {
  return (
    get<{ nth: number | null }>(db, `SELECT max(nth) AS nth FROM meeting_left WHERE kind = 'promise' AND left_id = ?`, [
      paragraphId,
    ])?.nth ?? 0
  )
}

/** The latest meeting of a body before a day that is not merely planned. */
export function lastHeld(db: ReadableDb, bodyId: string, before: string) {
  return get<{ id: string; kind: MinutesKind }>(
    db,
    `SELECT id, kind FROM meeting WHERE body_id = ? AND date < ? AND state <> 'planned'
     ORDER BY date DESC, created_at DESC LIMIT 1`,
    [bodyId, before],
  )
}

/**
 * Meetings whose promises may still be nobody's, the earliest first: those of the body's series since a day, and the
 * last that was held. Old minutes that were read in for the archive have had their next meeting long ago.
 */
export function heldBefore(db: ReadableDb, bodyId: string, { since, before }: { since: string; before: string }) {
  return all<{ id: string }>(
    db,
    `SELECT m.id FROM meeting m
     WHERE m.body_id = @bodyId AND m.date < @before AND m.state <> 'planned'
       AND (m.id = @last OR (m.series_id IS NOT NULL AND m.date >= @since))
       AND NOT EXISTS (SELECT 1 FROM meeting_left l WHERE l.kind = 'promise' AND l.left_id = m.id)
     ORDER BY m.date, m.created_at`,
    { bodyId, before, since, last: lastHeld(db, bodyId, before)?.id ?? '' },
  ).map(({ id }) => id)
}

/** The planned meeting of the same body that comes next after a meeting. */
export function nextPlanned(db: ReadableDb, meetingId: string): string | null {
  return (
    get<{ id: string }>(
      db,
      `SELECT n.id FROM meeting m JOIN meeting n ON n.body_id = m.body_id
       WHERE m.id = ? AND n.state = 'planned' AND length(n.date) = 10 AND n.date > m.date
       ORDER BY n.date, n.created_at LIMIT 1`,
      [meetingId],
    )?.id ?? null
  )
}

/** Keys of answers to promises in the paragraphs that a meeting has taken promises from. */
export function answersToTaken(db: ReadableDb, meetingId: string): string[] {
  return all<{ key: string }>(
    db,
    `SELECT DISTINCT r.key FROM meeting_left l JOIN paragraph p ON p.id = l.left_id JOIN agenda_item i ON i.id = p.item_id
       JOIN review_answer r ON r.meeting_id = i.meeting_id AND instr(r.key, 'loose-promise|' || l.left_id || '|') = 1
     WHERE l.meeting_id = ? AND l.kind = 'promise'`,
    [meetingId],
  ).map(({ key }) => key)
}

/** The item that an action came along to last. */
export function followUpItem(db: ReadableDb, meetingId: string): string | null {
  return (
    get<{ id: string }>(
      db,
      'SELECT item_id AS id FROM action_carry WHERE meeting_id = ? AND item_id IS NOT NULL ORDER BY rowid DESC LIMIT 1',
      [meetingId],
    )?.id ?? null
  )
}
