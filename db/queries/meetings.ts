/** Reading meetings: the list, and one meeting whole. */
import type { Action, MeetingRow, MeetingView, MeetingWarning, Paragraph } from '#contract/meetings.ts'
import { KansliError } from '#contract/errors.ts'
import { numberShown } from './approval.ts'
import { attachmentsOf } from './attachments.ts'
import { attendanceOf } from './attendance.ts'
import { all, get, revision, type ReadableDb } from '../connection.ts'

/** The newest first; meetings without a date come first of all, since they wait to be dated. */
export function listMeetings(db: ReadableDb, limit: number, offset: number): { total: number; meetings: MeetingRow[] } {
  const total = get<{ n: number }>(db, 'SELECT count(*) AS n FROM meeting')?.n ?? 0
  const meetings = all<MeetingRow>(
    db,
    `SELECT m.id, m.title, b.name AS body, m.date, m.kind, m.form, m.state,
       (SELECT count(*) FROM agenda_item i WHERE i.meeting_id = m.id) AS items,
       (SELECT count(*) FROM attendance a WHERE a.meeting_id = m.id) AS participants,
       (SELECT count(*) FROM decision d JOIN agenda_item i ON i.id = d.item_id WHERE i.meeting_id = m.id) AS decisions,
       (SELECT count(*) FROM action c JOIN agenda_item i ON i.id = c.item_id WHERE i.meeting_id = m.id) AS actions,
       (SELECT count(*) FROM warning w WHERE w.meeting_id = m.id AND w.state = 'open') AS openWarnings
     FROM (SELECT * FROM meeting ORDER BY date IS NOT NULL, date DESC, created_at DESC LIMIT ? OFFSET ?) m
     LEFT JOIN body b ON b.id = m.body_id
     ORDER BY m.date IS NOT NULL, m.date DESC, m.created_at DESC`,
    [limit, offset],
  )
  return { total, meetings }
}

type MeetingColumns = MeetingView['head'] & {
  sourceId: string | null
  sourceName: string | null
  sourceText: string | null
  placements: string | null
}

type Lines = { line_from: number | null; line_to: number | null }

/** Groups rows by a key, in their order. */
function grouped<T, K extends keyof T>(rows: readonly T[], key: K): Map<T[K], T[]> {
  const groups = new Map<T[K], T[]>()
  for (const row of rows) {
    const group = groups.get(row[key])
    if (group === undefined) groups.set(row[key], [row])
    else group.push(row)
  }
  return groups
}

type SpanRow = Paragraph['spans'][number] & { paragraphId: string }
type PersonRow = Paragraph['people'][number] & { paragraphId: string }

/** What stands beside the words of the paragraphs of a meeting, by paragraph. */
function blockParts(db: ReadableDb, meetingId: string) {
  const within =
    'JOIN paragraph p ON p.id = x.paragraph_id JOIN agenda_item i ON i.id = p.item_id WHERE i.meeting_id = ?'
  const spans = all<SpanRow>(
    db,
    `SELECT x.paragraph_id AS paragraphId, x.from_offset AS "from", x.to_offset AS "to", x.kind,
       coalesce(x.person_id, x.organisation_id, x.body_id, x.theme_id) AS ref
     FROM text_span x ${within} ORDER BY x.from_offset`,
    [meetingId],
  )
  const people = all<PersonRow>(
    db,
    `SELECT x.paragraph_id AS paragraphId, x.id, x.role, x.person_id AS personId, x.name, x.choice
     FROM contribution x ${within} ORDER BY x.position`,
    [meetingId],
  )
  return { spans: grouped(spans, 'paragraphId'), people: grouped(people, 'paragraphId') }
}

function items(db: ReadableDb, meetingId: string): MeetingView['items'] {
  type Item = Omit<MeetingView['items'][number], 'paragraphs' | 'decisions' | 'actions'>
  const rows = all<Item>(
    db,
    `SELECT id, number, number_style AS numberStyle, title, line, type, presenter, presenter_id AS presenterId, minutes,
       prepared, proposal, dnr, outcome, carried_from_id AS carriedFromId
     FROM agenda_item WHERE meeting_id = ? ORDER BY position`,
    [meetingId],
  )
  type Row = Omit<Paragraph, 'lines' | 'fields' | 'spans' | 'people'> &
    Lines & { itemId: string; fields: string | null }
  const { spans, people } = blockParts(db, meetingId)
  const paragraphs = grouped(
    all<Row>(
      db,
      `SELECT p.item_id AS itemId, p.id, p.kind, p.text, p.fields, p.line_from, p.line_to
       FROM paragraph p JOIN agenda_item i ON i.id = p.item_id WHERE i.meeting_id = ? ORDER BY p.position`,
      [meetingId],
    ),
    'itemId',
  )
  type Said = { itemId: string; id: string; paragraphId: string; text: string; inline: number }
  const said = <T extends Said>(columns: string, table: 'decision' | 'action') =>
    grouped(
      all<T>(
        db,
        `SELECT s.item_id AS itemId, s.id, s.paragraph_id AS paragraphId, s.text, s.inline ${columns}
         FROM ${table} s JOIN paragraph p ON p.id = s.paragraph_id JOIN agenda_item i ON i.id = s.item_id
           JOIN meeting m ON m.id = i.meeting_id
         WHERE i.meeting_id = ? ORDER BY p.position, s.position`,
        [meetingId],
      ),
      'itemId',
    )
  const decisions = said<Said & { number: number | null }>(`, ${numberShown('s')} AS number`, 'decision')
  type Charge = Pick<Action, 'owner' | 'due' | 'status' | 'dueDate'>
  const actions = said<Said & Charge>(', s.owner, s.due, s.status, s.due_date AS dueDate', 'action')
  return rows.map((item) => ({
    ...item,
    paragraphs: (paragraphs.get(item.id) ?? []).map(({ id, kind, text, fields, line_from, line_to }) => ({
      id,
      kind,
      text,
      // Saving checked it.
      fields: fields === null ? null : (JSON.parse(fields) as Paragraph['fields']),
      spans: (spans.get(id) ?? []).map(({ from, to, kind: about, ref }) => ({ from, to, kind: about, ref })),
      people: (people.get(id) ?? []).map(({ id: row, role, personId, name, choice }) => ({
        id: row,
        role,
        personId,
        name,
        choice,
      })),
      lines: line_from === null || line_to === null ? null : [line_from, line_to],
    })),
    decisions: (decisions.get(item.id) ?? []).map(({ id, paragraphId, text, inline, number }) => ({
      id,
      paragraphId,
      text,
      inline: inline === 1,
      number,
    })),
    actions: (actions.get(item.id) ?? []).map(({ id, paragraphId, text, inline, owner, due, status, dueDate }) => ({
      id,
      paragraphId,
      text,
      owner,
      due,
      inline: inline === 1,
      status,
      dueDate,
    })),
  }))
}

/** Source lines that found no place, with their words. */
function unplaced(placements: string | null, text: string | null): { line: number; text: string }[] {
  if (placements === null || text === null) return []
  // The importer wrote it, in the shape of contract/proposal.ts.
  const report = JSON.parse(placements) as { line: number; part: string }[]
  const lines = text.split('\n')
  return report
    .filter((placement) => placement.part === 'unplaced')
    .map(({ line }) => ({ line, text: lines[line - 1] ?? '' }))
}

/** @throws KansliError meeting.not-found */
export function getMeeting(db: ReadableDb, id: string): MeetingView {
  const row = get<MeetingColumns>(
    db,
    `SELECT m.title, m.kind, m.language, m.body_id AS bodyId, b.name AS body, m.sender, m.date, m.start_time AS start,
       m.end_time AS end, m.place, m.form, m.dnr, m.next_date AS nextDate, m.next_basis AS nextDateBasis, m.state,
       m.series_id AS seriesId, m.number, m.remote_tool AS remoteTool, m.previous_id AS previousId,
       m.approved_on AS approvedOn, m.approve_by AS approveBy, coalesce(b.rule_profile, 'free') AS ruleProfile,
       coalesce(b.quorum_rule, 'none') AS quorumRule, b.quorum_count AS quorumCount,
       s.id AS sourceId, s.name AS sourceName, s.text AS sourceText, r.placements
     FROM meeting m LEFT JOIN body b ON b.id = m.body_id LEFT JOIN source s ON s.id = m.source_id
     LEFT JOIN import_report r ON r.id = m.id WHERE m.id = ?`,
    [id],
  )
  if (row === undefined) throw new KansliError('meeting.not-found', { which: id })
  const { sourceId, sourceName, sourceText, placements, ...head } = row
  return {
    id,
    version: revision(db),
    head,
    officers: all(
      db,
      `SELECT id, role, person_id AS personId, name FROM officer WHERE meeting_id = ?
       ORDER BY CASE role WHEN 'chair' THEN 0 WHEN 'secretary' THEN 1 ELSE 2 END, position`,
      [id],
    ),
    items: items(db, id),
    attendance: attendanceOf(db, id),
    attachments: attachmentsOf(db, id),
    warnings: all<MeetingWarning>(
      db,
      `SELECT id, code, line, quote, item_id AS itemId, name, capacity, organisation, suggestion, state
       FROM warning WHERE meeting_id = ? ORDER BY position`,
      [id],
    ),
    source:
      sourceId === null ? null : { id: sourceId, name: sourceName ?? '', unplaced: unplaced(placements, sourceText) },
  }
}

/** Ids of the meetings a person may mean by an id, a date, the start of a date, or "latest". */
export function findMeetings(db: ReadableDb, which: string): string[] {
  const ids = (sql: string, bind: string[] = []) => all<{ id: string }>(db, sql, bind).map((row) => row.id)
  if (which === 'latest') return ids('SELECT id FROM meeting ORDER BY date IS NULL, date DESC, created_at DESC LIMIT 1')
  const byId = ids('SELECT id FROM meeting WHERE id = ?', [which])
  if (byId.length > 0 || !/^\d{4}(-\d\d){0,2}$/.test(which)) return byId
  const exact = ids('SELECT id FROM meeting WHERE date = ? ORDER BY created_at', [which])
  if (exact.length > 0) return exact
  return ids("SELECT id FROM meeting WHERE date LIKE ? || '-%' ORDER BY date, created_at", [which])
}
