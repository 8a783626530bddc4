/** Who is here over time: acts of presence while a meeting runs, their corrections, and the rules a body counts by. */
import { z } from 'zod'
import { attendanceMode } from '#contract/minutes.ts'
import { id, label, read, write } from '#contract/method.ts'
import { clockTime, dayTime } from '#contract/times.ts'

/** back: after a lost link, or after having left; cleared: back after a recusal (jäv). */
export const attendanceEvent = z.enum(['arrived', 'left', 'moved', 'lost', 'back', 'recused', 'cleared'])
export type AttendanceEvent = z.infer<typeof attendanceEvent>

export const ruleProfile = z.enum(['strict', 'free'])
export const quorumRule = z.enum(['none', 'half', 'count'])

/** half: more than half of `seats`; `needed` null: the body has no rule. A deputy who serves counts for the seat. */
export const quorum = z.strictObject({
  rule: quorumRule,
  /** Seats that vote. */
  seats: z.int(),
  /** Seats with somebody in them now. */
  filled: z.int(),
  needed: z.int().nullable(),
  /** Null without a rule, or when nobody is marked as voting. */
  met: z.boolean().nullable(),
})
export type Quorum = z.infer<typeof quorum>

/** A decision that a strict body must not approve as it stands. */
export const blockingDecision = z.strictObject({
  itemId: id,
  paragraphId: id,
  text: z.string(),
  /** lost: the link of those named was down meanwhile; quorum: too few were there. */
  reason: z.enum(['lost', 'quorum']),
  names: z.array(z.string()),
})
export type BlockingDecision = z.infer<typeof blockingDecision>

/** How somebody took part in one item; part: not from its beginning to its end. */
export const itemPresence = z.strictObject({ mode: attendanceMode.nullable(), part: z.boolean() })
export type ItemPresence = z.infer<typeof itemPresence>

export const attendanceBoard = z.strictObject({
  counts: z.strictObject({
    room: z.int(),
    remote: z.int(),
    phone: z.int(),
    /** There, no text says how. */
    here: z.int(),
    /** Was there, and is not now. */
    gone: z.int(),
    expected: z.int(),
    excused: z.int(),
    absent: z.int(),
    unknown: z.int(),
  }),
  quorum,
  blocking: z.array(blockingDecision),
  /** One row for each on the list, one cell for each item: null says that somebody was not there. */
  grid: z.array(z.strictObject({ id, cells: z.array(itemPresence.nullable()) })),
  /** "12 på plats, 5 på distans; N N deltog inte i § 3"; null before anybody is marked. */
  summary: z.string().nullable(),
})
export type AttendanceBoard = z.infer<typeof attendanceBoard>

const ref = z.strictObject({ id })
const changed = z.strictObject({ version: z.int() })
/** paragraphId: the sentence written; null when none was. */
const said = z.strictObject({ version: z.int(), paragraphId: id.nullable() })
/** Of a later day of the meeting with that day. */
const time = dayTime
/** Where the sentence goes: behind a paragraph of the item, or first when null. */
const place = { itemId: id.nullable(), after: id.nullable(), write: z.boolean() }

export const attendanceMethods = {
  'attendance.board': read(z.strictObject({ meetingId: id }), attendanceBoard),
  /**
   * One act of somebody on the list, and the sentence about it, as one step. `mode`: where somebody arrives, comes
   * back or moves to; without it as before, else unknown.
   */
  'attendance.event': write(
    z.strictObject({ id, event: attendanceEvent, mode: attendanceMode.optional(), time, ...place }),
    said,
  ),
  /** Corrects an edge; what the clock has between two stretches keeps its order. Null time: unknown. */
  'attendance.setInterval': write(
    z.strictObject({
      id,
      mode: attendanceMode.optional(),
      fromTime: time.nullable().optional(),
      toTime: time.nullable().optional(),
      fromItemId: id.nullable().optional(),
      toItemId: id.nullable().optional(),
    }),
    changed,
  ),
  'attendance.removeInterval': write(ref, changed),
  /** Who serves in whose place (tjänstgörande ersättare); null ends it. A sentence is written while the meeting runs. */
  'attendance.setDeputy': write(z.strictObject({ id, forId: id.nullable(), time: time.nullable(), ...place }), said),
  /**
   * Corrects from when to when a deputy served, as `attendance.setInterval` does a stretch.
   * @throws attendance.order, attendance.outside, attendance.deputies-overlap
   */
  'attendance.setDeputyship': write(
    z.strictObject({
      id,
      fromTime: time.nullable().optional(),
      toTime: time.nullable().optional(),
      fromItemId: id.nullable().optional(),
      toItemId: id.nullable().optional(),
    }),
    changed,
  ),
  'attendance.removeDeputyship': write(ref, changed),
  /** Whom somebody speaks for: organisations by name, the first one foremost; personal: for nobody. */
  'attendance.setFor': write(
    z.strictObject({ id, organisations: z.array(label()).max(10), personal: z.boolean() }),
    changed,
  ),
  'attendance.setVoting': write(z.strictObject({ ids: z.array(id).min(1).max(2000), voting: z.boolean() }), changed),
  /** Everybody who is invited and not yet marked is there. */
  'attendance.markAll': write(
    z.strictObject({ meetingId: id, mode: attendanceMode }),
    z.strictObject({ version: z.int(), marked: z.int() }),
  ),
  /** Those marked are there from the start. @throws meeting.running, meeting.locked once it is out for approval */
  'meetings.begin': write(z.strictObject({ id, time: clockTime }), changed),
  /** Who was invited and never marked becomes unknown; the next meeting is taken from the text unless it is known. */
  'meetings.end': write(z.strictObject({ id, time }), changed),
  'bodies.setRules': write(
    z.strictObject({
      id,
      ruleProfile: ruleProfile.optional(),
      quorumRule: quorumRule.optional(),
      quorumCount: z.int().min(1).max(1000).nullable().optional(),
    }),
    changed,
  ),
} as const
