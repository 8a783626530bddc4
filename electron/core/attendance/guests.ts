/** Somebody outside the list who took part: one way for the text, a finding of the reading and an answer to a review. */
import { KansliError } from '#contract/errors.ts'
import type { Attendance, AttendanceInterval, MeetingView } from '#contract/meetings.ts'
import type { ReadableDb } from '#db/connection.ts'
import { isPerson } from '#db/queries/entities.ts'
import type { WriteContext } from '#core/context.ts'
import { addAttendance, removeAttendance } from '#core/meetings/attendance.ts'
import { assertTimes } from './clock.ts'
import { personOf, refreshItems, spanOf, storeIntervals } from './store.ts'
import { isGuest, presenceWords } from './words.ts'

type Guest = {
  name: string
  organisation: string | null
  /** What the text calls them beside the name, "VD". */
  capacity?: string | null
  /** The text's own words of them, "Anna Ek från Vinnova"; what is given above, where no text has them so. */
  words?: string | null
  /** As what they are on the list, when that is said. */
  joins?: 'guest' | 'staff' | undefined
  /** While the meeting runs: since when they are there to stay; null: for the item alone. */
  from?: string | null
}

/** Whoever is meant and on the list: by id, when it is somebody the register knows, else by name. */
function listedAs(db: ReadableDb, view: MeetingView, name: string, personId: string | undefined) {
  const known = personId !== undefined && isPerson(db, personId)
  return view.attendance.find((one) => (known ? one.personId === personId : one.name === name))
}

/**
 * Adds a guest, or somebody of the staff, in a group of their own: the list has them in none. All that is known of
 * them, unless it is said since when they are there, is that they took part in the item that speaks of them, while the
 * meeting runs by a stretch of that item. Before the meeting they are invited. Whoever is on the list already stays as
 * they are.
 * @param personId somebody of the register, or whose id somebody unknown gets
 * @returns whose row it is, and whether it is new
 * @throws KansliError item.not-found, attendance.outside
 */
export function addGuest(
  context: WriteContext,
  view: MeetingView,
  { name, organisation, capacity = null, words = null, joins, from = null }: Guest,
  itemId: string | null,
  personId?: string,
): { personId: string; added: boolean } {
  const listed = listedAs(context.db, view, name, personId)
  if (listed !== undefined) return { personId: listed.personId, added: false }
  const item = itemId === null ? null : view.items.find(({ id }) => id === itemId)
  if (item === undefined) throw new KansliError('item.not-found')
  const row = { meetingId: view.id, name, organisation, mode: 'unknown' as const }
  if (view.head.state === 'planned') {
    const called = joins === undefined ? null : presenceWords(view.head.language)[joins]
    const invited = { ...row, capacity: called, group: null, status: 'expected' as const, items: null }
    const { person } = personOf(context.db, addAttendance(context, invited, undefined, personId))
    return { personId: person.personId, added: true }
  }
  const word = presenceWords(view.head.language)[joins ?? 'guest']
  const guests = view.attendance.find((one) => one.capacity === word || isGuest(one, word))?.group
  const group = guests ?? Math.max(0, ...view.attendance.map((one) => one.group)) + 1
  const filled = (parts: readonly (string | null)[]) => parts.filter((part) => part !== null && part !== '').join(', ')
  const said = words ?? filled([name, joins === 'staff' ? word : capacity, organisation])
  const present = {
    ...row,
    capacity: filled([word, capacity]),
    group,
    status: 'present' as const,
    items: item?.number ?? null,
  }
  const { person } = personOf(context.db, addAttendance(context, present, said, personId))
  const made = { personId: person.personId, added: true }
  if (view.head.state !== 'running' || (item === null && from === null)) return made
  const stays = from !== null
  const stretch: AttendanceInterval = {
    id: context.ports.newId(),
    mode: person.mode,
    fromTime: from,
    toTime: null,
    fromItemId: item?.id ?? null,
    toItemId: stays ? null : (item?.id ?? null),
    fromParagraphId: null,
    toParagraphId: null,
    began: 'arrived',
    ended: stays ? null : 'left',
  }
  assertTimes([stretch], spanOf(view), name)
  storeIntervals(context, person, [stretch])
  refreshItems(context, view.id)
  return made
}

/** Whether a row is still as `addGuest` made it. */
function asAdded(view: MeetingView, person: Attendance): boolean {
  const { asWritten, name, organisation, intervals } = person
  const [stretch, ...more] = intervals
  const untimed = stretch === undefined || (stretch.fromTime === null && stretch.toTime === null)
  const oneItem = stretch === undefined || (stretch.fromItemId !== null && stretch.fromItemId === stretch.toItemId)
  const { guest } = presenceWords(view.head.language)
  const called = (person.capacity ?? '').slice(guest.length + 2)
  const said = [name, called, organisation ?? ''].every((words) => asWritten.includes(words))
  const written = isGuest(person, guest) && person.line === null && said
  const here = person.status === 'present' && person.mode === 'unknown' && !person.voting && !person.personal
  const served = view.attendance.some(({ deputyForId }) => deputyForId === person.id)
  const alone = person.alsoFor.length === 0 && person.deputyForId === null && person.deputyships.length === 0 && !served
  return written && here && alone && more.length === 0 && untimed && oneItem
}

/** Takes a guest off the list whom `addGuest` put there; one of whom somebody has said more since stays. */
export function removeGuest(context: WriteContext, view: MeetingView, name: string): void {
  const person = view.attendance.find((one) => one.name === name)
  if (person !== undefined && asAdded(view, person)) removeAttendance(context, person.id)
}
