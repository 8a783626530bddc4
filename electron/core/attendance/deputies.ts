/** Deputies (ersättare): from when to when one of them serves for somebody's seat, each edge with its sentence. */
import { KansliError } from '#contract/errors.ts'
import type { Attendance, MeetingView } from '#contract/meetings.ts'
import type { Parsed } from '#contract/methods.ts'
import type { WriteContext } from '#core/context.ts'
import { insert, run, update } from '#db/connection.ts'
import { getMeeting } from '#db/queries/meetings.ts'
import { Minutes } from './at.ts'
import { isThere } from './machine.ts'
import { anchor, itemOf } from './places.ts'
import { servesNow } from './quorum.ts'
import { addSentence, personOf } from './store.ts'
import { deputySentence, settingOf } from './words.ts'

type Where = Readonly<{
  time: string | null
  itemId: string | null
  /** Where the sentence goes. */
  after: string | null
  write: boolean
  /** What places the edge where no sentence is written. */
  paragraphId: string | null
}>

/** Writes the sentence of one edge, unless there is nothing to write it at. Gives its id. */
function say(
  context: WriteContext,
  view: MeetingView,
  people: readonly [deputy: Attendance, seat: Attendance],
  { time, itemId, after, write }: Where,
  part: 'deputy' | 'deputyEnded',
): string | null {
  const item = view.items.find(({ id }) => id === itemId)
  if (item === undefined || !write || view.head.state === 'planned') return null
  const [{ name }, { name: other }] = people
  const text = deputySentence({ name, other, time, number: item.number }, settingOf(view), part)
  return addSentence(context, item.id, after, text, people)
}

/** Ends what a deputy serves now. Gives the sentence. */
function endOf(
  context: WriteContext,
  view: MeetingView,
  deputy: Attendance,
  where: Where,
  quiet = false,
): string | null {
  const { db } = context
  update(db, 'attendance', deputy.id, { deputy_for_id: null })
  const open = deputy.deputyships.find(({ ended }) => ended === null)
  const seat = view.attendance.find(({ id }) => id === open?.seatId)
  if (open === undefined || seat === undefined) return null
  // Without a place it is not known to what it held; before the meeting, or where it began, it held to nothing.
  if (where.itemId === null) {
    run(db, 'DELETE FROM deputyship WHERE id = ?', [open.id])
    return null
  }
  const sentence = quiet ? null : say(context, view, [deputy, seat], where, 'deputyEnded')
  update(db, 'deputyship', open.id, {
    to_time: where.time,
    to_item_id: where.itemId,
    to_paragraph_id: sentence ?? where.paragraphId,
    ended: 'left',
  })
  return sentence
}

/** Whoever serves for somebody stands down when they come, with a sentence behind theirs. */
export function standDown(context: WriteContext, view: MeetingView, seat: Attendance, where: Where): void {
  for (const deputy of view.attendance) if (servesNow(deputy, seat)) endOf(context, view, deputy, where)
}

/** Somebody was there from the start after all: nobody serves for them. */
export function neverServed({ db }: WriteContext, view: MeetingView, seat: Pick<Attendance, 'id'>): void {
  for (const deputy of view.attendance) {
    const open = deputy.deputyships.find(({ seatId, ended }) => seatId === seat.id && ended === null)
    if (open === undefined) continue
    run(db, 'DELETE FROM deputyship WHERE id = ?', [open.id])
    update(db, 'attendance', deputy.id, { deputy_for_id: null })
  }
}

/** @throws KansliError attendance.deputy-away, attendance.seat-present */
function assertPresence(view: MeetingView, deputy: Attendance, seat: Attendance, where: Where): void {
  const { state } = view.head
  const minutes = new Minutes(view.items)
  const place = where.itemId === null ? null : minutes.at({ itemId: where.itemId, paragraphId: where.paragraphId })
  const covers = (row: Attendance) => (place === null ? isThere(row) : minutes.covers(row, place))
  const here =
    state === 'planned'
      ? deputy.status !== 'absent' && deputy.status !== 'excused'
      : covers(deputy) || (state === 'running' && isThere(deputy))
  if (!here) throw new KansliError('attendance.deputy-away', { name: deputy.name })
  if (covers(seat)) throw new KansliError('attendance.seat-present', { name: seat.name })
}

/** One seat is served by one deputy: another who is not there any more has ended with this. @throws KansliError attendance.seat-taken */
function takeSeat(context: WriteContext, view: MeetingView, deputy: Attendance, seat: Attendance, where: Where): void {
  for (const other of view.attendance) {
    if (other.id === deputy.id || !servesNow(other, seat)) continue
    if (view.head.state === 'planned' || where.itemId === null || isThere(other))
      throw new KansliError('attendance.seat-taken', { name: other.name, seat: seat.name })
    endOf(context, view, other, where, true)
  }
}

/** Somebody on the list twice whose other row votes has a seat already. */
function hasSeat(view: MeetingView, { id, personId }: Attendance): boolean {
  return view.attendance.some(
    (row) => row.personId === personId && row.id !== id && (row.voting || row.deputyForId !== null),
  )
}

/**
 * From here on somebody serves for another, or for nobody any more. Gives the sentence.
 * @throws KansliError attendance.deputy, attendance.deputy-away, attendance.seat-present, attendance.seat-taken
 */
export function setDeputy(context: WriteContext, input: Parsed<'attendance.setDeputy'>): string | null {
  const { db, ports } = context
  const { view, person } = personOf(db, input.id)
  const seat = input.forId === null ? null : view.attendance.find(({ id }) => id === input.forId)
  if (seat === undefined) throw new KansliError('entity.not-found')
  const serves = view.attendance.some(({ deputyForId }) => deputyForId === person.id)
  if (
    seat !== null &&
    (seat.personId === person.personId || hasSeat(view, person) || seat.deputyForId !== null || serves)
  )
    throw new KansliError('attendance.deputy', { name: person.name })
  const item = itemOf(view, input.itemId)
  const planned = view.head.state === 'planned'
  const where: Where = {
    ...input,
    itemId: planned ? null : (item?.id ?? null),
    paragraphId: anchor(item, input.after),
  }
  if (seat?.id === person.deputyForId) return null
  const ended = person.deputyForId === null ? null : endOf(context, view, person, where)
  if (seat === null) return ended
  const sentence = say(context, view, [person, seat], { ...where, after: ended ?? where.after }, 'deputy')
  const placed = { ...where, paragraphId: sentence ?? where.paragraphId }
  const now = getMeeting(db, view.id)
  assertPresence(now, person, seat, placed)
  takeSeat(context, now, person, seat, placed)
  // Whoever was never there has had a deputy from the start, unless it is said since when.
  const whole = planned || (item === null && input.time === null && seat.status !== 'present')
  update(db, 'attendance', person.id, { deputy_for_id: seat.id })
  insert(db, 'deputyship', {
    id: ports.newId(),
    attendance_id: person.id,
    seat_id: seat.id,
    position: person.deputyships.length,
    from_time: whole ? null : input.time,
    from_item_id: placed.itemId,
    from_paragraph_id: placed.paragraphId,
    began: whole ? 'start' : 'arrived',
  })
  return sentence
}
