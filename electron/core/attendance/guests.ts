/** Somebody outside the list who took part: one way for the text, a finding of the reading and an answer to a review. */
import { KansliError } from '#contract/errors.ts'
import type { Attendance, MeetingView } from '#contract/meetings.ts'
import type { WriteContext } from '#core/context.ts'
import { addAttendance, removeAttendance } from '#core/meetings/attendance.ts'
import { personOf, refreshItems, storeIntervals } from './store.ts'
import { isGuest, presenceWords } from './words.ts'

type Guest = { name: string; organisation: string | null; capacity?: string | null }

/**
 * Adds a guest, in a group of their own: the list has them in none. All that is known of guests is that they took
 * part in the item that speaks of them, while the meeting runs by a stretch of that item. Before the meeting they are
 * invited. Whoever of that name is on the list already stays as they are.
 * @param newId whose id somebody unknown gets
 * @returns whose row it is, and whether it is new
 * @throws KansliError item.not-found
 */
export function addGuest(
  context: WriteContext,
  view: MeetingView,
  { name, organisation, capacity = null }: Guest,
  itemId: string | null,
  newId?: string,
): { personId: string; added: boolean } {
  const listed = view.attendance.find((one) => one.name === name)
  if (listed !== undefined) return { personId: listed.personId, added: false }
  const item = itemId === null ? null : view.items.find(({ id }) => id === itemId)
  if (item === undefined) throw new KansliError('item.not-found')
  const row = { meetingId: view.id, name, organisation, mode: 'unknown' as const }
  if (view.head.state === 'planned') {
    const invited = { ...row, capacity: null, group: null, status: 'expected' as const, items: null }
    const { person } = personOf(context.db, addAttendance(context, invited, undefined, newId))
    return { personId: person.personId, added: true }
  }
  const word = presenceWords(view.head.language).guest
  const guests = view.attendance.find((one) => one.capacity === word)?.group
  const group = guests ?? Math.max(0, ...view.attendance.map((one) => one.group)) + 1
  const said = [name, capacity, organisation].filter((part) => part !== null && part !== '').join(', ')
  const present = { ...row, capacity: word, group, status: 'present' as const, items: item?.number ?? null }
  const { person } = personOf(context.db, addAttendance(context, present, said, newId))
  const made = { personId: person.personId, added: true }
  if (item === null || view.head.state !== 'running') return made
  const stretch = { fromTime: null, toTime: null, fromItemId: item.id, toItemId: item.id }
  const unsaid = { fromParagraphId: null, toParagraphId: null }
  storeIntervals(context, person, [
    { id: context.ports.newId(), mode: person.mode, ...stretch, ...unsaid, began: 'arrived', ended: 'left' },
  ])
  refreshItems(context, view.id)
  return made
}

/** Whether a row is still as `addGuest` made it. */
function asAdded(view: MeetingView, person: Attendance): boolean {
  const { asWritten, name, organisation, intervals } = person
  const [stretch, ...more] = intervals
  const untimed = stretch === undefined || (stretch.fromTime === null && stretch.toTime === null)
  const oneItem = stretch === undefined || (stretch.fromItemId !== null && stretch.fromItemId === stretch.toItemId)
  const said = organisation === null ? asWritten.startsWith(name) : asWritten.endsWith(`, ${organisation}`)
  const written = isGuest(person, presenceWords(view.head.language).guest) && person.line === null && said
  const here = person.status === 'present' && person.mode === 'unknown' && !person.voting && !person.personal
  const served = view.attendance.some(({ deputyForId }) => deputyForId === person.id)
  const alone = person.alsoFor.length === 0 && person.deputyForId === null && !served
  return written && here && alone && more.length === 0 && untimed && oneItem
}

/** Takes a guest off the list whom `addGuest` put there; one of whom somebody has said more since stays. */
export function removeGuest(context: WriteContext, view: MeetingView, name: string): void {
  const person = view.attendance.find((one) => one.name === name)
  if (person !== undefined && asAdded(view, person)) removeAttendance(context, person.id)
}
