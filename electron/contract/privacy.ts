/** What the register holds of one person, and a person's rights over it: to see, to correct, to restrict, to be erased. */
import { z } from 'zod'
import { reason } from '#contract/identity.ts'
import { partialDate } from '#contract/days.ts'
import { id, label, nothing, read, task, write } from '#contract/method.ts'

const extractField = z.strictObject({ name: z.string(), value: z.string() })

export const extractSection = z.strictObject({
  /** Table of the workspace; the locale files name it in words under `privacy.table.<name>`. */
  table: z.string(),
  rows: z.array(
    z.strictObject({
      id: z.string(),
      /** refers: the row points at the person; names: its text has the name; proves: it belongs to such a row. */
      why: z.enum(['refers', 'names', 'proves']),
      fields: z.array(extractField),
    }),
  ),
})

/** A document that keeps a name whatever is erased elsewhere: minutes are records. */
const keptRecord = z.strictObject({ meetingId: id, title: z.string(), date: partialDate.nullable() })

/** A file of a meeting that names the person, or that could not be looked into whole. */
const namingFile = z.strictObject({
  /** An attachment. */
  id,
  fileName: z.string(),
  title: z.string(),
  meetingId: id,
  meeting: z.string(),
  date: partialDate.nullable(),
  /** False: some of its words cannot be read here (a PDF, a picture), and in those that can the name does not stand. */
  names: z.boolean(),
  /** It belongs to minutes that are a record. */
  record: z.boolean(),
})
export type NamingFile = z.infer<typeof namingFile>

/** Everything of one person (registerutdrag, GDPR article 15). Long texts are cut to the lines that name the person. */
export const extract = z.strictObject({
  personId: id.nullable(),
  /** Shown name, or the name that was asked for. */
  name: z.string(),
  names: z.array(z.string()),
  status: z.enum(['active', 'restricted', 'pseudonymised', 'unknown']),
  madeAt: z.string(),
  sections: z.array(extractSection),
  /** Minutes that name the person. */
  records: z.array(keptRecord),
  /** Those that name the person first. */
  files: z.array(namingFile),
  /** Steps that undo could still bring back, with the name in them. */
  undoSteps: z.int(),
})
export type Extract = z.infer<typeof extract>

/** By register entry, or by a name as the person gives it: somebody erased is found in the records that stay. */
const subject = z.union([z.strictObject({ id }), z.strictObject({ name: label(200) })])

export const erasureReason = z.enum([
  'request', // the person asks
  'consent-withdrawn',
  'not-needed', // no longer needed for its purpose
  'objection',
  'unlawful',
  'legal-duty',
])
export type ErasureReason = z.infer<typeof erasureReason>

const auditEntry = z.strictObject({
  id,
  at: z.string(),
  act: z.enum(['access', 'export', 'rectify', 'restrict', 'unrestrict', 'erase', 'pseudonymise', 'review']),
  subjectKind: z.string(),
  subjectId: z.string().nullable(),
  /** Name as it stands now; null when there is none any more. */
  subject: z.string().nullable(),
  detail: z.string().nullable(),
})

const retentionKind = z.enum(['person-idle', 'assessment', 'interaction', 'contact', 'source'])
export type RetentionKind = z.infer<typeof retentionKind>

/** An entry of its own whose name is like that of somebody who is to be erased. */
export const alike = z.strictObject({
  id,
  name: z.string(),
  /** The spelling that is like; null where it is the shown one. */
  spelling: z.string().nullable(),
  /** Best known affiliation. */
  detail: z.string().nullable(),
  /** 0..1 */
  likeness: z.number(),
  /** What makes the two names one name; empty where they are no more than alike. */
  reasons: z.array(reason),
  /** False: fell with a text that was withdrawn. */
  standing: z.boolean(),
  /** Somebody has answered that the two are different people. */
  different: z.boolean(),
})
export type Alike = z.infer<typeof alike>

/** Entries that are the same person's and go along. */
const alsoPeople = z.array(id).max(100).default([])

export const flag = z.strictObject({
  /** Whom it is about; null where it is an organisation. */
  personId: id.nullable(),
  organisationId: id.nullable(),
  name: z.string(),
  /** health: a title that tells of health; assessment: somebody's judgement of the person or organisation. */
  why: z.enum(['health', 'assessment']),
  words: z.string(),
})
export type Flag = z.infer<typeof flag>

export const privacyMethods = {
  /** Errors: entity.not-found, privacy.name-too-short. */
  'privacy.extract': task(subject, extract),
  /** The extract as a file, logged as an export. `saved` is null when the person thought better of it. */
  'privacy.exportExtract': task(
    z.strictObject({ subject, format: z.enum(['json', 'docx']), language: z.enum(['sv', 'en']) }),
    z.strictObject({ saved: z.string().nullable() }),
  ),
  /** Corrects the shown name; the old one stays among the names, as misspelt or former. */
  'privacy.rectify': write(
    z.strictObject({ id, name: label(), oldWas: z.enum(['misspelt', 'former', 'variant']) }),
    nothing,
  ),
  /** Hides a person from search, lists, maps and exports; the minutes stay as they are. */
  'privacy.restrict': write(z.strictObject({ id, restricted: z.boolean() }), nothing),
  /** The only list that has people who are restricted: where they are found again. Since: the day, when the log has it. */
  'privacy.restricted': read(
    nothing,
    z.strictObject({ people: z.array(z.strictObject({ id, name: z.string(), since: z.string().nullable() })) }),
  ),
  /**
   * Whom the register knows or knew by a name, whichever of theirs it is, given name or family name first: who asks by
   * it has rights over more than the texts that have the name. Not `standing`: fell with a text that was withdrawn, and
   * has no page; the extract and the erasure take the id all the same.
   */
  'privacy.bearers': read(
    z.strictObject({ name: label(200) }),
    z.strictObject({ people: z.array(z.strictObject({ id, name: z.string(), standing: z.boolean() })) }),
  ),
  /** What erasing would touch, with those who are taken along. Errors: entity.not-found. */
  'privacy.erasurePreview': task(
    z.strictObject({ id, alsoPeople }),
    z.strictObject({
      names: z.array(z.string()),
      /** Words of the names that nobody else bears: they are replaced where they stand alone. */
      parts: z.array(z.string()),
      /** Rows that go or are rewritten, by table. */
      tables: z.array(z.strictObject({ table: z.string(), rows: z.int() })),
      records: z.array(keptRecord),
      files: z.array(namingFile),
      /** Whom the register has under a name like it, the likeliest first: left unless they are taken along. */
      alike: z.array(alike),
    }),
  ),
  /**
   * Removes the person for good: from the register, the texts that are no records, the undo history, the
   * index and the safety copies. Minutes stay, except those of `alsoMeetings`. Files of meetings cannot be rewritten:
   * those of `alsoFiles` go whole, the others stay and are told. `alsoPeople` are the same person under entries of
   * their own, and get the same replacement. Cannot be undone. Errors: attachment.not-found, entity.not-found.
   * erase: the name becomes "[borttaget]"; pseudonymise: a made-up one that stays the same everywhere.
   */
  'privacy.erase': task(
    z.strictObject({
      id,
      mode: z.enum(['erase', 'pseudonymise']),
      reason: erasureReason,
      alsoPeople,
      alsoMeetings: z.array(id).max(10_000).default([]),
      alsoFiles: z.array(id).max(10_000).default([]),
      language: z.enum(['sv', 'en']),
    }),
    z.strictObject({ replacement: z.string(), records: z.array(keptRecord), files: z.array(namingFile) }),
  ),
  /**
   * Health-telling titles and assessments, as they would leave the machine: titles alone in a map or a
   * meeting's document, assessments too in a file of the register.
   */
  'privacy.flags': read(
    z.strictObject({ scope: z.enum(['map', 'register', 'meeting']), meetingId: id.optional() }),
    z.strictObject({ flags: z.array(flag) }),
  ),
  /** Notes that a person's page was opened: once a day for each person. */
  'privacy.noteAccess': task(z.strictObject({ id }), nothing),
  'privacy.log': read(
    z.strictObject({ id: id.optional(), limit: z.int().min(1).max(1000).default(200) }),
    z.strictObject({ total: z.int(), entries: z.array(auditEntry) }),
  ),
  'retention.rules': read(
    nothing,
    z.strictObject({ rules: z.array(z.strictObject({ kind: retentionKind, months: z.int() })) }),
  ),
  /** Null months: no rule. */
  'retention.setRule': write(
    z.strictObject({ kind: retentionKind, months: z.int().min(1).max(1200).nullable() }),
    nothing,
  ),
  /** What is due for review on a day, by the rules; nothing is removed by them. */
  'retention.due': read(
    z.strictObject({ on: z.iso.date() }),
    z.strictObject({
      due: z.array(
        z.strictObject({
          kind: retentionKind,
          id,
          name: z.string(),
          /** Last day of activity. */
          last: partialDate.nullable(),
        }),
      ),
    }),
  ),
  /** Reviewed: kept until a day. */
  'retention.keep': write(z.strictObject({ kind: retentionKind, id, until: z.iso.date() }), nothing),
  /** Reviewed: removes an assessment, a note of a contact or a contact detail. People and sources have ways of their own. */
  'retention.remove': write(z.strictObject({ kind: z.enum(['assessment', 'interaction', 'contact']), id }), nothing),
} as const
