/** The office's standard phrases. {Words in braces} are places that are filled in where a phrase is used. */
import { z } from 'zod'
import { id, label, nothing, read, text, write } from '#contract/method.ts'

export const phraseKind = z.enum(['paragraph', 'decision', 'action', 'list'])
export type PhraseKind = z.infer<typeof phraseKind>

const phraseText = text(4000).refine((value) => value.trim() !== '')
export const phrase = z.strictObject({ id, name: z.string(), text: z.string(), kind: phraseKind })
export type Phrase = z.infer<typeof phrase>

export const mostPhrases = 500

export const phraseMethods = {
  /** In the office's own order. */
  'phrases.list': read(nothing, z.strictObject({ phrases: z.array(phrase) })),
  /** At the end. `phrases.too-many` beyond `mostPhrases`. */
  'phrases.add': write(
    z.strictObject({ name: label(100), text: phraseText, kind: phraseKind.default('paragraph') }),
    z.strictObject({ id }),
  ),
  'phrases.set': write(
    z.strictObject({ id, name: label(100).optional(), text: phraseText.optional(), kind: phraseKind.optional() }),
    nothing,
  ),
  'phrases.remove': write(z.strictObject({ id }), nothing),
  /** Behind `after`, or first. */
  'phrases.move': write(z.strictObject({ id, after: id.nullable() }), nothing),
  /** Adds the phrases that come with the program, in one language; those whose name is there already are passed over. */
  'phrases.addStarters': write(z.strictObject({ language: z.enum(['sv', 'en']) }), z.strictObject({ added: z.int() })),
} as const
