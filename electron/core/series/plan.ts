/** A new meeting of a series: what it takes from the template, the members and the meetings before it. */
import { addDays } from '#contract/calendar.ts'
import type { Parsed } from '#contract/methods.ts'
import type { NextPlan, NextRule } from '#contract/series.ts'
import { insert, type ReadableDb } from '#db/connection.ts'
import {
  meetingDaysOfBody,
  meetingsOfSeries,
  openActionsBefore,
  previousMeeting,
  seriesOfYear,
  templateOf,
  waitingItems,
  type SeriesRow,
} from '#db/queries/series.ts'
import type { WriteContext } from '#core/context.ts'
import { makeMeeting } from '#core/meetings/make.ts'
import { holidayOn } from './holidays.ts'
import { invite, officers } from './invite.ts'
import { membersOf } from './members.ts'
import { nextDate } from './next-date.ts'
import { numberedMeetings, renumber, seriesFor } from './follow.ts'
import { firstNumberAfter, type NumberedMeeting } from './numbers.ts'
import { presenterFinder } from './presenters.ts'
import { takeLeft } from './take-over.ts'

export function ruleOf({ nextUnit, nextStep, nextOn }: SeriesRow): NextRule | null {
  if (nextUnit === null || nextStep === null) return null
  return nextUnit === 'week'
    ? { unit: 'week', step: nextStep }
    : { unit: 'month', step: nextStep, on: nextOn ?? 'date' }
}

const before = (meetings: readonly (NumberedMeeting & { date: string | null })[], date: string | null) =>
  date === null ? meetings : meetings.filter((one) => one.date !== null && one.date <= date)

/** What a meeting planned now would begin with. @throws KansliError series.not-found */
export function planNext(db: ReadableDb, { id, date: wanted }: Parsed<'series.planNext'>, today: string): NextPlan {
  const series = seriesFor(db, id)
  const date = wanted ?? nextDate(ruleOf(series), meetingDaysOfBody(db, series.bodyId), today)
  const year = date === null ? series.year : Number(date.slice(0, 4))
  const target = year === series.year ? series.id : seriesOfYear(db, series.bodyId, year)
  const of = target === null ? null : seriesFor(db, target)
  const meetings = target === null ? [] : meetingsOfSeries(db, target)
  const rule = of ?? { ...series, firstNumber: 1 }
  // Without a date everything that has been is before it.
  const until = date ?? '9999-12-31'
  const previous = previousMeeting(db, series.bodyId, until)
  return {
    date,
    newSeries: target === null,
    holiday: date === null ? null : holidayOn(date),
    number: Math.max(0, ...meetings.map(({ number }) => number ?? 0)) + 1,
    firstItem: firstNumberAfter(
      rule.numberRule,
      rule.firstNumber,
      target === null ? [] : before(numberedMeetings(db, target), date),
    ),
    start: rule.start,
    end: rule.end,
    place: rule.place,
    form: rule.form,
    previous: previous === null ? null : { id: previous.id, title: previous.title, date: previous.date },
    members: membersOf(db, series.bodyId, date ?? today),
    actions: openActionsBefore(db, series.bodyId, until),
    items: waitingItems(db, series.bodyId, until).map(({ id: item, title, outcome, meetingId, date: day }) => ({
      id: item,
      title,
      outcome,
      meetingId,
      date: day,
    })),
  }
}

/** Writes the meeting into a series of its year, with the template and what earlier meetings leave. Returns its id. */
export function planMeeting(context: WriteContext, series: SeriesRow, input: Parsed<'meetings.plan'>): string {
  const { db, ports } = context
  const { date } = input
  const plan = planNext(db, { id: series.id, date }, date)
  const members = plan.members.filter(({ standing }) => standing === 'holds')
  const id = makeMeeting(context, {
    body_id: series.bodyId,
    kind: series.kind,
    language: series.language,
    title: series.title,
    date,
    start_time: series.start,
    end_time: series.end,
    place: series.place,
    form: series.form,
    series_id: series.id,
    number: plan.number,
    state: 'planned',
    remote_tool: series.remoteTool,
    previous_id: plan.previous?.id ?? null,
    approve_by: series.approvalDays === null ? null : addDays(date, series.approvalDays),
  })
  invite(context, id, members)
  officers(context, id, members)
  const presenterId = presenterFinder(db, members)
  templateOf(db, series.id).forEach(({ title, type, presenter, minutes, prepared, proposal }, position) =>
    insert(db, 'agenda_item', {
      id: ports.newId(),
      meeting_id: id,
      position,
      // Given just below; until then only that it has one.
      number: '0',
      number_style: series.kind === 'protokoll' ? 'paragraph' : 'plain',
      title,
      line: null,
      type,
      presenter,
      presenter_id: presenterId(presenter),
      minutes,
      prepared,
      proposal,
    }),
  )
  takeLeft(context, id, new Set(input.skip))
  renumber(context, series.id)
  return id
}
