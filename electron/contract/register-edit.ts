/**
 * The register by hand. What somebody states themselves is kept as such ("egen uppgift"); a correction
 * retires what stood before and never overwrites it. Each method is one undo step.
 */
import { z } from 'zod'
import { date, day, endKind } from '#contract/days.ts'
import { id, label, line, nothing, text, write } from '#contract/method.ts'
import { partyRole } from '#contract/reading.ts'
import { assessmentScale, assignmentType, contactPoint, interactionChannel } from '#contract/register-pages.ts'
import { entityKind, registerKind } from '#contract/register.ts'

/** Days as somebody states them; inclusive. `to` is given exactly when the end is known. */
export const statedSpan = z
  .strictObject({
    from: date.nullable(),
    /** Only without a start: it began after this day. */
    fromAfter: date.nullable().default(null),
    to: date.nullable(),
    toKind: endKind,
    /** inferred: reckoned, not known. */
    basis: z.enum(['stated', 'inferred', 'unknown']).default('stated'),
  })
  .refine(({ to, toKind }) => (to !== null) === (toKind === 'known'))
  .refine(({ from, fromAfter }) => from === null || fromAfter === null)
export type StatedSpan = z.output<typeof statedSpan>

/** Somebody or something known, or a new name. An equal name of an organisation, body or post is the same one; a person is new. */
export const entry = z.union([z.strictObject({ id }), z.strictObject({ name: label() })])
export type Entry = z.infer<typeof entry>

/** What the writer says of it in their own words; may be empty. */
const statement = text(4000).default('')

const tenure = {
  /** Null: nobody is named. */
  person: entry.nullable(),
  organisation: entry.nullable().default(null),
  body: entry.nullable().default(null),
  post: entry.nullable().default(null),
  represents: entry.nullable().default(null),
  role: line().nullable(),
  title: line().nullable().default(null),
  span: statedSpan,
  /** The title tells of health. */
  sensitive: z.boolean().default(false),
  statement,
}

const end = z.strictObject({ kind: registerKind, id })
const relation = {
  type: z.enum(['focus', 'part-of', 'partner', 'member', 'other']),
  label: line().nullable().default(null),
  directed: z.boolean().default(true),
  span: statedSpan,
  statement,
}

/** Somebody's part in an event or an assignment. */
const part = { kind: entityKind, who: entry, role: partyRole }
const parts = z.array(z.strictObject(part)).max(100).default([])

const theme = { code: line(40).nullable().default(null), title: label(), parentId: id.nullable().default(null) }
const event = {
  title: label(),
  from: date.nullable(),
  to: date.nullable().default(null),
  venue: line().nullable().default(null),
}
const assignment = {
  type: assignmentType,
  title: label(),
  text: text(20_000).default(''),
  themeId: id.nullable().default(null),
  issued: date.nullable().default(null),
  due: date.nullable().default(null),
  amounts: z
    .array(
      z.strictObject({
        /** Whole kronor; reckoned from the words when left out, null where they name no such sum. */
        sek: z.int().min(0).max(Number.MAX_SAFE_INTEGER).nullable().optional(),
        text: label(),
      }),
    )
    .max(50)
    .default([]),
}
const owner = z.strictObject({ kind: z.enum(['person', 'organisation']), id })
const contact = { kind: contactPoint.shape.kind, value: label(1000) }
const made = z.strictObject({ id })
const ref = z.strictObject({ id })

export const editMethods = {
  'tenures.add': write(z.strictObject(tenure), made),
  /** The role as it should have stood: the old one is retired, its words go along. Gives the new one's id. */
  'tenures.correct': write(z.strictObject({ id, ...tenure }), made),
  /** It was never so, or nobody should see it as such: kept, but no longer known. */
  'tenures.retire': write(ref, nothing),
  'relations.add': write(z.strictObject({ from: end, to: end, ...relation }), made),
  'relations.correct': write(z.strictObject({ id, ...relation }), made),
  'relations.retire': write(ref, nothing),
  'themes.add': write(
    z.strictObject({
      type: z.enum(['area', 'objective', 'challenge']),
      ...theme,
      body: entry.nullable().default(null),
      statement,
    }),
    made,
  ),
  /** An entry as it should stand. What is left out stays; the change is somebody's own statement, as the entry's words. */
  'themes.set': write(z.strictObject({ id, ...theme, body: entry.nullable().optional(), statement }), nothing),
  'posts.add': write(
    z.strictObject({
      title: label(),
      organisation: entry.nullable().default(null),
      /** Who holds it, and since when. */
      holder: z.strictObject({ person: entry, span: statedSpan, statement }).nullable().default(null),
    }),
    made,
  ),
  'posts.set': write(z.strictObject({ id, title: label().optional(), organisation: entry.nullable() }), nothing),
  'events.add': write(
    z.strictObject({ ...event, body: entry.nullable().default(null), parties: parts, statement }),
    made,
  ),
  'events.set': write(z.strictObject({ id, ...event, body: entry.nullable().optional(), statement }), nothing),
  'assignments.add': write(z.strictObject({ ...assignment, parties: parts, statement }), made),
  'assignments.set': write(z.strictObject({ id, ...assignment, statement }), nothing),
  /** Gives somebody a part in an event or an assignment. */
  'parties.add': write(z.strictObject({ of: z.enum(['event', 'assignment']), ofId: id, ...part, statement }), made),
  'parties.set': write(z.strictObject({ id, ...part, statement }), nothing),
  'parties.remove': write(ref, nothing),
  'contacts.add': write(z.strictObject({ owner, ...contact }), made),
  'contacts.set': write(z.strictObject({ id, ...contact }), nothing),
  'contacts.remove': write(ref, nothing),
  /** Judgements are added and never changed; the newest is the one that counts. */
  'assessments.add': write(
    z
      .strictObject({
        owner,
        issue: label(),
        power: assessmentScale.default(null),
        interest: assessmentScale.default(null),
        position: assessmentScale.default(null),
        legitimacy: assessmentScale.default(null),
        urgency: assessmentScale.default(null),
        rationale: text(4000).default(''),
        asOf: day,
        author: label(200),
      })
      .refine((one) =>
        [one.power, one.interest, one.position, one.legitimacy, one.urgency].some((value) => value !== null),
      ),
    made,
  ),
  'interactions.add': write(
    z.strictObject({
      date,
      channel: interactionChannel,
      summary: text(4000),
      followUp: line(1000).nullable().default(null),
      parties: z.array(owner).min(1).max(100),
    }),
    made,
  ),
  'interactions.remove': write(ref, nothing),
  /** The person held it: the nameless role is retired, one with a name and all words takes its place. */
  'holders.confirm': write(z.strictObject({ tenureId: id, personId: id }), made),
  /** It was another: not proposed for this role again. */
  'holders.reject': write(z.strictObject({ tenureId: id, personId: id }), nothing),
} as const
