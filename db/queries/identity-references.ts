/** What the rows that point to an entity say, for whoever chooses among them. */
import { all, type ReadableDb, type Table } from '../connection.ts'

export type Described = { id: string; label: string | null; date: string | null }

const inParagraph = `JOIN paragraph p ON p.id = t.paragraph_id JOIN agenda_item i ON i.id = p.item_id
  JOIN meeting m ON m.id = i.meeting_id`

/** For each table: its words, its day, and what they are found through. Tables that say nothing by themselves are left out. */
const words: Readonly<Partial<Record<Table, { label: string; date: string; join?: string }>>> = {
  attendance: { label: 't.as_written', date: 'm.date', join: 'JOIN meeting m ON m.id = t.meeting_id' },
  officer: { label: 't.name', date: 'm.date', join: 'JOIN meeting m ON m.id = t.meeting_id' },
  meeting: { label: 't.title', date: 't.date' },
  meeting_series: { label: 't.title', date: 'CAST(t.year AS TEXT)' },
  agenda_item: { label: 't.title', date: 'm.date', join: 'JOIN meeting m ON m.id = t.meeting_id' },
  action: {
    label: 't.text',
    date: 'm.date',
    join: 'JOIN agenda_item i ON i.id = t.item_id JOIN meeting m ON m.id = i.meeting_id',
  },
  text_span: { label: 'p.text', date: 'm.date', join: inParagraph },
  contribution: { label: 'p.text', date: 'm.date', join: inParagraph },
  attendance_for: {
    label: 'a.as_written',
    date: 'm.date',
    join: 'JOIN attendance a ON a.id = t.attendance_id JOIN meeting m ON m.id = a.meeting_id',
  },
  approval: { label: 't.name', date: 't.asked_on' },
  tenure: {
    label: `concat_ws(', ', coalesce(t.title, t.role, s.title), p.name, o.name, b.name)`,
    date: 'coalesce(t.from_date, t.seen_from)',
    join: `LEFT JOIN person p ON p.id = t.person_id LEFT JOIN organisation o ON o.id = t.organisation_id
      LEFT JOIN body b ON b.id = t.body_id LEFT JOIN post s ON s.id = t.post_id`,
  },
  holder_proposal: {
    label: 'coalesce(s.title, h.title, h.role)',
    date: 'h.from_date',
    join: 'JOIN tenure h ON h.id = t.tenure_id LEFT JOIN post s ON s.id = h.post_id',
  },
  evidence: { label: 't.quote', date: 'NULL' },
  relation: { label: 'coalesce(t.label, t.type)', date: 'coalesce(t.from_date, t.seen_from)' },
  party: {
    label: 'coalesce(e.title, a.title)',
    date: 'coalesce(e.from_date, a.issued)',
    join: 'LEFT JOIN event e ON e.id = t.event_id LEFT JOIN assignment a ON a.id = t.assignment_id',
  },
  body: { label: 't.name', date: 'NULL' },
  post: { label: 't.title', date: 'NULL' },
  theme: { label: `concat_ws(' ', t.code, t.title)`, date: 'NULL' },
  event: { label: 't.title', date: 't.from_date' },
  merged_event: { label: 't.title', date: 't.from_date' },
  source_name: { label: 't.name', date: 'NULL' },
  contact_point: { label: 't.value', date: 'NULL' },
  assessment: { label: 't.issue', date: 't.as_of' },
  interaction_party: {
    label: 'i.summary',
    date: 'substr(i.date, 1, 10)',
    join: 'JOIN interaction i ON i.id = t.interaction_id',
  },
}

/** The rows of one table by their ids, the newest first. */
export function describeRows(db: ReadableDb, table: Table, ids: readonly string[]): Described[] {
  const { label, date, join = '' } = words[table] ?? { label: 'NULL', date: 'NULL' }
  return all(
    db,
    `SELECT t.id, ${label} AS label, ${date} AS date FROM json_each(?) w JOIN ${table} t ON t.id = w.value ${join}
     ORDER BY date DESC, t.rowid`,
    [JSON.stringify(ids)],
  )
}
