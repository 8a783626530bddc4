/**
 * Texts as sources: any text is kept as it stands, with its line numbers, and read for proposals. Nothing
 * it says enters the register before a person accepts it, and everything accepted keeps its words.
 */
import { z } from 'zod'
import { date, partialDate } from '#contract/days.ts'
import { maxImportText } from '#contract/envelope.ts'
import { findingKinds } from '#contract/findings.ts'
import { match } from '#contract/imports.ts'
import { id, label, nothing, read, task, text, write } from '#contract/method.ts'
import { finding, place } from '#contract/reading.ts'
import { entityKind } from '#contract/register.ts'

export const sourceFormat = z.enum(['txt', 'docx', 'html', 'paste'])
export type SourceFormat = z.infer<typeof sourceFormat>

/** What a document holds besides its running text. */
export const noteCode = z.enum([
  'header',
  'footer',
  'footnote',
  'endnote',
  'comment',
  'deleted', // tracked deletions
  'inserted', // tracked insertions
  'hidden',
  'text-box',
  'image',
  'field', // page numbers and the like, which a program works out
  'embedded', // another document inside
  'form', // fields of a form
  'script',
  'replaced', // characters that no file can hold, made visible
])
export type NoteCode = z.infer<typeof noteCode>

/** One kind of thing a document holds beside its text: how many, whether its words are lines of the text, and the first of them. */
export const documentNote = z.strictObject({
  code: noteCode,
  count: z.int().min(1),
  kept: z.boolean(),
  quotes: z.array(z.string()).max(5),
})
export type DocumentNote = z.infer<typeof documentNote>

export const findingKind = z.enum(findingKinds)

export const proposalState = z.enum(['open', 'accepted', 'rejected'])
export type ProposalState = z.infer<typeof proposalState>

/** Kinds of rows that a text's words can prove. */
export const factKind = z.enum(['person', 'organisation', 'body', 'theme', 'tenure', 'event', 'assignment', 'relation'])
export type FactKind = z.infer<typeof factKind>

export const fact = z.strictObject({ kind: factKind, id })

export const proposal = z.strictObject({
  id,
  /** As somebody put it right, else as read. */
  finding,
  edited: z.boolean(),
  state: proposalState,
  /** What accepting it made or proved. */
  facts: z.array(fact),
})
export type Proposal = z.infer<typeof proposal>

/** Whom a name of the text stands for. */
export const nameStanding = match.extend({
  kind: entityKind,
  /** linked, apart: a person said so; found: an accepted proposal settled it; null: nobody has said yet. */
  standing: z.enum(['linked', 'apart', 'found']).nullable(),
  /** The entry it stands for, or would when accepted now; null: a new one. */
  entityId: id.nullable(),
  entityName: z.string().nullable(),
})
export type NameStanding = z.infer<typeof nameStanding>

const counts = z.strictObject({ open: z.int(), accepted: z.int(), rejected: z.int() })

export const sourceHead = z.strictObject({
  id,
  name: z.string(),
  /** minutes: it was read in as meetings; text: it is read for proposals. */
  kind: z.enum(['minutes', 'text']),
  format: sourceFormat,
  addedAt: z.string(),
  withdrawnAt: z.string().nullable(),
  publishedFrom: partialDate.nullable(),
  publishedTo: partialDate.nullable(),
  lines: z.int(),
  proposals: counts,
})
export type SourceHead = z.infer<typeof sourceHead>

/** A text or a meeting that tells of the same occasion. */
export const account = z.strictObject({ kind: z.enum(['source', 'meeting']), id })
export type Account = z.infer<typeof account>

export const sourceView = sourceHead.extend({
  text: z.string(),
  encoding: z.string(),
  sha256: z.string(),
  notes: z.array(documentNote),
  /** Proposals that name nobody who is restricted; the others are answered with all that are open, or of their kind. */
  found: z.array(proposal),
  names: z.array(nameStanding),
  meetings: z.array(z.strictObject({ id, title: z.string(), date: partialDate.nullable() })),
  /** Meetings and texts that agree with this text in body and day. */
  accounts: z.array(
    account.extend({ name: z.string(), date: partialDate, body: z.string(), line: z.int().min(1).nullable() }),
  ),
})
export type SourceView = z.infer<typeof sourceView>

export const sourcePreview = z.strictObject({
  /** Name of the document, from its title or its file. */
  name: z.string(),
  format: sourceFormat,
  text: z.string(),
  encoding: z.string(),
  notes: z.array(documentNote),
  publishedFrom: partialDate.nullable(),
  publishedTo: partialDate.nullable(),
  /** How many proposals of each kind the text yields. */
  kinds: z.array(z.strictObject({ kind: findingKind, count: z.int() })),
  /** The text reads as minutes: reading it in as a meeting keeps more of it. */
  minutes: z.boolean(),
  /** The same text is here already. */
  known: z.strictObject({ id, name: z.string(), withdrawnAt: z.string().nullable() }).nullable(),
})
export type SourcePreview = z.infer<typeof sourcePreview>

/** What a fact is called in a list, in the words of the register. */
export const fallingFact = fact.extend({
  words: z.string(),
  /** How many places of other texts still prove it. */
  left: z.int(),
})
export type FallingFact = z.infer<typeof fallingFact>

export const withdrawal = z.strictObject({
  /** Facts that no other words prove: they go. */
  falls: z.array(fallingFact),
  /** Facts that lose words and stay, with what still holds them. */
  stays: z.array(fallingFact),
  /** Places of this text that prove something. */
  evidence: z.int(),
})
export type Withdrawal = z.infer<typeof withdrawal>

const ref = z.strictObject({ id })
/** Some proposals of one source, all of a kind, or all that are open. */
const chosen = z.strictObject({
  source: id,
  proposals: z.array(id).min(1).max(20_000).optional(),
  kind: findingKind.optional(),
})
const accepted = z.strictObject({
  proposals: z.int(),
  /** Facts and entries made, and how many were known already and gained words. */
  made: z.int(),
  strengthened: z.int(),
})

const toldWords = z.strictObject({ places: z.array(place), roles: z.array(z.string()) })

export const comparedFact = z.strictObject({
  /** both: told alike; a, b: by one alone; conflict: told differently. */
  standing: z.enum(['both', 'a', 'b', 'conflict']),
  kind: z.enum(['meeting', 'event', 'person', 'organisation', 'body', 'work', 'assignment', 'decision', 'topic']),
  /** What it is about, in the words of one of them. */
  about: z.string(),
  date: partialDate.nullable(),
  a: toldWords,
  b: toldWords,
  /** year-only-a, -b: one alone gives the year. */
  notes: z.array(z.enum(['year-only-a', 'year-only-b', 'roles-differ', 'spelling-differs'])),
})
export type ComparedFact = z.infer<typeof comparedFact>

const accountHead = account.extend({ name: z.string(), date: partialDate.nullable(), sourceId: id.nullable() })

export const sourceMethods = {
  /**
   * Pasted text, or bytes of a .txt, .docx or .html file with its name. Reads and keeps nothing.
   * Errors: import.not-text, import.too-large, word.not-docx, word.unsafe, source.unsafe, source.empty.
   */
  'sources.preview': task(
    z.union([
      z.strictObject({ text: text(maxImportText) }),
      z.strictObject({ base64: z.string().max(28_000_000), name: z.string().max(500).optional() }),
    ]),
    sourcePreview,
  ),
  /**
   * Keeps a text and reads it for proposals: one step. `text`, `format`, `encoding` and `notes` are those
   * of the preview. Errors: source.already-there, source.empty.
   */
  'sources.add': write(
    z.strictObject({
      name: label(300),
      text: text(maxImportText),
      format: sourceFormat,
      encoding: label(60),
      notes: z.array(documentNote).max(40).default([]),
      /** When the text was public, as the preview has it; what the text itself says counts for more. */
      published: z.strictObject({ from: partialDate.nullable(), to: partialDate.nullable() }).optional(),
      /** The text is kept a second time though it is here already; beside minutes of the same words it is not a second. */
      again: z.boolean().default(false),
    }),
    ref,
  ),
  /** Newest first. Texts of minutes are among them, without proposals. */
  'sources.list': read(nothing, z.strictObject({ sources: z.array(sourceHead) })),
  /** Errors: source.not-found. */
  'sources.get': read(ref, sourceView),
  /** Accepts open proposals; names that are only alike stand for new entries unless sources.link says otherwise. */
  'sources.accept': write(chosen, accepted),
  'sources.reject': write(chosen, z.strictObject({ proposals: z.int() })),
  /** Takes answers back: what was accepted loses its words, and goes when no others hold it. */
  'sources.reopen': write(chosen, z.strictObject({ proposals: z.int(), removed: z.int() })),
  /** Puts a proposal right before it is accepted; null gives it back as read. Its places stay. Errors: proposal.settled. */
  'sources.edit': write(z.strictObject({ id, finding: finding.nullable() }), nothing),
  /** Whom a name of the text stands for: an entry, a new one (null), or unsaid again (undefined). */
  'sources.link': write(
    z.strictObject({ source: id, kind: entityKind, name: z.string().min(1).max(500), to: id.nullable().optional() }),
    nothing,
  ),
  /** When the text was public, inclusive. */
  'sources.setSpan': write(z.strictObject({ id, from: date.nullable(), to: date.nullable() }), nothing),
  'sources.rename': write(z.strictObject({ id, name: label(300) }), nothing),
  /**
   * What withdrawing a source would take away, and what would stay; nothing that names who is restricted. The entry of
   * such a person stays, hidden, so that a later text meets the restriction.
   */
  'sources.withdrawal': task(ref, withdrawal),
  /** Takes the source's words away, and what nothing else holds. The text stays, marked; restoring it opens its proposals again. */
  'sources.withdraw': write(ref, z.strictObject({ fell: z.int(), stayed: z.int() })),
  'sources.restore': write(ref, nothing),
  /** Two accounts of one occasion, fact by fact. Errors: source.not-found, meeting.not-found. */
  'sources.compare': read(
    z.strictObject({ a: account, b: account }),
    z.strictObject({ a: accountHead, b: accountHead, facts: z.array(comparedFact) }),
  ),
} as const
