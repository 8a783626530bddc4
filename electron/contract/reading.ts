/**
 * What a text that is no minutes may tell about people, organisations and groups. A finding is a
 * proposal and nothing more: it enters the register when a person accepts it. What the text does not
 * say is null. Names are given as they stand; `name` is the form that a register would show.
 */
import { z } from 'zod'
import { partialDate, span as days } from '#contract/days.ts'

/** Where words stand in the text. Lines count from 1; the quote is verbatim, without its line's outer space. */
export const place = z.strictObject({ from: z.int().min(1), to: z.int().min(1), quote: z.string().min(1) })
export type Place = z.infer<typeof place>

export const named = z.strictObject({ name: z.string().min(1), asWritten: z.string().min(1) })
export type Named = z.infer<typeof named>

/** The days of a fact as one text tells them. */
export const span = days.extend({
  /** The latest day that the text tells of as past: it says so then or later. */
  writtenAfter: partialDate.nullable(),
})
export type Span = z.infer<typeof span>

export const organisationType = z.enum([
  'departement', // ministry
  'myndighet', // government agency
  'region',
  'kommun', // municipality
  'lärosäte', // university or university college
  'företag', // company
  'branschorganisation', // trade association
  'civilsamhälle', // civil society: patient organisation, foundation, think tank
  'statligt bolag', // state-owned company
  'internationell', // international body
])
export type OrganisationType = z.infer<typeof organisationType>

export const bodyType = z.enum([
  'program', // samverkansprogram: a collaboration programme
  'samverkansgrupp', // its advisory group
  'arbetsgrupp', // working group
  'kontor', // office within an organisation
  'utredning', // government inquiry
  'råd', // council
  'nämnd', // committee
  'styrelse', // board
])
export type BodyType = z.infer<typeof bodyType>

/** Part somebody has in an event or an assignment. */
export const partyRole = z.enum([
  'charged', // has been given it to do
  'coordinating', // leads those who do
  'issuer', // gave it: a ministry, the government
  'funder',
  'recipient', // of the money
  'partner',
  'organiser',
  'participant',
  'guest',
])
export type PartyRole = z.infer<typeof partyRole>
export const party = z.strictObject({
  kind: z.enum(['person', 'organisation', 'body']),
  who: named,
  role: partyRole,
})
export type Party = z.infer<typeof party>

const common = { places: z.array(place).min(1) }

export const finding = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person'), who: named, ...common }),
  z.strictObject({ kind: z.literal('organisation'), who: named, type: organisationType.nullable(), ...common }),
  z.strictObject({
    kind: z.literal('body'),
    who: named,
    type: bodyType.nullable(),
    /** The body it belongs to. */
    parent: named.nullable(),
    /** The organisation it is part of. */
    organisation: named.nullable(),
    /** What it has been set up to do, in the text's words. */
    mandate: z.string().nullable(),
    /** "omkring 20". */
    targetSize: z.string().nullable(),
    /** Organisations that the text says take part in it. */
    members: z.array(named),
    ...common,
  }),
  z.strictObject({
    kind: z.literal('theme'),
    /** area: a priority area; objective: a numbered aim under it; challenge: what a group has taken on. */
    type: z.enum(['area', 'objective', 'challenge']),
    code: z.string().nullable(),
    title: z.string().min(1),
    parent: z.strictObject({ code: z.string().nullable(), title: z.string().nullable() }).nullable(),
    /** The group whose challenge it is, or the programme whose area. */
    body: named.nullable(),
    ...common,
  }),
  /** A body works on a theme. */
  z.strictObject({
    kind: z.literal('focus'),
    body: named,
    theme: z.strictObject({ code: z.string().nullable(), title: z.string().nullable() }),
    ...common,
  }),
  z.strictObject({
    kind: z.literal('tenure'),
    /** Null: the text names the role and the days, not the holder. */
    person: named.nullable(),
    /** The word the text has for a holder without a name. */
    pronoun: z.enum(['hon', 'han']).nullable(),
    /** champion, kontaktperson, sammankallande, ledamot, anställd, statsråd, samordnare, projektledare, ordförande ... */
    role: z.string().nullable(),
    /** Title as written: "Vice VD", "Rektor". */
    title: z.string().nullable(),
    organisation: named.nullable(),
    body: named.nullable(),
    /** The seat that outlives its holders: "näringsminister". */
    post: z.string().nullable(),
    span,
    /** The title tells of somebody's health (a patient speaking as one). */
    sensitive: z.boolean(),
    ...common,
  }),
  z.strictObject({
    kind: z.literal('event'),
    title: z.string().min(1),
    from: partialDate.nullable(),
    to: partialDate.nullable(),
    basis: z.enum(['stated', 'inferred', 'unknown']),
    /** The date as written when the year had to be inferred or none could be. */
    asWritten: z.string().nullable(),
    venue: z.string().nullable(),
    /** The meeting of a body. */
    body: named.nullable(),
    parties: z.array(party),
    ...common,
  }),
  z.strictObject({
    kind: z.literal('assignment'),
    /** The heading it stands under, or its first words. */
    title: z.string().min(1),
    /** uppdrag: somebody is charged; satsning: money; utredning: an inquiry; insats: any other measure. */
    type: z.enum(['uppdrag', 'satsning', 'utredning', 'insats']),
    theme: z.strictObject({ code: z.string().nullable(), title: z.string().nullable() }).nullable(),
    text: z.string(),
    parties: z.array(party),
    /** Whole kronor, and the words: {sek: 3_700_000_000, text: "3,7 miljarder kr"}. */
    amounts: z.array(z.strictObject({ sek: z.int().nullable(), text: z.string() })),
    issued: partialDate.nullable(),
    due: partialDate.nullable(),
    ...common,
  }),
])
export type Finding = z.infer<typeof finding>
export type FindingKind = Finding['kind']
export type FindingOf<K extends FindingKind> = Extract<Finding, { kind: K }>

export const reading = z.strictObject({
  /** "Innehållet publicerades under perioden …": inclusive; null when the text does not say. */
  publishedFrom: partialDate.nullable(),
  publishedTo: partialDate.nullable(),
  /** The latest day that the text tells of as past: it was written then or later. */
  writtenAfter: partialDate.nullable(),
  lines: z.int(),
  findings: z.array(finding),
})
export type Reading = z.infer<typeof reading>
