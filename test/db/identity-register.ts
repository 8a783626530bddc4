/** A register made by hand: entries, and rows of every sort that point to them. */
import type { EntityKind } from '#contract/register.ts'
import { keysOf } from '#core/meetings/entities.ts'
import { insert, type Table, type WritableDb } from '#db/connection.ts'

export const newId = () => crypto.randomUUID()

/** An entry with further spellings. */
export function entry(
  db: WritableDb,
  kind: EntityKind,
  name: string,
  more: { names?: readonly string[]; type?: string; parent?: string | null; nameKind?: string } = {},
): string {
  const id = newId()
  const keys = keysOf(name)
  if (kind === 'body') {
    insert(db, 'body', {
      id,
      name,
      type: more.type ?? null,
      parent_id: more.parent ?? null,
      sort_key: keys.sort,
      match_key: keys.match,
      fold_key: keys.fold,
    })
    return id
  }
  insert(db, kind, { id, name, sort_key: keys.sort, ...(kind === 'organisation' ? { type: more.type ?? null } : {}) })
  for (const text of [name, ...(more.names ?? [])])
    insert(db, `${kind}_name`, {
      id: newId(),
      [`${kind}_id`]: id,
      text,
      kind: text === name ? 'variant' : (more.nameKind ?? 'variant'),
      match_key: keysOf(text).match,
      fold_key: keysOf(text).fold,
    })
  return id
}

export function meeting(db: WritableDb, date: string | null = '2031-03-03', body: string | null = null): string {
  const id = newId()
  insert(db, 'meeting', {
    id,
    source_id: null,
    source_from: null,
    source_to: null,
    body_id: body,
    kind: 'protokoll',
    language: 'sv',
    title: 'Provmöte',
    sender: null,
    date,
    start_time: null,
    end_time: null,
    place: null,
    form: null,
    dnr: null,
    next_date: null,
    next_basis: null,
    next_line: null,
    created_at: '2031-03-03T08:00:00.000Z',
  })
  return id
}

export function attend(
  db: WritableDb,
  meetingId: string,
  personId: string,
  written: string,
  organisationId: string | null = null,
): string {
  const id = newId()
  insert(db, 'attendance', {
    id,
    meeting_id: meetingId,
    position: 0,
    list_no: null,
    list_group: 1,
    person_id: personId,
    organisation_id: organisationId,
    name: written,
    as_written: written,
    capacity: 'ledamot',
    status: 'present',
    mode: 'unknown',
    items: null,
    line: null,
  })
  return id
}

const span = { to_kind: 'unknown', basis: 'unknown', state: 'asserted', recorded_at: '2031-03-03T08:00:00.000Z' }

export function tenure(db: WritableDb, row: Readonly<Record<string, string | null>>): string {
  const id = newId()
  insert(db, 'tenure', { id, role: 'ledamot', sensitive: 0, ...span, ...row })
  return id
}

export function put(db: WritableDb, table: Table, row: Readonly<Record<string, string | number | null>>): string {
  const id = newId()
  insert(db, table, { id, ...row })
  return id
}

const keyColumns = { sort_key: 'x', match_key: 'x', fold_key: 'x' }

/** One row of every sort that can point to an entity, each pointing to it. */
export function everyReference(db: WritableDb, kind: EntityKind, id: string): void {
  const someone = entry(db, 'person', 'Någon Annan')
  const where = meeting(db)
  if (kind === 'person') {
    attend(db, where, id, 'Så skrivet')
    put(db, 'officer', { meeting_id: where, role: 'chair', position: 0, person_id: id, name: 'Så skrivet', line: null })
    const held = tenure(db, { person_id: id, title: 'Provtitel' })
    put(db, 'holder_proposal', { tenure_id: held, person_id: id, reasons: '[]' })
  }
  if (kind === 'organisation') {
    attend(db, where, someone, 'Någon Annan', id)
    tenure(db, { person_id: someone, organisation_id: id, represents_id: id })
    put(db, 'post', { title: 'Provpost', organisation_id: id, ...keyColumns })
    put(db, 'body', { name: 'Provenheten', organisation_id: id, ...keyColumns })
    put(db, 'body', { name: 'Provkontoret', same_organisation_id: id, ...keyColumns })
  }
  if (kind === 'body') {
    meeting(db, '2031-03-04', id)
    entry(db, 'body', 'Provunder', { parent: id })
    tenure(db, { person_id: someone, body_id: id })
    put(db, 'theme', { type: 'area', title: 'Provområde', body_id: id, ...keyColumns })
    const day = { title: 'Provdag', basis: 'unknown', body_id: id, sort_key: 'x', match_key: 'x' }
    const into_id = put(db, 'event', day)
    put(db, 'merged_event', { ...day, into_id, moved: '{}', taken: '[]', merged_at: '2030-01-01T00:00:00.000Z' })
    put(db, 'body_name', { body_id: id, text: 'Provnamn', match_key: 'x', fold_key: 'x' })
  }
  minutesReferences(db, kind, id, where)
  const event = put(db, 'event', { title: 'Provdag', basis: 'unknown', sort_key: 'x', match_key: 'x' })
  put(db, 'party', { event_id: event, [`${kind}_id`]: id, role: 'partner' })
  const other = { type: 'partner', directed: 0, ...span }
  put(db, 'relation', { [`from_${kind}_id`]: id, to_person_id: someone, ...other })
  put(db, 'relation', { from_person_id: someone, [`to_${kind}_id`]: id, ...other })
  put(db, 'evidence', { [`${kind}_id`]: id, quote: 'Prov.' })
  const source = put(db, 'source', {
    name: 'Prov',
    kind: 'text',
    text: 'Prov.',
    encoding: 'utf-8',
    sha256: newId(),
    added_at: 'x',
  })
  put(db, 'source_name', { source_id: source, kind, name: 'Prov', standing: 'linked', entity_id: id })
  put(db, 'retention_keep', { kind: 'person-idle', subject_id: id, until: '2032-01-01' })
  if (kind !== 'body') {
    put(db, 'contact_point', { [`${kind}_id`]: id, kind: 'email', value: 'prov@example.se' })
    const judged = { issue: 'Prov', rationale: 'Prov', as_of: '2031-03-03', author: 'Prov', recorded_at: 'x' }
    put(db, 'assessment', { [`${kind}_id`]: id, ...judged })
    const talk = put(db, 'interaction', { date: '2031-03-03', channel: 'call', summary: 'Prov', recorded_at: 'x' })
    put(db, 'interaction_party', { interaction_id: talk, [`${kind}_id`]: id })
  }
}

/** An item of a meeting with one paragraph. */
export function paragraph(db: WritableDb, meetingId: string, item: Readonly<Record<string, string>> = {}) {
  const itemId = put(db, 'agenda_item', {
    meeting_id: meetingId,
    position: 0,
    number_style: 'plain',
    title: '',
    ...item,
  })
  const id = put(db, 'paragraph', { item_id: itemId, position: 0, kind: 'presentation', text: 'Så skrivet talar.' })
  return { id, itemId }
}

/** Every way in which minutes point to an entry, but for the list of those present. */
function minutesReferences(db: WritableDb, kind: EntityKind, id: string, meetingId: string): void {
  const { id: words, itemId } = paragraph(db, meetingId, kind === 'person' ? { presenter_id: id } : {})
  put(db, 'text_span', { paragraph_id: words, from_offset: 0, to_offset: 10, kind, [`${kind}_id`]: id })
  const said = { item_id: itemId, paragraph_id: words, position: 0, text: 'Så skrivet talar.', inline: 1 }
  put(db, 'action', { ...said, [`owner_${kind}_id`]: id })
  if (kind === 'person') {
    put(db, 'contribution', { paragraph_id: words, position: 0, role: 'presenter', person_id: id, name: 'Så skrivet' })
    const asked = { version: 1, asked_on: '2031-03-04', role: 'adjuster', name: 'Så skrivet' }
    put(db, 'approval', { meeting_id: meetingId, ...asked, person_id: id })
  }
  if (kind === 'organisation') {
    const guest = attend(db, meetingId, entry(db, 'person', 'En Gäst'), 'En Gäst')
    put(db, 'attendance_for', { attendance_id: guest, organisation_id: id })
  }
  if (kind === 'body')
    put(db, 'meeting_series', {
      body_id: id,
      year: 2031,
      kind: 'protokoll',
      language: 'sv',
      title: 'Provserien',
      number_rule: 'running',
      created_at: '2031-01-01T08:00:00.000Z',
    })
}
