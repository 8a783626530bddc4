/** Who is called to a planned meeting, and who leads it and writes. */
import type { StandingMember } from '#contract/series.ts'
import { insert } from '#db/connection.ts'
import { replaceOfficers } from '#db/queries/meeting-edit.ts'
import { readSettings } from '#db/queries/settings.ts'
import type { WriteContext } from '#core/context.ts'
import { groupOf, isChair, isSecretary, seatOf } from './seats.ts'

/** One row of the list for each person, by their foremost role; who speaks for several organisations has them all. */
export function invite({ db, ports }: WriteContext, meetingId: string, members: readonly StandingMember[]): void {
  const people = [...Map.groupBy(members, ({ personId }) => personId).values()]
  people.forEach((roles, position) => {
    const [first] = roles
    if (first === undefined) return
    const organisations = new Map(
      roles.flatMap((one) => (one.organisationId === null ? [] : [[one.organisationId, one.organisation ?? '']])),
    )
    const [own, ...more] = organisations
    const id = ports.newId()
    insert(db, 'attendance', {
      id,
      meeting_id: meetingId,
      position,
      list_no: position + 1,
      list_group: groupOf(seatOf(first.role).rank),
      person_id: first.personId,
      organisation_id: own?.[0] ?? null,
      name: first.name,
      as_written: [first.name, first.role, own?.[1]]
        .filter((part) => part !== undefined && part !== null && part !== '')
        .join(', '),
      capacity: first.role,
      status: 'expected',
      mode: 'unknown',
      items: null,
      line: null,
      voting: roles.some(({ voting }) => voting) ? 1 : 0,
    })
    for (const [organisation] of more)
      insert(db, 'attendance_for', { id: ports.newId(), attendance_id: id, organisation_id: organisation })
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
