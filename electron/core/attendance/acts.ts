/** Acts of presence, each with the sentence it writes: one step to take back. */
import { KansliError } from '#contract/errors.ts'
import type { Attendance, AttendanceInterval, MeetingView } from '#contract/meetings.ts'
import type { Parsed } from '#contract/methods.ts'
import type { WriteContext } from '#core/context.ts'
import { addAttendance, setAttendance } from '#core/meetings/attendance.ts'
import { update } from '#db/connection.ts'
import { neverServed, standDown, standDownThen } from './deputies.ts'
import { correct, isThere, perform, stretches, without } from './machine.ts'
import { anchor, itemOf } from './places.ts'
import { joinRows, standAlike } from './rows.ts'
import { followEdges, followedTimes } from './sentences.ts'
import { addSentence, personOf, personOfStretch, spanOf, storeIntervals } from './store.ts'
import { sentenceOf, settingOf } from './words.ts'

/** @throws KansliError meeting.not-begun */
function assertBegun({ head }: MeetingView): void {
  if (head.state === 'planned') throw new KansliError('meeting.not-begun')
}

/** Moves the person, whichever of their rows it is told of. Gives the id of the sentence; null when none was written. */
export function event(context: WriteContext, input: Parsed<'attendance.event'>): string | null {
  const { view, person } = personOf(context.db, input.id)
  assertBegun(view)
  const item = itemOf(view, input.itemId)
  const paragraphId = input.write && item !== null ? context.ports.newId() : null
  // What places the edges of the act.
  const said = paragraphId ?? anchor(item, input.after)
  const { standing, event, mode } = perform(person, { ...input, paragraphId: said }, spanOf(view), context.ports.newId)
  if (paragraphId !== null && item !== null) {
    const words = { event, mode, name: person.name, time: input.time, number: item.number }
    addSentence(context, item.id, input.after, sentenceOf(words, settingOf(view)), [person], paragraphId)
  }
  storeIntervals(context, person, standing.intervals)
  update(context.db, 'attendance', person.id, { status: standing.status, mode: standing.mode })
  if (!isThere(person) && isThere(standing))
    for (const row of view.attendance)
      if (row.personId === person.personId)
        standDown(context, view, row, { ...input, paragraphId: said, after: paragraphId ?? input.after })
  standAlike(context, person.id)
  return paragraphId
}

function writeIntervals(context: WriteContext, person: Attendance, next: readonly AttendanceInterval[]): void {
  storeIntervals(context, person, next)
  const mode = next.at(-1)?.mode
  update(context.db, 'attendance', person.id, { mode, ...(next.length === 0 ? { items: null } : {}) })
}

/** The sentences about it follow, as far as nobody has worded them otherwise, and so do deputies who stood down with it. */
export function setInterval(context: WriteContext, { id, ...change }: Parsed<'attendance.setInterval'>): void {
  const { view, person } = personOfStretch(context.db, 'attendance_interval', id)
  itemOf(view, change.fromItemId ?? null)
  itemOf(view, change.toItemId ?? null)
  const next = correct(person, id, change, spanOf(view))
  followEdges(context, view, followedTimes(person, next))
  writeIntervals(context, person, next)
  standDownThen(context, view, person, next)
  standAlike(context, person.id)
}

/** Whoever has no stretch left was never there, as far as is known. */
export function removeInterval(context: WriteContext, id: string): void {
  const { person } = personOfStretch(context.db, 'attendance_interval', id)
  const next = without(person.intervals, id)
  writeIntervals(context, person, next)
  if (next.length === 0) update(context.db, 'attendance', person.id, { status: 'unknown', mode: 'unknown' })
  standAlike(context, person.id)
}

/** A status or a mode said outright: stretches follow it. Within a write that has changed the row. */
function followStatus(context: WriteContext, id: string, said: { status: boolean; mode: boolean }): void {
  const { view, person } = personOf(context.db, id)
  if (person.status !== 'present') {
    if (person.intervals.length > 0) writeIntervals(context, person, [])
    return
  }
  if (person.intervals.length === 0)
    for (const row of view.attendance) if (row.personId === person.personId) neverServed(context, view, row)
  const begun = person.intervals.length === 0 && view.head.state === 'running' && said.status
  const list = begun ? stretches(person, context.ports.newId) : person.intervals
  const next = list.map((one, index) => (said.mode && index === list.length - 1 ? { ...one, mode: person.mode } : one))
  storeIntervals(context, person, next)
}

/** What is said outright of one row; what it says of being there is said of the person, in whichever rows. */
export function setPerson(context: WriteContext, input: Parsed<'attendance.set'>): void {
  const { id, status, mode, items, name } = input
  setAttendance(context, input)
  if (status !== undefined || mode !== undefined)
    followStatus(context, id, { status: status !== undefined, mode: mode !== undefined })
  if (status !== undefined || mode !== undefined || items !== undefined) standAlike(context, id)
  else if (name !== undefined) joinRows(context, id)
}

/** Gives the row's id. Whoever stands on the list already is there as they are there. */
export function addPerson(context: WriteContext, input: Parsed<'attendance.add'>): string {
  const id = addAttendance(context, input)
  joinRows(context, id)
  return id
}
