/** Contacts in and out as the files other programs read and write, and a whole workspace as one JSON document. */
import { z } from 'zod'
import { maxImportText } from '#contract/envelope.ts'
import { match, textEncoding } from '#contract/imports.ts'
import { id, label, task, text, write } from '#contract/method.ts'
import { workspaceStatus } from '#contract/workspace.ts'

/** Written into documents of whole workspaces; the version of package.json. */
export const programVersion = '0.1.0'

/** Most contacts of one file, and most columns of one table. */
export const mostContacts = 5000
export const mostColumns = 256
/** Base64 units of a file that holds contacts. */
const maxFile = 28_000_000

export const contactFormat = z.enum(['csv', 'vcard', 'ics', 'xlsx'])
export type ContactFormat = z.infer<typeof contactFormat>

/** What a column tells. A field may be told by several columns; `postal` continues the address before it. */
export const contactField = z.enum([
  'name',
  'nameReversed', // family name first: "Ek, Anna"
  'givenName',
  'familyName',
  'title',
  'role',
  'organisation',
  'department',
  'email',
  'phone',
  'address',
  'postal',
  'url',
  'ignore',
])
export type ContactField = z.infer<typeof contactField>

export const separator = z.enum([';', ',', '\t', '|'])
export type Separator = z.infer<typeof separator>

/** Where somebody works, and as what. */
export const contactPlace = z.strictObject({
  organisation: z.string().nullable(),
  department: z.string().nullable(),
  title: z.string().nullable(),
  role: z.string().nullable(),
})
export type ContactPlace = z.infer<typeof contactPlace>

/** One contact as a file gives it. Without a name it is an organisation's own. */
export const contact = z.strictObject({
  name: z.string().nullable(),
  places: z.array(contactPlace),
  emails: z.array(z.string()),
  phones: z.array(z.string()),
  addresses: z.array(z.string()),
  urls: z.array(z.string()),
  /** What a calendar says of an attendee: event, day, role, answer. It stays in the file's text. */
  note: z.string().nullable(),
})
export type Contact = z.infer<typeof contact>

export const contactProblem = z.enum([
  'no-name', // neither a name nor an organisation: the row cannot be taken in
  'too-long', // a value longer than any field: the row cannot be taken in
  'restricted', // the entry it would change is restricted: nothing is added to it
  'bad-email', // left out
  'name-unlikely', // an address or figures stand where a name should
  'unbalanced-quote',
  'too-many-cells',
  'cut-short', // a card without its end
  'replaced', // characters that no file can hold
])
export type ContactProblem = z.infer<typeof contactProblem>

const candidate = match.shape.candidates.element.extend({ why: z.enum(['name', 'email']) })

export const contactRow = z.strictObject({
  /** Line in the text as it is kept. */
  line: z.int().min(1),
  quote: z.string(),
  contact,
  /** False: the row can only be left out. */
  usable: z.boolean(),
  problems: z.array(z.strictObject({ code: contactProblem, words: z.string() })),
  /** An earlier row, from 0, that is the same contact: taken together unless somebody says otherwise. */
  same: z.int().nullable(),
  /** Earlier rows that may be the same. */
  near: z.array(z.strictObject({ row: z.int(), why: z.enum(['name', 'email']) })),
  match: match.extend({ candidates: z.array(candidate) }),
})
export type ContactRow = z.infer<typeof contactRow>

export const contactColumn = z.strictObject({
  heading: z.string(),
  field: contactField,
  /** The first values that say something. */
  samples: z.array(z.string()),
})
export type ContactColumn = z.infer<typeof contactColumn>

/** How a file is to be read, where the guess was wrong. */
const reading = {
  format: contactFormat.optional(),
  /** What the bytes of a text file stand for; pasted text and a workbook need none. */
  encoding: textEncoding.optional(),
  separator: separator.optional(),
  header: z.boolean().optional(),
  columns: z.array(contactField).max(mostColumns).optional(),
  /** Sheet of a workbook, from 0. */
  sheet: z.int().min(0).max(1000).optional(),
}
const pasted = { text: text(maxImportText) }
const file = { base64: z.string().max(maxFile) }

export const contactsPreview = z.strictObject({
  format: contactFormat,
  encoding: z.enum([...textEncoding.options, 'pasted', 'binary']),
  replaced: z.int(),
  /** Null where the format has none. */
  separator: separator.nullable(),
  header: z.boolean().nullable(),
  sheets: z.array(z.string()),
  sheet: z.int().nullable(),
  /** Empty for cards and calendars: they name their fields themselves. */
  columns: z.array(contactColumn),
  rows: z.array(contactRow),
  /** Organisations of the file that are like known ones without bearing their names. */
  organisations: z.array(match),
  /** The same file was read in before. */
  known: z.strictObject({ sourceId: id, name: z.string(), addedAt: z.string() }).nullable(),
})
export type ContactsPreview = z.infer<typeof contactsPreview>

/** link: to a known person; new: somebody new; skip: left out; same: with an earlier row. */
const choice = z.union([
  z.strictObject({ row: z.int().min(0), as: z.literal('link'), to: id }),
  z.strictObject({ row: z.int().min(0), as: z.enum(['new', 'skip']) }),
  z.strictObject({ row: z.int().min(0), as: z.literal('same'), with: z.int().min(0) }),
])
export type ContactChoice = z.infer<typeof choice>

const commitChoices = {
  /** Name of the file: the source is called so. */
  name: label(300),
  choices: z.array(choice).max(mostContacts).default([]),
  /** Organisations of the file that stand for known ones of another name. */
  organisations: z
    .array(z.strictObject({ name: z.string().max(500), to: id }))
    .max(mostContacts)
    .default([]),
}

export const contactsDone = z.strictObject({
  sourceId: id,
  made: z.int(),
  linked: z.int(),
  skipped: z.int(),
  organisations: z.int(),
  /** Contact details and positions that were not known before. */
  points: z.int(),
  tenures: z.int(),
})
export type ContactsDone = z.infer<typeof contactsDone>

export const exchangeMethods = {
  /** Errors: contacts.nothing, contacts.unreadable, contacts.unsafe, contacts.too-many, contacts.too-wide, import.not-text, import.too-large. */
  'contacts.preview': task(
    z.union([z.strictObject({ ...pasted, ...reading }), z.strictObject({ ...file, ...reading })]),
    contactsPreview,
  ),
  /**
   * Reads the file again and stores it with its text as a source: one transaction, one undo. Without a choice an
   * exact, unambiguous name is linked, rows that are the same go together, the rest are new, and what is unusable
   * is left out. A file that was read in before adds nothing twice.
   */
  'contacts.commit': write(
    z.union([
      z.strictObject({ ...pasted, ...reading, ...commitChoices }),
      z.strictObject({ ...file, ...reading, ...commitChoices }),
    ]),
    contactsDone,
  ),
  /**
   * Contacts of the register as a file, logged as an export. People who are restricted or pseudonymised never leave.
   * `leaveHealth`: titles that tell of health stay here. `saved` is null when the person thought better of it.
   */
  'contacts.export': task(
    z.strictObject({
      format: z.enum(['csv', 'vcard']),
      separator: z.enum([';', ',', '\t']).default(';'),
      /** People to take; all when left out. */
      ids: z.array(id).max(20_000).optional(),
      leaveHealth: z.boolean().default(false),
      language: z.enum(['sv', 'en']),
    }),
    z.strictObject({ saved: z.string().nullable(), people: z.int(), left: z.int() }),
  ),
  /**
   * Every stored table but the undo history as JSON, logged as an export. Private notes stay here unless `withNotes`;
   * `notesLeft` says how many did.
   */
  'workspace.exportJson': task(
    z.strictObject({ withNotes: z.boolean().default(false) }),
    z.strictObject({ saved: z.string().nullable(), tables: z.int(), rows: z.int(), notesLeft: z.int() }),
  ),
  /**
   * A new workspace made of such a JSON document, checked as a whole, then opened. Errors: whole.not-export,
   * whole.damaged, workspace.from-future, workspace.exists, workspace.name-unusable. Nothing is left behind by a fault.
   */
  'workspace.importJson': task(
    z.strictObject({ name: label(120), base64: z.string().max(400_000_000) }),
    workspaceStatus,
  ),
} as const
