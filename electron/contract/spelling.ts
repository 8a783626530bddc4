/** Spelling, on this machine alone: the dictionaries come with the program. */
import { z } from 'zod'
import { id, label, nothing, read, task, text, write } from '#contract/method.ts'

const language = z.enum(['sv', 'en'])
/** Half-open, in UTF-16 units. */
const stretch = z.strictObject({ from: z.int().min(0), to: z.int().min(0) })

export const spellingMethods = {
  /** Words that neither the dictionary, nor the register's names, nor the office's own list have; for each text in turn. */
  'spelling.check': task(
    z.strictObject({
      language,
      /** `foreign`: stretches in the other language, read with its dictionary. */
      texts: z.array(z.strictObject({ text: text(200_000), foreign: z.array(stretch).max(1000) })).max(200),
    }),
    z.strictObject({ marks: z.array(z.array(stretch)) }),
  ),
  /** A few words that may be meant, the likeliest first; none when it would take too long. */
  'spelling.suggest': task(
    z.strictObject({ language, word: label(100) }),
    z.strictObject({ words: z.array(z.string()) }),
  ),
  /** The office's own words. */
  'spelling.words': read(nothing, z.strictObject({ words: z.array(z.strictObject({ id, word: z.string() })) })),
  'spelling.learn': write(z.strictObject({ word: label(100) }), z.strictObject({ id })),
  'spelling.forget': write(z.strictObject({ id }), nothing),
} as const
