/** Numbers of items and the series itself follow the agenda and the day of a meeting, as long as it is not sent out. */
import { KansliError } from '#contract/errors.ts'
import { get, update, type ReadableDb } from '#db/connection.ts'
import { removeMeeting } from '#db/queries/meeting-edit.ts'
import {
  itemNumbersOfSeries,
  meetingsOfSeries,
  seriesById,
  seriesOfMeeting,
  type SeriesRow,
} from '#db/queries/series.ts'
import { followNumbers } from '#core/attendance/sentences.ts'
import { refreshItems } from '#core/attendance/store.ts'
import type { WriteContext } from '#core/context.ts'
import { noteReferences } from '#core/review/note-references.ts'
import { seriesInYear, seriesOfBodyIn } from './copy.ts'
import { numbered } from './numbers.ts'

/** @throws KansliError series.not-found */
export function seriesFor(db: ReadableDb, id: string): SeriesRow {
  const series = seriesById(db, id)
  if (series === undefined) throw new KansliError('series.not-found')
  return series
}

/** The meetings of a series with the numbers of their items, in the order of their days. */
export function numberedMeetings(db: ReadableDb, seriesId: string) {
  const rows = Map.groupBy(itemNumbersOfSeries(db, seriesId), ({ meetingId }) => meetingId)
  return [...rows].map(([id, items]) => ({
    id,
    open: items[0]?.open === 1,
    date: items[0]?.date ?? null,
    ids: items.map((item) => item.id),
    items: items.map(({ number }) => number),
    own: items.map(({ own }) => own === 1),
  }))
}

/**
 * Gives the items of a series' open meetings their numbers anew: an agenda that is moved about has no gaps. Sentences
 * of presence and the list's items attended say the new numbers.
 */
export function renumber(context: WriteContext, seriesId: string): void {
  const { db } = context
  const { numberRule, firstNumber } = seriesFor(db, seriesId)
  const meetings = numberedMeetings(db, seriesId)
  numbered(numberRule, firstNumber, meetings).forEach((numbers, at) => {
    const meeting = meetings[at]
    if (meeting?.open !== true) return
    const changed = numbers.flatMap((to, place) => {
      const [id, from = null] = [meeting.ids[place], meeting.items[place]]
      return id === undefined || from === to ? [] : [{ id, from, to }]
    })
    if (changed.length > 0) noteReferences(context, meeting.id, changed)
    for (const { id, to } of changed) update(db, 'agenda_item', id, { number: to })
    followNumbers(context, meeting.id, changed)
    if (changed.length > 0) refreshItems(context, meeting.id)
  })
}

/** Numbers by the rule, after something of a meeting's agenda or day has changed; nothing outside a series. */
export function numbersAnew(context: WriteContext, meetingId: string): void {
  const of = seriesOfMeeting(context.db, meetingId)
  if (of !== undefined) renumber(context, of.seriesId)
}

/** Whether the series gives a meeting's items their numbers. */
export function isNumbered(db: ReadableDb, meetingId: string): boolean {
  return seriesOfMeeting(db, meetingId)?.open === true
}

/**
 * A number said outright for one item of a meeting: other than the one that the series gives there, it is somebody's
 * own and stays.
 */
export function setNumber(
  context: WriteContext,
  meetingId: string,
  { id, from, to }: { id: string; from: string | null; to: string | null },
): void {
  const { db } = context
  const of = seriesOfMeeting(db, meetingId)
  if (from !== to) noteReferences(context, meetingId, [{ id, from }])
  update(db, 'agenda_item', id, { number: to, ...(of === undefined ? {} : { own_number: 0 }) })
  followNumbers(context, meetingId, [{ id, from, to }])
  if (of === undefined) return
  if (of.open && to !== null) {
    const { numberRule, firstNumber } = seriesFor(db, of.seriesId)
    const meetings = numberedMeetings(db, of.seriesId)
    const at = meetings.findIndex((meeting) => meeting.id === meetingId)
    const place = meetings[at]?.ids.indexOf(id) ?? -1
    if (numbered(numberRule, firstNumber, meetings)[at]?.[place] !== to)
      update(db, 'agenda_item', id, { own_number: 1 })
  }
  renumber(context, of.seriesId)
}

/** The series of the meeting's body and year, made where there is none yet; null for a meeting without a body. */
function seriesNow(context: WriteContext, of: SeriesRow, bodyId: string | null, year: number): string | null {
  if (bodyId === null) return null
  return bodyId === of.bodyId ? seriesInYear(context, of, year) : seriesOfBodyIn(context, of, bodyId, year)
}

/**
 * A meeting whose day or body is another one is one of the series of its body and year, and numbered behind the others
 * there. Its own number counts in that series, too. Without a body it has no series, and keeps the numbers of its items.
 */
export function seriesFollows(context: WriteContext, meetingId: string): void {
  const { db } = context
  const of = seriesOfMeeting(db, meetingId)
  if (of === undefined) return
  const series = seriesFor(db, of.seriesId)
  const { number, bodyId } = get<{ number: number | null; bodyId: string | null }>(
    db,
    'SELECT number, body_id AS bodyId FROM meeting WHERE id = ?',
    [meetingId],
  ) ?? { number: null, bodyId: null }
  const day = Number(of.date?.slice(0, 4) ?? Number.NaN)
  const target = seriesNow(context, series, bodyId, Number.isNaN(day) ? series.year : day)
  if (target !== of.seriesId) {
    const last = target === null ? null : Math.max(0, ...meetingsOfSeries(db, target).map((one) => one.number ?? 0)) + 1
    update(db, 'meeting', meetingId, { series_id: target, ...(number === null ? {} : { number: last }) })
    renumber(context, of.seriesId)
  }
  if (target !== null) renumber(context, target)
}

/** Removes a meeting; those behind it in its series close up. @throws KansliError meeting.not-found */
export function meetingGone(context: WriteContext, meetingId: string): void {
  const of = seriesOfMeeting(context.db, meetingId)
  removeMeeting(context.db, meetingId)
  if (of !== undefined) renumber(context, of.seriesId)
}
