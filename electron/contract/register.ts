/** People, organisations and bodies, with what is known about them and the words that say so. */
import { z } from 'zod'
import { partialDate } from '#contract/minutes.ts'
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

export const entityKind = z.enum(['person', 'organisation', 'body'])
export type EntityKind = z.infer<typeof entityKind>

export const registerRow = z.strictObject({
  id,
  kind: entityKind,
  name: z.string(),
  /** Best known affiliation or type; null when no text says. */
  detail: z.string().nullable(),
  meetings: z.int(),
})
export type RegisterRow = z.infer<typeof registerRow>

export const role = z.strictObject({
  id,
  /** Role as written: "champion", "ledamot", "VD". Null when only the tie is known. */
  role: z.string().nullable(),
  personId: id.nullable(),
  person: z.string().nullable(),
  organisationId: id.nullable(),
  organisation: z.string().nullable(),
  bodyId: id.nullable(),
  body: z.string().nullable(),
  evidence: z.array(evidence),
})
export type Role = z.infer<typeof role>

export const personView = z.strictObject({
  id,
  name: z.string(),
  names: z.array(z.strictObject({ text: z.string(), count: z.int(), evidence: z.array(evidence) })),
  roles: z.array(role),
  meetings: z.array(
    z.strictObject({
      meetingId: id,
      title: z.string(),
      date: partialDate.nullable(),
      capacity: z.string().nullable(),
      organisation: z.string().nullable(),
      status: z.string(),
      evidence: evidence.nullable(),
    }),
  ),
  /** Sentences of minutes that name the person, newest first. */
  mentions: z.array(evidence),
})
export type PersonView = z.infer<typeof personView>

export const organisationView = z.strictObject({
  id,
  name: z.string(),
  names: z.array(z.string()),
  roles: z.array(role),
  meetings: z.array(
    z.strictObject({ meetingId: id, title: z.string(), date: partialDate.nullable(), people: z.int() }),
  ),
  mentions: z.array(evidence),
})
export type OrganisationView = z.infer<typeof organisationView>

export const bodyView = z.strictObject({
  id,
  name: z.string(),
  type: z.string().nullable(),
  parentId: id.nullable(),
  parent: z.string().nullable(),
  children: z.array(z.strictObject({ id, name: z.string() })),
  roles: z.array(role),
  meetings: z.array(
    z.strictObject({ meetingId: id, title: z.string(), date: partialDate.nullable(), people: z.int() }),
  ),
})
export type BodyView = z.infer<typeof bodyView>

const ref = z.strictObject({ id })

export const registerMethods = {
  /** Sorted by Swedish rules. `query` matches any part of any name, marks forgiven. */
  'register.list': read(
    z.strictObject({ kind: entityKind, query: line(200).optional(), limit: z.int().min(1).max(5000).default(2000) }),
    z.strictObject({ total: z.int(), rows: z.array(registerRow) }),
  ),
  'people.get': read(ref, personView),
  'organisations.get': read(ref, organisationView),
  'bodies.get': read(ref, bodyView),
  /** Chooses the shown name; the old one is kept among the names as written. */
  'register.rename': write(z.strictObject({ kind: entityKind, id, name: label() }), nothing),
  /** Only what no text or meeting holds may go: else entity.in-use. */
  'register.remove': write(z.strictObject({ kind: entityKind, id }), nothing),
} as const
