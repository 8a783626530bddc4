/** Who is called to a planned meeting, and who leads it and writes. */
import type { StandingMember } from '#contract/series.ts'
import { insert } from '#db/connection.ts'
import { replaceOfficers } from '#db/queries/meeting-edit.ts'
import { readSettings } from '#db/queries/settings.ts'
import type { WriteContext } from '#core/context.ts'
import { inBody, type InvitedAs } from './members.ts'
import { groupOf, isChair, isSecretary, seatOf } from './seats.ts'

/** How a list writes somebody: "Vera Provström, ordförande, Provverket". */
const written = (name: string, { role, organisations }: InvitedAs) =>
  [name, role, organisations[0]?.name].filter((part) => part !== undefined && part !== null && part !== '').join(', ')

/** The row of somebody who is called to a meeting. */
export function addInvited(
  { db, ports }: WriteContext,
  row: { meetingId: string; position: number; number: number; group: number; status: 'expected' | 'excused' },
  { personId, name, as }: { personId: string; name: string; as: InvitedAs },
): string {
  const [own, ...more] = as.organisations
  const id = ports.newId()
  insert(db, 'attendance', {
    id,
    meeting_id: row.meetingId,
    position: row.position,
    list_no: row.number,
    list_group: row.group,
    person_id: personId,
    organisation_id: own?.id ?? null,
    name,
    as_written: written(name, as),
    capacity: as.role,
    status: row.status,
    mode: 'unknown',
    items: null,
    line: null,
    voting: as.voting ? 1 : 0,
  })
  for (const organisation of more)
    insert(db, 'attendance_for', { id: ports.newId(), attendance_id: id, organisation_id: organisation.id })
  return id
}

/** One row of the list for each person, by their foremost role. */
export function invite(context: WriteContext, meetingId: string, members: readonly StandingMember[]): void {
  const people = [...Map.groupBy(members, ({ personId }) => personId).values()]
  people.forEach((roles, position) => {
    const [first] = roles
    if (first === undefined) return
    const group = groupOf(seatOf(first.role).rank)
    const row = { meetingId, position, number: position + 1, group, status: 'expected' as const }
    addInvited(context, row, { personId: first.personId, name: first.name, as: inBody(roles) })
  })
}

export function officers(context: WriteContext, meetingId: string, members: readonly StandingMember[]): void {
  const { db, ports } = context
  const set = (role: 'chair' | 'secretary', name: string, personId: string | null) =>
    replaceOfficers(db, meetingId, role, [{ id: ports.newId(), name, personId }])
  const chair = members.find(({ role }) => isChair(role))
  if (chair !== undefined) set('chair', chair.name, chair.personId)
  const own = readSettings(db).secretary ?? ''
  const secretary = members.find(({ role, name }) => (own === '' ? isSecretary(role) : name === own))
  if (secretary !== undefined) set('secretary', secretary.name, secretary.personId)
  else if (own !== '') set('secretary', own, null)
}
