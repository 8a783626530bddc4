/** What is known about an organisation, and about a body; where a body is an organisation, each page tells both. */
import { KansliError } from '#contract/errors.ts'
import { organisationType } from '#contract/reading.ts'
import type { BodyView, OrganisationView } from '#contract/register-pages.ts'
import type { ReadableDb } from '#db/connection.ts'
import { earlierOf, namesInUse, sameEntries } from '#db/queries/by-hand.ts'
import { assessmentsOf, assignmentsOf, contactsOf } from '#db/queries/holdings.ts'
import {
  attendanceOf,
  bodyNamesOf,
  bodyOf,
  childBodies,
  meetingsOf,
  namesOf,
  organisationHead,
  partsOf,
} from '#db/queries/register.ts'
import { evidenceOf, evidenceOfTenures, tenuresOf } from '#db/queries/roles.ts'
import { sourceReader } from '#db/queries/sources.ts'
import { themesOfBody } from '#db/queries/themes.ts'
import { mentionsOf, storedEvidence } from './evidence.ts'
import { assignmentRows, eventRows, interactionRows, sourceRows, tiesOf } from './relations.ts'
import { rolesOf } from './roles.ts'
import type { View } from './clock.ts'

const types: readonly string[] = organisationType.options

/** @throws KansliError entity.not-found */
function bareOrganisation(db: ReadableDb, id: string, view: View): Omit<OrganisationView, 'same'> {
  const head = organisationHead(db, id)
  if (head === undefined) throw new KansliError('entity.not-found')
  const { past, on } = view
  const { name, type, dissolvedOn } = head
  const read = sourceReader(db)
  const names = namesOf(db, 'organisation', id)
  const attendance = attendanceOf(db, 'organisation', id, past)
  const tenures = tenuresOf(db, 'organisation', id, past)
  const words = evidenceOfTenures(db, 'organisation', id, past)
  return {
    id,
    name,
    // A type that no list has (an older file's own word) is shown as missing.
    type: types.includes(type ?? '') ? organisationType.parse(type) : null,
    dissolvedOn,
    asOf: on,
    names,
    spellings: namesInUse(db, 'organisation', id),
    earlier: earlierOf(db, id, past.known),
    roles: rolesOf(read, tenures, words, attendance, on),
    posts: partsOf(db, 'post', id),
    bodies: partsOf(db, 'body', id),
    meetings: meetingsOf(db, 'organisation', id, past),
    mentions: mentionsOf(db, 'organisation', id, names, past),
    ties: tiesOf(db, 'organisation', [id], view),
    events: eventRows(db, 'organisation', id, view),
    assignments: assignmentRows(db, assignmentsOf(db, 'organisation', id)),
    contacts: contactsOf(db, 'organisation', id),
    assessments: assessmentsOf(db, 'organisation', id, past),
    interactions: interactionRows(db, 'organisation', id, view),
    evidence: evidenceOf(db, 'organisation', id).map(storedEvidence),
    sources: sourceRows(db, 'organisation', id, attendance),
  }
}

/** @throws KansliError entity.not-found */
function bareBody(db: ReadableDb, id: string, view: View): Omit<BodyView, 'same'> {
  const body = bodyOf(db, id)
  if (body === undefined) throw new KansliError('entity.not-found')
  const { past, on } = view
  const words = evidenceOfTenures(db, 'body', id, past)
  return {
    id,
    ...body,
    asOf: on,
    names: [body.name, ...bodyNamesOf(db, id).filter((name) => name !== body.name)],
    spellings: namesInUse(db, 'body', id),
    earlier: earlierOf(db, id, past.known),
    children: childBodies(db, id),
    roles: rolesOf(sourceReader(db), tenuresOf(db, 'body', id, past), words, [], on),
    meetings: meetingsOf(db, 'body', id, past),
    challenges: themesOfBody(db, id, 'challenge'),
    areas: themesOfBody(db, id, 'area'),
    ties: tiesOf(db, 'body', [id], view),
    events: eventRows(db, 'body', id, view),
    assignments: assignmentRows(db, assignmentsOf(db, 'body', id)),
    evidence: evidenceOf(db, 'body', id).map(storedEvidence),
    sources: sourceRows(db, 'body', id, []),
  }
}

type Shared = Pick<
  BodyView,
  'names' | 'roles' | 'meetings' | 'ties' | 'events' | 'assignments' | 'evidence' | 'sources'
> & { id: string }

/** Lists of two entries as one, each row once. */
function once<T>(a: readonly T[], b: readonly T[], key: (one: T) => string): T[] {
  const known = new Set(a.map(key))
  return [...a, ...b.filter((one) => !known.has(key(one)))]
}
const byId = ({ id }: { id: string }) => id
const newestFirst = (a: string | null, b: string | null) => (a === b ? 0 : (a ?? '') < (b ?? '') ? 1 : -1)

/** What is known of either of two entries that are one. The tie between the two says no more than that. */
function together(one: Shared, two: Shared) {
  const people = new Map<string, number>()
  for (const { meetingId, people: count } of [...one.meetings, ...two.meetings])
    people.set(meetingId, Math.max(people.get(meetingId) ?? 0, count))
  const facts = new Map<string, number>()
  for (const { id, facts: count } of [...one.sources, ...two.sources]) facts.set(id, (facts.get(id) ?? 0) + count)
  return {
    names: [...new Set([...one.names, ...two.names])],
    roles: once(one.roles, two.roles, byId),
    meetings: once(one.meetings, two.meetings, ({ meetingId }) => meetingId)
      .map((row) => ({ ...row, people: people.get(row.meetingId) ?? row.people }))
      .toSorted((a, b) => newestFirst(a.date, b.date)),
    ties: once(one.ties, two.ties, byId).filter(({ otherId }) => otherId !== one.id && otherId !== two.id),
    events: once(one.events, two.events, byId).toSorted((a, b) => newestFirst(a.from, b.from)),
    assignments: once(one.assignments, two.assignments, byId),
    evidence: once(one.evidence, two.evidence, ({ sourceId, line, quote }) => JSON.stringify([sourceId, line, quote])),
    sources: once(one.sources, two.sources, byId)
      .map((row) => ({ ...row, facts: facts.get(row.id) ?? row.facts }))
      .toSorted((a, b) => b.facts - a.facts),
  }
}

/** @throws KansliError entity.not-found */
export function organisationView(db: ReadableDb, id: string, view: View): OrganisationView {
  const own = bareOrganisation(db, id, view)
  const bodyId = sameEntries(db).find(({ organisationId }) => organisationId === id)?.bodyId
  if (bodyId === undefined) return { ...own, same: null }
  const body = bareBody(db, bodyId, view)
  const parts = once(own.bodies, body.children, byId).filter((one) => one.id !== bodyId)
  return { ...own, ...together(own, body), bodies: parts, same: { id: bodyId, name: body.name } }
}

/** @throws KansliError entity.not-found */
export function bodyView(db: ReadableDb, id: string, view: View): BodyView {
  const own = bareBody(db, id, view)
  const same = sameEntries(db).find(({ bodyId }) => bodyId === id)?.organisationId
  if (same === undefined) return { ...own, same: null }
  const organisation = bareOrganisation(db, same, view)
  const parts = once(own.children, organisation.bodies, byId).filter((one) => one.id !== id)
  return { ...own, ...together(own, organisation), children: parts, same: { id: same, name: organisation.name } }
}
