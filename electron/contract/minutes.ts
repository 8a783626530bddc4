/**
 * The words of minutes, shared by every layer: kinds, states, and the stable JSON shape of a whole
 * meeting (`kansli show --json`, documented in README.md). What a text does not say is null.
 */
import { z } from 'zod'
import { blockFields, blockKind, contributionRole, textSpan, voteChoice } from '#contract/blocks.ts'
import { partialDate } from '#contract/days.ts'
import { clockTime, dayTime } from '#contract/times.ts'

/** minnesanteckningar: narrative notes; protokoll: formal Swedish minutes with decisions and §; minutes: English. */
export const minutesKind = z.enum(['minnesanteckningar', 'protokoll', 'minutes'])
export type MinutesKind = z.infer<typeof minutesKind>

/** fysiskt: on site; distans: remote. */
export const meetingForm = z.enum(['fysiskt', 'distans', 'hybrid'])
export type MeetingForm = z.infer<typeof meetingForm>

/** expected: invited, and not yet there. */
export const attendanceStatus = z.enum(['expected', 'present', 'absent', 'excused', 'unknown'])
export type AttendanceStatus = z.infer<typeof attendanceStatus>

export const attendanceMode = z.enum(['room', 'remote', 'phone', 'unknown'])
export type AttendanceMode = z.infer<typeof attendanceMode>

/** cleared: back after a recusal (jäv). */
export const intervalBegan = z.enum(['start', 'arrived', 'moved', 'back', 'cleared'])
export const intervalEnded = z.enum(['left', 'lost', 'moved', 'recused'])

export const dateBasis = z.enum(['stated', 'inferred'])
export type DateBasis = z.infer<typeof dateBasis>

/** circulated: out for approval. What is approved or archived is locked. */
export const meetingState = z.enum(['planned', 'running', 'draft', 'circulated', 'approved', 'archived'])
export type MeetingState = z.infer<typeof meetingState>

export const itemType = z.enum(['opening', 'information', 'discussion', 'decision', 'election', 'other', 'closing'])
export type ItemType = z.infer<typeof itemType>

/** deferred: bordlagd; returned: återremitterad; dropped: utgår. */
export const itemOutcome = z.enum(['handled', 'deferred', 'returned', 'dropped'])
export type ItemOutcome = z.infer<typeof itemOutcome>

const decisionNumber = z.string().regex(/^\d{4}:\d+$/)

/** What a reader of the text should look at. Each code has a sentence in the locale files and a line in README.md. */
export const warningCode = z.enum([
  'actor-not-listed', // somebody acts in the text but is not in the list of participants
  'page-number-in-text', // a printed page number stands inside a sentence
  'year-inferred', // a date without a year; the year is reckoned forward from the meeting
  'name-repaired', // punctuation inside a name; the source spelling is kept
  'weekday-mismatch', // the weekday written disagrees with the date
  'date-unclear', // the meeting's date could not be read with certainty
  'number-gap', // participant or item numbers jump
  'number-duplicate', // the same number twice
  'duplicate-participant', // the same name twice in the list
  'name-uncertain', // a line in the list that may not be a name
  'heading-uncertain', // taken as a heading on weak signs
  'detail-unread', // words of a head or list line that no field holds; the quote keeps them
  'text-replaced', // characters no file can hold (control codes, lone surrogates) were replaced visibly
])
export type WarningCode = z.infer<typeof warningCode>

export const meetingJson = z.strictObject({
  id: z.string(),
  title: z.string(),
  body: z.string().nullable(),
  sender: z.string().nullable(),
  date: partialDate.nullable(),
  kind: minutesKind,
  form: meetingForm.nullable(),
  place: z.string().nullable(),
  start: clockTime.nullable(),
  /** With its day, `2026-03-12T16:00`, when that is a later one; so are the times of presence. */
  end: dayTime.nullable(),
  dnr: z.string().nullable(),
  chair: z.string().nullable(),
  secretary: z.string().nullable(),
  adjusters: z.array(z.string()),
  items: z.array(
    z.strictObject({
      /** As written, without § or point: "45", "3.1"; null when the heading has none. */
      number: z.string().nullable(),
      title: z.string(),
      /** Registry number (diarienummer) of the item itself; left out where it has none, and in versions older than that. */
      dnr: z.string().optional(),
      /** Running text and list entries, one string each, in order; block decisions and block actions are not repeated here. */
      paragraphs: z.array(z.string()),
      /** `number`: in the body's series of the year, "2026:4", once approved; left out before, and in versions older than that. */
      decisions: z.array(z.strictObject({ text: z.string(), number: decisionNumber.optional() })),
      actions: z.array(z.strictObject({ text: z.string(), owner: z.string().nullable(), due: z.string().nullable() })),
      /** The same text with its kinds, in the source's order. */
      blocks: z.array(
        z.strictObject({
          kind: blockKind,
          text: z.string(),
          /** Only where there is something to say. */
          fields: blockFields.optional(),
          people: z
            .array(z.strictObject({ role: contributionRole, name: z.string(), choice: voteChoice.nullable() }))
            .optional(),
          spans: z.array(textSpan).optional(),
          /** Of the decision that it says, or is a clause of. */
          number: decisionNumber.optional(),
          /** Of the action that it is, as in `actions`; left out in versions that are older than this. */
          charge: z.strictObject({ owner: z.string().nullable(), due: z.string().nullable() }).optional(),
        }),
      ),
    }),
  ),
  participants: z.array(
    z.strictObject({
      listNumber: z.int().nullable(),
      name: z.string(),
      asWritten: z.string(),
      capacity: z.string().nullable(),
      organisation: z.string().nullable(),
      /** The source's block, counted from 1. */
      group: z.int(),
      status: attendanceStatus,
      mode: attendanceMode,
      /** Items attended, as written without §: "3–5", "ej 6", "t.o.m. 4". */
      items: z.string().nullable(),
      /** Further organisations spoken for. Only where there is something to say, as all below. */
      alsoFor: z.array(z.string()).optional(),
      /** Speaks for nobody but themselves. */
      personal: z.boolean().optional(),
      /** Name of whoever's seat a deputy takes. */
      deputyFor: z.string().optional(),
      /** From when to when; items by number, null where they have none or the edge is the meeting's own. */
      intervals: z
        .array(
          z.strictObject({
            mode: attendanceMode,
            from: dayTime.nullable(),
            to: dayTime.nullable(),
            fromItem: z.string().nullable(),
            toItem: z.string().nullable(),
            began: intervalBegan,
            ended: intervalEnded.nullable(),
          }),
        )
        .optional(),
      /** Items by how somebody took part, without §, where that changed: "1–2". */
      modes: z.array(z.strictObject({ mode: attendanceMode, items: z.string() })).optional(),
    }),
  ),
  /** How many took part where, and who missed what, in a sentence; only of a meeting whose presence was kept. */
  presence: z.string().optional(),
  /** Left out where there are none. `item`: number of the item it belongs to, as written. */
  attachments: z
    .array(z.strictObject({ number: z.int(), title: z.string(), file: z.string(), item: z.string().nullable() }))
    .optional(),
  nextMeeting: z.strictObject({ date: partialDate, basis: dateBasis }).nullable(),
  warnings: z.array(z.strictObject({ code: warningCode, line: z.int().nullable(), quote: z.string() })),
  unplaced: z.array(z.strictObject({ line: z.int(), text: z.string() })),
})
/** The documented shape of one meeting. */
export type MeetingJson = z.infer<typeof meetingJson>
