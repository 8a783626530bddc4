/** What else the register holds of an entry: ties, parts in events and assignments, contact points, contacts taken. */
import type { EntityKind, RegisterKind } from '#contract/register.ts'
import { all, type ReadableDb } from '../connection.ts'
import { spanColumns, type SpanRow } from './roles.ts'
import { heldThen, type Then } from './past.ts'

export type RelationRow = SpanRow & {
  id: string
  type: 'focus' | 'part-of' | 'partner' | 'member' | 'other'
  label: string | null
  directed: number
  fromId: string
  fromKind: RegisterKind
  from_: string
  toId: string
  toKind_: RegisterKind
  to_: string
  state: 'asserted' | 'proposed' | 'disputed'
}

const relationColumns = `SELECT r.id, r.type, r.label, r.directed, r.state, ${spanColumns('r')},
  coalesce(r.from_person_id, r.from_organisation_id, r.from_body_id) AS fromId,
  CASE WHEN r.from_person_id IS NOT NULL THEN 'person' WHEN r.from_body_id IS NOT NULL THEN 'body' ELSE 'organisation' END AS fromKind,
  coalesce(fp.name, fo.name, fb.name) AS from_,
  coalesce(r.to_person_id, r.to_organisation_id, r.to_body_id, r.to_theme_id) AS toId,
  CASE WHEN r.to_person_id IS NOT NULL THEN 'person' WHEN r.to_body_id IS NOT NULL THEN 'body'
    WHEN r.to_theme_id IS NOT NULL THEN 'theme' ELSE 'organisation' END AS toKind_,
  coalesce(tp.name, tg.name, tb.name, coalesce(tt.code || ' ', '') || tt.title) AS to_
  FROM relation r
  LEFT JOIN person fp ON fp.id = r.from_person_id LEFT JOIN organisation fo ON fo.id = r.from_organisation_id
  LEFT JOIN body fb ON fb.id = r.from_body_id LEFT JOIN person tp ON tp.id = r.to_person_id
  LEFT JOIN organisation tg ON tg.id = r.to_organisation_id LEFT JOIN body tb ON tb.id = r.to_body_id
  LEFT JOIN theme tt ON tt.id = r.to_theme_id`

// Whoever is restricted is the other end of nothing.
const ends = (own: string) =>
  `(fp.id IS NULL OR fp.status <> 'restricted' OR fp.id = ${own}) AND (tp.id IS NULL OR tp.status <> 'restricted' OR tp.id = ${own})`

/** Ties at one end of which an entry stands, as they were known then. A theme's are those of all `ids`. */
export function relationsOf(
  db: ReadableDb,
  kind: EntityKind | 'theme',
  ids: readonly string[],
  then: Then,
): RelationRow[] {
  const at = (end: string) => `r.${end}_${kind}_id IN (SELECT value FROM json_each(@ids))`
  const where = kind === 'theme' ? at('to') : `(${at('from')} OR ${at('to')})`
  return all(
    db,
    `${relationColumns} WHERE ${where} AND ${heldThen('r')} AND ${ends('@own')}
     ORDER BY r.type, coalesce(tp.sort_key, tg.sort_key, tb.sort_key, tt.sort_key), from_, r.id`,
    { ids: JSON.stringify(ids), own: ids[0] ?? '', ...then },
  )
}

/** Every tie that a text states or a person drew, as it was known then. */
export function allRelations(db: ReadableDb, then: Then): RelationRow[] {
  return all(db, `${relationColumns} WHERE ${heldThen('r')} AND ${ends(`''`)} ORDER BY r.type, r.id`, { ...then })
}

export type PartyRow = {
  partyId: string
  /** The event or assignment. */
  of: string
  role:
    | 'charged'
    | 'coordinating'
    | 'issuer'
    | 'funder'
    | 'recipient'
    | 'partner'
    | 'organiser'
    | 'participant'
    | 'guest'
  kind: EntityKind
  id: string
  name: string
}

/** Parts of many events or assignments, in the order of their names. The same part of two events that were merged is one. */
export function partiesOf(db: ReadableDb, kind: 'event' | 'assignment', ids: readonly string[]): PartyRow[] {
  return all(
    db,
    `SELECT min(y.id) AS partyId, y.${kind}_id AS "of", y.role, coalesce(p.name, o.name, b.name) AS name,
       coalesce(y.person_id, y.organisation_id, y.body_id) AS id,
       CASE WHEN y.person_id IS NOT NULL THEN 'person' WHEN y.body_id IS NOT NULL THEN 'body' ELSE 'organisation' END AS kind
     FROM json_each(@ids) f JOIN party y ON y.${kind}_id = f.value LEFT JOIN person p ON p.id = y.person_id
     LEFT JOIN organisation o ON o.id = y.organisation_id LEFT JOIN body b ON b.id = y.body_id
     WHERE p.id IS NULL OR p.status <> 'restricted'
     GROUP BY y.${kind}_id, y.role, y.person_id, y.organisation_id, y.body_id
     ORDER BY y.role, coalesce(p.sort_key, o.sort_key, b.sort_key), partyId`,
    { ids: JSON.stringify(ids) },
  )
}

export type EventRowDb = {
  id: string
  title: string
  from: string | null
  to: string | null
  basis: 'stated' | 'inferred' | 'unknown'
  asWritten: string | null
  venue: string | null
  role: PartyRow['role'] | null
}
const eventColumns = `v.id, v.title, v.from_date AS "from", v.to_date AS "to", v.basis, v.as_written AS asWritten, v.venue`
const eventOrder = 'v.from_date IS NULL, v.from_date DESC, v.sort_key, v.id'

/** Events an entry has a part in; a body's own too. */
export function eventsOf(db: ReadableDb, kind: EntityKind, id: string): EventRowDb[] {
  const own = kind === 'body' ? 'v.body_id = @id' : '0'
  return all(
    db,
    `SELECT ${eventColumns}, min(y.role) AS role FROM event v LEFT JOIN party y ON y.event_id = v.id AND y.${kind}_id = @id
     WHERE y.id IS NOT NULL OR ${own} GROUP BY v.id ORDER BY ${eventOrder}`,
    { id },
  )
}

/** One event with what it belongs to. */
export function eventRow(
  db: ReadableDb,
  id: string,
): (EventRowDb & { bodyId: string | null; body: string | null; meetingId: string | null }) | undefined {
  return all<EventRowDb & { bodyId: string | null; body: string | null; meetingId: string | null }>(
    db,
    `SELECT ${eventColumns}, NULL AS role, v.body_id AS bodyId, b.name AS body, v.meeting_id AS meetingId
     FROM event v LEFT JOIN body b ON b.id = v.body_id WHERE v.id = ?`,
    [id],
  )[0]
}

export type AssignmentRowDb = {
  id: string
  type: 'uppdrag' | 'satsning' | 'utredning' | 'insats'
  title: string
  text: string
  themeId: string | null
  theme: string | null
  issued: string | null
  due: string | null
  role: PartyRow['role'] | null
}
const assignmentColumns = `s.id, s.type, s.title, s.text, s.theme_id AS themeId,
  coalesce(h.code || ' ', '') || h.title AS theme, s.issued, s.due`

export function assignmentsOf(db: ReadableDb, kind: EntityKind, id: string): AssignmentRowDb[] {
  return all(
    db,
    `SELECT ${assignmentColumns}, min(y.role) AS role FROM party y JOIN assignment s ON s.id = y.assignment_id
     LEFT JOIN theme h ON h.id = s.theme_id WHERE y.${kind}_id = ? GROUP BY s.id ORDER BY h.code, s.sort_key, s.id`,
    [id],
  )
}

/** Assignments that serve one of the themes. */
export function assignmentsUnder(db: ReadableDb, themeIds: readonly string[]): AssignmentRowDb[] {
  return all(
    db,
    `SELECT ${assignmentColumns}, NULL AS role FROM json_each(?) f JOIN assignment s ON s.theme_id = f.value
     JOIN theme h ON h.id = s.theme_id ORDER BY h.code, s.sort_key, s.id`,
    [JSON.stringify(themeIds)],
  )
}

export function assignmentRow(db: ReadableDb, id: string): AssignmentRowDb | undefined {
  return all<AssignmentRowDb>(
    db,
    `SELECT ${assignmentColumns}, NULL AS role FROM assignment s LEFT JOIN theme h ON h.id = s.theme_id WHERE s.id = ?`,
    [id],
  )[0]
}

export function amountsOf(
  db: ReadableDb,
  ids: readonly string[],
): { assignmentId: string; sek: number | null; text: string }[] {
  return all(
    db,
    `SELECT a.assignment_id AS assignmentId, a.sek, a.text FROM json_each(?) f JOIN amount a ON a.assignment_id = f.value
     ORDER BY a.assignment_id, a.position, a.id`,
    [JSON.stringify(ids)],
  )
}

type Owner = 'person' | 'organisation'

export function contactsOf(
  db: ReadableDb,
  kind: Owner,
  id: string,
): { id: string; kind: 'email' | 'phone' | 'address' | 'url'; value: string }[] {
  return all(db, `SELECT id, kind, value FROM contact_point WHERE ${kind}_id = ? ORDER BY kind, value, id`, [id])
}

export type AssessmentRow = {
  id: string
  issue: string
  power: number | null
  interest: number | null
  position: number | null
  legitimacy: number | null
  urgency: number | null
  rationale: string
  asOf: string
  author: string
  recordedAt: string
}

/** Judgements, newest first, as far as they had been made by then and are about days up to it. */
export function assessmentsOf(db: ReadableDb, kind: Owner, id: string, then: Then): AssessmentRow[] {
  return all(
    db,
    `SELECT id, issue, power, interest, position, legitimacy, urgency, rationale, as_of AS asOf, author,
       recorded_at AS recordedAt FROM assessment
     WHERE ${kind}_id = @id AND recorded_at <= @known AND as_of <= @upTo ORDER BY as_of DESC, recorded_at DESC, id`,
    { id, ...then },
  )
}

export type InteractionRow = {
  id: string
  date: string
  channel: 'meeting' | 'call' | 'mail' | 'letter' | 'visit' | 'other'
  summary: string
  followUp: string | null
}

export function interactionsOf(db: ReadableDb, kind: Owner, id: string, then: Then): InteractionRow[] {
  return all(
    db,
    `SELECT i.id, i.date, i.channel, i.summary, i.follow_up AS followUp FROM interaction i
     WHERE i.id IN (SELECT interaction_id FROM interaction_party WHERE ${kind}_id = @id)
       AND i.recorded_at <= @known AND i.date <= @upTo ORDER BY i.date DESC, i.recorded_at DESC, i.id`,
    { id, ...then },
  )
}

export function interactionParties(
  db: ReadableDb,
  ids: readonly string[],
): { interactionId: string; kind: Owner; id: string; name: string }[] {
  return all(
    db,
    `SELECT y.interaction_id AS interactionId, coalesce(y.person_id, y.organisation_id) AS id,
       iif(y.person_id IS NULL, 'organisation', 'person') AS kind, coalesce(p.name, o.name) AS name
     FROM json_each(?) f JOIN interaction_party y ON y.interaction_id = f.value
     LEFT JOIN person p ON p.id = y.person_id LEFT JOIN organisation o ON o.id = y.organisation_id
     WHERE p.id IS NULL OR p.status <> 'restricted' ORDER BY coalesce(p.sort_key, o.sort_key), y.id`,
    [JSON.stringify(ids)],
  )
}

/** Texts that prove something of an entry, with how many facts: its own being, its roles, ties and parts; not its meetings. */
export function sourcesOf(
  db: ReadableDb,
  kind: EntityKind | 'theme',
  id: string,
): { id: string; name: string; facts: number }[] {
  const through = [
    `SELECT source_id, id FROM evidence WHERE ${kind}_id = @id`,
    ...(kind === 'theme'
      ? [
          `SELECT e.source_id, e.id FROM evidence e JOIN assignment a ON a.id = e.assignment_id WHERE a.theme_id = @id`,
          `SELECT e.source_id, e.id FROM evidence e JOIN relation r ON r.id = e.relation_id WHERE r.to_theme_id = @id`,
        ]
      : [
          `SELECT e.source_id, e.id FROM tenure t JOIN evidence e ON e.tenure_id = t.id WHERE t.${kind}_id = @id`,
          `SELECT e.source_id, e.id FROM relation r JOIN evidence e ON e.relation_id = r.id
           WHERE r.from_${kind}_id = @id OR r.to_${kind}_id = @id`,
          `SELECT e.source_id, e.id FROM party y JOIN evidence e ON e.event_id = y.event_id OR e.assignment_id = y.assignment_id
           WHERE y.${kind}_id = @id`,
        ]),
  ]
  return all(
    db,
    `SELECT s.id, s.name, count(DISTINCT f.id) AS facts FROM (${through.join(' UNION ')}) f JOIN source s ON s.id = f.source_id
     GROUP BY s.id ORDER BY s.added_at, s.name, s.id`,
    { id },
  )
}
