/** The list as a whole: beginning and end of a meeting, everybody at once, whom somebody speaks for, rules. */
import { KansliError } from '#contract/errors.ts'
import type { Attendance, MeetingView } from '#contract/meetings.ts'
import type { Parsed } from '#contract/methods.ts'
import type { WriteContext } from '#core/context.ts'
import { nextDateSaid } from '#core/import/next-meeting.ts'
import { settleCharges } from '#core/meetings/charge.ts'
import { organisationFor } from '#core/meetings/entities.ts'
import { insert, run, update } from '#db/connection.ts'
import { removeOrphans } from '#db/queries/meeting-edit.ts'
import { getMeeting } from '#db/queries/meetings.ts'
import { assertEnd, assertTimes } from './clock.ts'
import { neverServed } from './deputies.ts'
import { stretches } from './machine.ts'
import { peopleOf } from './people.ts'
import { personOf, storeIntervals } from './store.ts'

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

/** A meeting that runs keeps the start it has. @throws KansliError meeting.running, meeting.locked */
export function begin(context: WriteContext, { id, time }: Parsed<'meetings.begin'>): void {
  const view = getMeeting(context.db, id)
  assertOpen(view)
  if (view.head.state === 'running') throw new KansliError('meeting.running', { time: view.head.start ?? '–' })
  update(context.db, 'meeting', id, { state: 'running', start_time: time })
  for (const { intervals, name } of view.attendance)
    assertTimes(intervals, { date: view.head.date, start: time, end: null }, name)
  openStretches(context, view.attendance)
}

/** What the text says of the next meeting stands in the head too, unless somebody has filled it in. */
function settleNext({ db }: WriteContext, { id, head, items }: MeetingView): void {
  if (head.nextDate !== null) return
  const texts = items.flatMap((item) => item.paragraphs.map(({ text }) => text))
  const said = nextDateSaid(texts, head.date)
  if (said === null) return
  update(db, 'meeting', id, { next_date: said.date, next_basis: said.basis })
  settleCharges(db, id)
}

export function end(context: WriteContext, { id, time }: Parsed<'meetings.end'>): void {
  const view = getMeeting(context.db, id)
  if (view.head.state !== 'running') throw new KansliError('meeting.not-begun')
  const { date, start } = view.head
  assertEnd({ date, start, end: time })
  update(context.db, 'meeting', id, { state: 'draft', end_time: time })
  for (const { intervals, name } of view.attendance) assertTimes(intervals, { date, start, end: time }, name)
  for (const person of view.attendance)
    if (person.status === 'expected') update(context.db, 'attendance', person.id, { status: 'unknown' })
  settleNext(context, view)
}

/** Gives how many were marked. */
export function markAll(context: WriteContext, { meetingId, mode }: Parsed<'attendance.markAll'>): number {
  const view = getMeeting(context.db, meetingId)
  const { head, attendance } = view
  const waiting = new Set(peopleOf(attendance).flatMap((one) => (one.status === 'expected' ? [one.personId] : [])))
  const marked = attendance
    .filter(({ personId }) => waiting.has(personId))
    .map((person): Attendance => ({ ...person, status: 'present', mode }))
  for (const person of marked) update(context.db, 'attendance', person.id, { status: 'present', mode })
  for (const person of marked) neverServed(context, view, person)
  if (head.state === 'running') openStretches(context, marked)
  return waiting.size
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
