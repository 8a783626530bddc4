/**
 * What an act of presence does to somebody's stretches. A recusal (jäv) ends a stretch like any other absence, so
 * that nobody is there and recused at once; no two stretches overlap, and only the last one can be open.
 */
import type { AttendanceEvent } from '#contract/attendance.ts'
import { KansliError } from '#contract/errors.ts'
import { cameForItem, isThereForItem } from '#contract/one-item.ts'
import type { AttendanceInterval } from '#contract/meetings.ts'
import type { AttendanceMode, AttendanceStatus } from '#contract/minutes.ts'
import { assertTimes, type Span } from './clock.ts'

export type Standing = Readonly<{
  name: string
  status: AttendanceStatus
  mode: AttendanceMode
  intervals: readonly AttendanceInterval[]
}>

export type Act = Readonly<{
  event: AttendanceEvent
  mode?: AttendanceMode | undefined
  time: string
  itemId: string | null
  /** What places the edge among the decisions of the item. */
  paragraphId: string | null
}>

export type Change = Readonly<{ standing: Standing; event: AttendanceEvent; mode: AttendanceMode }>

const fromStart = (id: string, mode: AttendanceMode): AttendanceInterval => ({
  id,
  mode,
  fromTime: null,
  toTime: null,
  fromItemId: null,
  toItemId: null,
  fromParagraphId: null,
  toParagraphId: null,
  began: 'start',
  ended: null,
})

/** The stretches as they are meant: somebody present without any is there from the beginning. */
export function stretches(
  { status, mode, intervals }: Omit<Standing, 'name'>,
  newId: () => string,
): readonly AttendanceInterval[] {
  return intervals.length === 0 && status === 'present' ? [fromStart(newId(), mode)] : intervals
}

/** Whether the last stretch is open. */
export function isThere({ status, intervals }: Pick<Standing, 'status' | 'intervals'>): boolean {
  const last = intervals.at(-1)
  return status === 'present' && (last === undefined || last.ended === null)
}

/** What it is called when somebody who is not there comes, by how they went. */
function comingAs(last: AttendanceInterval | undefined): 'arrived' | 'back' | 'cleared' {
  if (last?.ended === 'recused') return 'cleared'
  return last === undefined ? 'arrived' : 'back'
}

/**
 * Carries out one act. Coming is named by how somebody went: back after a lost link, cleared after a recusal. Whoever is
 * there for one item is there while it is dealt with; moving in it they stay for no other.
 * @throws KansliError attendance.there, attendance.away, attendance.order, attendance.outside
 */
export function perform(before: Standing, act: Act, span: Span, newId: () => string): Change {
  const list = stretches(before, newId)
  const last = list.at(-1)
  const { time, itemId, paragraphId } = act
  const forItem = before.status === 'present' && itemId !== null && isThereForItem(list, itemId)
  const there = forItem || isThere({ status: before.status, intervals: list })
  const begun = (mode: AttendanceMode, began: AttendanceInterval['began']): AttendanceInterval => ({
    ...fromStart(newId(), mode),
    fromTime: time,
    fromItemId: itemId,
    fromParagraphId: paragraphId,
    began,
  })
  const ended = (one: AttendanceInterval, by: AttendanceInterval['ended']): AttendanceInterval => ({
    ...one,
    toTime: time,
    toItemId: itemId,
    toParagraphId: paragraphId,
    ended: by,
  })
  const done = (intervals: readonly AttendanceInterval[], event: AttendanceEvent, mode: AttendanceMode): Change => {
    assertTimes(intervals, span, before.name)
    return { standing: { name: before.name, status: 'present', mode, intervals }, event, mode }
  }

  if (act.event === 'arrived' || act.event === 'back' || act.event === 'cleared') {
    if (there) throw new KansliError('attendance.there', { name: before.name })
    const event = comingAs(last)
    const mode = act.mode ?? last?.mode ?? before.mode
    const back = begun(mode, event)
    const forItemAgain = before.status === 'present' && itemId !== null && cameForItem(list, itemId)
    return done([...list, forItemAgain ? { ...back, toItemId: itemId, ended: 'left' } : back], event, mode)
  }
  if (!there || last === undefined) throw new KansliError('attendance.away', { name: before.name })
  const rest = list.slice(0, -1)
  if (act.event === 'moved') {
    const mode = act.mode ?? (last.mode === 'room' ? 'remote' : 'room')
    if (mode === last.mode) throw new KansliError('attendance.there', { name: before.name })
    const { ended: until, toItemId } = last
    return done([...rest, ended(last, 'moved'), { ...begun(mode, 'moved'), ended: until, toItemId }], 'moved', mode)
  }
  return done([...rest, ended(last, act.event)], act.event, last.mode)
}

/** From when to when something of somebody's lasts: presence, or service as a deputy. */
type Stretch = Omit<AttendanceInterval, 'mode' | 'began' | 'ended'> & { began: string; ended: string | null }
type Correctable = Pick<AttendanceInterval, 'mode' | 'fromTime' | 'toTime' | 'fromItemId' | 'toItemId'>
/** What is left out stays; null is unknown. */
export type Correction = { readonly [K in keyof Correctable]?: Correctable[K] | undefined }

/**
 * Corrects an edge of one stretch. Where somebody moved, the end of one stretch is the beginning of the next, and
 * both are corrected. A beginning that is the meeting's own is none, nor is the end of a stretch that lasts.
 * @throws KansliError attendance.order, attendance.outside
 */
export function correct<T extends Stretch>(
  { name, intervals }: Readonly<{ name: string; intervals: readonly T[] }>,
  id: string,
  change: Correction,
  span: Span,
): readonly T[] {
  const at = intervals.findIndex((one) => one.id === id)
  const next = intervals.map((one, index): T => {
    if (index === at) {
      const { toTime, toItemId, fromTime, fromItemId, ...rest } = change
      return {
        ...one,
        ...defined(rest),
        ...(one.began === 'start' ? {} : defined({ fromTime, fromItemId })),
        ...(one.ended === null ? {} : defined({ toTime, toItemId })),
      }
    }
    if (index === at + 1 && one.began === 'moved')
      return { ...one, ...defined({ fromTime: change.toTime, fromItemId: change.toItemId }) }
    if (index === at - 1 && one.ended === 'moved')
      return { ...one, ...defined({ toTime: change.fromTime, toItemId: change.fromItemId }) }
    return one
  })
  // An item said by hand is no longer where the sentence stands.
  const placed = next.map((one, index): T => {
    const old = intervals[index]
    return {
      ...one,
      fromParagraphId: one.fromItemId === old?.fromItemId ? one.fromParagraphId : null,
      toParagraphId: one.toItemId === old?.toItemId ? one.toParagraphId : null,
    }
  })
  assertTimes(placed, span, name)
  return placed
}

/**
 * Takes one stretch away. Without it somebody was not there at that time; one that began or ended by moving gives way
 * to its neighbour instead, as if nobody had moved.
 */
export function without(intervals: readonly AttendanceInterval[], id: string): readonly AttendanceInterval[] {
  const at = intervals.findIndex((one) => one.id === id)
  const gone = intervals[at]
  if (gone === undefined) return intervals
  const previous = intervals[at - 1]
  const next = intervals[at + 1]
  const { toTime, toItemId, toParagraphId, ended } = gone
  const { fromTime, fromItemId, fromParagraphId, began } = gone
  return intervals
    .map((one) => {
      if (gone.began === 'moved') return one === previous ? { ...one, toTime, toItemId, toParagraphId, ended } : one
      if (one !== next) return one
      if (gone.ended === 'moved') return { ...one, fromTime, fromItemId, fromParagraphId, began }
      return { ...one, began: comingAs(previous) }
    })
    .filter((one) => one.id !== id)
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

function defined<T extends object>(part: T): Defined<T> {
  // Entries of the object itself, those that are undefined left out.
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as Defined<T>
}
