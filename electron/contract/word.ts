/** Minutes as a Word document, and the check that every document passes before it leaves. */
import { z } from 'zod'
import { id, task } from '#contract/method.ts'

/** Checks 1–10, 12 and 13 a minutes document must pass, and 14, what tells of somebody's health; the sentences stand in the locale files under `word.<code>`. */
export const documentFinding = z.strictObject({
  code: z.string(),
  /** The check's number, 1–14. */
  check: z.int(),
  /** Words or part of the package it is about. */
  where: z.string(),
})
export type DocumentFinding = z.infer<typeof documentFinding>

export const wordMethods = {
  /** Writes the document through the host. `findings` are warnings: a draft always exports. `saved` is null when the person thought better of it. */
  'word.export': task(
    z.strictObject({ meetingId: id }),
    z.strictObject({ saved: z.string().nullable(), fileName: z.string(), findings: z.array(documentFinding) }),
  ),
  'word.check': task(
    z.strictObject({ base64: z.string().max(28_000_000) }),
    z.strictObject({ findings: z.array(documentFinding) }),
  ),
} as const
