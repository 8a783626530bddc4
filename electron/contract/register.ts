/** The register: everybody and everything the texts name, and how roles stand on a day. */
import { z } from 'zod'
import { day, moment, partialDate, span, standing } from '#contract/days.ts'
import { id, label, line, nothing, read, write } from '#contract/method.ts'

/** Words of a source that prove a fact. */
export const evidence = z.strictObject({
  sourceId: id.nullable(),
  /** Name of the text; null means somebody's own statement ("egen uppgift"). */
  sourceName: z.string().nullable(),
  line: z.int().nullable(),
  quote: z.string(),
  meetingId: id.nullable(),
  meetingDate: partialDate.nullable(),
  itemId: id.nullable(),
  /** "§ 2", "4", as printed; null in a list. */
  itemNumber: z.string().nullable(),
})
export type Evidence = z.infer<typeof evidence>

/** Who can be named in a list of those present, and stand for something. */
export const entityKind = z.enum(['person', 'organisation', 'body'])
export type EntityKind = z.infer<typeof entityKind>

/** Everything that has a list and a page. */
export const registerKind = z.enum(['person', 'organisation', 'body', 'theme', 'post', 'event', 'assignment'])
export type RegisterKind = z.infer<typeof registerKind>

/**
 * The one clock, an optional part of every read. asOf: the day that is looked at; today when left out.
 * knownAt: what the register held at that moment, before later corrections; now when left out.
 */
export const clock = { asOf: day.optional(), knownAt: moment.optional() }
export type Clock = { asOf?: string | undefined; knownAt?: string | undefined }

export const registerRow = z.strictObject({
  id,
  kind: registerKind,
  name: z.string(),
  /** Best known affiliation on the day, type, holder or code; null when no text says. */
  detail: z.string().nullable(),
  meetings: z.int(),
  /** The other's name of an organisation that is a body as well, or such a body; null unless asked for together. */
  also: z.string().nullable(),
})
export type RegisterRow = z.infer<typeof registerRow>

/** Asserted by a text or a person; proposed: nobody has confirmed it; disputed: texts disagree. */
export const factState = z.enum(['asserted', 'proposed', 'disputed'])

/** Somebody who may hold a role that no text names a holder for. */
export const proposedHolder = z.strictObject({
  personId: id,
  person: z.string(),
  /** Codes of what speaks for it: see assets/locales, register:holder.reasons. */
  reasons: z.array(z.string()),
  /** Words that name them for the post. */
  evidence: z.array(evidence),
})
export type ProposedHolder = z.infer<typeof proposedHolder>

export const role = z.strictObject({
  id,
  /** Role as written: "champion", "ledamot". Null when only the tie is known. */
  role: z.string().nullable(),
  /** Title as written: "Vice VD", "Rektor". */
  title: z.string().nullable(),
  personId: id.nullable(),
  person: z.string().nullable(),
  organisationId: id.nullable(),
  organisation: z.string().nullable(),
  bodyId: id.nullable(),
  body: z.string().nullable(),
  /** The seat that outlives its holders. */
  postId: id.nullable(),
  post: z.string().nullable(),
  /** Whom the holder speaks for there. */
  representsId: id.nullable(),
  represents: z.string().nullable(),
  /** The word a text has for a holder it does not name: hon (she), han (he). */
  pronoun: z.enum(['hon', 'han']).nullable(),
  span,
  standing,
  state: factState,
  /** The title tells of health: marked before it leaves the machine. */
  sensitive: z.boolean(),
  /** A row of the register, which can be corrected; else it follows from lists of those present. */
  stored: z.boolean(),
  recordedAt: z.string().nullable(),
  /** Only for a holder nobody is named for. */
  proposed: z.array(proposedHolder),
  evidence: z.array(evidence),
})
export type Role = z.infer<typeof role>

/** official: as it is registered. abbreviation: of a person, a short form. */
export const nameKind = z.enum(['official', 'variant', 'abbreviation', 'former', 'misspelt'])
export type NameKind = z.infer<typeof nameKind>

/** A name of an entry, and when it was in use. */
export const nameView = z.strictObject({
  /** Null: the name a body is shown by, which has no row of its own. */
  id: id.nullable(),
  text: z.string(),
  kind: nameKind,
  from: partialDate.nullable(),
  to: partialDate.nullable(),
  /** Somebody gave it: it can be rewritten and taken away. Names as texts write them cannot. */
  byHand: z.boolean(),
})
export type NameView = z.infer<typeof nameView>

/** What an entry was said to be until somebody changed it, the latest first. */
export const earlier = z.strictObject({
  field: z.enum(['type', 'dissolvedOn', 'parent', 'organisation', 'mandate', 'targetSize', 'same']),
  /** Null: nothing was said. */
  before: z.string().nullable(),
  changedAt: z.string(),
})
export type Earlier = z.infer<typeof earlier>

export const ref = z.strictObject({ id, ...clock })

export const registerMethods = {
  /** Sorted by Swedish rules, events by day. `query` matches any part of any name, marks forgiven. */
  'register.list': read(
    z.strictObject({
      kind: registerKind,
      query: line(200).optional(),
      limit: z.int().min(1).max(5000).default(2000),
      /** A body that is an organisation stands in both lists, each time by the names of both. */
      together: z.boolean().default(false),
      ...clock,
    }),
    z.strictObject({ total: z.int(), rows: z.array(registerRow) }),
  ),
  /** Chooses the shown name; the old one is kept among the names as written. */
  'register.rename': write(z.strictObject({ kind: registerKind, id, name: label() }), nothing),
  /** Only what no text or meeting holds may go: else entity.in-use. */
  'register.remove': write(z.strictObject({ kind: registerKind, id }), nothing),
} as const
