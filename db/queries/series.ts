/** Series of meetings: their template, their meetings, and what earlier meetings leave to the next. */
import type { ItemOutcome, ItemType, MeetingForm, MeetingState, MinutesKind } from '#contract/minutes.ts'
import { all, get, insert, run, update, type ReadableDb, type WritableDb } from '../connection.ts'

export type SeriesRow = {
  id: string
  bodyId: string
  body: string
  year: number
  kind: MinutesKind
  language: 'sv' | 'en'
  title: string
  numberRule: 'running' | 'restart'
  firstNumber: number
  start: string | null
  end: string | null
  place: string | null
  form: MeetingForm | null
  remoteTool: string | null
  nextUnit: 'week' | 'month' | null
  nextStep: number | null
  nextOn: 'weekday' | 'date' | null
  approvalDays: number | null
}

const columns = `s.id, s.body_id AS bodyId, b.name AS body, s.year, s.kind, s.language, s.title,
  s.number_rule AS numberRule, s.first_number AS firstNumber, s.start_time AS start, s.end_time AS "end", s.place, s.form,
  s.remote_tool AS remoteTool, s.next_unit AS nextUnit, s.next_step AS nextStep, s.next_on AS nextOn,
  s.approval_days AS approvalDays`

export function seriesById(db: ReadableDb, id: string): SeriesRow | undefined {
  return get(db, `SELECT ${columns} FROM meeting_series s JOIN body b ON b.id = s.body_id WHERE s.id = ?`, [id])
}

export function seriesOfYear(db: ReadableDb, bodyId: string, year: number): string | null {
  return (
    get<{ id: string }>(db, 'SELECT id FROM meeting_series WHERE body_id = ? AND year = ?', [bodyId, year])?.id ?? null
  )
}

/** The newest year first, bodies by name within it. */
export function listSeries(db: ReadableDb, today: string) {
  return all<{
    id: string
    bodyId: string
    body: string
    year: number
    title: string
    kind: MinutesKind
    meetings: number
    nextDate: string | null
  }>(
    db,
    `SELECT s.id, s.body_id AS bodyId, b.name AS body, s.year, s.title, s.kind, count(m.id) AS meetings,
       min(CASE WHEN m.state = 'planned' AND m.date >= @today THEN m.date END) AS nextDate
     FROM meeting_series s JOIN body b ON b.id = s.body_id LEFT JOIN meeting m ON m.series_id = s.id
     GROUP BY s.id ORDER BY s.year DESC, b.sort_key, s.id`,
    { today },
  )
}

export function seriesOfBody(db: ReadableDb, bodyId: string): { id: string; year: number }[] {
  return all(db, 'SELECT id, year FROM meeting_series WHERE body_id = ? ORDER BY year', [bodyId])
}

export type TemplateItem = {
  title: string
  type: ItemType | null
  presenter: string | null
  minutes: number | null
  prepared: string | null
  proposal: string | null
}

export function templateOf(db: ReadableDb, seriesId: string): (TemplateItem & { id: string })[] {
  return all(
    db,
    `SELECT id, title, type, presenter, minutes, prepared, proposal FROM series_item WHERE series_id = ?
     ORDER BY position`,
    [seriesId],
  )
}

/** Puts these items in the place of the template; rows that keep their place keep their id. */
export function writeTemplate(
  db: WritableDb,
  seriesId: string,
  items: readonly TemplateItem[],
  newId: () => string,
): void {
  const known = templateOf(db, seriesId)
  items.forEach((item, position) => {
    const { title, type, presenter, minutes, prepared, proposal } = item
    const row = { title, type, presenter, minutes, prepared, proposal }
    const before = known[position]
    if (before === undefined) insert(db, 'series_item', { id: newId(), series_id: seriesId, position, ...row })
    else update(db, 'series_item', before.id, row)
  })
  for (const { id } of known.slice(items.length)) run(db, 'DELETE FROM series_item WHERE id = ?', [id])
}

export function meetingsOfSeries(db: ReadableDb, seriesId: string) {
  return all<{
    id: string
    title: string
    number: number | null
    date: string | null
    state: MeetingState
    items: number
    participants: number
  }>(
    db,
    `SELECT m.id, m.title, m.number, m.date, m.state,
       (SELECT count(*) FROM agenda_item i WHERE i.meeting_id = m.id) AS items,
       (SELECT count(*) FROM attendance a WHERE a.meeting_id = m.id) AS participants
     FROM meeting m WHERE m.series_id = ? ORDER BY m.date IS NULL, m.date, m.number, m.created_at, m.id`,
    [seriesId],
  )
}

/**
 * Items of all meetings of a series, in the order of the meetings' days. `open`: the minutes are not sent out and have
 * never been approved. `own`: the number was set by hand.
 */
export function itemNumbersOfSeries(
  db: ReadableDb,
  seriesId: string,
): { id: string; meetingId: string; date: string | null; open: 0 | 1; number: string | null; own: 0 | 1 }[] {
  return all(
    db,
    `SELECT i.id, m.id AS meetingId, m.date, ${numbersOpen} AS open, i.number, i.own_number AS own
     FROM meeting m JOIN agenda_item i ON i.meeting_id = m.id
     WHERE m.series_id = ? ORDER BY m.date IS NULL, m.date, m.number, m.created_at, m.id, i.position`,
    [seriesId],
  )
}

/**
 * Numbers that a document has gone out with stand, also where it was taken back into work and its series, or the rule of
 * that, has become another: who has the approved version finds the same item under the same number in the next.
 */
const numbersOpen = `m.state IN ('planned', 'running', 'draft')
  AND NOT EXISTS (SELECT 1 FROM minutes_version v WHERE v.meeting_id = m.id)`

export type TakenNumber = { itemId: string; meetingId: string; title: string; date: string | null }

/**
 * Items of a meeting whose number an item of another meeting of the series has too, once for each such meeting, where
 * numbers run through the series. Letters alone are no number of the series.
 */
export function takenNumbers(db: ReadableDb, meetingId: string): (TakenNumber & { number: string })[] {
  return all(
    db,
    `SELECT DISTINCT i.id AS itemId, i.number, o.id AS meetingId, o.title, o.date
     FROM meeting m JOIN meeting_series s ON s.id = m.series_id AND s.number_rule = 'running'
     JOIN agenda_item i ON i.meeting_id = m.id AND i.number GLOB '[0-9]*'
     JOIN meeting o ON o.series_id = m.series_id AND o.id <> m.id
     JOIN agenda_item x ON x.meeting_id = o.id AND x.number = i.number
     WHERE m.id = ? ORDER BY i.position, o.date IS NULL, o.date, o.id`,
    [meetingId],
  )
}

/** The series a meeting belongs to, and whether it gives the meeting's items their numbers; undefined where there is none. */
export function seriesOfMeeting(
  db: ReadableDb,
  meetingId: string,
): { seriesId: string; date: string | null; open: boolean } | undefined {
  const row = get<{ seriesId: string; date: string | null; open: 0 | 1 }>(
    db,
    `SELECT m.series_id AS seriesId, m.date, ${numbersOpen} AS open FROM meeting m
     WHERE m.id = ? AND m.series_id IS NOT NULL`,
    [meetingId],
  )
  return row === undefined ? undefined : { ...row, open: row.open === 1 }
}

export function meetingDaysOfBody(db: ReadableDb, bodyId: string): string[] {
  return all<{ date: string }>(
    db,
    'SELECT DISTINCT date FROM meeting WHERE body_id = ? AND length(date) = 10 ORDER BY date',
    [bodyId],
  ).map(({ date }) => date)
}

export function previousMeeting(
  db: ReadableDb,
  bodyId: string,
  before: string,
): { id: string; title: string; date: string | null; kind: MinutesKind } | null {
  return (
    get<{ id: string; title: string; date: string; kind: MinutesKind }>(
      db,
      `SELECT id, title, date, kind FROM meeting WHERE body_id = ? AND date < ?
       ORDER BY date DESC, created_at DESC LIMIT 1`,
      [bodyId, before],
    ) ?? null
  )
}

/** What was promised at earlier meetings of a body and is neither done nor dropped, oldest first. */
export function openActionsBefore(db: ReadableDb, bodyId: string, before: string) {
  return all<{
    id: string
    text: string
    owner: string | null
    due: string | null
    meetingId: string
    date: string | null
    number: string | null
  }>(
    db,
    `SELECT a.id, a.text, a.owner, a.due, m.id AS meetingId, m.date, i.number
     FROM action a JOIN paragraph p ON p.id = a.paragraph_id JOIN agenda_item i ON i.id = a.item_id
     JOIN meeting m ON m.id = i.meeting_id WHERE m.body_id = ? AND m.date < ? AND a.status = 'open'
     ORDER BY m.date, m.id, i.position, p.position, a.position`,
    [bodyId, before],
  )
}

/** Actions that came along to a meeting, oldest first. */
export function carriedTo(db: ReadableDb, meetingId: string) {
  return all<{
    id: string
    actionId: string
    itemId: string | null
    text: string
    owner: string | null
    due: string | null
    status: 'open' | 'done' | 'dropped'
    meetingId: string
    date: string | null
    number: string | null
  }>(
    db,
    `SELECT c.id, a.id AS actionId, c.item_id AS itemId, a.text, a.owner, a.due, a.status, m.id AS meetingId, m.date,
       i.number
     FROM action_carry c JOIN action a ON a.id = c.action_id JOIN paragraph p ON p.id = a.paragraph_id
     JOIN agenda_item i ON i.id = a.item_id JOIN meeting m ON m.id = i.meeting_id
     WHERE c.meeting_id = ? ORDER BY m.date, m.id, i.position, p.position, a.position`,
    [meetingId],
  )
}

export type WaitingItem = TemplateItem & {
  id: string
  outcome: ItemOutcome
  meetingId: string
  date: string | null
  dnr: string | null
}

/** Items of earlier meetings that were deferred or referred back, and that no later item goes on with. */
export function waitingItems(db: ReadableDb, bodyId: string, before: string): WaitingItem[] {
  return all(
    db,
    `SELECT i.id, i.title, i.type, i.presenter, i.minutes, i.prepared, i.proposal, i.dnr, i.outcome,
       m.id AS meetingId, m.date
     FROM agenda_item i JOIN meeting m ON m.id = i.meeting_id
     WHERE m.body_id = ? AND m.date < ? AND i.outcome IN ('deferred', 'returned')
       AND NOT EXISTS (SELECT 1 FROM agenda_item x WHERE x.carried_from_id = i.id)
     ORDER BY m.date, i.position`,
    [bodyId, before],
  )
}

export function removeSeries(db: WritableDb, id: string): boolean {
  // Undo puts the meetings back in only when it has seen them leave.
  run(db, 'UPDATE meeting SET series_id = NULL WHERE series_id = ?', [id])
  run(db, 'DELETE FROM series_item WHERE series_id = ?', [id])
  return run(db, 'DELETE FROM meeting_series WHERE id = ?', [id]) > 0
}
