/**
 * A meeting that was planned before the one before it was held takes over what has come up since: open actions,
 * deferred items, promises without an answer, the item about the last minutes. What has been left to it once never
 * comes again, so it can be asked at any time, and what the secretary took away stays away.
 */
import type { AgendaItem, MeetingView } from '#contract/meetings.ts'
import type { ItemType } from '#contract/minutes.ts'
import { insert, update } from '#db/connection.ts'
import { placed, writeOrder } from '#db/queries/meeting-edit.ts'
import { answersToTaken, followUpItem, lastHeld, leftTo, nextPlanned, noteLeft } from '#db/queries/meeting-left.ts'
import { getMeeting } from '#db/queries/meetings.ts'
import { openActionsBefore, waitingItems, type WaitingItem } from '#db/queries/series.ts'
import type { WriteContext } from '#core/context.ts'
import { plainPromise, readKey } from '#core/review/review.ts'
import { numbersAnew } from './follow.ts'
import { presenterFinder } from './presenters.ts'
import {
  followUpTitle,
  isAboutPrevious,
  isFollowUp,
  placeForPrevious,
  placeForWaiting,
  previousTitle,
  withoutAnswered,
  withUnanswered,
} from './template.ts'
import { unansweredBefore } from './unanswered.ts'

export type TakenOver = { actions: number; items: number; promises: number }
const nothing: TakenOver = { actions: 0, items: 0, promises: 0 }

/** An agenda as it grows, in its order. */
type Agenda = {
  context: WriteContext
  view: MeetingView
  /** By id, what was offered and is not wanted: it stays where it was, and does not come by itself later either. */
  skip: ReadonlySet<string>
  presenterId: ReturnType<typeof presenterFinder>
  items: Pick<AgendaItem, 'id' | 'title' | 'type' | 'prepared'>[]
}

type Facts = { title: string; type: ItemType | null } & Readonly<Record<string, string | number | null>>

function addItem({ context: { db, ports }, view, items }: Agenda, at: number, facts: Facts) {
  const { kind, seriesId } = view.head
  const item = { id: ports.newId(), title: facts.title, type: facts.type, prepared: null }
  const style = view.items[0]?.numberStyle ?? (kind === 'protokoll' ? 'paragraph' : 'plain')
  insert(db, 'agenda_item', {
    id: item.id,
    meeting_id: view.id,
    position: items.length,
    // A series gives it one at the end; elsewhere nobody knows which.
    number: seriesId === null ? null : '0',
    number_style: seriesId === null ? 'none' : style === 'none' ? 'plain' : style,
    line: null,
    ...facts,
  })
  const order = placed(
    items.map(({ id }) => id),
    item.id,
    items[at - 1]?.id ?? null,
  )
  items.splice(at, 0, item)
  writeOrder(db, 'agenda_item', order)
  return item
}

function bringPrevious(agenda: Agenda): void {
  const { view, items, context } = agenda
  const { head } = view
  const previous = lastHeld(context.db, head.bodyId ?? '', head.date ?? '')?.id ?? head.previousId
  if (previous === null) return
  if (head.previousId === null) update(context.db, 'meeting', view.id, { previous_id: previous })
  if ([...leftTo(context.db, view.id)].some((mark) => mark.startsWith('previous|'))) return
  if (!items.some(({ title }) => isAboutPrevious(title)))
    addItem(agenda, placeForPrevious(items), { title: previousTitle(head.kind, head.language), type: 'information' })
  noteLeft(context.db, view.id, [{ kind: 'previous', id: previous }], context.ports.newId)
}

/** The item where it is gone through what was promised; made where nobody has one. */
function followUp(agenda: Agenda) {
  const { context, view, items } = agenda
  const used = followUpItem(context.db, view.id)
  const own = items.find(({ id }) => id === used) ?? items.find(({ title }) => isFollowUp(title))
  if (own !== undefined) return own
  const behind = items.findIndex(({ title }) => isAboutPrevious(title))
  return addItem(agenda, behind < 0 ? placeForPrevious(items) : behind + 1, {
    title: followUpTitle(view.head.language),
    type: 'information',
  })
}

/** What stood ready under a follow-up, without what has been answered in the review of its minutes since. */
function dropAnswered({ context: { db }, view, items }: Agenda): void {
  const answered = new Set(answersToTaken(db, view.id).map((key) => readKey(key)?.words ?? ''))
  if (answered.size === 0) return
  for (const item of items) {
    const left = withoutAnswered(item.prepared, (words) => answered.has(plainPromise(words)), view.head.language)
    if (left === item.prepared) continue
    update(db, 'agenda_item', item.id, { prepared: left })
    item.prepared = left
  }
}

function bringPromised(agenda: Agenda, bodyId: string, date: string): Omit<TakenOver, 'items'> {
  const { context, view } = agenda
  const { db, ports } = context
  const left = leftTo(db, view.id)
  const offered = openActionsBefore(db, bodyId, date).filter(({ id }) => !left.has(`action|${id}`))
  const actions = offered.filter(({ id }) => !agenda.skip.has(id))
  const promises = unansweredBefore(db, bodyId, date)
  const marks = [
    ...offered.map(({ id }) => ({ kind: 'action' as const, id })),
    ...promises.map(({ paragraphId, nth }) => ({ kind: 'promise' as const, id: paragraphId, nth })),
  ]
  noteLeft(db, view.id, marks, ports.newId)
  if (actions.length === 0 && promises.length === 0) return nothing
  const item = followUp(agenda)
  for (const action of actions)
    insert(db, 'action_carry', { id: ports.newId(), action_id: action.id, meeting_id: view.id, item_id: item.id })
  const prepared = withUnanswered(
    item.prepared,
    promises.map(({ words }) => words),
    view.head.language,
  )
  if (prepared !== item.prepared) update(db, 'agenda_item', item.id, { prepared })
  return { actions: actions.length, promises: promises.length }
}

/** An item of the same title that goes on with no other is the one that goes on: what it does not say, it gets. */
function goOn({ context: { db }, view, items, presenterId }: Agenda, one: WaitingItem, used: Set<string>): boolean {
  const plain = (title: string) => title.trim().toLocaleLowerCase('sv')
  const same = view.items.find(
    ({ id, title, carriedFromId }) => carriedFromId === null && !used.has(id) && plain(title) === plain(one.title),
  )
  if (same === undefined) return false
  used.add(same.id)
  // Promises may stand in it since it was read.
  const prepared = items.find(({ id }) => id === same.id)?.prepared ?? one.prepared
  const { type, minutes, proposal, dnr, presenter } = one
  update(db, 'agenda_item', same.id, {
    carried_from_id: one.id,
    type: same.type ?? type,
    minutes: same.minutes ?? minutes,
    prepared,
    proposal: same.proposal ?? proposal,
    dnr: same.dnr ?? dnr,
    ...(same.presenter === null ? { presenter, presenter_id: presenterId(presenter) } : {}),
  })
  return true
}

function bringWaiting(agenda: Agenda, bodyId: string, date: string): number {
  const { context, view, items } = agenda
  const { db, ports } = context
  const left = leftTo(db, view.id)
  const offered = waitingItems(db, bodyId, date).filter(({ id }) => !left.has(`item|${id}`))
  const waiting = offered.filter(({ id }) => !agenda.skip.has(id))
  const used = new Set<string>()
  for (const one of waiting) {
    if (goOn(agenda, one, used)) continue
    const { title, type, presenter, minutes, prepared, proposal, dnr } = one
    addItem(agenda, placeForWaiting(items), {
      title,
      type,
      presenter,
      minutes,
      prepared,
      proposal,
      dnr,
      presenter_id: agenda.presenterId(presenter),
      carried_from_id: one.id,
    })
  }
  noteLeft(
    db,
    view.id,
    offered.map(({ id }) => ({ kind: 'item', id })),
    ports.newId,
  )
  return waiting.length
}

/**
 * Brings what has been left, without numbers for what is new on the agenda. Nothing where a meeting is no longer
 * planned, or nobody knows when or whose it is.
 * @param skip ids of items and actions that are left out for good
 * @throws meeting.not-found
 */
export function takeLeft(context: WriteContext, id: string, skip: ReadonlySet<string> = new Set()): TakenOver {
  const view = getMeeting(context.db, id)
  const { state, bodyId, date } = view.head
  if (state !== 'planned' || bodyId === null || date?.length !== 10) return nothing
  const items = view.items.map(({ id: item, title, type, prepared }) => ({ id: item, title, type, prepared }))
  const agenda: Agenda = { context, view, skip, presenterId: presenterFinder(context.db, view.attendance), items }
  dropAnswered(agenda)
  bringPrevious(agenda)
  const promised = bringPromised(agenda, bodyId, date)
  return { ...promised, items: bringWaiting(agenda, bodyId, date) }
}

/** The same with numbers for all of the agenda. @throws meeting.not-found */
export function takeOver(context: WriteContext, id: string): TakenOver {
  const taken = takeLeft(context, id)
  numbersAnew(context, id)
  return taken
}

/** What a meeting that has just ended leaves goes to the one that is planned next. */
export function takeOverAfter(context: WriteContext, endedId: string): void {
  const next = nextPlanned(context.db, endedId)
  if (next !== null) takeOver(context, next)
}
