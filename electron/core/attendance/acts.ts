/** Acts of presence, each with the sentence it writes: one step to take back. */
import { KansliError } from '#contract/errors.ts'
import type { MeetingView } from '#contract/meetings.ts'
import type { Parsed } from '#contract/methods.ts'
import type { WriteContext } from '#core/context.ts'
import { update } from '#db/connection.ts'
import { neverServed, standDown } from './deputies.ts'
import { correct, isThere, perform, stretches, without } from './machine.ts'
import { anchor, itemOf } from './places.ts'
import { followTimes } from './sentences.ts'
import { addSentence, personOf, personOfInterval, refreshItems, spanOf, storeIntervals, type Found } from './store.ts'
import { sentenceOf, settingOf } from './words.ts'

/** @throws KansliError meeting.not-begun */
function assertBegun({ head }: MeetingView): void {
  if (head.state === 'planned') throw new KansliError('meeting.not-begun')
}

/** Gives the id of the sentence; null when none was written. */
export function event(context: WriteContext, input: Parsed<'attendance.event'>): string | null {
  const { view, person } = personOf(context.db, input.id)
  assertBegun(view)
  const item = itemOf(view, input.itemId)
  const act = { ...input, paragraphId: anchor(item, input.after) }
  const newId = context.ports.newId
  const change = perform(person, act, spanOf(view), newId)
  const { status, mode, intervals } = change.standing
  let paragraphId: string | null = null
  if (input.write && item !== null) {
    const text = sentenceOf(
      { event: change.event, mode: change.mode, name: person.name, time: input.time, number: item.number },
      settingOf(view),
    )
    paragraphId = addSentence(context, item.id, input.after, text, [person])
  }
  const said = paragraphId ?? act.paragraphId
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
  if (!isThere(person) && isThere({ status, intervals }))
    standDown(context, view, person, { ...input, paragraphId: said, after: paragraphId ?? input.after })
  refreshItems(context, view.id)
  return paragraphId
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
}

/** Whoever has no stretch left was never there, as far as is known. */
export function removeInterval(context: WriteContext, id: string): void {
  const known = personOfInterval(context.db, id)
  const next = [...without(known.person.intervals, id)]
  writeIntervals(context, known, next)
  if (next.length === 0) update(context.db, 'attendance', known.person.id, { status: 'unknown', mode: 'unknown' })
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
