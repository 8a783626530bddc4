/** Approval (justering) of minutes: who is asked, what is missing, versions that stand, and what differs between two. */
import { z } from 'zod'
import { day, partialDate } from '#contract/days.ts'
import { documentFinding } from '#contract/word.ts'
import { officerRole } from '#contract/meetings.ts'
import { meetingJson, meetingState } from '#contract/minutes.ts'
import { id, label, nothing, read, task, text, write } from '#contract/method.ts'

/** What stands in the way of approval. Each has a sentence in the locale files under `approval:blocking.<code>`. */
export const blockingCode = z.enum([
  'date',
  'start',
  'end',
  'place',
  'form',
  'chair',
  'secretary',
  'adjuster', // formal minutes have at least one besides the chair
  'item-title',
  'number-taken', // numbers run through the series, and another of its meetings has this one too; see `also`
  'number-twice', // two items of the meeting have one number; not where a source has them so
  'item-undecided', // an item for decision that says neither a decision nor what else became of it
  'vote-outcome', // a vote whose counts say another outcome than it
  'vote-twice', // somebody has more than one vote in it
  'vote-away', // a vote of somebody who took no part, as the list has it
  'adjournment-order', // a pause that ends before it begins
  'person-expected', // invited or on the list, and nobody marked whether they came; not where a source leaves it open
  'nobody-present', // formal minutes of a meeting that nobody is said to have come to
  'lost-link', // strict rules: a decision while the link of somebody who votes was down
  'quorum', // strict rules: a decision by too few
  'comment-open',
  'not-over', // planned or running
  'not-circulated',
  'chair-unasked', // became the chair after the minutes were sent out
  'adjuster-unasked',
  'answer-missing',
  'answer-changes',
  'answer-early', // dated before the meeting
  'answer-outdated', // the minutes were changed after somebody approved them
])
export type BlockingCode = z.infer<typeof blockingCode>
export const blocking = z.strictObject({
  code: blockingCode,
  itemId: id.nullable(),
  attendanceId: id.nullable(),
  /** Words it is about: a name, the title of an item, a decision; empty for the head. */
  about: z.string(),
  /** number-taken: the meeting that has the number too. */
  also: z.strictObject({ meetingId: id, title: z.string(), date: partialDate.nullable() }).optional(),
})
export type Blocking = z.infer<typeof blocking>

export const answer = z.enum(['approved', 'changes'])
export const approvalRow = z.strictObject({
  id,
  version: z.int(),
  role: officerRole,
  name: z.string(),
  personId: id.nullable(),
  askedOn: day,
  answeredOn: day.nullable(),
  outcome: answer.nullable(),
  /** Answered, and the minutes have become others since. */
  outdated: z.boolean(),
})
export type ApprovalRow = z.infer<typeof approvalRow>

export const reviewComment = z.strictObject({
  id,
  itemId: id.nullable(),
  /** What the item was called, with its number, where it is gone since; then the comment is on the whole. */
  itemTitle: z.string().nullable(),
  author: z.string(),
  text: z.string(),
  madeAt: z.string(),
  resolvedAt: z.string().nullable(),
})
export type ReviewComment = z.infer<typeof reviewComment>

export const minutesVersion = z.strictObject({
  version: z.int(),
  approvedOn: day,
  madeAt: z.string(),
  /** Of the document's main part, hexadecimal. */
  sha256: z.string(),
  /** Why it was opened again; null for the one that stands. */
  unlocked: z.strictObject({ reason: z.string(), at: z.string() }).nullable(),
})
export type MinutesVersion = z.infer<typeof minutesVersion>

export const approvalView = z.strictObject({
  state: meetingState,
  approveBy: partialDate.nullable(),
  /** Asked in the round that goes on, or in the last one. */
  asked: z.array(approvalRow),
  comments: z.array(reviewComment),
  blocking: z.array(blocking),
  /** The newest first. */
  versions: z.array(minutesVersion),
})
export type ApprovalView = z.infer<typeof approvalView>

/** A piece of text, and whether the other side lacks it. */
export const segment = z.strictObject({ text: z.string(), differs: z.boolean() })
export const comparedRow = z.strictObject({
  part: z.enum(['head', 'people', 'heading', 'text']),
  change: z.enum(['same', 'changed', 'added', 'removed']),
  /** Null where the side has nothing. */
  left: z.array(segment).nullable(),
  right: z.array(segment).nullable(),
})
export type ComparedRow = z.infer<typeof comparedRow>

const meeting = z.strictObject({ meetingId: id })
/** 0: the minutes as they stand now. */
const versionNumber = z.int().min(0).max(10_000)

export const approvalMethods = {
  'approval.get': read(meeting, approvalView),
  /**
   * Sends a draft out: the chair and each adjuster are asked. Days are the asker's own.
   * @throws approval.state, approval.too-early before the meeting's day, approval.by-too-early when it should be
   * approved before it is sent
   */
  'approval.circulate': write(z.strictObject({ meetingId: id, on: day, approveBy: day.nullable() }), nothing),
  /** Back to a draft before everybody has answered; answers stay on record. @throws approval.state */
  'approval.withdraw': write(meeting, nothing),
  /**
   * Null takes an answer back.
   * @throws approval.state when the round is over, approval.too-early before the meeting's day, approval.before-asked
   * before the day the minutes were sent out
   */
  'approval.answer': write(z.strictObject({ id, outcome: answer.nullable(), on: day }), nothing),
  /**
   * Locks the minutes as a new version and numbers its decisions. It is no step that undo takes back.
   * @throws approval.blocked, approval.state, approval.too-early before the meeting's day, approval.before-answers
   */
  'approval.approve': task(
    z.strictObject({ meetingId: id, on: day }),
    z.strictObject({ version: z.int(), sha256: z.string(), findings: z.array(documentFinding) }),
  ),
  /** Opens approved minutes as a draft of the next version, for a reason that stays on record. @throws approval.state */
  'approval.unlock': task(z.strictObject({ meetingId: id, reason: label(2000) }), nothing),
  /** Puts approved minutes to the records, or takes them up again; they stay locked. @throws approval.state */
  'approval.archive': write(z.strictObject({ meetingId: id, archived: z.boolean() }), nothing),
  /** An approved version as it was approved. @throws approval.no-version */
  'approval.version': read(z.strictObject({ meetingId: id, version: z.int().min(1) }), meetingJson),
  /** Two versions side by side, word by word. @throws approval.no-version */
  'approval.compare': read(
    z.strictObject({ meetingId: id, left: versionNumber, right: versionNumber }),
    z.strictObject({ rows: z.array(comparedRow) }),
  ),
  /** Meetings whose approval somebody waits for, the most urgent first. */
  'approval.due': read(
    nothing,
    z.strictObject({
      meetings: z.array(
        z.strictObject({
          id,
          title: z.string(),
          date: partialDate.nullable(),
          state: meetingState,
          approveBy: partialDate.nullable(),
          waitingFor: z.array(z.string()),
        }),
      ),
    }),
  ),
  'comments.add': write(
    z.strictObject({
      meetingId: id,
      itemId: id.nullable(),
      author: label(200),
      text: text(10_000).refine((value) => value.trim() !== ''),
    }),
    z.strictObject({ id }),
  ),
  'comments.resolve': write(z.strictObject({ id, resolved: z.boolean() }), nothing),
  'comments.remove': write(z.strictObject({ id }), nothing),
  /** An extract of one decision (protokollsutdrag) of approved minutes as Word. @throws approval.not-approved */
  'word.extract': task(
    z.strictObject({ decisionId: id }),
    z.strictObject({ saved: z.string().nullable(), fileName: z.string(), findings: z.array(documentFinding) }),
  ),
} as const
