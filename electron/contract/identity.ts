/** Who is who: names that may be one person's, organisation's or group's, what was answered, and the way back. */
import { z } from 'zod'
import { id, label, line, read, write } from '#contract/method.ts'
import { partialDate } from '#contract/days.ts'
import { entityKind, evidence } from '#contract/register.ts'

/** Why two names are asked about. The last four speak against it. */
export const reason = z.enum([
  'equal',
  'sound', // spelt otherwise, heard the same
  'marks', // å, ä, ö or an accent lost
  'spelling', // a slip of the keys
  'comma',
  'order', // surname first
  'hyphen',
  'spacing', // written apart or together
  'initials',
  'short-form', // an everyday name
  'middle-name',
  'part-of-name', // one half of a double surname
  'particle', // von, af, de
  'former-name',
  'legal-form', // AB, ideell förening
  'abbreviation',
  'same-type',
  'shared-organisation',
  'shared-group',
  'asked', // somebody chose them by hand
  'split', // taken out of one entry by hand
  'generation', // the elder, the younger
  'other-organisation',
  'same-meeting',
  'unlike', // the names have little in common
])
export type Reason = z.infer<typeof reason>
export const against: readonly Reason[] = ['generation', 'other-organisation', 'same-meeting', 'unlike']

export const verdict = z.enum(['same', 'different', 'undecided'])
export type IdentityVerdict = z.infer<typeof verdict>

/** One of those asked about, with the places where its names are written. */
export const candidate = z.strictObject({
  id,
  name: z.string(),
  names: z.array(z.string()),
  /** Best known affiliation or type. */
  detail: z.string().nullable(),
  /** Rows of texts, meetings and roles that hold it. */
  places: z.int(),
  evidence: z.array(evidence),
})
export type Candidate = z.infer<typeof candidate>

export const cluster = z.strictObject({
  kind: entityKind,
  /** same: proposed as one; undecided: asked about without a proposal. */
  verdict: z.enum(['same', 'undecided']),
  members: z.array(candidate).min(2),
  reasons: z.array(reason),
  /** Keystrokes between the two names that differ most. */
  distance: z.int(),
  /** 0..1 */
  likeness: z.number(),
  /** Organisations and groups that all of them share. */
  shared: z.array(z.string()),
  /** The spelling that would be shown: the official one, else the one written most often. */
  suggested: z.string(),
})
export type Cluster = z.infer<typeof cluster>

/** A sign that strayed into a name. mended: as the text was read; the text's own spelling is kept. */
export const repair = z.strictObject({
  personId: id,
  name: z.string(),
  written: z.string(),
  suggestion: z.string(),
  state: z.enum(['open', 'mended']),
  evidence: evidence.nullable(),
})
export type Repair = z.infer<typeof repair>

const party = z.strictObject({
  id,
  name: z.string(),
  /** False: merged into another, or removed. */ alive: z.boolean(),
})

export const decision = z.strictObject({
  id,
  kind: entityKind,
  verdict,
  /** Of a merge, the one that stayed. */
  a: party,
  /** Of a merge, the one that went into it. */
  b: party,
  reasons: z.array(reason),
  decidedAt: z.string(),
})
export type Decision = z.infer<typeof decision>

/** One row that points to an entity. */
export const reference = z.strictObject({
  table: z.string(),
  column: z.string(),
  row: id,
  /** What it says, in the words of the text; '' when it says nothing by itself. */
  label: z.string(),
  date: partialDate.nullable(),
})
export type Reference = z.infer<typeof reference>

const one = z.strictObject({ kind: entityKind, id })

export const identityMethods = {
  /** What there is to answer, the surest first. `total` counts clusters, also those beyond `limit`. */
  'identity.proposals': read(
    z.strictObject({ kind: entityKind.optional(), limit: z.int().min(0).max(500).default(100) }),
    z.strictObject({ total: z.int(), clusters: z.array(cluster), repairs: z.array(repair) }),
  ),
  /** Two to twenty entries beside each other, chosen by hand. */
  'identity.compare': read(z.strictObject({ kind: entityKind, ids: z.array(id).min(2).max(20) }), cluster),
  /** Entries whose names are like one name, the likest first. */
  'identity.find': read(
    z.strictObject({
      kind: entityKind,
      name: label(),
      organisation: line().nullable().default(null),
      /** Not to be among them. */
      except: id.nullable().default(null),
    }),
    z.strictObject({
      found: z.array(
        z.strictObject({
          id,
          name: z.string(),
          detail: z.string().nullable(),
          similarity: z.number(),
          reasons: z.array(reason),
        }),
      ),
    }),
  ),
  /**
   * Answers for all of `ids`. same: they become one, `keep` (else the one most written of) under `name` (else the
   * suggested one); every reference moves and is remembered. Errors: entity.not-found, identity.conflict (another
   * answer says otherwise), identity.within (a body and one it belongs to), identity.sealed (a name that is gone).
   */
  'identity.decide': write(
    z.strictObject({
      kind: entityKind,
      ids: z.array(id).min(2).max(20),
      verdict,
      keep: id.optional(),
      name: label().optional(),
    }),
    z.strictObject({ kept: id.nullable(), decisions: z.array(id) }),
  ),
  /** Answers that stand, the latest first. */
  'identity.decisions': read(
    z.strictObject({ verdict: verdict.optional(), limit: z.int().min(1).max(2000).default(500) }),
    z.strictObject({ total: z.int(), decisions: z.array(decision) }),
  ),
  /** What taking a merge back would do: rows that go back, and what came after the merge and stays. */
  'identity.preview': read(
    z.strictObject({ id }),
    z.strictObject({ back: z.int(), stays: z.array(reference), staying: z.int() }),
  ),
  /** Takes an answer back; of a merge, the one that went comes back with all that is its own. identity.not-found. */
  'identity.reverse': write(
    z.strictObject({ id }),
    z.strictObject({ restored: id.nullable(), back: z.int(), staying: z.int() }),
  ),
  /** All that points to an entity, and its spellings, for choosing what to take out of it; at most 2,000 rows. */
  'identity.references': read(
    one,
    z.strictObject({ total: z.int(), references: z.array(reference), names: z.array(z.string()) }),
  ),
  /** Takes names and references out of an entry into a new one of the given name, and remembers that they are two. */
  'identity.split': write(
    z.strictObject({
      kind: entityKind,
      id,
      name: label(),
      names: z.array(line()).max(200).default([]),
      references: z.array(z.strictObject({ table: z.string().max(60), column: z.string().max(60), row: id })).max(2000),
    }),
    z.strictObject({ id }),
  ),
  /** Who an entry became: itself, or whom it was merged into. entity.not-found when it is gone. */
  'identity.resolve': read(one, z.strictObject({ id, name: z.string() })),
} as const
