/** Whom a meeting heard: which groups, sectors, champions and contacts were there, by the register of its day. */
import { z } from 'zod'
import { day } from '#contract/days.ts'
import { id, read } from '#contract/method.ts'
import { clock, evidence } from '#contract/register.ts'

/** Somebody with a role in a group, and whether the minutes list them. absent also covers excused. */
const member = z.strictObject({
  personId: id,
  person: z.string(),
  role: z.string(),
  presence: z.enum(['present', 'absent', 'not-listed']),
  evidence: z.array(evidence),
})

const groupCoverage = z.strictObject({
  bodyId: id,
  body: z.string(),
  /** Present and all of those who speak for the group (champion, talesperson), and of its contact persons. */
  champions: z.strictObject({ present: z.int(), all: z.int() }),
  contacts: z.strictObject({ present: z.int(), all: z.int() }),
  /** Everybody with a role in the group, each once. */
  people: z.strictObject({ present: z.int(), all: z.int() }),
  members: z.array(member),
})

export const representation = z.strictObject({
  meetingId: id,
  /** The day whose roles count: the one asked for, else the meeting's, else today. */
  on: day,
  /** Groups under the body that met, or the body itself when it has none. */
  groups: z.array(groupCoverage),
  champions: z.strictObject({ present: z.int(), all: z.int(), absent: z.array(member) }),
  contacts: z.strictObject({ present: z.int(), all: z.int(), absent: z.array(member) }),
  /** Types of the organisations that those present stand for; type null: the register does not say. */
  sectors: z.array(
    z.strictObject({ type: z.string().nullable(), people: z.int(), organisations: z.array(z.string()) }),
  ),
  /** Present without any organisation known for that day. */
  unplaced: z.int(),
})
export type Representation = z.infer<typeof representation>

/** What the register says of somebody on the day of a meeting whose list is silent. */
export const hat = z.strictObject({
  attendanceId: id,
  role: z.string().nullable(),
  title: z.string().nullable(),
  organisationId: id.nullable(),
  organisation: z.string().nullable(),
  bodyId: id.nullable(),
  body: z.string().nullable(),
  /** holds on that day, or only possible. */
  standing: z.enum(['holds', 'possible', 'undated']),
  evidence: z.array(evidence),
})
export type Hat = z.infer<typeof hat>

export const representationMethods = {
  'meetings.representation': read(z.strictObject({ id, ...clock }), representation),
  /**
   * Roles of those listed on the meeting's day, or the one asked for, best first, at most four each; never instead of
   * what the list says.
   */
  'meetings.hats': read(z.strictObject({ id, ...clock }), z.strictObject({ on: day, hats: z.array(hat) })),
} as const
