/** Presence as it lies in the workspace: reading one person with the meeting around, and writing what changed. */
import { KansliError } from '#contract/errors.ts'
import type { Attendance, AttendanceInterval, MeetingView } from '#contract/meetings.ts'
import type { WriteContext } from '#core/context.ts'
import { all, get, insert, run, update, type ReadableDb } from '#db/connection.ts'
import { paragraphsOf, writeOrder } from '#db/queries/meeting-edit.ts'
import { getMeeting } from '#db/queries/meetings.ts'
import { assertEnd, assertTimes, type Span } from './clock.ts'
import { itemsLabel } from './items.ts'
import { presenceWords } from './words.ts'

export type Found = { view: MeetingView; person: Attendance }

function found(db: ReadableDb, row: { id: string; meetingId: string } | undefined): Found {
  const view = row === undefined ? null : getMeeting(db, row.meetingId)
  const person = view?.attendance.find(({ id }) => id === row?.id)
  if (view === null || person === undefined) throw new KansliError('entity.not-found')
  return { view, person }
}

/** @throws KansliError entity.not-found */
export function personOf(db: ReadableDb, id: string): Found {
  return found(db, get(db, 'SELECT id, meeting_id AS meetingId FROM attendance WHERE id = ?', [id]))
}

/** The person one stretch of presence, or of service as a deputy, belongs to. @throws KansliError entity.not-found */
export function personOfStretch(db: ReadableDb, table: (typeof edged)[number], id: string): Found {
  return found(
    db,
    get(
      db,
      `SELECT a.id, a.meeting_id AS meetingId FROM ${table} x JOIN attendance a ON a.id = x.attendance_id WHERE x.id = ?`,
      [id],
    ),
  )
}

/** While a meeting runs its end is what was planned, and binds nothing. */
export function spanOf({ head }: Pick<MeetingView, 'head'>): Span {
  return {
    date: head.date,
    start: head.start,
    end: head.state === 'running' || head.state === 'planned' ? null : head.end,
  }
}

const columns = (one: AttendanceInterval) => ({
  mode: one.mode,
  from_time: one.fromTime,
  to_time: one.toTime,
  from_item_id: one.fromItemId,
  to_item_id: one.toItemId,
  from_paragraph_id: one.fromParagraphId,
  to_paragraph_id: one.toParagraphId,
  began: one.began,
  ended: one.ended,
})

/** Writes the stretches that differ from those stored. */
export function storeIntervals({ db }: WriteContext, person: Attendance, next: readonly AttendanceInterval[]): void {
  const kept = new Set(next.map(({ id }) => id))
  for (const { id } of person.intervals)
    if (!kept.has(id)) run(db, 'DELETE FROM attendance_interval WHERE id = ?', [id])
  next.forEach((one, position) => {
    const at = person.intervals.findIndex(({ id }) => id === one.id)
    const known = person.intervals[at]
    if (known === undefined)
      insert(db, 'attendance_interval', { id: one.id, attendance_id: person.id, position, ...columns(one) })
    else if (at !== position || JSON.stringify(columns(known)) !== JSON.stringify(columns(one)))
      update(db, 'attendance_interval', one.id, { position, ...columns(one) })
  })
}

/** Brings what the list says of items attended in step with the stretches; what was written by hand stays where there are none. */
export function refreshItems({ db }: WriteContext, meetingId: string): void {
  const { head, items, attendance } = getMeeting(db, meetingId)
  const words = presenceWords(head.language)
  for (const person of attendance) {
    if (person.intervals.length === 0) continue
    const label = itemsLabel(person, items, words)
    if (label !== person.items) update(db, 'attendance', person.id, { items: label })
  }
}

/** @throws KansliError meeting.end-day, and attendance.outside when the times of the meeting leave somebody's presence out */
export function assertMeetingTimes(db: ReadableDb, meetingId: string): void {
  const view = getMeeting(db, meetingId)
  assertEnd({ ...spanOf(view), end: view.head.end })
  for (const { intervals, name } of view.attendance) assertTimes(intervals, spanOf(view), name)
}

/** Tables whose rows have edges at places of the minutes. */
const edged = ['attendance_interval', 'deputyship'] as const

/** Edges at an item that goes stand at its neighbours afterwards. */
export function releaseItem({ db }: WriteContext, view: MeetingView, itemId: string): void {
  const at = view.items.findIndex(({ id }) => id === itemId)
  const before = view.items[at - 1]?.id ?? null
  const behind = view.items[at + 1]?.id ?? null
  const rowsOf = (table: (typeof edged)[number]): Pick<AttendanceInterval, 'id' | 'fromItemId' | 'toItemId'>[] =>
    view.attendance.flatMap((row) => [...(table === 'deputyship' ? row.deputyships : row.intervals)])
  for (const table of edged)
    for (const { id, fromItemId, toItemId } of rowsOf(table)) {
      if (fromItemId === itemId) update(db, table, id, { from_item_id: behind ?? before })
      if (toItemId === itemId) update(db, table, id, { to_item_id: before ?? behind })
    }
}

/**
 * A sentence of presence that paragraphs are moved past, so that they no longer lie in the absence, does not say any
 * more where somebody went or came: what was decided while a link was down is not undone by moving the sentence.
 * Paragraphs that are new stood nowhere before.
 */
export function releaseMoved(
  { db }: WriteContext,
  itemId: string,
  { before, after, fresh }: { before: readonly string[]; after: readonly string[]; fresh: ReadonlySet<string> },
): void {
  const edges = edged.flatMap((table) =>
    all<{ id: string; from: string | null; to: string | null }>(
      db,
      `SELECT id, CASE WHEN from_item_id = @itemId AND began <> 'moved' THEN from_paragraph_id END AS "from",
         CASE WHEN to_item_id = @itemId AND ended <> 'moved' THEN to_paragraph_id END AS "to"
       FROM ${table} WHERE from_item_id = @itemId OR to_item_id = @itemId`,
      { itemId },
    ).map((one) => ({ ...one, table })),
  )
  if (edges.length === 0) return
  const others = before.filter((id) => !fresh.has(id))
  const [old, now] = [before, after].map((ids) => new Map(ids.map((id, at) => [id, at])))
  const isBehind = (places: typeof old, id: string, sentence: string) =>
    (places?.get(id) ?? 0) > (places?.get(sentence) ?? 0)
  for (const { id, from, to, table } of edges) {
    // Behind where somebody went, before where they came: that is the absence.
    if (to !== null && others.some((one) => isBehind(old, one, to) && !isBehind(now, one, to)))
      update(db, table, id, { to_paragraph_id: null })
    if (from !== null && others.some((one) => !isBehind(old, one, from) && isBehind(now, one, from)))
      update(db, table, id, { from_paragraph_id: null })
  }
}

/** Whether a paragraph says of somebody's presence what a stretch knows. */
function isSentence(db: ReadableDb, paragraphId: string | undefined): boolean {
  if (paragraphId === undefined) return false
  return edged.some(
    (table) =>
      get(db, `SELECT 1 FROM ${table} WHERE from_paragraph_id = @paragraphId OR to_paragraph_id = @paragraphId`, {
        paragraphId,
      }) !== undefined,
  )
}

/**
 * A new paragraph behind another of the item, or first when null; at the end where that one is not there. Sentences
 * that stand right behind it already come first: whoever acts twice in a breath has not seen the first one's yet.
 * @param names words that stand for somebody of the register
 */
export function addSentence(
  { db, ports }: WriteContext,
  itemId: string,
  after: string | null,
  text: string,
  names: readonly { name: string; personId: string }[],
  id = ports.newId(),
): string {
  const ids = paragraphsOf(db, itemId)
  let at = after === null ? -1 : ids.indexOf(after)
  if (after !== null && at < 0) at = ids.length - 1
  while (isSentence(db, ids[at + 1])) at += 1
  insert(db, 'paragraph', {
    id,
    item_id: itemId,
    position: ids.length,
    kind: 'paragraph',
    text,
    line_from: null,
    line_to: null,
    fields: null,
    created_at: ports.clock().toISOString(),
  })
  writeOrder(db, 'paragraph', ids.toSpliced(at + 1, 0, id))
  for (const { name, personId } of names) {
    const from = text.indexOf(name)
    if (from < 0 || name === '') continue
    const place = { paragraph_id: id, from_offset: from, to_offset: from + name.length }
    insert(db, 'text_span', { id: ports.newId(), ...place, kind: 'person', person_id: personId })
  }
  return id
}
