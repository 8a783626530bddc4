/** One search over everything the record says, and over the names of the register. */
import { z } from 'zod'
import { partialDate } from '#contract/days.ts'
import { id, nothing, read, task, text } from '#contract/method.ts'

/** Kinds of texts that are found: a title or a place in the record or a source. */
export const textKind = z.enum(['meeting', 'item', 'paragraph', 'decision', 'action', 'source'])
export type TextKind = z.infer<typeof textKind>

/** Kinds of entries of the register that are found by their names. */
export const nameKind = z.enum(['person', 'organisation', 'body', 'theme', 'post', 'event', 'assignment'])
export type NameKind = z.infer<typeof nameKind>

/**
 * How a hit was found: with these very letters; with marks forgiven ("asa" for Åsa); inside a
 * compound ("data" in hälsodatastrategi); as a likely misspelling. Each tier follows the one before.
 */
export const searchTier = z.enum(['exact', 'folded', 'compound', 'similar'])
export type SearchTier = z.infer<typeof searchTier>

/** From and to in UTF-16 units of the text beside it; sorted, none overlapping. */
export const textRange = z.tuple([z.int(), z.int()])
export type TextRange = z.infer<typeof textRange>

export const nameHit = z.strictObject({
  kind: nameKind,
  id,
  name: z.string(),
  ranges: z.array(textRange),
  /** The spelling that was found, when it is not the shown name. */
  other: z.string().nullable(),
  /** Affiliation, type, parent or date; null when no text says. */
  detail: z.string().nullable(),
  /** Of an organisation that is a body as well, that one's name: the two are one row, found by the names of both. */
  also: z.string().nullable(),
  tier: searchTier,
})
export type NameHit = z.infer<typeof nameHit>

export const textHit = z.strictObject({
  kind: textKind,
  /** Of the meeting, item, paragraph, decision, action or source. */
  id,
  tier: searchTier,
  /** Null for a source. */
  meetingId: id.nullable(),
  title: z.string(),
  date: partialDate.nullable(),
  body: z.string().nullable(),
  itemId: id.nullable(),
  /** As printed: "§ 2", "4"; null without a number. */
  itemNumber: z.string().nullable(),
  itemTitle: z.string().nullable(),
  paragraphId: id.nullable(),
  sourceId: id.nullable(),
  line: z.int().nullable(),
  /** A part of the text around the first found word, with an ellipsis where it was cut. */
  snippet: z.string(),
  ranges: z.array(textRange),
  /** The same words in the whole stored text of the paragraph, title or line. */
  marks: z.array(textRange),
})
export type TextHit = z.infer<typeof textHit>

export const searchInput = z.strictObject({
  /** Words (all of them), "a phrase", -without. Nothing in it is an error. */
  query: text(500),
  /** The last word is still being typed: what begins with it is found. */
  typing: z.boolean().default(true),
  /** None means every kind. An organisation that is a body as well is found as either, and told as an organisation. */
  kinds: z
    .array(z.union([textKind, nameKind]))
    .max(20)
    .default([]),
  bodyId: id.nullable().default(null),
  /** Days, months or years, both inclusive. What has no date is left out when either is given. */
  from: partialDate.nullable().default(null),
  to: partialDate.nullable().default(null),
  /** Only meetings where this person was present. */
  personId: id.nullable().default(null),
  /** best: by weight of the words among the newest some thousand hits; newest: by date. */
  order: z.enum(['newest', 'best']).default('newest'),
  limit: z.int().min(1).max(200).default(20),
  names: z.int().min(0).max(100).default(6),
})

export const searchResult = z.strictObject({
  names: z.array(nameHit),
  hits: z.array(textHit),
  /** There are hits beyond the limit. */
  more: z.boolean(),
  /** Changes that are not in the index yet; above 0 only after a long import or an older workspace. */
  pending: z.int(),
})
export type SearchResult = z.infer<typeof searchResult>

export const searchMethods = {
  'search.find': task(searchInput, searchResult),
  /** Brings some of what waits into the index, at an idle moment; `pending` is what is left, 0 when all is done. */
  'search.prepare': task(
    z.strictObject({ rows: z.int().min(1).max(100_000).default(500) }),
    z.strictObject({ pending: z.int() }),
  ),
  /** What a filter can be set to. */
  'search.filters': read(
    nothing,
    z.strictObject({ bodies: z.array(z.strictObject({ id, name: z.string(), meetings: z.int() })) }),
  ),
} as const
