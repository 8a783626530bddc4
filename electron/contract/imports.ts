/** Reading old minutes in: preview first, then one transaction. */
import { z } from 'zod'
import { maxImportText } from '#contract/envelope.ts'
import { id, label, task, text, write } from '#contract/method.ts'
import { lineOverride, proposedMeeting } from '#contract/proposal.ts'

/** How a name in the text meets the register. */
export const match = z.strictObject({
  name: z.string(),
  /** exact: one and the same name, nothing against it; near: to be asked about; none: new. */
  verdict: z.enum(['exact', 'near', 'none']),
  candidates: z.array(z.strictObject({ id, name: z.string(), detail: z.string().nullable(), similarity: z.number() })),
})
export type Match = z.infer<typeof match>

/** What the bytes of a text file may stand for. */
export const textEncoding = z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'macintosh', 'ibm850'])
export type TextEncoding = z.infer<typeof textEncoding>

export const importPreview = z.strictObject({
  text: z.string(),
  encoding: z.enum([...textEncoding.options, 'pasted']),
  /** Characters no file can hold that became U+FFFD. */
  replaced: z.int(),
  meetings: z.array(
    z.strictObject({
      proposal: proposedMeeting,
      people: z.array(match),
      organisations: z.array(match),
      body: match.nullable(),
    }),
  ),
  /** The same text was read before: the meetings it made. */
  known: z.array(z.strictObject({ meetingId: id, title: z.string() })),
})
export type ImportPreview = z.infer<typeof importPreview>

const override = z.strictObject({ line: z.int().min(1), part: lineOverride })

/** A choice for one name of the text: link it to a known entity, or keep it apart (null). */
const link = z.strictObject({
  meeting: z.int().min(0),
  kind: z.enum(['person', 'organisation', 'body']),
  name: z.string().max(500),
  to: id.nullable(),
})

export const importMethods = {
  /** Text pasted or bytes of a file. Errors: import.not-text, import.not-minutes, import.too-large. */
  'imports.preview': task(
    z.union([
      z.strictObject({ text: text(maxImportText), overrides: z.array(override).max(100_000).optional() }),
      z.strictObject({ base64: z.string().max(28_000_000), overrides: z.array(override).max(100_000).optional() }),
    ]),
    importPreview,
  ),
  /**
   * Reads the text again and stores it: one transaction, one undo. Names without a link follow the
   * default: exact and unambiguous are linked, the rest stay apart. `accept`: findings carried out
   * at once, by index per meeting. `import.already-there` unless `again`.
   */
  'imports.commit': write(
    z.strictObject({
      name: label(300),
      text: text(maxImportText),
      encoding: importPreview.shape.encoding,
      overrides: z.array(override).max(100_000).default([]),
      links: z.array(link).max(20_000).default([]),
      accept: z
        .array(z.strictObject({ meeting: z.int().min(0), finding: z.int().min(0) }))
        .max(20_000)
        .default([]),
      /** Indexes of the text's meetings to leave out. */
      skip: z.array(z.int().min(0)).max(1000).default([]),
      again: z.boolean().default(false),
    }),
    z.strictObject({ meetings: z.array(z.strictObject({ id, title: z.string() })) }),
  ),
} as const
