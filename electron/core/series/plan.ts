/** A new meeting of a series: what it takes from the template, the members and the meetings before it. */
import { addDays } from '#contract/calendar.ts'
import type { Parsed } from '#contract/methods.ts'
import type { NextPlan, NextRule } from '#contract/series.ts'
import { insert, type ReadableDb } from '#db/connection.ts'
import { noteLeft, type Left } from '#db/queries/meeting-left.ts'
import {
  meetingDaysOfBody,
  meetingsOfSeries,
  openActionsBefore,
  previousMeeting,
  seriesOfYear,
  templateOf,
  waitingItems,
  type SeriesRow,
  type TemplateItem,
} from '#db/queries/series.ts'
import type { WriteContext } from '#core/context.ts'
import { makeMeeting } from '#core/meetings/make.ts'
import { knownPeople } from '#core/register/known.ts'
import { matchNames } from '#core/register/matching.ts'
import { holidayOn } from './holidays.ts'
import { invite, officers } from './invite.ts'
import { membersOf } from './members.ts'
import { nextDate } from './next-date.ts'
import { unansweredBefore } from './unanswered.ts'
import { numberedMeetings, renumber, seriesFor } from './follow.ts'
import { firstNumberAfter, type NumberedMeeting } from './numbers.ts'
import {
  followUpTitle,
  isAboutPrevious,
  isFollowUp,
  placeForPrevious,
  placeForWaiting,
  previousTitle,
  withUnanswered,
} from './template.ts'

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

/** The person a presenter's name stands for: exact and unambiguous, or nobody. */
export function presenterNamed(
  db: ReadableDb,
  name: string | null,
  listed: readonly { personId: string; name: string }[],
): string | null {
  if (name === null || name === '') return null
  const here = [...new Set(listed.filter((one) => one.name === name).map(({ personId }) => personId))]
  if (here.length > 0) return here.length === 1 ? (here[0] ?? null) : null
  const [match] = matchNames([{ name, organisation: null }], knownPeople(db))
  return match?.verdict === 'exact' ? (match.candidates[0]?.id ?? null) : null
}

type NewItem = TemplateItem & { dnr: string | null; carriedFrom: string | null; part: 'previous' | 'followUp' | null }

const plain = (item: TemplateItem): NewItem => ({ ...item, dnr: null, carriedFrom: null, part: null })
const made = (title: string, part: NewItem['part']): NewItem => ({
  ...plain({ title, type: 'information', presenter: null, minutes: null, prepared: null, proposal: null }),
  part,
})

/** The agenda: the template, with the last minutes, what was promised and what waits in their places. */
function agendaFor(
  series: SeriesRow,
  template: readonly TemplateItem[],
  plan: {
    previous: boolean
    actions: boolean
    waiting: readonly (TemplateItem & { id: string; dnr: string | null })[]
  },
): NewItem[] {
  const items = template.map(plain)
  const about = (test: (title: string) => boolean) => items.find(({ title }) => test(title))
  if (plan.previous) {
    const own = about(isAboutPrevious)
    if (own !== undefined) own.part = 'previous'
    else items.splice(placeForPrevious(items), 0, made(previousTitle(series.kind, series.language), 'previous'))
  }
  if (plan.actions) {
    const own = about(isFollowUp)
    const behind = items.findIndex(({ part }) => part === 'previous')
    if (own !== undefined) own.part = 'followUp'
    else
      items.splice(
        behind < 0 ? placeForPrevious(items) : behind + 1,
        0,
        made(followUpTitle(series.language), 'followUp'),
      )
  }
  const waiting = plan.waiting.map(({ id, title, type, presenter, minutes, prepared, proposal, dnr }): NewItem => ({
    ...plain({ title, type, presenter, minutes, prepared, proposal }),
    dnr,
    carriedFrom: id,
  }))
  items.splice(placeForWaiting(items), 0, ...waiting)
  return items
}

/** Writes the meeting into a series of its year. Returns its id. */
export function planMeeting(context: WriteContext, series: SeriesRow, input: Parsed<'meetings.plan'>): string {
  const { db, ports } = context
  const { date } = input
  const skip = new Set(input.skip)
  const plan = planNext(db, { id: series.id, date }, date)
  const actions = plan.actions.filter(({ id }) => !skip.has(id))
  const allWaiting = waitingItems(db, series.bodyId, date)
  const waiting = allWaiting.filter(({ id }) => !skip.has(id))
  const members = plan.members.filter(({ standing }) => standing === 'holds')
  const unanswered = unansweredBefore(db, series.bodyId, date)
  const promises = unanswered.map(({ words }) => words)
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
  const agenda = agendaFor(series, templateOf(db, series.id), {
    previous: plan.previous !== null,
    actions: actions.length > 0 || promises.length > 0,
    waiting,
  })
  agenda.forEach((item, position) => {
    const itemId = ports.newId()
    insert(db, 'agenda_item', {
      id: itemId,
      meeting_id: id,
      position,
      // Given just below; until then only that it has one.
      number: '0',
      number_style: series.kind === 'protokoll' ? 'paragraph' : 'plain',
      title: item.title,
      line: null,
      type: item.type,
      presenter: item.presenter,
      presenter_id: presenterNamed(db, item.presenter, members),
      minutes: item.minutes,
      prepared: item.part === 'followUp' ? withUnanswered(item.prepared, promises, series.language) : item.prepared,
      proposal: item.proposal,
      dnr: item.dnr,
      carried_from_id: item.carriedFrom,
    })
    if (item.part === 'followUp')
      for (const action of actions)
        insert(db, 'action_carry', { id: ports.newId(), action_id: action.id, meeting_id: id, item_id: itemId })
  })
  // What is skipped was offered too, and does not come by itself later.
  const left: Left[] = [
    ...plan.actions.map((action) => ({ kind: 'action' as const, id: action.id })),
    ...allWaiting.map((item) => ({ kind: 'item' as const, id: item.id })),
    ...unanswered.map(({ paragraphId, nth }) => ({ kind: 'promise' as const, id: paragraphId, nth })),
    ...(plan.previous === null ? [] : [{ kind: 'previous' as const, id: plan.previous.id }]),
  ]
  noteLeft(db, id, left, ports.newId)
  renumber(context, series.id)
  return id
}
