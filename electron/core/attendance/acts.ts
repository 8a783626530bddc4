/** Acts of presence, each with the sentence it writes: one step to take back. */
import { KansliError } from '#contract/errors.ts'
import type { Attendance, AttendanceInterval, MeetingView } from '#contract/meetings.ts'
import type { Parsed } from '#contract/methods.ts'
import type { WriteContext } from '#core/context.ts'
import { update } from '#db/connection.ts'
import { neverServed, standDown } from './deputies.ts'
import { correct, isThere, perform, stretches, without, type Change } from './machine.ts'
import { anchor, itemOf } from './places.ts'
import { followTimes } from './sentences.ts'
import { addSentence, personOf, personOfInterval, refreshItems, spanOf, storeIntervals, type Found } from './store.ts'
import { sentenceOf, settingOf } from './words.ts'

/** @throws KansliError meeting.not-begun */
function assertBegun({ head }: MeetingView): void {
  if (head.state === 'planned') throw new KansliError('meeting.not-begun')
}

/** Stores what an act made of one row. @param said what places its edges */
function store(context: WriteContext, person: Attendance, { standing }: Change, said: string | null): void {
  const { status, mode, intervals } = standing
  const old = new Map(person.intervals.map((one) => [one.id, one]))
  storeIntervals(
    context,
    person,
    intervals.map((one) => ({
      ...one,
      fromParagraphId: !old.has(one.id) && one.began !== 'start' ? said : one.fromParagraphId,
      toParagraphId:
        old.get(one.id)?.ended === null || !old.has(one.id) ? (one.ended === null ? null : said) : one.toParagraphId,
    })),
  )
  update(context.db, 'attendance', person.id, { status, mode })
}

/** Further rows of the same person that the act moves, too: those that are not yet where it leads. */
function others(view: MeetingView, person: Attendance, { event, mode }: Change): Attendance[] {
  const comes = event === 'arrived' || event === 'back' || event === 'cleared'
  return view.attendance.filter(
    (row) =>
      row.personId === person.personId &&
      row.id !== person.id &&
      isThere(row) !== comes &&
      (event !== 'moved' || (row.intervals.at(-1)?.mode ?? row.mode) !== mode),
  )
}

/** Moves the person, whichever of their rows it is told of. Gives the id of the sentence; null when none was written. */
export function event(context: WriteContext, input: Parsed<'attendance.event'>): string | null {
  const { view, person } = personOf(context.db, input.id)
  assertBegun(view)
  const item = itemOf(view, input.itemId)
  const act = { ...input, paragraphId: anchor(item, input.after) }
  const newId = context.ports.newId
  const change = perform(person, act, spanOf(view), newId)
  const moved = others(view, person, change).map((row) => ({
    row,
    change: perform(row, { ...act, mode: change.mode }, spanOf(view), newId),
  }))
  let paragraphId: string | null = null
  if (input.write && item !== null) {
    const text = sentenceOf(
      { event: change.event, mode: change.mode, name: person.name, time: input.time, number: item.number },
      settingOf(view),
    )
    paragraphId = addSentence(context, item.id, input.after, text, [person])
  }
  const said = paragraphId ?? act.paragraphId
  for (const one of [{ row: person, change }, ...moved]) {
    store(context, one.row, one.change, said)
    if (!isThere(one.row) && isThere(one.change.standing))
      standDown(context, view, one.row, { ...input, paragraphId: said, after: paragraphId ?? input.after })
  }
  refreshItems(context, view.id)
  return paragraphId
}

/** The same stretches of the same person in their further rows: what is told of one is told of all. */
function twins(view: MeetingView, person: Attendance, id: string): { person: Attendance; id: string }[] {
  const key = (one: AttendanceInterval | undefined) =>
    one === undefined
      ? null
      : [one.began, one.ended, one.mode, one.fromTime, one.toTime, one.fromItemId, one.toItemId].join('|')
  const meant = key(person.intervals.find((one) => one.id === id))
  const same = view.attendance.filter((row) => row.personId === person.personId && row.id !== person.id)
  return same.flatMap((row) => {
    const twin = row.intervals.find((one) => key(one) === meant)
    return twin === undefined ? [] : [{ person: row, id: twin.id }]
  })
}

function writeIntervals(context: WriteContext, { view, person }: Found, next: Found['person']['intervals']): void {
  storeIntervals(context, person, next)
  const mode = next.at(-1)?.mode
  update(context.db, 'attendance', person.id, { mode, ...(next.length === 0 ? { items: null } : {}) })
  refreshItems(context, view.id)
}

/** The sentences about it follow, as far as nobody has worded them otherwise. */
export function setInterval(context: WriteContext, { id, ...change }: Parsed<'attendance.setInterval'>): void {
  const known = personOfInterval(context.db, id)
  itemOf(known.view, change.fromItemId ?? null)
  itemOf(known.view, change.toItemId ?? null)
  const next = [...correct(known.person, id, change, spanOf(known.view))]
  followTimes(context, known.view, known.person, next)
  writeIntervals(context, known, next)
  for (const twin of twins(known.view, known.person, id)) {
    const corrected = [...correct(twin.person, twin.id, change, spanOf(known.view))]
    writeIntervals(context, { view: known.view, person: twin.person }, corrected)
  }
}

/** Whoever has no stretch left was never there, as far as is known. */
export function removeInterval(context: WriteContext, id: string): void {
  const { view, person } = personOfInterval(context.db, id)
  for (const one of [{ person, id }, ...twins(view, person, id)]) {
    const next = [...without(one.person.intervals, one.id)]
    writeIntervals(context, { view, person: one.person }, next)
    if (next.length === 0) update(context.db, 'attendance', one.person.id, { status: 'unknown', mode: 'unknown' })
  }
}

/** A status or a mode said outright: stretches follow it. Within a write that has changed the row. */
export function followStatus(context: WriteContext, id: string, said: { status: boolean; mode: boolean }): void {
  const { view, person } = personOf(context.db, id)
  if (person.status !== 'present') {
    if (person.intervals.length > 0) writeIntervals(context, { view, person }, [])
    return
  }
  if (person.intervals.length === 0) neverServed(context, view, person)
  const begun = person.intervals.length === 0 && view.head.state === 'running' && said.status
  const list = begun ? stretches(person, context.ports.newId) : person.intervals
  const next = list.map((one, index) => (said.mode && index === list.length - 1 ? { ...one, mode: person.mode } : one))
  storeIntervals(context, person, next)
  if (next.length > 0) refreshItems(context, view.id)
}
