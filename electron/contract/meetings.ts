/** A meeting as the screen edits it. Every part has an id; `meetings.show` gives the documented JSON shape. */
import { z } from 'zod'
import { attachment } from '#contract/attachments.ts'
import { blockFields, blockKind, contribution, hasField, textSpan } from '#contract/blocks.ts'
import { date, partialDate } from '#contract/days.ts'
import {
  attendanceMode,
  attendanceStatus,
  dateBasis,
  intervalBegan,
  intervalEnded,
  itemOutcome,
  itemType,
  meetingForm,
  meetingJson,
  meetingState,
  minutesKind,
  warningCode,
} from '#contract/minutes.ts'
import { clockTime, dayTime } from '#contract/times.ts'
import { id, label, line, nothing, read, text, write } from '#contract/method.ts'

export const meetingRow = z.strictObject({
  id,
  title: z.string(),
  body: z.string().nullable(),
  date: partialDate.nullable(),
  kind: minutesKind,
  form: meetingForm.nullable(),
  state: meetingState,
  items: z.int(),
  participants: z.int(),
  decisions: z.int(),
  actions: z.int(),
  openWarnings: z.int(),
})
export type MeetingRow = z.infer<typeof meetingRow>

/** decision and action are blocks of their own; a decision said in running text is a `decision` with inline true. */
export const paragraph = z.strictObject({
  id,
  kind: blockKind,
  text: z.string(),
  /** Null when the kind asks for none, or none is known. */
  fields: blockFields.nullable(),
  spans: z.array(textSpan),
  people: z.array(contribution),
  /** Source lines it came from; null when written here. */
  lines: z.tuple([z.int(), z.int()]).nullable(),
})
export type Paragraph = z.infer<typeof paragraph>

export const decision = z.strictObject({
  id,
  paragraphId: id,
  text: z.string(),
  inline: z.boolean(),
  /** In the body's series of the year, once approved. */
  number: z.int().nullable(),
})
export type Decision = z.infer<typeof decision>
export const action = z.strictObject({
  id,
  paragraphId: id,
  text: z.string(),
  owner: z.string().nullable(),
  due: z.string().nullable(),
  inline: z.boolean(),
  status: z.enum(['open', 'done', 'dropped']),
  /** The day that the words of `due` come to. */
  dueDate: partialDate.nullable(),
})
export type Action = z.infer<typeof action>

export const agendaItem = z.strictObject({
  id,
  number: z.string().nullable(),
  numberStyle: z.enum(['paragraph', 'plain', 'none']),
  title: z.string(),
  line: z.int().nullable(),
  type: itemType.nullable(),
  presenter: z.string().nullable(),
  presenterId: id.nullable(),
  /** Planned length. */
  minutes: z.int().nullable(),
  prepared: z.string().nullable(),
  proposal: z.string().nullable(),
  dnr: z.string().nullable(),
  outcome: itemOutcome.nullable(),
  /** The item of an earlier meeting that this one goes on with. */
  carriedFromId: id.nullable(),
  paragraphs: z.array(paragraph),
  decisions: z.array(decision),
  actions: z.array(action),
})
export type AgendaItem = z.infer<typeof agendaItem>

/** A stretch of presence. Null times are unknown; `ended` null: it lasts, or lasted to the end of the meeting. */
export const attendanceInterval = z.strictObject({
  id,
  mode: attendanceMode,
  fromTime: dayTime.nullable(),
  toTime: dayTime.nullable(),
  fromItemId: id.nullable(),
  toItemId: id.nullable(),
  /** The sentences that say so. */
  fromParagraphId: id.nullable(),
  toParagraphId: id.nullable(),
  began: intervalBegan,
  ended: intervalEnded.nullable(),
})
export type AttendanceInterval = z.infer<typeof attendanceInterval>

/**
 * A stretch in which a deputy (ersättare) serves for a seat. Began at the start of the meeting, or where it says; an end
 * that is null is the meeting's own.
 */
const deputyship = attendanceInterval.omit({ mode: true }).extend({
  /** Row of whoever's seat it is. */
  seatId: id,
  began: z.enum(['start', 'arrived']),
  ended: z.enum(['left']).nullable(),
})
export type Deputyship = z.infer<typeof deputyship>

export const attendance = z.strictObject({
  id,
  personId: id,
  listNumber: z.int().nullable(),
  name: z.string(),
  asWritten: z.string(),
  capacity: z.string().nullable(),
  organisationId: id.nullable(),
  organisation: z.string().nullable(),
  group: z.int(),
  status: attendanceStatus,
  mode: attendanceMode,
  items: z.string().nullable(),
  line: z.int().nullable(),
  /** Further organisations spoken for, beside `organisation`. */
  alsoFor: z.array(z.strictObject({ id, name: z.string() })),
  /** Speaks for nobody else; without it a missing organisation is unknown. */
  personal: z.boolean(),
  /** Row of whoever's seat a deputy (ersättare) takes now. */
  deputyForId: id.nullable(),
  /** All the seats taken, in their order. */
  deputyships: z.array(deputyship),
  voting: z.boolean(),
  intervals: z.array(attendanceInterval),
})
export type Attendance = z.infer<typeof attendance>

export const officerRole = z.enum(['chair', 'secretary', 'adjuster'])
export const meetingOfficer = z.strictObject({ id, role: officerRole, personId: id.nullable(), name: z.string() })
export type MeetingOfficer = z.infer<typeof meetingOfficer>

export const meetingWarning = z.strictObject({
  id,
  code: warningCode,
  line: z.int().nullable(),
  quote: z.string(),
  itemId: id.nullable(),
  name: z.string().nullable(),
  capacity: z.string().nullable(),
  organisation: z.string().nullable(),
  suggestion: z.string().nullable(),
  state: z.enum(['open', 'accepted', 'dismissed']),
})
export type MeetingWarning = z.infer<typeof meetingWarning>

export const meetingHead = z.strictObject({
  title: z.string(),
  kind: minutesKind,
  language: z.enum(['sv', 'en']),
  bodyId: id.nullable(),
  body: z.string().nullable(),
  sender: z.string().nullable(),
  date: partialDate.nullable(),
  start: clockTime.nullable(),
  end: dayTime.nullable(),
  place: z.string().nullable(),
  form: meetingForm.nullable(),
  dnr: z.string().nullable(),
  nextDate: partialDate.nullable(),
  nextDateBasis: dateBasis.nullable(),
  state: meetingState,
  seriesId: id.nullable(),
  /** Within the series. */
  number: z.int().nullable(),
  remoteTool: z.string().nullable(),
  /** The meeting whose minutes this one approves. */
  previousId: id.nullable(),
  approvedOn: partialDate.nullable(),
  approveBy: partialDate.nullable(),
  /** The body's: strict holds a lost link for absence. */
  ruleProfile: z.enum(['strict', 'free']),
  quorumRule: z.enum(['none', 'half', 'count']),
  quorumCount: z.int().nullable(),
})
export type MeetingHead = z.infer<typeof meetingHead>

export const meetingView = z.strictObject({
  id,
  /** Grows with every change; two windows compare it. */
  version: z.int(),
  head: meetingHead,
  officers: z.array(meetingOfficer),
  items: z.array(agendaItem),
  attendance: z.array(attendance),
  attachments: z.array(attachment),
  warnings: z.array(meetingWarning),
  /** The text it was read from, when it was imported. */
  source: z
    .strictObject({ id, name: z.string(), unplaced: z.array(z.strictObject({ line: z.int(), text: z.string() })) })
    .nullable(),
})
export type MeetingView = z.infer<typeof meetingView>

/** Fields of the head a person may change; a missing one stays, null clears. Clearing is told from unknown nowhere: both print "uppgift saknas". */
export const headChange = z
  .strictObject({
    title: label(),
    kind: minutesKind,
    language: z.enum(['sv', 'en']),
    /** Body by name: an equal name is the same body, a new one is made. */
    body: line().nullable(),
    sender: line().nullable(),
    date: date.nullable(),
    start: clockTime.nullable(),
    end: dayTime.nullable(),
    place: line().nullable(),
    form: meetingForm.nullable(),
    dnr: line(100).nullable(),
    nextDate: date.nullable(),
  })
  .partial()

/**
 * One saved change of text: the whole new text of one paragraph, and the text it replaced as the
 * writer saw it (null for a new one). A different stored text is `text.conflict`, nothing is overwritten.
 */
const textOperation = z.discriminatedUnion('op', [
  z
    .strictObject({
      op: z.literal('put'),
      paragraphId: id,
      kind: paragraph.shape.kind,
      text: text(),
      base: text().nullable(),
      /** Each left as it is stored when it is not given. Fields that the kind does not have are refused. */
      fields: blockFields.nullable().optional(),
      spans: z.array(textSpan).max(1000).optional(),
      people: z.array(contribution).max(1000).optional(),
      /** What stood beside the words as the writer saw it; when it is given, something else there is a conflict too. */
      was: z
        .strictObject({ kind: blockKind, fields: blockFields.nullable(), people: z.array(contribution) })
        .optional(),
    })
    .refine(({ kind, fields }) => Object.keys(fields ?? {}).every((name) => hasField(kind, name))),
  z.strictObject({ op: z.literal('remove'), paragraphId: id, base: text() }),
])
export type TextOperation = z.infer<typeof textOperation>

const ref = z.strictObject({ id })
const changed = z.strictObject({ version: z.int() })
const made = z.strictObject({ id, version: z.int() })

/** What is saved of one item's text. */
export const itemText = z.strictObject({
  id,
  operations: z.array(textOperation).max(2000),
  /** Every paragraph id of the item after the operations; left out where none came or moved. */
  order: z.array(id).max(5000).optional(),
})

export const meetingMethods = {
  'meetings.list': read(
    z.strictObject({ limit: z.int().min(1).max(500).default(50), offset: z.int().min(0).default(0) }),
    z.strictObject({ total: z.int(), meetings: z.array(meetingRow) }),
  ),
  'meetings.get': read(ref, meetingView),
  /** `which`: an id, a date (or its start: 2021-11) or "latest". `meeting.ambiguous` lists the ids. */
  /** Of approved minutes the version that was approved. */
  'meetings.show': read(z.strictObject({ which: label(100) }), meetingJson),
  'meetings.create': write(
    z.strictObject({ title: label(), kind: minutesKind, date: date.nullable(), body: line().nullable() }),
    made,
  ),
  'meetings.setHead': write(z.strictObject({ id, change: headChange }), changed),
  'meetings.setOfficers': write(z.strictObject({ id, role: officerRole, names: z.array(label()).max(20) }), changed),
  'meetings.remove': write(ref, nothing),
  /** Left out, the number is the one the series gives, or none where no series does. */
  'items.add': write(
    z.strictObject({ meetingId: id, after: id.nullable(), title: line(), number: line(40).nullable().optional() }),
    made,
  ),
  'items.set': write(z.strictObject({ id, title: line().optional(), number: line(40).nullable().optional() }), changed),
  'items.move': write(z.strictObject({ id, after: id.nullable() }), changed),
  'items.remove': write(ref, changed),
  'items.saveText': write(
    itemText.extend({
      /** Saves of one number that follow each other are one step to take back: what was typed without a pause. */
      group: z.int().min(0).optional(),
    }),
    z.strictObject({ version: z.int(), savedAt: z.string() }),
  ),
  /** Fields of an action: who and when may be filled later. */
  'actions.set': write(
    z.strictObject({ id, owner: line().nullable().optional(), due: line(100).nullable().optional() }),
    changed,
  ),
  'attendance.add': write(
    z.strictObject({
      meetingId: id,
      name: label(),
      capacity: line().nullable(),
      organisation: line().nullable(),
      group: z.int().min(1).nullable(),
      status: attendanceStatus,
      mode: attendanceMode,
      items: line(100).nullable(),
    }),
    made,
  ),
  /** A new name means somebody else, known or new; the source's own spelling stays. A new group moves the row to its end. */
  'attendance.set': write(
    z.strictObject({
      id,
      name: label().optional(),
      group: z.int().min(1).max(1000).optional(),
      capacity: line().nullable().optional(),
      organisation: line().nullable().optional(),
      status: attendanceStatus.optional(),
      mode: attendanceMode.optional(),
      items: line(100).nullable().optional(),
    }),
    changed,
  ),
  'attendance.remove': write(ref, changed),
  /** accept carries the finding's proposal out: guest added, page number removed, year confirmed. */
  'warnings.resolve': write(z.strictObject({ id, state: z.enum(['open', 'accepted', 'dismissed']) }), changed),
} as const
