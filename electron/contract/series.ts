/**
 * Series of meetings: one for each body and calendar year, with its agenda template, its standing members and the rule
 * for the next meeting; and what is prepared for the items of a meeting.
 */
import { z } from 'zod'
import { isDay } from '#contract/calendar.ts'
import { match } from '#contract/imports.ts'
import { day, partialDate, standing } from '#contract/days.ts'
import { itemOutcome, itemType, meetingForm, meetingState, minutesKind } from '#contract/minutes.ts'
import { id, label, line, nothing, read, text, write } from '#contract/method.ts'
import { clockTime } from '#contract/times.ts'

const year = z.int().min(1900).max(2999)
const plannedMinutes = z.int().min(0).max(1440)

/** running: § go on through the year; restart: each meeting begins at 1. */
export const numberRule = z.enum(['running', 'restart'])
/** How far off the next meeting is. weekday: the same one of its month ("andra onsdagen"); date: the same day of it. */
export const nextRule = z.discriminatedUnion('unit', [
  z.strictObject({ unit: z.literal('week'), step: z.int().min(1).max(52) }),
  z.strictObject({ unit: z.literal('month'), step: z.int().min(1).max(52), on: z.enum(['weekday', 'date']) }),
])
export type NextRule = z.infer<typeof nextRule>

/** Days on which Swedish offices are closed; a weekend is one of them. */
export const holiday = z.enum([
  'newYear',
  'epiphany',
  'goodFriday',
  'easterEve',
  'easterSunday',
  'easterMonday',
  'firstOfMay',
  'ascension',
  'whitSunday',
  'nationalDay',
  'midsummerEve',
  'midsummerDay',
  'allSaints',
  'christmasEve',
  'christmasDay',
  'boxingDay',
  'newYearsEve',
  'saturday',
  'sunday',
])
export type Holiday = z.infer<typeof holiday>

export const seriesItem = z.strictObject({
  title: line(),
  type: itemType.nullable(),
  presenter: line().nullable(),
  minutes: plannedMinutes.nullable(),
  prepared: text(20_000).nullable(),
  proposal: text(20_000).nullable(),
})
export type SeriesItem = z.infer<typeof seriesItem>

/** What a series says of its meetings. */
const facts = {
  title: label(),
  kind: minutesKind,
  language: z.enum(['sv', 'en']),
  numberRule,
  /** Of the year's first item, where an earlier system had begun to count. */
  firstNumber: z.int().min(1).max(100_000),
  start: clockTime.nullable(),
  end: clockTime.nullable(),
  place: line().nullable(),
  form: meetingForm.nullable(),
  /** Program or address of the remote meeting. */
  remoteTool: line().nullable(),
  next: nextRule.nullable(),
  /** Days from a meeting until its minutes should be approved. */
  approvalDays: z.int().min(1).max(365).nullable(),
}

export const seriesRow = z.strictObject({
  id,
  bodyId: id,
  body: z.string(),
  year: z.int(),
  title: z.string(),
  kind: minutesKind,
  meetings: z.int(),
  /** Of the next meeting that is planned; null when none is. */
  nextDate: partialDate.nullable(),
})

export const standingMember = z.strictObject({
  /** The role in the body. */
  tenureId: id,
  personId: id,
  name: z.string(),
  role: z.string().nullable(),
  /** Spoken for on the day: as the role says, else where the person holds their only other role. */
  organisationId: id.nullable(),
  organisation: z.string().nullable(),
  from: partialDate.nullable(),
  to: partialDate.nullable(),
  /** holds: invited; possible and undated: no text shows whether the role goes on. */
  standing,
  voting: z.boolean(),
})
export type StandingMember = z.infer<typeof standingMember>

export const seriesView = z.strictObject({
  id,
  bodyId: id,
  body: z.string(),
  year: z.int(),
  ...facts,
  items: z.array(seriesItem.extend({ id })),
  meetings: z.array(
    z.strictObject({
      id,
      title: z.string(),
      number: z.int().nullable(),
      date: partialDate.nullable(),
      state: meetingState,
      items: z.int(),
      participants: z.int(),
    }),
  ),
  /** Series of the same body in other years, oldest first. */
  others: z.array(z.strictObject({ id, year: z.int() })),
})
export type SeriesView = z.infer<typeof seriesView>

/** What a meeting planned now would begin with. */
export const nextPlan = z.strictObject({
  /** Null where no rule or no earlier meeting tells one. */
  date: day.nullable(),
  /** The body's series for the year of the date is made with the meeting. */
  newSeries: z.boolean(),
  holiday: holiday.nullable(),
  number: z.int(),
  firstItem: z.int(),
  start: clockTime.nullable(),
  end: clockTime.nullable(),
  place: z.string().nullable(),
  form: meetingForm.nullable(),
  /** The latest earlier meeting of the body: its minutes are on the agenda. */
  previous: z.strictObject({ id, title: z.string(), date: partialDate.nullable() }).nullable(),
  members: z.array(standingMember),
  actions: z.array(
    z.strictObject({
      id,
      text: z.string(),
      owner: z.string().nullable(),
      due: z.string().nullable(),
      meetingId: id,
      date: partialDate.nullable(),
      number: z.string().nullable(),
    }),
  ),
  /** Deferred or referred back, and gone on with by no later item. */
  items: z.array(
    z.strictObject({ id, title: z.string(), outcome: itemOutcome, meetingId: id, date: partialDate.nullable() }),
  ),
})
export type NextPlan = z.infer<typeof nextPlan>

const ref = z.strictObject({ id })
const made = z.strictObject({ id })
/** A day that the calendar has. */
const realDay = partialDate.refine((value) => value.length === 10 && isDay(value))

/** Somebody of a pasted list of members. */
export const readMember = z.strictObject({
  line: z.int(),
  quote: z.string(),
  name: z.string(),
  role: z.string().nullable(),
  organisation: z.string().nullable(),
  match,
  /** Is a member on that day already. */
  member: z.boolean(),
})
export type ReadMember = z.infer<typeof readMember>

export const seriesMethods = {
  'series.list': read(z.strictObject({}), z.strictObject({ series: z.array(seriesRow) })),
  'series.get': read(ref, seriesView),
  /** What is left out follows the settings; the template begins as the kind of meeting usually does. `series.exists` when the body has one that year. */
  'series.create': write(z.strictObject({ body: label(), year, ...z.strictObject(facts).partial().shape }), made),
  /** A missing field stays. */
  'series.set': write(z.strictObject({ id, change: z.strictObject(facts).partial() }), nothing),
  /** The whole template, in order. */
  'series.setItems': write(z.strictObject({ id, items: z.array(seriesItem).max(200) }), nothing),
  /** The following year's series, with everything this one says. `series.exists` when the body has one that year. */
  'series.renew': write(ref, made),
  /** Its meetings stay, and belong to no series. */
  'series.remove': write(ref, nothing),
  /** Roles in the body on a day, today when left out: those that hold first. */
  'series.members': read(
    z.strictObject({ id, on: realDay.optional() }),
    z.strictObject({ members: z.array(standingMember) }),
  ),
  /** People of pasted lines such as "Namn, roll, organisation", each against the register; nobody is linked yet. */
  'series.readMembers': read(
    z.strictObject({ id, text: text(), on: realDay }),
    z.strictObject({
      people: z.array(readMember),
      /** Lines that name nobody. */
      unread: z.array(z.strictObject({ line: z.int(), quote: z.string() })),
    }),
  ),
  /** Standing members from a day on, each somebody known or a new person. Who is a member already stays one. */
  'series.addMembers': write(
    z.strictObject({
      id,
      from: realDay,
      members: z
        .array(
          z.strictObject({
            person: z.union([z.strictObject({ id }), z.strictObject({ name: label() })]),
            role: line().nullable(),
            organisation: line().nullable(),
          }),
        )
        .min(1)
        .max(500),
    }),
    z.strictObject({ added: z.int() }),
  ),
  /** The last day of a membership. */
  'series.endMember': write(z.strictObject({ tenureId: id, to: realDay }), nothing),
  /** A date that is left out is the next by the rule. */
  'series.planNext': read(z.strictObject({ id, date: realDay.optional() }), nextPlan),
  /** Plans a meeting as the preview says, without what is skipped. A date of another year belongs to the body's series of that year, made when there is none. */
  'meetings.plan': write(
    z.strictObject({
      seriesId: id,
      date: realDay,
      /** Actions and deferred items, by id, that do not come along. */
      skip: z.array(id).max(2000).default([]),
    }),
    z.strictObject({ id, seriesId: id, version: z.int() }),
  ),
  /**
   * Brings into a planned meeting what earlier ones have left since it was planned: open actions, deferred items,
   * promises without an answer. What was left to it once, and taken away again, does not come back. Gives how many
   * came; none where the meeting is no longer planned.
   */
  'meetings.takeOver': write(
    ref,
    z.strictObject({ actions: z.int(), items: z.int(), promises: z.int(), version: z.int() }),
  ),
  /** Open actions of earlier meetings that were brought along to this one, each under its item. */
  'meetings.carried': read(
    ref,
    z.strictObject({
      actions: z.array(
        z.strictObject({
          /** Of its coming along. */
          id,
          actionId: id,
          itemId: id.nullable(),
          text: z.string(),
          owner: z.string().nullable(),
          due: z.string().nullable(),
          status: z.enum(['open', 'done', 'dropped']),
          meetingId: id,
          date: partialDate.nullable(),
          number: z.string().nullable(),
        }),
      ),
    }),
  ),
  /** What is prepared for an item; a missing field stays, null clears. */
  'items.prepare': write(
    z.strictObject({
      id,
      change: z
        .strictObject({
          type: itemType.nullable(),
          presenter: line().nullable(),
          minutes: plannedMinutes.nullable(),
          prepared: text(20_000).nullable(),
          proposal: text(20_000).nullable(),
          dnr: line(100).nullable(),
          outcome: itemOutcome.nullable(),
        })
        .partial(),
    }),
    z.strictObject({ version: z.int() }),
  ),
} as const
