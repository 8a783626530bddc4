/** Actions and decisions over all meetings: what somebody took on and what was decided outlive the minutes. */
import { z } from 'zod'
import { day, partialDate } from '#contract/days.ts'
import { meetingState } from '#contract/minutes.ts'
import { id, line, nothing, read, text, write } from '#contract/method.ts'

export const actionStatus = z.enum(['open', 'done', 'dropped'])
export type ActionStatus = z.infer<typeof actionStatus>

/** Where an action or a decision was made. */
const origin = {
  meetingId: id,
  meetingTitle: z.string(),
  date: partialDate.nullable(),
  bodyId: id.nullable(),
  body: z.string().nullable(),
  itemId: id,
  itemTitle: z.string(),
  /** As printed: `§ 12`, `4`; null without a number. */
  itemNumber: z.string().nullable(),
}

export const actionRow = z.strictObject({
  id,
  ...origin,
  text: z.string(),
  /** As the minutes have it. */
  owner: z.string().nullable(),
  ownerKind: z.enum(['person', 'organisation', 'body']).nullable(),
  ownerId: id.nullable(),
  due: z.string().nullable(),
  /** The day that the words of due come to, as precise as they are. */
  dueDate: partialDate.nullable(),
  status: actionStatus,
  closedOn: day.nullable(),
  /** Open, and the last day it could be due lies before the asker's. */
  overdue: z.boolean(),
  /** How many later meetings took it up. */
  carried: z.int(),
})
export type ActionRow = z.infer<typeof actionRow>

export const actionFilter = z.strictObject({
  /** The asker's own day: what is due before it is overdue. */
  today: day,
  status: z.enum(['open', 'done', 'dropped', 'all']).default('open'),
  /** overdue; soon: within 14 days; none: nobody said when. */
  due: z.enum(['overdue', 'soon', 'none', 'any']).default('any'),
  /** Part of the owner's name as written; empty: anybody. */
  owner: line().default(''),
  /** Only those nobody is named for. */
  unowned: z.boolean().default(false),
  bodyId: id.nullable().default(null),
  /** Part of the words. */
  words: line().default(''),
  limit: z.int().min(1).max(500).default(100),
  offset: z.int().min(0).default(0),
})
export type ActionFilter = z.infer<typeof actionFilter>

export const decisionRow = z.strictObject({
  ...origin,
  /** Ids of its clauses, the first one first. */
  ids: z.array(id).min(1),
  /** Its clauses (att-satser). */
  clauses: z.array(z.string()),
  /** In the series of its body and year; null before it is approved. */
  number: z.int().nullable(),
  state: meetingState,
})
export type DecisionRow = z.infer<typeof decisionRow>

const bodies = z.array(z.strictObject({ id, name: z.string() }))

export const actionMethods = {
  /** Overdue first, then by the day they are due, then those without one, newest meeting first. */
  'actions.list': read(
    actionFilter,
    z.strictObject({ total: z.int(), overdue: z.int(), actions: z.array(actionRow), bodies }),
  ),
  /** What became of one action, the newest change last, and the meetings that took it up. */
  'actions.history': read(
    z.strictObject({ id }),
    z.strictObject({
      changes: z.array(
        z.strictObject({
          id,
          at: z.string(),
          field: z.enum(['owner', 'due', 'status', 'text', 'note']),
          old: z.string().nullable(),
          new: z.string().nullable(),
        }),
      ),
      carries: z.array(
        z.strictObject({
          id,
          meetingId: id,
          title: z.string(),
          date: partialDate.nullable(),
          itemId: id.nullable(),
        }),
      ),
    }),
  ),
  /** Also of approved minutes: their words stand, the action goes on. `on` is the asker's own day. */
  'actions.setStatus': write(z.strictObject({ id, status: actionStatus, on: day }), nothing),
  /** A word on how it goes. */
  'actions.note': write(z.strictObject({ id, text: text(4000).refine((value) => value.trim() !== '') }), nothing),
  /** Takes one off a later meeting that took it up, by the id of its coming along; the item it stood under stays. */
  'actions.uncarry': write(z.strictObject({ id }), nothing),
  /** The newest meeting first, in the order of its text. */
  'decisions.list': read(
    z.strictObject({
      bodyId: id.nullable().default(null),
      /** 0: every year. */
      year: z.int().min(0).max(9999).default(0),
      words: line().default(''),
      limit: z.int().min(1).max(500).default(100),
      offset: z.int().min(0).default(0),
    }),
    z.strictObject({ total: z.int(), decisions: z.array(decisionRow), bodies, years: z.array(z.int()) }),
  ),
} as const
