/** Review (granskning) of minutes: what their own text raises, what is proposed for it, and what was answered. */
import { z } from 'zod'
import { warningCode } from '#contract/minutes.ts'
import { partialDate } from '#contract/days.ts'
import { id, label, line, read, text, write } from '#contract/method.ts'

/** What a rule raises. Each code has a sentence in the locale files. */
export const reviewCode = z.enum([
  'actor-not-listed', // somebody acts in the text but is not in the list
  'never-marked', // in the list, and nobody said whether they came
  'time-differs', // a sentence about somebody's presence has another time than the list
  'name-variant', // another spelling in the text than the register shows
  'list-variant', // another spelling in the list than the register shows
  'loose-promise', // something is to be done, by nobody and at no time
  'year-missing', // a date without a year
  'weekday-mismatch', // the weekday written disagrees with the date
  'no-such-day', // a date that no calendar has
  'number-moved', // an item named by a number that is another now
  'number-missing', // an item named by a number that none of the meeting's has
  'page-number', // a printed page number stands inside a sentence
  'tense', // present among past in what is told
  'quotes', // quotation marks of another kind than the language's
  'dash', // a hyphen where a dash belongs
  'interval', // a hyphen between figures that means "to"
  'compound', // a compound written apart
  'import', // what the reading of old minutes pointed out and no rule above covers
])
export type ReviewCode = z.infer<typeof reviewCode>

/** The heads of the list, in their order. */
export const reviewGroup = z.enum(['people', 'promises', 'dates', 'text', 'import'])
export type ReviewGroup = z.infer<typeof reviewGroup>

/** A day that another text of the workspace says whole, with its words. */
const confirmation = z.strictObject({ sourceId: id, source: z.string(), line: z.int(), quote: z.string() })
export type Confirmation = z.infer<typeof confirmation>

/** What accepting carries out. */
export const proposal = z.discriminatedUnion('kind', [
  /** The words become others; nothing else of the paragraph changes. */
  z.strictObject({ kind: z.literal('words'), text: z.string() }),
  /** The words get their year. inferred: reckoned forward from the meeting; confirmed: another text says it. */
  z.strictObject({
    kind: z.literal('date'),
    text: z.string(),
    date: partialDate,
    basis: z.enum(['inferred', 'confirmed']),
    confirmedBy: confirmation.nullable(),
  }),
  /** A guest of the list. */
  z.strictObject({
    kind: z.literal('guest'),
    name: z.string(),
    capacity: z.string().nullable(),
    organisation: z.string().nullable(),
  }),
  z.strictObject({ kind: z.literal('presence'), status: z.enum(['present', 'absent']) }),
  /** The spelling of one row of the list; what the source wrote is kept beside it. */
  z.strictObject({ kind: z.literal('name'), text: z.string() }),
  /** An action with whoever and whenever is answered; either may wait. */
  z.strictObject({ kind: z.literal('action'), text: z.string() }),
  /** Nothing to carry out: one has seen it. */
  z.strictObject({ kind: z.literal('seen') }),
])
export type Proposal = z.infer<typeof proposal>

export const reviewState = z.enum(['open', 'accepted', 'changed', 'dismissed'])

export const reviewFinding = z.strictObject({
  /** The rule, the place and the words: the same words elsewhere are another finding. */
  key: z.string(),
  code: reviewCode,
  state: reviewState,
  itemId: id.nullable(),
  /** Null when the words stand in the list of participants or the head. */
  paragraphId: id.nullable(),
  attendanceId: id.nullable(),
  /** UTF-16 units of the paragraph's text; null without a paragraph, and once the words are gone. */
  from: z.int().nullable(),
  to: z.int().nullable(),
  words: z.string(),
  /** The words stand in a title that is quoted. */
  quoted: z.boolean(),
  /** The sentence around the words, and where in it they begin; the words alone without a paragraph. */
  sentence: z.string(),
  at: z.int(),
  proposal,
  /** For code import: what the reading pointed out. */
  warning: warningCode.nullable(),
  /** What stands there since it was answered, or the guest who is on the list since. */
  put: z.string().nullable(),
})
export type ReviewFinding = z.infer<typeof reviewFinding>

/** What is put in the place of the proposal. */
const change = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('words'), text: text(20_000) }),
  z.strictObject({
    kind: z.literal('guest'),
    name: label(),
    capacity: line().nullable(),
    organisation: line().nullable(),
  }),
  z.strictObject({
    kind: z.literal('presence'),
    status: z.enum(['present', 'absent', 'excused']),
    mode: z.enum(['room', 'remote', 'phone', 'unknown']),
  }),
  /** The action's words stay those of the text. */
  z.strictObject({ kind: z.literal('action'), owner: line().nullable(), due: line(100).nullable() }),
])
export type ReviewChange = z.infer<typeof change>

export const reviewMethods = {
  /** Settled findings come too, in the order of the minutes. */
  'review.list': read(
    z.strictObject({ meetingId: id }),
    z.strictObject({ version: z.int(), findings: z.array(reviewFinding) }),
  ),
  /**
   * Answers one finding in one undo step. open takes an answer back: words that were put go out again, an action that
   * was made goes, and so does a guest of whom nothing more was said. `review.gone` when the text does not raise it any more.
   */
  'review.answer': write(
    z.strictObject({
      meetingId: id,
      key: text(2000),
      answer: z.enum(['accept', 'dismiss', 'open']),
      change: change.optional(),
    }),
    z.strictObject({ version: z.int() }),
  ),
} as const
