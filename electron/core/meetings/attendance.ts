/** Who was there, in which capacity, for whom. */
import { KansliError } from '#contract/errors.ts'
import type { Parsed } from '#contract/methods.ts'
import { all, get, insert, run, update } from '#db/connection.ts'
import { assertMeeting, assertUnlocked, removeOrphans } from '#db/queries/meeting-edit.ts'
import { isPerson, personNames } from '#db/queries/entities.ts'
import type { WriteContext } from '#core/context.ts'
import { newPerson, organisationFor } from '#core/meetings/entities.ts'
import { matchNames } from '#core/register/matching.ts'
import { knownPeople } from '#core/register/known.ts'

/** Whoever has the given id; else the one known person of exactly this name with nothing against it, or a new one. */
function personFor(context: WriteContext, name: string, organisation: string | null, newId?: string): string {
  if (newId !== undefined && isPerson(context.db, newId)) return newId
  const known = personNames(context.db).some((one) => one.name === name) ? knownPeople(context.db) : []
  const [match] = matchNames([{ name, organisation }], known)
  const [candidate] = match?.candidates ?? []
  return match?.verdict === 'exact' && candidate !== undefined ? candidate.id : newPerson(context, name, newId)
}

/**
 * Adds somebody at the end of the given group, or of the last one, with the next number where the
 * list is numbered. Returns the row's id.
 * @param outside the words the source has about somebody it does not list: no number then
 * @param newId somebody of the register, or whose id somebody unknown gets
 */
export function addAttendance(
  context: WriteContext,
  input: Parsed<'attendance.add'>,
  outside?: string,
  newId?: string,
): string {
  const { db, ports } = context
  assertMeeting(db, input.meetingId)
  const rows = all<{ position: number; list_no: number | null; list_group: number }>(
    db,
    'SELECT position, list_no, list_group FROM attendance WHERE meeting_id = ? ORDER BY position',
    [input.meetingId],
  )
  const group = input.group ?? rows.at(-1)?.list_group ?? 1
  const numbered = outside === undefined && rows.some((row) => row.list_no !== null)
  const organisation = input.organisation === '' ? null : input.organisation
  const id = ports.newId()
  insert(db, 'attendance', {
    id,
    meeting_id: input.meetingId,
    position: (rows.at(-1)?.position ?? -1) + 1,
    list_no: numbered ? Math.max(...rows.map((row) => row.list_no ?? 0)) + 1 : null,
    list_group: group,
    person_id: personFor(context, input.name, organisation, newId),
    organisation_id: organisation === null ? null : organisationFor(context, organisation),
    name: input.name,
    as_written:
      outside ?? [input.name, input.capacity, organisation].filter((part) => part !== null && part !== '').join(', '),
    capacity: input.capacity === '' ? null : input.capacity,
    status: input.status,
    mode: input.mode,
    items: input.items === '' ? null : input.items,
    line: null,
  })
  return id
}

/** Puts the rows of a meeting in the order of their groups. */
function orderByGroup({ db }: WriteContext, meetingId: string): void {
  const rows = all<{ id: string }>(db, 'SELECT id FROM attendance WHERE meeting_id = ? ORDER BY list_group, position', [
    meetingId,
  ])
  rows.forEach(({ id }, position) => update(db, 'attendance', id, { position }))
}

export function setAttendance(context: WriteContext, input: Parsed<'attendance.set'>): void {
  const { db } = context
  const { organisation, capacity, items, name, group } = input
  const none = (value: string | null | undefined) => (value === '' ? null : value)
  const row = get<{ meetingId: string; name: string; group: number; organisation: string | null }>(
    db,
    `SELECT a.meeting_id AS meetingId, a.name, a.list_group AS "group", o.name AS organisation
     FROM attendance a LEFT JOIN organisation o ON o.id = a.organisation_id WHERE a.id = ?`,
    [input.id],
  )
  if (row === undefined) throw new KansliError('entity.not-found')
  if (organisation !== undefined) assertUnlocked(db, row.meetingId)
  const named = none(organisation)
  const other = name !== undefined && name !== row.name
  const stands = named === undefined ? row.organisation : named
  update(db, 'attendance', input.id, {
    capacity: none(capacity),
    items: none(items),
    status: input.status,
    mode: input.mode,
    organisation_id: named === undefined ? undefined : named === null ? null : organisationFor(context, named),
    ...(other ? { name, person_id: personFor(context, name, stands) } : {}),
    // Behind everybody of the new group, until the rows are put in order.
    ...(group === undefined || group === row.group ? {} : { list_group: group, position: 1_000_000 }),
  })
  if (group !== undefined && group !== row.group) orderByGroup(context, row.meetingId)
  if (other || named !== undefined) removeOrphans(db)
}

export function removeAttendance({ db }: WriteContext, id: string): void {
  if (get(db, 'SELECT 1 FROM attendance WHERE id = ?', [id]) === undefined) throw new KansliError('entity.not-found')
  run(db, 'DELETE FROM attendance WHERE id = ?', [id])
  removeOrphans(db)
}
