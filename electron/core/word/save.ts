/** A document of a meeting leaves the program. */
import type { DocumentFinding } from '#contract/word.ts'
import type { TaskContext } from '#core/context.ts'
import { log } from '#core/privacy/log.ts'

type Leaving = {
  meetingId: string
  document: { fileName: string; bytes: Uint8Array }
  /** What the check of the document found: warnings, that never keep it back. */
  findings: readonly DocumentFinding[]
  /** Of the line in the log. */
  detail: 'docx' | 'docx extract'
}

/** Saves where the person says, and logs it. `saved` is null when they let it be. */
export async function saveDocument(
  context: TaskContext,
  { meetingId, document: { fileName, bytes }, findings, detail }: Leaving,
): Promise<{ saved: string | null; fileName: string; findings: DocumentFinding[] }> {
  const saved = await context.ports.saveFile(fileName, bytes)
  if (saved !== null)
    context.keep((db) => log(db, context.ports, { act: 'export', kind: 'meeting', subject: meetingId, detail }))
  return { saved, fileName, findings: [...findings] }
}
