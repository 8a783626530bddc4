/** Deputies (ersättare): from when to when one of them serves for somebody's seat, each edge with its sentence. */
import { KansliError } from '#contract/errors.ts'
import type { Attendance, AttendanceInterval, Deputyship, MeetingView } from '#contract/meetings.ts'
import type { Parsed } from '#contract/methods.ts'
import type { WriteContext } from '#core/context.ts'
import { insert, run, update } from '#db/connection.ts'
import { getMeeting } from '#db/queries/meetings.ts'
import { Minutes } from './at.ts'
import { overlap } from './clock.ts'
import { correct, isThere } from './machine.ts'
import { anchor, itemOf } from './places.ts'
import { seats, servesNow } from './quorum.ts'
import { followEdges, type Followed } from './sentences.ts'
import { addSentence, personOf, personOfStretch, spanOf } from './store.ts'
import { deputySentence, settingOf } from './words.ts'

type Stretches = readonly AttendanceInterval[]
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
    if (open !== undefined) run(db, 'DELETE FROM deputyship WHERE id = ?', [open.id])
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

/** All rows of the person of one row. */
const rowsOf = ({ attendance }: MeetingView, { personId }: Attendance) =>
  attendance.filter((row) => row.personId === personId)

/** The row of a person that an act about a seat means: the one whose seat it is, else the one it is told of. */
function seatOf(view: MeetingView, row: Attendance): Attendance {
  return seats(rowsOf(view, row))[0] ?? row
}

/** The row of a person that serves for somebody, else the one that is meant. */
function deputyOf(view: MeetingView, row: Attendance): Attendance {
  return rowsOf(view, row).find(({ deputyForId }) => deputyForId !== null) ?? row
}

/** @throws KansliError attendance.deputy for who has a seat, or somebody in it, already, and a seat of a deputy's */
function assertFree(view: MeetingView, deputy: Attendance, seat: Attendance): void {
  const own = rowsOf(view, deputy)
  const hasSeat = own.some((row) => row.id !== deputy.id && row.voting)
  const served = own.some(({ id }) => view.attendance.some(({ deputyForId }) => deputyForId === id))
  const serves = rowsOf(view, seat).some(({ deputyForId }) => deputyForId !== null)
  if (seat.personId === deputy.personId || hasSeat || served || serves)
    throw new KansliError('attendance.deputy', { name: deputy.name })
}

/**
 * From here on somebody serves for another, or for nobody any more, in whichever of their rows. Gives the sentence.
 * @throws KansliError attendance.deputy, attendance.deputy-away, attendance.seat-present, attendance.seat-taken
 */
export function setDeputy(context: WriteContext, input: Parsed<'attendance.setDeputy'>): string | null {
  const { db, ports } = context
  const { view, person: told } = personOf(db, input.id)
  const person = deputyOf(view, told)
  const meant = input.forId === null ? null : view.attendance.find(({ id }) => id === input.forId)
  if (meant === undefined) throw new KansliError('entity.not-found')
  const seat = meant === null ? null : seatOf(view, meant)
  if (seat !== null) assertFree(view, person, seat)
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

/** One seat is served by one deputy at a time. @throws KansliError attendance.deputies-overlap */
function assertAlone(view: MeetingView, deputy: Attendance, { seatId }: Deputyship, one: Deputyship): void {
  for (const other of view.attendance) {
    if (other.id === deputy.id) continue
    const both = other.deputyships.find((theirs) => theirs.seatId === seatId && overlap(one, theirs, spanOf(view)))
    if (both === undefined) continue
    const seat = view.attendance.find(({ id }) => id === seatId)?.name ?? ''
    const shown = (time: string | null) => time?.replace('T', ' ') ?? ''
    throw new KansliError('attendance.deputies-overlap', {
      name: other.name,
      seat,
      from: shown(both.fromTime),
      to: shown(both.toTime),
    })
  }
}

/** The sentences about the edges of one time of service whose clock times are corrected. */
function followedEdges(view: MeetingView, { name }: Attendance, old: Deputyship, now: Deputyship): Followed[] {
  const other = view.attendance.find(({ id }) => id === old.seatId)?.name ?? ''
  const words =
    (time: string | null, part: 'deputy' | 'deputyEnded'): Followed['from'] =>
    (number, setting) =>
      deputySentence({ name, other, time, number }, setting, part)
  const edge = (paragraphId: string | null, from: string | null, to: string | null, part: 'deputy' | 'deputyEnded') =>
    from === to ? [] : [{ paragraphId, from: words(from, part), to: words(to, part) }]
  return [
    ...edge(old.fromParagraphId, old.fromTime, now.fromTime, 'deputy'),
    ...edge(old.toParagraphId, old.toTime, now.toTime, 'deputyEnded'),
  ]
}

/**
 * Corrects from when to when a deputy served; the sentences about it follow.
 * @throws KansliError attendance.order, attendance.outside, attendance.deputies-overlap
 */
export function setDeputyship(context: WriteContext, { id, ...change }: Parsed<'attendance.setDeputyship'>): void {
  const { view, person } = personOfStretch(context.db, 'deputyship', id)
  itemOf(view, change.fromItemId ?? null)
  itemOf(view, change.toItemId ?? null)
  const old = person.deputyships.find((one) => one.id === id)
  const next = correct({ name: person.name, intervals: person.deputyships }, id, change, spanOf(view))
  const now = next.find((one) => one.id === id)
  if (old === undefined || now === undefined) throw new KansliError('entity.not-found')
  assertAlone(view, person, old, now)
  followEdges(context, view, followedEdges(view, person, old, now))
  update(context.db, 'deputyship', id, {
    from_time: now.fromTime,
    to_time: now.toTime,
    from_item_id: now.fromItemId,
    to_item_id: now.toItemId,
    from_paragraph_id: now.fromParagraphId,
    to_paragraph_id: now.toParagraphId,
  })
}

/**
 * Brings deputies who stood down as the holder of their seat came in step with when that is corrected to have been; one
 * whose end has been corrected by itself since stays. Within the write that has corrected it.
 * @param next the holder's stretches from now on
 * @throws KansliError attendance.order where a deputy had not stepped in by then, attendance.deputies-overlap
 */
export function standDownThen(context: WriteContext, view: MeetingView, seat: Attendance, next: Stretches): void {
  const seatIds = new Set(rowsOf(view, seat).map(({ id }) => id))
  const served = view.attendance.flatMap(({ deputyships }) => deputyships.filter(({ seatId }) => seatIds.has(seatId)))
  for (const { id, began, fromTime, fromItemId } of seat.intervals) {
    const now = next.find((one) => one.id === id)
    if (now === undefined || began === 'start' || began === 'moved') continue
    const change = {
      ...(fromTime === now.fromTime ? {} : { toTime: now.fromTime }),
      ...(fromItemId === now.fromItemId ? {} : { toItemId: now.fromItemId }),
    }
    if (Object.keys(change).length === 0) continue
    for (const { id: own, ended, toTime, toItemId } of served)
      if (ended !== null && toTime === fromTime && toItemId === fromItemId)
        setDeputyship(context, { id: own, ...change })
  }
}

/** Takes one time of service away: it never was. */
export function removeDeputyship({ db }: WriteContext, id: string): void {
  personOfStretch(db, 'deputyship', id)
  run(db, 'DELETE FROM deputyship WHERE id = ?', [id])
}
