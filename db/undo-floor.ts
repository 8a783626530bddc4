/**
 * How far undo goes back in a meeting that was approved: no further than its approval, also once it is open again. What
 * led to a version that stands (its text, who was asked, what they answered) is the record of that version.
 */
import { KansliError } from '#contract/errors.ts'
import { all, get, run, type ReadableDb, type WritableDb } from './connection.ts'
import { translated } from './faults.ts'

/** A row of a table, and what it is to be: a JSON object of columns, or null for gone. */
export type RowThen = { tbl: string; id: string; image: string | null }
type Put = (db: WritableDb, row: RowThen) => void

/** All steps so far, done and undone, lie before this meeting's approval; typing that goes on is a step of its own. */
export function setFloor(db: WritableDb, meetingId: string): void {
  run(
    db,
    `INSERT INTO undo_floor (meeting_id, step) SELECT @meetingId, step FROM undo_step WHERE true
     ORDER BY step DESC LIMIT 1 ON CONFLICT (meeting_id) DO UPDATE SET step = excluded.step`,
    { meetingId },
  )
  run(db, 'UPDATE undo_step SET key = NULL WHERE key IS NOT NULL')
}

/** Whether the locks of approved minutes would refuse the rows, were the meeting locked; nothing of the trial stays. */
function refused(db: WritableDb, rows: readonly RowThen[], meetingId: string | null, put: Put): boolean {
  run(db, 'SAVEPOINT floor')
  try {
    if (meetingId !== null) run(db, "UPDATE meeting SET state = 'approved' WHERE id = ?", [meetingId])
    rows.forEach((row) => put(db, row))
    return false
  } catch (error) {
    const told = translated(error, '')
    if (told instanceof KansliError && told.code === 'meeting.locked') return true
    throw error
  } finally {
    run(db, 'ROLLBACK TO floor')
    run(db, 'RELEASE floor')
  }
}

const stateIn = (image: string) => (JSON.parse(image) as { state?: unknown }).state

function stateNow(db: ReadableDb, meetingId: string): string | undefined {
  return get<{ state: string }>(db, 'SELECT state FROM meeting WHERE id = ?', [meetingId])?.state
}

/**
 * Refuses a step back or forward that would change what a meeting's approval covers, by the locks themselves: what lives
 * on after approved minutes (who is who, what became of an action) may move here, too.
 * @throws KansliError undo.approved, with the meeting's title
 */
export function assertNoneApproved(db: WritableDb, step: number, rows: readonly RowThen[], put: Put): void {
  const open = all<{ id: string; title: string }>(
    db,
    `SELECT m.id, m.title FROM undo_floor f JOIN meeting m ON m.id = f.meeting_id
     WHERE f.step >= ? AND m.state NOT IN ('approved', 'archived')`,
    [step],
  )
  for (const { id, title } of open) {
    const own = rows.find((row) => row.tbl === 'meeting' && row.id === id)
    const moves = own !== undefined && (own.image === null || stateIn(own.image) !== stateNow(db, id))
    // In the trial the meeting keeps its state, else the rows behind would find it open.
    const trial = rows.map((row) =>
      row !== own || row.image === null
        ? row
        : { ...row, image: JSON.stringify({ ...(JSON.parse(row.image) as object), state: 'approved' }) },
    )
    // What another meeting's own lock refuses is for that lock to say.
    if (moves || (refused(db, trial, id, put) && !refused(db, rows, null, put)))
      throw new KansliError('undo.approved', { meeting: title })
  }
}
