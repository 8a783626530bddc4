/** Whom a meeting heard, by the register of its day. Nothing here changes what the minutes say. */
import { daysOf } from '#contract/calendar.ts'
import { KansliError } from '#contract/errors.ts'
import type { Clock, Role } from '#contract/register.ts'
import type { Hat, Representation } from '#contract/representation.ts'
import type { ReadableDb } from '#db/connection.ts'
import {
  groupsOf,
  listedAt,
  meetingDay,
  officersAt,
  organisationTypes,
  type ListedRow,
} from '#db/queries/representation.ts'
import { evidenceOfMany, evidenceOfTenures, tenuresOf, tenuresOfPeople } from '#db/queries/roles.ts'
import type { HandlersOf, ReadContext } from '#core/context.ts'
import { viewOf, type View } from './clock.ts'
import { storedEvidence } from './evidence.ts'
import { grouped, roleOf } from './roles.ts'

const mostHats = 4
const speaks = /champion|talesperson|spokesperson/iu
const contact = /kontaktperson|contact/iu

/**
 * The day that is looked at: the one asked for, else the meeting's (its first when the text gives a month or a year),
 * else today.
 */
function dayOf(db: ReadableDb, id: string, context: ReadContext, asOf?: string): { on: string; bodyId: string | null } {
  const meeting = meetingDay(db, id)
  if (meeting === undefined) throw new KansliError('meeting.not-found', { which: id })
  const on = asOf ?? (meeting.date === null ? null : (daysOf(meeting.date)?.from ?? null))
  return { on: on ?? viewOf({}, context.ports).on, bodyId: meeting.bodyId }
}

/** A role whose days exclude the day is none of that day. */
const counts = ({ standing }: Role) => standing !== 'past' && standing !== 'future'

function rolesWithWords(db: ReadableDb, ids: readonly string[], { on, past }: View): Role[] {
  const rows = tenuresOfPeople(db, ids, past)
  const words = grouped(
    evidenceOfMany(
      db,
      'tenure',
      rows.map(({ id }) => id),
    ),
    (row) => row.factId,
  )
  return rows.map((row) => roleOf(row, (words.get(row.id) ?? []).map(storedEvidence), on)).filter(counts)
}

type Presence = 'present' | 'absent' | 'not-listed'

function presences(rows: readonly ListedRow[], officers: readonly string[]): Map<string, Presence> {
  const found = new Map<string, Presence>(officers.map((id) => [id, 'present']))
  for (const { personId, status } of rows)
    // Invited is not there yet.
    found.set(personId, status === 'present' || status === 'unknown' ? 'present' : 'absent')
  return found
}

type Member = Representation['groups'][number]['members'][number]

function membersOf(db: ReadableDb, bodyId: string, present: ReadonlyMap<string, Presence>, view: View): Member[] {
  const words = grouped(evidenceOfTenures(db, 'body', bodyId, view.past), (row) => row.tenureId)
  return tenuresOf(db, 'body', bodyId, view.past)
    .map((row) => roleOf(row, (words.get(row.id) ?? []).map(storedEvidence), view.on))
    .filter(counts)
    .flatMap(({ personId, person, role, title, evidence }) =>
      personId === null || person === null
        ? []
        : [{ personId, person, role: role ?? title ?? '', presence: present.get(personId) ?? 'not-listed', evidence }],
    )
}

/** Each person once, however many roles they have among these. */
function tally(members: readonly Member[]) {
  const people = new Map(members.map((member) => [member.personId, member]))
  const all = [...people.values()]
  return {
    present: all.filter(({ presence }) => presence === 'present').length,
    all: all.length,
    absent: all.filter(({ presence }) => presence !== 'present'),
  }
}
const figures = ({ present, all }: ReturnType<typeof tally>) => ({ present, all })

function sectorsOf(
  db: ReadableDb,
  rows: readonly ListedRow[],
  view: View,
): Pick<Representation, 'sectors' | 'unplaced'> {
  const there = rows.filter(({ status }) => status === 'present' || status === 'unknown')
  const people = [...new Set(there.map(({ personId }) => personId))]
  const known = grouped(rolesWithWords(db, people, view), ({ personId }) => personId ?? '')
  const places = new Map<string, Set<string>>()
  let unplaced = 0
  for (const personId of people) {
    // The list's own word comes first; where it is silent the register of the day may speak.
    const listed = there.find((row) => row.personId === personId && row.organisationId !== null)?.organisationId
    const held = (known.get(personId) ?? []).map(({ representsId, organisationId }) => representsId ?? organisationId)
    const organisation = listed ?? held.find((one) => one !== null)
    if (organisation === undefined || organisation === null) unplaced += 1
    else places.set(organisation, (places.get(organisation) ?? new Set()).add(personId))
  }
  const types = new Map<string | null, { people: Set<string>; organisations: string[] }>()
  for (const { id, name, type } of organisationTypes(db, [...places.keys()])) {
    const sector = types.get(type) ?? { people: new Set(), organisations: [] }
    sector.organisations.push(name)
    for (const person of places.get(id) ?? []) sector.people.add(person)
    types.set(type, sector)
  }
  const sectors = [...types].map(([type, { people: who, organisations }]) => ({
    type,
    people: who.size,
    organisations,
  }))
  return { sectors: sectors.toSorted((a, b) => b.people - a.people), unplaced }
}

/** @throws KansliError meeting.not-found */
function representation(context: ReadContext, id: string, { asOf, knownAt }: Clock): Representation {
  const { db } = context
  const { on, bodyId } = dayOf(db, id, context, asOf)
  const view: View = { on, past: { ...viewOf({ knownAt }, context.ports).past, upTo: '~' } }
  const rows = listedAt(db, id)
  const present = presences(rows, officersAt(db, id))
  const groups = (bodyId === null ? [] : groupsOf(db, bodyId)).map(({ id: group, name }) => {
    const members = membersOf(db, group, present, view)
    return {
      bodyId: group,
      body: name,
      champions: figures(tally(members.filter(({ role }) => speaks.test(role)))),
      contacts: figures(tally(members.filter(({ role }) => contact.test(role)))),
      people: figures(tally(members)),
      members,
    }
  })
  const everybody = groups.flatMap(({ members }) => members)
  return {
    meetingId: id,
    on,
    groups,
    champions: tally(everybody.filter(({ role }) => speaks.test(role))),
    contacts: tally(everybody.filter(({ role }) => contact.test(role))),
    ...sectorsOf(db, rows, view),
  }
}

/** Roles with an organisation, then those that hold, come first: they fill what a list leaves out. */
function worth({ organisationId, standing }: Role): number {
  return (organisationId === null ? 2 : 0) + (standing === 'holds' ? 0 : 1)
}

/** @throws KansliError meeting.not-found */
function hats(context: ReadContext, id: string, { asOf, knownAt }: Clock): { on: string; hats: Hat[] } {
  const { db } = context
  const { on } = dayOf(db, id, context, asOf)
  const view: View = { on, past: viewOf({ knownAt }, context.ports).past }
  const rows = listedAt(db, id)
  const known = grouped(
    rolesWithWords(
      db,
      rows.map(({ personId }) => personId),
      view,
    ),
    ({ personId }) => personId ?? '',
  )
  const found = rows.flatMap((row) =>
    (known.get(row.personId) ?? [])
      .toSorted((a, b) => worth(a) - worth(b))
      .slice(0, mostHats)
      .map((role): Hat => ({
        attendanceId: row.id,
        role: role.role,
        title: role.title,
        organisationId: role.representsId ?? role.organisationId,
        organisation: role.represents ?? role.organisation,
        bodyId: role.bodyId,
        body: role.body,
        standing: standingOf(role),
        evidence: role.evidence,
      })),
  )
  return { on, hats: found }
}

function standingOf({ standing }: Role): Hat['standing'] {
  return standing === 'holds' || standing === 'possible' ? standing : 'undated'
}

export const representationHandlers: Pick<HandlersOf<'meetings'>, 'meetings.representation' | 'meetings.hats'> = {
  'meetings.representation': (context, { id, ...clock }) => representation(context, id, clock),
  'meetings.hats': (context, { id, ...clock }) => hats(context, id, clock),
}
