/**
 * What reading a text as minutes proposes, before anybody accepts it. Line numbers count from 1 in
 * the text as given, and `quote`/`asWritten` are the source's own characters.
 */
import { z } from 'zod'
import { blockFields } from '#contract/blocks.ts'
import {
  attendanceMode,
  attendanceStatus,
  dateBasis,
  meetingForm,
  minutesKind,
  warningCode,
} from '#contract/minutes.ts'
import { partialDate } from '#contract/days.ts'
import { clockTime } from '#contract/times.ts'

/** Where a source line went. `blank` and `furniture` (a page's own header, footer or number on a line alone) carry nothing to keep. */
export const linePart = z.enum([
  'blank',
  'furniture',
  'sender',
  'title',
  'head',
  'itemHeading',
  'paragraph',
  'list',
  'decisionHeading',
  'decision',
  'action',
  'participantHeading',
  'participant',
  'nextMeeting',
  'signature',
  'unplaced',
])
export type LinePart = z.infer<typeof linePart>

/** Parts a person may give a line by hand in the preview; the text is then read again around it. */
export const lineOverride = linePart.exclude(['blank', 'nextMeeting', 'decisionHeading'])
export type LineOverride = z.infer<typeof lineOverride>

/** One source line and its place. A wrapped paragraph has one entry per line, all with the same block. */
export const placement = z.strictObject({
  line: z.int(),
  part: linePart,
  /** Index into items, participants or blocks, when the part has one. */
  item: z.int().nullable(),
  block: z.int().nullable(),
  participant: z.int().nullable(),
})
export type Placement = z.infer<typeof placement>

export const block = z.strictObject({
  kind: z.enum(['paragraph', 'list', 'decision', 'action']),
  text: z.string(),
  /** First and last source line. */
  lines: z.tuple([z.int(), z.int()]),
  /** An entry of a list that has lists inside: how deep it stands, and whether its level is numbered. */
  fields: blockFields.pick({ ordered: true, level: true }).optional(),
})
export type Block = z.infer<typeof block>

export const proposedDecision = z.strictObject({
  text: z.string(),
  line: z.int(),
  /** Index of the block it stands in. Inline: a sentence of running text; else the block is the decision. */
  block: z.int(),
  inline: z.boolean(),
})

export const proposedAction = z.strictObject({
  text: z.string(),
  owner: z.string().nullable(),
  /** ISO as far as known, or the words ("nästa möte"); null when the text names no time. */
  due: z.string().nullable(),
  line: z.int(),
  block: z.int(),
  inline: z.boolean(),
})

export const proposedItem = z.strictObject({
  number: z.string().nullable(),
  /** How the number is printed: "§ 12" or "12 §" is paragraph; "1", "1.", "1)" plain. */
  numberStyle: z.enum(['paragraph', 'plain', 'none']),
  title: z.string(),
  /** The item's own registry number (diarienummer), without its label. */
  dnr: z.string().nullable(),
  line: z.int(),
  blocks: z.array(block),
  decisions: z.array(proposedDecision),
  actions: z.array(proposedAction),
})
export type ProposedItem = z.infer<typeof proposedItem>

export const proposedParticipant = z.strictObject({
  listNumber: z.int().nullable(),
  name: z.string(),
  asWritten: z.string(),
  capacity: z.string().nullable(),
  organisation: z.string().nullable(),
  group: z.int(),
  status: attendanceStatus,
  mode: attendanceMode,
  items: z.string().nullable(),
  line: z.int(),
})
export type ProposedParticipant = z.infer<typeof proposedParticipant>

/** Somebody or something a finding is about, and the change it offers. Nothing changes without consent. */
export const finding = z.strictObject({
  code: warningCode,
  line: z.int().nullable(),
  quote: z.string(),
  /** Item index the line belongs to. */
  item: z.int().nullable(),
  /** For actor-not-listed: who, and for whom they speak as far as the text says. */
  name: z.string().nullable(),
  capacity: z.string().nullable(),
  organisation: z.string().nullable(),
  /** For page-number-in-text: the line's quote as it would read. For year-inferred: the ISO date. */
  suggestion: z.string().nullable(),
})
export type Finding = z.infer<typeof finding>

export const officer = z.strictObject({
  role: z.enum(['chair', 'secretary', 'adjuster']),
  name: z.string(),
  line: z.int(),
})
export type Officer = z.infer<typeof officer>

/** One meeting found in a text. */
export const proposedMeeting = z.strictObject({
  /** First and last source line of this meeting. */
  lines: z.tuple([z.int(), z.int()]),
  /** Language of the text itself. */
  language: z.enum(['sv', 'en']),
  kind: minutesKind,
  title: z.string(),
  body: z.string().nullable(),
  sender: z.string().nullable(),
  date: partialDate.nullable(),
  start: clockTime.nullable(),
  end: clockTime.nullable(),
  place: z.string().nullable(),
  form: meetingForm.nullable(),
  dnr: z.string().nullable(),
  officers: z.array(officer),
  items: z.array(proposedItem),
  participants: z.array(proposedParticipant),
  nextMeeting: z.strictObject({ date: partialDate, basis: dateBasis, line: z.int() }).nullable(),
  findings: z.array(finding),
  /** Every line of `lines`, in order, exactly once. */
  placements: z.array(placement),
})
export type ProposedMeeting = z.infer<typeof proposedMeeting>
