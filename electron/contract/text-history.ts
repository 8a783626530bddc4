/** The text as it was: every paragraph at any moment since it was first changed, and back again. */
import { z } from 'zod'
import { blockFields, blockKind } from '#contract/blocks.ts'
import { id, read, text, write } from '#contract/method.ts'

const versionId = z.int().min(1)

/** One state of a paragraph. `until` is when it ended; the present one has no id and no end. */
export const paragraphVersion = z.strictObject({
  versionId: versionId.nullable(),
  until: z.string().nullable(),
  kind: blockKind,
  text: z.string(),
  /** It ended by being removed. */
  removed: z.boolean(),
})

/** Words in order; `differs` marks those that the other text does not have. */
const segments = z.array(z.strictObject({ text: z.string(), differs: z.boolean() }))

export const pastParagraph = z.strictObject({
  paragraphId: id,
  /** What can be restored; null where nothing but the present is known. */
  versionId: versionId.nullable(),
  /** Then, or now where it was not there. */
  kind: blockKind,
  fields: blockFields.nullable(),
  /** Null: it was not there then. */
  was: segments.nullable(),
  /** Null: it is not there now. */
  now: segments.nullable(),
  changed: z.boolean(),
})
export type PastParagraph = z.infer<typeof pastParagraph>

export const textHistoryMethods = {
  /** Newest first, the present among them when it is still there. @throws item.not-found for one that was never there */
  'paragraphs.history': read(
    z.strictObject({ paragraphId: id }),
    z.strictObject({ versions: z.array(paragraphVersion) }),
  ),
  /**
   * The item's text just before the change at `at`; null: as it is now. `moments`: when something was changed, newest
   * first, the last 500. Changes of a paragraph within five seconds of each other are one.
   */
  'items.history': read(
    z.strictObject({ itemId: id, at: z.iso.datetime().nullable() }),
    z.strictObject({ moments: z.array(z.string()), paragraphs: z.array(pastParagraph) }),
  ),
  /**
   * Puts one paragraph back, also a removed one, as a step to take back. `base`: its text now as the person saw it,
   * null for none; another one is `text.conflict`. Mentions come back with their words; what stood beside a removed
   * paragraph, or one of another kind, comes back with it.
   */
  'paragraphs.restore': write(
    z.strictObject({ versionId, base: text().nullable() }),
    z.strictObject({ itemId: id, paragraphId: id, version: z.int() }),
  ),
} as const
