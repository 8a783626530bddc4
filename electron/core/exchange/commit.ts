/** Storing the contacts of a file: its text as a source, then people, organisations, details and positions with their lines. */
import type { Contact, ContactChoice, ContactPlace, ContactRow } from '#contract/exchange.ts'
import { assert, KansliError } from '#contract/errors.ts'
import type { Output, Parsed } from '#contract/methods.ts'
import { insert } from '#db/connection.ts'
import { addOrganisationName, addPersonName, organisationByKey } from '#db/queries/entities.ts'
import {
  closedPeople,
  currentTenures,
  departmentByKey,
  hasEvidence,
  peopleOfLines,
  pointsOf,
  standingSource,
  type Owner,
  type PointKind,
} from '#db/queries/exchange.ts'
import { entityName } from '#db/queries/register.ts'
import type { WriteContext } from '#core/context.ts'
import { keysOf, newPerson, organisationFor } from '#core/meetings/entities.ts'
import { healthWords } from '#core/privacy/sensitive.ts'
import { matchKey } from '#core/register/names.ts'
import { compared } from './compare.ts'
import type { Reading } from './read.ts'

type Tally = Omit<Output<'contacts.commit'>, 'sourceId'>
type Proven = 'person' | 'organisation' | 'tenure' | 'body'
type Work = {
  context: WriteContext
  source: { id: string; known: boolean }
  /** Chosen organisations by matchKey of the file's name. */
  organisations: ReadonlyMap<string, string>
  tally: Tally
}

function prove(
  { context: { db, ports }, source }: Work,
  of: Proven,
  id: string,
  row: ContactRow,
  founding: boolean,
): void {
  if (source.known && hasEvidence(db, of, id, { id: source.id, line: row.line })) return
  insert(db, 'evidence', {
    id: ports.newId(),
    [`${of}_id`]: id,
    source_id: source.id,
    line: row.line,
    quote: row.quote.slice(0, 2000),
    founding: founding ? 1 : 0,
  })
}

function organisationOf(work: Work, name: string, row: ContactRow): string {
  const { context, organisations, tally } = work
  const keys = keysOf(name)
  const chosen = organisations.get(keys.match)
  if (chosen !== undefined) addOrganisationName(context.db, context.ports.newId(), chosen, name, keys)
  const known = chosen ?? organisationByKey(context.db, keys.match)
  const id = known ?? organisationFor(context, name)
  if (known === null) tally.organisations += 1
  prove(work, 'organisation', id, row, known === null)
  return id
}

function departmentOf(work: Work, name: string, organisationId: string | null, row: ContactRow): string {
  const { db, ports } = work.context
  const keys = keysOf(name)
  const known = departmentByKey(db, keys.match, organisationId)
  if (known !== null) return known
  const id = ports.newId()
  insert(db, 'body', {
    id,
    name,
    type: null,
    parent_id: null,
    organisation_id: organisationId,
    sort_key: keys.sort,
    match_key: keys.match,
    fold_key: keys.fold,
  })
  prove(work, 'body', id, row, true)
  return id
}

/** Spaces and signs tell no two telephone numbers apart, case no two addresses of mail. */
function pointKey(kind: PointKind, value: string): string {
  const bare = kind === 'phone' ? value.replace(/[^\d+a-z]/giu, '') : kind === 'address' ? value : value.toLowerCase()
  return `${kind} ${bare === '' ? value : bare}`
}

function addPoints({ context: { db, ports }, tally }: Work, owner: Owner, id: string, contact: Contact): void {
  const known = new Set(pointsOf(db, owner, id).map(({ kind, value }) => pointKey(kind, value)))
  const points: readonly (readonly [PointKind, readonly string[]])[] = [
    ['email', contact.emails],
    ['phone', contact.phones],
    ['address', contact.addresses],
    ['url', contact.urls],
  ]
  for (const [kind, values] of points)
    for (const value of values) {
      const key = pointKey(kind, value)
      if (known.has(key)) continue
      known.add(key)
      insert(db, 'contact_point', { id: ports.newId(), [`${owner}_id`]: id, kind, value })
      tally.points += 1
    }
}

const sameWords = (a: string | null, b: string | null) =>
  a === null ? b === null : b !== null && matchKey(a) === matchKey(b)

function addTenure(work: Work, personId: string, place: ContactPlace, row: ContactRow): void {
  const { db, ports } = work.context
  const { title, role } = place
  const organisationId = place.organisation === null ? null : organisationOf(work, place.organisation, row)
  const bodyId = place.department === null ? null : departmentOf(work, place.department, organisationId, row)
  const known = currentTenures(db, personId).find(
    (one) =>
      one.organisationId === organisationId &&
      one.bodyId === bodyId &&
      sameWords(one.title, title) &&
      sameWords(one.role, role),
  )
  if (known !== undefined) {
    prove(work, 'tenure', known.id, row, false)
    return
  }
  const id = ports.newId()
  insert(db, 'tenure', {
    id,
    person_id: personId,
    organisation_id: organisationId,
    body_id: bodyId,
    role,
    title,
    sensitive: healthWords(`${title ?? ''} ${role ?? ''}`) === null ? 0 : 1,
    recorded_at: ports.clock().toISOString(),
  })
  prove(work, 'tenure', id, row, true)
  work.tally.tenures += 1
}

function storeSource({ db, ports }: WriteContext, name: string, reading: Reading): Work['source'] {
  const sha256 = ports.sha256(reading.text)
  const known = standingSource(db, sha256)
  if (known !== null) return { id: known.sourceId, known: true }
  const id = ports.newId()
  insert(db, 'source', {
    id,
    name,
    kind: 'text',
    text: reading.text,
    encoding: reading.encoding === 'binary' ? 'utf-8' : reading.encoding,
    sha256,
    added_at: ports.clock().toISOString(),
  })
  return { id, known: false }
}

/** What becomes of a row when nobody says. */
function byDefault(row: ContactRow, index: number): ContactChoice {
  if (!row.usable) return { row: index, as: 'skip' }
  if (row.same !== null) return { row: index, as: 'same', with: row.same }
  const [first] = row.match.candidates
  return row.match.verdict === 'exact' && first !== undefined
    ? { row: index, as: 'link', to: first.id }
    : { row: index, as: 'new' }
}

/** @throws KansliError entity.not-found, import.changed */
function settled(
  context: WriteContext,
  rows: readonly ContactRow[],
  input: Parsed<'contacts.commit'>,
): ContactChoice[] {
  const closed = new Set(closedPeople(context.db))
  const given = new Map(input.choices.map((choice) => [choice.row, choice]))
  for (const choice of input.choices) {
    const row = rows[choice.row]
    // Choices for rows that the file does not hold: the preview was of another one.
    if (row === undefined || (choice.as !== 'skip' && !row.usable)) throw new KansliError('import.changed')
    if (choice.as === 'same' && choice.with >= choice.row) throw new KansliError('import.changed')
    if (choice.as === 'link' && (closed.has(choice.to) || entityName(context.db, 'person', choice.to) === null))
      throw new KansliError('entity.not-found')
  }
  for (const { to } of input.organisations)
    if (entityName(context.db, 'organisation', to) === null) throw new KansliError('entity.not-found')
  return rows.map((row, index) => given.get(index) ?? byDefault(row, index))
}

/** Stores what was opened. Within one transaction. @throws KansliError entity.not-found, import.changed */
export function commitContacts(context: WriteContext, input: Parsed<'contacts.commit'>): Output<'contacts.commit'> {
  const { db, ports } = context
  const reading = context.opened?.contacts
  assert(reading !== undefined, 'the file is opened before the transaction')
  const { rows } = compared(db, reading.contacts, 'equal')
  const choices = settled(context, rows, input)
  const source = storeSource(context, input.name, reading)
  const tally: Tally = { made: 0, linked: 0, skipped: 0, organisations: 0, points: 0, tenures: 0 }
  const organisations = new Map(input.organisations.map(({ name, to }) => [matchKey(name), to]))
  const work: Work = { context, source, organisations, tally }
  const before = new Map(source.known ? peopleOfLines(db, source.id).map((one) => [one.line, one.personId]) : [])
  const people: (string | null)[] = []
  const closed = new Set(closedPeople(db))

  rows.forEach((row, index) => {
    const choice = choices[index] ?? byDefault(row, index)
    const { contact } = row
    people.push(null)
    if (choice.as === 'skip') {
      tally.skipped += 1
      return
    }
    if (contact.name === null) {
      const [first] = contact.places
      if (first?.organisation !== null && first !== undefined)
        addPoints(work, 'organisation', organisationOf(work, first.organisation, row), contact)
      return
    }
    // A row that was taken in before stands for the same person, whatever is chosen now.
    const known =
      before.get(row.line) ??
      (choice.as === 'link' ? choice.to : choice.as === 'same' ? (people[choice.with] ?? null) : null)
    if (known !== null && closed.has(known)) {
      tally.skipped += 1
      return
    }
    const id = known ?? newPerson(context, contact.name)
    people[index] = id
    if (known === null) tally.made += 1
    else {
      addPersonName(db, ports.newId(), id, contact.name, keysOf(contact.name))
      if (choice.as !== 'same') tally.linked += 1
    }
    prove(work, 'person', id, row, known === null)
    addPoints(work, 'person', id, contact)
    for (const place of contact.places) addTenure(work, id, place, row)
  })
  return { sourceId: source.id, ...tally }
}
