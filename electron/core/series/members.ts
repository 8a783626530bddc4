/** Standing members of a body: its roles that hold on a day. Nothing else is kept of them. */
import { standingOn } from '#contract/calendar.ts'
import { KansliError } from '#contract/errors.ts'
import type { Parsed } from '#contract/methods.ts'
import type { ReadMember, StandingMember } from '#contract/series.ts'
import type { ReadableDb } from '#db/connection.ts'
import { organisationByKey } from '#db/queries/entities.ts'
import { now } from '#db/queries/past.ts'
import { currentFact } from '#db/queries/register-edit.ts'
import { evidenceOfTenures, tenuresOf, tenuresOfPeople, type TenureRow } from '#db/queries/roles.ts'
import type { WriteContext } from '#core/context.ts'
import { readPeopleLine } from '#core/import/people.ts'
import { plainHabits } from '#core/import/person.ts'
import { addTenure, correctTenure } from '#core/register/edit.ts'
import { storedEvidence } from '#core/register/evidence.ts'
import { knownPeople } from '#core/register/known.ts'
import { matchNames } from '#core/register/matching.ts'
import { matchKey } from '#core/register/names.ts'
import { grouped, roleOf, spanOf } from '#core/register/roles.ts'
import { organisationsIn, roleIn, together } from './pasted.ts'
import { seatOf } from './seats.ts'

const shown = new Set(['holds', 'possible', 'undated'])

/** The organisation somebody holds their only other role in on a day; null where there is none, or more than one. */
function otherHome(tenures: readonly TenureRow[], on: string): { id: string; name: string } | null {
  const homes = new Map(
    tenures.flatMap((one) =>
      one.organisationId !== null && one.organisation !== null && standingOn(spanOf(one), on) === 'holds'
        ? [[one.organisationId, one.organisation] as const]
        : [],
    ),
  )
  const [home] = homes
  return home === undefined || homes.size > 1 ? null : { id: home[0], name: home[1] }
}

/** Everybody with a role in a body on a day: those it holds for first, in the order of their seats and names. */
export function membersOf(db: ReadableDb, bodyId: string, on: string): StandingMember[] {
  const words = grouped(evidenceOfTenures(db, 'body', bodyId), ({ tenureId }) => tenureId)
  const roles = tenuresOf(db, 'body', bodyId)
    .map((row) => ({ row, role: roleOf(row, (words.get(row.id) ?? []).map(storedEvidence), on) }))
    .filter(({ row, role }) => row.personId !== null && shown.has(role.standing))
  const people = [...new Set(roles.flatMap(({ row }) => row.personId ?? []))]
  const theirs = grouped(tenuresOfPeople(db, people, now), ({ personId }) => personId ?? '')
  const place = (one: StandingMember) => (one.standing === 'holds' ? 0 : 10) + seatOf(one.role).rank
  return roles
    .map(({ row, role }): StandingMember => {
      const home =
        row.representsId === null
          ? otherHome(theirs.get(row.personId ?? '') ?? [], on)
          : { id: row.representsId, name: row.represents ?? '' }
      return {
        tenureId: row.id,
        personId: row.personId ?? '',
        name: row.person ?? '',
        role: row.role,
        organisationId: home?.id ?? null,
        organisation: home?.name ?? null,
        from: row.from,
        to: row.to,
        standing: role.standing,
        voting: seatOf(row.role).voting,
      }
    })
    .map((one, index) => ({ one, index }))
    .toSorted((a, b) => place(a.one) - place(b.one) || a.index - b.index)
    .map(({ one }) => one)
}

/**
 * What somebody is invited as, when the body has no role of theirs: by their only organisation that day, else by the
 * only one they speak for anywhere.
 */
function elsewhere(tenures: readonly TenureRow[], on: string): InvitedAs | null {
  const held = tenures.filter((one) => standingOn(spanOf(one), on) === 'holds')
  const home = otherHome(held, on)
  if (home === null) {
    const spoken = new Map(
      held.flatMap(({ representsId, represents }) => (representsId === null ? [] : [[representsId, represents ?? '']])),
    )
    const [only] = spoken
    const employed = held.some(({ organisationId }) => organisationId !== null)
    if (only === undefined || spoken.size > 1 || employed) return null
    return { role: null, voting: false, organisations: [{ id: only[0], name: only[1] }] }
  }
  const roles = new Set(
    held.flatMap((one) => (one.organisationId === home.id && one.sensitive === 0 ? [one.role ?? one.title] : [])),
  )
  const [role = null] = roles
  return { role: roles.size === 1 ? role : null, voting: false, organisations: [home] }
}

export type InvitedAs = {
  role: string | null
  voting: boolean
  organisations: readonly { id: string; name: string }[]
}

/** In what capacity, and for whom, people come to a meeting of a body on a day; nothing is said of those unknown. */
export function invitedAs(
  db: ReadableDb,
  people: readonly string[],
  { bodyId, on }: { bodyId: string | null; on: string },
): ReadonlyMap<string, InvitedAs> {
  const members = bodyId === null ? [] : membersOf(db, bodyId, on).filter(({ standing }) => standing === 'holds')
  const roles = grouped(members, ({ personId }) => personId)
  const theirs = grouped(tenuresOfPeople(db, people, now), ({ personId }) => personId ?? '')
  return new Map(
    people.flatMap((id) => {
      const own = roles.get(id)
      const as = own === undefined ? elsewhere(theirs.get(id) ?? [], on) : inBody(own)
      return as === null ? [] : [[id, as] as const]
    }),
  )
}

/** By the foremost role of somebody in a body; who speaks for several organisations has them all. */
export function inBody(roles: readonly StandingMember[]): InvitedAs {
  const organisations = new Map(
    roles.flatMap((one) => (one.organisationId === null ? [] : [[one.organisationId, one.organisation ?? '']])),
  )
  return {
    role: roles[0]?.role ?? null,
    voting: roles.some(({ voting }) => voting),
    organisations: [...organisations].map(([id, name]) => ({ id, name })),
  }
}

/** Pasted lines as people, each once and against the register. */
export function readMembers(
  db: ReadableDb,
  bodyId: string,
  text: string,
  on: string,
): { people: ReadMember[]; unread: { line: number; quote: string }[] } {
  const members = new Set(
    membersOf(db, bodyId, on).flatMap(({ personId, standing }) => (standing === 'holds' ? [personId] : [])),
  )
  const unread: { line: number; quote: string }[] = []
  const lines = text.split(/\r\n?|\n/u).flatMap((raw, index) => {
    const quote = raw.replace(/\s+$/u, '').slice(0, 1000)
    if (quote.trim() === '') return []
    const people = readPeopleLine(quote, { ...plainHabits, onePerLine: true })
    if (people.length === 0) unread.push({ line: index + 1, quote: quote.trim() })
    return people.map((one) => ({
      line: index + 1,
      quote: quote.trim(),
      name: one.name,
      role: roleIn(one),
      organisation: one.organisation,
    }))
  })
  const read = together(lines)
  const matches = matchNames(read, knownPeople(db))
  const people = read.slice(0, 500).map((one, index): ReadMember => {
    const found = matches[index] ?? { name: one.name, verdict: 'none' as const, candidates: [] }
    return { ...one, match: found, member: found.verdict === 'exact' && members.has(found.candidates[0]?.id ?? '') }
  })
  return { people, unread }
}

/** Gives people a role in a body, as somebody's own statement. Returns how many were none of its members before. */
export function addMembers(context: WriteContext, bodyId: string, input: Parsed<'series.addMembers'>): number {
  const members = new Set(
    membersOf(context.db, bodyId, input.from).flatMap(({ personId, standing }) =>
      standing === 'holds' ? [personId] : [],
    ),
  )
  const wanted = input.members.filter(({ person }) => !('id' in person) || !members.has(person.id))
  const isKnown = (name: string) => organisationByKey(context.db, matchKey(name)) !== null
  for (const { person, role, organisation } of wanted) {
    const give = (who: typeof person, represents: string | null) =>
      addTenure(context, {
        person: who,
        organisation: null,
        body: { id: bodyId },
        post: null,
        represents: represents === null ? null : { name: represents },
        role,
        title: null,
        span: { from: input.from, fromAfter: null, to: null, toKind: 'open', basis: 'stated' },
        sensitive: false,
        statement: '',
      })
    const [first = null, ...more] =
      organisation === null || organisation === '' ? [] : organisationsIn(organisation, isKnown)
    const tenure = give(person, first)
    const id = currentFact(context.db, 'tenure', tenure)?.['person_id']
    if (typeof id === 'string') for (const other of more) give({ id }, other)
  }
  return wanted.length
}

/** Ends a membership with a day; the role as it was known before is kept. @throws KansliError entity.not-found, date.order */
export function endMember(context: WriteContext, { tenureId, to }: Parsed<'series.endMember'>): void {
  const known = currentFact(context.db, 'tenure', tenureId)
  if (known === undefined || known['body_id'] === null) throw new KansliError('entity.not-found')
  const entry = (column: string) => {
    const id = known[column]
    return typeof id === 'string' ? { id } : null
  }
  const words = (column: string) => {
    const value = known[column]
    return typeof value === 'string' ? value : null
  }
  const basis = known['basis']
  correctTenure(context, {
    id: tenureId,
    person: entry('person_id'),
    organisation: entry('organisation_id'),
    body: entry('body_id'),
    post: entry('post_id'),
    represents: entry('represents_id'),
    role: words('role'),
    title: words('title'),
    span: {
      from: words('from_date'),
      fromAfter: words('from_after'),
      to,
      toKind: 'known',
      basis: basis === 'inferred' ? 'inferred' : 'stated',
    },
    sensitive: known['sensitive'] === 1,
    statement: '',
  })
}
