/** The list as a whole: beginning and end of a meeting, everybody at once, guests, whom somebody speaks for, rules. */
import { KansliError } from '#contract/errors.ts'
import type { Attendance, MeetingView } from '#contract/meetings.ts'
import type { Parsed } from '#contract/methods.ts'
import type { WriteContext } from '#core/context.ts'
import { addAttendance } from '#core/meetings/attendance.ts'
import { organisationFor } from '#core/meetings/entities.ts'
import { insert, run, update } from '#db/connection.ts'
import { removeOrphans } from '#db/queries/meeting-edit.ts'
import { getMeeting } from '#db/queries/meetings.ts'
import { assertTimes } from './clock.ts'
import { stretches } from './machine.ts'
import { personOf, refreshItems, storeIntervals } from './store.ts'
import { isGuest, presenceWords } from './words.ts'

/** What is out for approval, or approved, neither begins nor ends. @throws KansliError meeting.locked */
function assertOpen({ head }: MeetingView): void {
  if (head.state === 'circulated' || head.state === 'approved' || head.state === 'archived')
    throw new KansliError('meeting.locked')
}

/** Those present are there from the start. */
function openStretches(context: WriteContext, attendance: readonly Attendance[]): void {
  for (const person of attendance)
    if (person.status === 'present' && person.intervals.length === 0)
      storeIntervals(context, person, stretches(person, context.ports.newId))
}

/** A meeting that runs keeps the start it has. */
export function begin(context: WriteContext, { id, time }: Parsed<'meetings.begin'>): void {
  const view = getMeeting(context.db, id)
  assertOpen(view)
  if (view.head.state === 'running') return
  update(context.db, 'meeting', id, { state: 'running', start_time: time })
  for (const { intervals, name } of view.attendance) assertTimes(intervals, { start: time, end: null }, name)
  openStretches(context, view.attendance)
}

export function end(context: WriteContext, { id, time }: Parsed<'meetings.end'>): void {
  const view = getMeeting(context.db, id)
  if (view.head.state !== 'running') throw new KansliError('meeting.not-begun')
  update(context.db, 'meeting', id, { state: 'draft', end_time: time })
  for (const { intervals, name } of view.attendance) assertTimes(intervals, { start: view.head.start, end: time }, name)
  for (const person of view.attendance)
    if (person.status === 'expected') update(context.db, 'attendance', person.id, { status: 'unknown' })
}

/** Gives how many were marked. */
export function markAll(context: WriteContext, { meetingId, mode }: Parsed<'attendance.markAll'>): number {
  const { head, attendance } = getMeeting(context.db, meetingId)
  const marked = attendance
    .filter(({ status }) => status === 'expected')
    .map((person): Attendance => ({ ...person, status: 'present', mode }))
  for (const person of marked) update(context.db, 'attendance', person.id, { status: 'present', mode })
  if (head.state === 'running') openStretches(context, marked)
  return marked.length
}

export function setFor(context: WriteContext, { id, organisations, personal }: Parsed<'attendance.setFor'>): void {
  const { db, ports } = context
  personOf(db, id)
  const named = personal ? [] : organisations
  const ids = [...new Set(named.map((name) => organisationFor(context, name)))]
  const [first, ...more] = ids
  update(db, 'attendance', id, { organisation_id: first ?? null, personal: personal ? 1 : 0 })
  run(db, 'DELETE FROM attendance_for WHERE attendance_id = ?', [id])
  for (const organisationId of more)
    insert(db, 'attendance_for', { id: ports.newId(), attendance_id: id, organisation_id: organisationId })
  removeOrphans(db)
}

export function setVoting({ db }: WriteContext, { ids, voting }: Parsed<'attendance.setVoting'>): void {
  for (const id of ids)
    if (!update(db, 'attendance', id, { voting: voting ? 1 : 0 })) throw new KansliError('entity.not-found')
}

export function setRules(context: WriteContext, input: Parsed<'bodies.setRules'>): void {
  const { id, ruleProfile, quorumRule, quorumCount } = input
  const columns = { rule_profile: ruleProfile, quorum_rule: quorumRule, quorum_count: quorumCount }
  if (!update(context.db, 'body', id, columns)) throw new KansliError('entity.not-found')
}

/** Adds the item to what a guest took part in: the stretch before goes on, or a new one begins. */
function attend(context: WriteContext, view: MeetingView, guest: Attendance, itemId: string): void {
  const place = (id: string | null) => view.items.findIndex((item) => item.id === id)
  const known = guest.intervals.some(
    (one) => place(one.fromItemId) <= place(itemId) && (one.ended === null || place(itemId) <= place(one.toItemId)),
  )
  if (known) return
  const last = guest.intervals.at(-1)
  const next =
    last !== undefined && last.toTime === null && place(itemId) === place(last.toItemId) + 1
      ? [...guest.intervals.slice(0, -1), { ...last, toItemId: itemId }]
      : [
          ...guest.intervals,
          {
            id: context.ports.newId(),
            mode: guest.mode,
            fromTime: null,
            toTime: null,
            fromItemId: itemId,
            toItemId: itemId,
            fromParagraphId: null,
            toParagraphId: null,
            began: 'arrived' as const,
            ended: 'left' as const,
          },
        ]
  storeIntervals(context, guest, next)
}

/** All that is known of guests is that they took part in the item that speaks of them. */
export function addGuest(
  context: WriteContext,
  { meetingId, name, itemId, capacity }: Parsed<'attendance.addGuest'>,
): { id: string; personId: string } {
  const view = getMeeting(context.db, meetingId)
  if (itemId !== null && !view.items.some((item) => item.id === itemId)) throw new KansliError('item.not-found')
  const word = presenceWords(view.head.language).guest
  const listed = view.attendance.find((one) => one.name === name)
  const guests = view.attendance.filter((one) => isGuest(one, word))
  const group = guests.at(-1)?.group ?? Math.max(0, ...view.attendance.map((one) => one.group)) + 1
  const id =
    listed?.id ??
    addAttendance(
      context,
      {
        meetingId,
        name,
        capacity: capacity === null || capacity === '' ? word : capacity,
        organisation: null,
        group,
        status: 'present',
        mode: 'unknown',
        items: null,
      },
      name,
    )
  const { person } = personOf(context.db, id)
  if (itemId !== null && (listed === undefined || isGuest(listed, word))) {
    attend(context, view, person, itemId)
    refreshItems(context, meetingId)
  }
  return { id, personId: person.personId }
}
