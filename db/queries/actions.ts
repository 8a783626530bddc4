/** Reading actions and decisions over all meetings. */
import type { ActionFilter, ActionRow } from '#contract/actions.ts'
import type { BlockKind } from '#contract/blocks.ts'
import { addDays } from '#contract/calendar.ts'
import { all, get, type ReadableDb } from '../connection.ts'
import { numberShown } from './approval.ts'

/** How many days ahead are soon. */
const soon = 14

// A month or a year is over on its last day; text order puts such an end after every day within it.
const lastDay = "c.due_date || substr('-12-31', length(c.due_date) - 3)"
const overdue = `(c.status = 'open' AND c.due_date IS NOT NULL AND ${lastDay} < @today)`
const number = `CASE WHEN i.number IS NULL THEN NULL WHEN i.number_style = 'paragraph' THEN '§ ' || i.number ELSE i.number END`
const origin = `m.id AS meetingId, m.title AS meetingTitle, m.date, b.id AS bodyId, b.name AS body, i.id AS itemId,
  i.title AS itemTitle, ${number} AS itemNumber`
const joins = `JOIN agenda_item i ON i.id = c.item_id JOIN meeting m ON m.id = i.meeting_id
  LEFT JOIN body b ON b.id = m.body_id`

type Bodies = { id: string; name: string }[]

/** A pattern of GLOB: the words anywhere in the text, each letter in both its cases; LIKE knows the cases of English alone. */
const within = (words: string) =>
  `*${[...words].map((sign) => (/[\p{L}*?[]/u.test(sign) ? `[${sign.toLowerCase()}${sign.toUpperCase()}]` : sign)).join('')}*`

/** Bodies that anything of `table` was made in, by Swedish order. */
function bodiesOf(db: ReadableDb, table: 'action' | 'decision'): Bodies {
  return all(
    db,
    `SELECT DISTINCT b.id, b.name, b.sort_key FROM ${table} c JOIN agenda_item i ON i.id = c.item_id
     JOIN meeting m ON m.id = i.meeting_id JOIN body b ON b.id = m.body_id ORDER BY b.sort_key`,
  ).map((row) => {
    // The columns of the statement above.
    const { id, name } = row as Bodies[number]
    return { id, name }
  })
}

export function listActions(
  db: ReadableDb,
  filter: ActionFilter,
): { total: number; overdue: number; actions: ActionRow[]; bodies: Bodies } {
  const { today, status, due, owner, unowned, bodyId, words, limit, offset } = filter
  const conditions = [
    ...(status === 'all' ? [] : ['c.status = @status']),
    ...(due === 'overdue' ? [overdue] : []),
    ...(due === 'soon' ? [`c.due_date IS NOT NULL AND ${lastDay} >= @today AND c.due_date <= @soon`] : []),
    ...(due === 'none' ? ['c.due_date IS NULL AND c.due IS NULL'] : []),
    ...(unowned ? ['c.owner IS NULL'] : []),
    ...(owner === '' ? [] : ['c.owner GLOB @owner']),
    ...(bodyId === null ? [] : ['m.body_id = @bodyId']),
    ...(words === '' ? [] : ['c.text GLOB @words']),
  ]
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`
  const used = (name: string) => where.includes(`@${name}`)
  const given = {
    ...(used('status') ? { status } : {}),
    ...(used('soon') ? { soon: addDays(today, soon) } : {}),
    ...(used('owner') ? { owner: within(owner) } : {}),
    ...(used('bodyId') ? { bodyId } : {}),
    ...(used('words') ? { words: within(words) } : {}),
  }
  const counted = get<{ total: number; overdue: number | null }>(
    db,
    `SELECT count(*) AS total, sum(${overdue}) AS overdue FROM action c ${joins} ${where}`,
    { ...given, today },
  )
  type Row = Omit<ActionRow, 'overdue'> & { overdue: number }
  const actions = all<Row>(
    db,
    `SELECT c.id, ${origin}, c.text, c.owner,
       CASE WHEN c.owner_person_id IS NOT NULL THEN 'person' WHEN c.owner_organisation_id IS NOT NULL THEN 'organisation'
         WHEN c.owner_body_id IS NOT NULL THEN 'body' END AS ownerKind,
       coalesce(c.owner_person_id, c.owner_organisation_id, c.owner_body_id) AS ownerId,
       c.due, c.due_date AS dueDate, c.status, c.closed_on AS closedOn, ${overdue} AS overdue,
       (SELECT count(*) FROM action_carry y WHERE y.action_id = c.id) AS carried
     FROM action c JOIN paragraph p ON p.id = c.paragraph_id ${joins} ${where}
     ORDER BY c.status <> 'open', c.due_date IS NULL, c.due_date, m.date DESC, i.position, p.position, c.position, c.rowid
     LIMIT @limit OFFSET @offset`,
    { ...given, today, limit, offset },
  )
  return {
    total: counted?.total ?? 0,
    overdue: counted?.overdue ?? 0,
    actions: actions.map((row) => ({ ...row, overdue: row.overdue === 1 })),
    bodies: bodiesOf(db, 'action'),
  }
}

export type DecisionClause = {
  id: string
  paragraphId: string
  kind: BlockKind
  position: number
  text: string
  number: number | null
  state: string
  meetingId: string
  meetingTitle: string
  date: string | null
  bodyId: string | null
  body: string | null
  itemId: string
  itemTitle: string
  itemNumber: string | null
}

/** Every clause that fits, the newest meeting first, in the order of the text. */
export function decisionClauses(
  db: ReadableDb,
  { bodyId, year, words }: { bodyId: string | null; year: number; words: string },
): DecisionClause[] {
  const conditions = [
    ...(bodyId === null ? [] : ['m.body_id = @bodyId']),
    ...(year === 0 ? [] : ["m.date LIKE @year || '%'"]),
    // A decision is found by any of its clauses.
    ...(words === '' ? [] : ['EXISTS (SELECT 1 FROM decision x WHERE x.item_id = c.item_id AND x.text GLOB @words)']),
  ]
  return all(
    db,
    `SELECT c.id, c.paragraph_id AS paragraphId, p.kind, p.position, c.text, ${numberShown('c')} AS number, m.state, ${origin}
     FROM decision c JOIN paragraph p ON p.id = c.paragraph_id ${joins}
     ${conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`}
     ORDER BY m.date IS NULL, m.date DESC, m.created_at DESC, i.position, p.position, c.position`,
    {
      ...(bodyId === null ? {} : { bodyId }),
      ...(year === 0 ? {} : { year: String(year) }),
      ...(words === '' ? {} : { words: within(words) }),
    },
  )
}

export function decisionBodies(db: ReadableDb): Bodies {
  return bodiesOf(db, 'decision')
}

/** The newest first. */
export function decisionYears(db: ReadableDb): number[] {
  return all<{ year: string }>(
    db,
    `SELECT DISTINCT substr(m.date, 1, 4) AS year FROM decision c JOIN agenda_item i ON i.id = c.item_id
     JOIN meeting m ON m.id = i.meeting_id WHERE m.date IS NOT NULL ORDER BY year DESC`,
  ).map(({ year }) => Number(year))
}
