/** The pages of the register: all that is known of one entry, each fact with its words. */
import { z } from 'zod'
import { day, partialDate, span, standing } from '#contract/days.ts'
import { id, label, read } from '#contract/method.ts'
import { bodyType, organisationType, partyRole } from '#contract/reading.ts'
import {
  clock,
  earlier,
  entityKind,
  evidence,
  factState,
  nameView,
  ref,
  registerKind,
  role,
} from '#contract/register.ts'

const named = z.strictObject({ id, name: z.string() })

/** A tie that a text states or a person drew, as seen from one of its ends. */
export const tie = z.strictObject({
  id,
  type: z.enum(['focus', 'part-of', 'partner', 'member', 'other']),
  label: z.string().nullable(),
  /** From the page's subject to the other end, or the other way round. */
  outward: z.boolean(),
  directed: z.boolean(),
  otherId: id,
  otherKind: registerKind,
  other: z.string(),
  span,
  standing,
  state: factState,
  evidence: z.array(evidence),
})
export type Tie = z.infer<typeof tie>

/** Somebody's part in an event or an assignment. */
export const partyView = z.strictObject({ partyId: id, role: partyRole, kind: entityKind, id, name: z.string() })
export type PartyView = z.infer<typeof partyView>

export const eventRow = z.strictObject({
  id,
  title: z.string(),
  from: partialDate.nullable(),
  to: partialDate.nullable(),
  basis: z.enum(['stated', 'inferred', 'unknown']),
  /** The date as written where its year is inferred or missing. */
  asWritten: z.string().nullable(),
  venue: z.string().nullable(),
  /** What the page's subject has to do with it; null when it only stands under it. */
  role: partyRole.nullable(),
})
export type EventRow = z.infer<typeof eventRow>

export const amount = z.strictObject({ sek: z.int().nullable(), text: z.string() })
export const assignmentType = z.enum(['uppdrag', 'satsning', 'utredning', 'insats'])

export const assignmentRow = z.strictObject({
  id,
  type: assignmentType,
  title: z.string(),
  themeId: id.nullable(),
  /** "2.2 Title" of the theme it serves. */
  theme: z.string().nullable(),
  issued: partialDate.nullable(),
  due: partialDate.nullable(),
  amounts: z.array(amount),
  /** The organisations, bodies and people with a part in it. */
  parties: z.array(partyView),
  role: partyRole.nullable(),
})
export type AssignmentRow = z.infer<typeof assignmentRow>

export const contactPoint = z.strictObject({
  id,
  kind: z.enum(['email', 'phone', 'address', 'url']),
  value: z.string(),
})
export const assessmentScale = z.int().min(1).max(5).nullable()
export const assessment = z.strictObject({
  id,
  issue: z.string(),
  power: assessmentScale,
  interest: assessmentScale,
  position: assessmentScale,
  legitimacy: assessmentScale,
  urgency: assessmentScale,
  rationale: z.string(),
  asOf: day,
  author: z.string(),
  recordedAt: z.string(),
})
export type Assessment = z.infer<typeof assessment>
export const interactionChannel = z.enum(['meeting', 'call', 'mail', 'letter', 'visit', 'other'])
export const interaction = z.strictObject({
  id,
  date: partialDate,
  channel: interactionChannel,
  summary: z.string(),
  followUp: z.string().nullable(),
  parties: z.array(z.strictObject({ kind: z.enum(['person', 'organisation']), id, name: z.string() })),
})
export type Interaction = z.infer<typeof interaction>

/** A text that says something about the page's subject. */
const sourceRow = z.strictObject({ id, name: z.string(), facts: z.int() })

const meetingRow = { meetingId: id, title: z.string(), date: partialDate.nullable() }
/** Said things that stand in minutes. */
const record = z.strictObject({ text: z.string(), due: z.string().nullable(), evidence })

export const personView = z.strictObject({
  id,
  name: z.string(),
  /** restricted: kept, but in no list, map or export. */
  status: z.enum(['active', 'restricted', 'pseudonymised']),
  reviewOn: z.string().nullable(),
  /** The day the page is of. */
  asOf: day,
  names: z.array(z.strictObject({ text: z.string(), kind: z.string(), count: z.int(), evidence: z.array(evidence) })),
  spellings: z.array(nameView),
  roles: z.array(role),
  meetings: z.array(
    z.strictObject({
      ...meetingRow,
      capacity: z.string().nullable(),
      organisation: z.string().nullable(),
      status: z.string(),
      evidence: evidence.nullable(),
    }),
  ),
  /** Sentences of minutes that name the person, newest first. */
  mentions: z.array(evidence),
  /** Those of the mentions in which the person is the one who acts. */
  said: z.array(evidence),
  /** Decisions of meetings the person was at, newest first, at most a hundred: nobody knows who voted. */
  decided: z.array(record),
  /** Actions whose owner is the person. */
  promised: z.array(record),
  ties: z.array(tie),
  events: z.array(eventRow),
  assignments: z.array(assignmentRow),
  contacts: z.array(contactPoint),
  assessments: z.array(assessment),
  interactions: z.array(interaction),
  sources: z.array(sourceRow),
})
export type PersonView = z.infer<typeof personView>

export const organisationView = z.strictObject({
  id,
  name: z.string(),
  type: organisationType.nullable(),
  dissolvedOn: z.string().nullable(),
  asOf: day,
  names: z.array(z.string()),
  spellings: z.array(nameView),
  earlier: z.array(earlier),
  /** The entry of the other kind that is the same: the lists below have what is known of either. */
  same: named.nullable(),
  roles: z.array(role),
  posts: z.array(named),
  bodies: z.array(named),
  meetings: z.array(z.strictObject({ ...meetingRow, people: z.int() })),
  mentions: z.array(evidence),
  ties: z.array(tie),
  events: z.array(eventRow),
  assignments: z.array(assignmentRow),
  contacts: z.array(contactPoint),
  assessments: z.array(assessment),
  interactions: z.array(interaction),
  /** Words for the organisation's own being. */
  evidence: z.array(evidence),
  sources: z.array(sourceRow),
})
export type OrganisationView = z.infer<typeof organisationView>

const themeRef = z.strictObject({ id, code: z.string().nullable(), title: z.string() })

export const bodyView = z.strictObject({
  id,
  name: z.string(),
  type: bodyType.or(z.string()).nullable(),
  asOf: day,
  names: z.array(z.string()),
  spellings: z.array(nameView),
  earlier: z.array(earlier),
  /** The entry of the other kind that is the same: the lists below have what is known of either. */
  same: named.nullable(),
  parentId: id.nullable(),
  parent: z.string().nullable(),
  organisationId: id.nullable(),
  organisation: z.string().nullable(),
  mandate: z.string().nullable(),
  targetSize: z.string().nullable(),
  children: z.array(named),
  roles: z.array(role),
  meetings: z.array(z.strictObject({ ...meetingRow, people: z.int() })),
  /** What the group has taken on; the areas of a programme. */
  challenges: z.array(themeRef),
  areas: z.array(themeRef),
  ties: z.array(tie),
  events: z.array(eventRow),
  assignments: z.array(assignmentRow),
  /** Words for the group's own being, mandate and place. */
  evidence: z.array(evidence),
  sources: z.array(sourceRow),
})
export type BodyView = z.infer<typeof bodyView>

export const themeView = z.strictObject({
  id,
  type: z.enum(['area', 'objective', 'challenge']),
  code: z.string().nullable(),
  title: z.string(),
  asOf: day,
  /** From the outermost theme down to the one above this. */
  above: z.array(themeRef),
  bodyId: id.nullable(),
  body: z.string().nullable(),
  children: z.array(themeRef),
  /** Assignments under this theme and every theme below it. */
  assignments: z.array(assignmentRow),
  /**
   * Organisations that work on it, in Swedish order: those with a part in the assignments, and those whose people have
   * roles on the day in a group that works on it.
   */
  organisations: z.array(
    z.strictObject({
      id,
      name: z.string(),
      parts: z.array(z.strictObject({ role: partyRole, assignmentId: id })),
      through: z.array(z.strictObject({ bodyId: id, body: z.string(), people: z.array(named) })),
    }),
  ),
  /** Groups that work on this theme or one below it. */
  ties: z.array(tie),
  evidence: z.array(evidence),
  sources: z.array(sourceRow),
})
export type ThemeView = z.infer<typeof themeView>

export const postView = z.strictObject({
  id,
  title: z.string(),
  organisationId: id.nullable(),
  organisation: z.string().nullable(),
  asOf: day,
  /** Oldest first; those without days last. */
  holders: z.array(role),
})
export type PostView = z.infer<typeof postView>

export const eventView = z.strictObject({
  ...eventRow.shape,
  bodyId: id.nullable(),
  body: z.string().nullable(),
  meetingId: id.nullable(),
  parties: z.array(partyView),
  /** Events that turned out to be this one. */
  merged: z.array(z.strictObject({ id, title: z.string(), from: partialDate.nullable(), to: partialDate.nullable() })),
  evidence: z.array(evidence),
})
export type EventView = z.infer<typeof eventView>

export const assignmentView = z.strictObject({
  ...assignmentRow.shape,
  text: z.string(),
  evidence: z.array(evidence),
})
export type AssignmentView = z.infer<typeof assignmentView>

export const pageMethods = {
  /** An id that was merged into another gives that one's page; `id` of the answer says which it is. The same for the next two. */
  'people.get': read(ref, personView),
  'organisations.get': read(ref, organisationView),
  'bodies.get': read(ref, bodyView),
  'themes.get': read(ref, themeView),
  'posts.get': read(ref, postView),
  'events.get': read(ref, eventView),
  'assignments.get': read(ref, assignmentView),
  /**
   * Who held a post on a day: those known to, and those who may. A role without a named holder gives the
   * proposed ones. One of `id` and `title` (any spelling of case and marks): else entity.not-found.
   */
  'posts.holders': read(
    z.strictObject({ id: id.optional(), title: label(200).optional(), on: day, knownAt: clock.knownAt }),
    z.strictObject({ postId: id, title: z.string(), on: day, holders: z.array(role) }),
  ),
} as const
