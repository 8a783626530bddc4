/** Approved minutes out as Word: the same main part every time, told from its hash. */
import type { Output } from '#contract/methods.ts'
import type { DocumentFinding } from '#contract/word.ts'
import type { ReadableDb } from '#db/connection.ts'
import { lastVersion, standingOf, versionContent } from '#db/queries/approval.ts'
import type { TaskContext } from '#core/context.ts'
import { buildApproved, documentHash, readContent } from '#core/approval/version.ts'
import { checkDocument } from '#core/word/check.ts'
import { saveDocument } from '#core/word/save.ts'

type Stored = { content: string; sha256: string }

/** The version that stands; null while the minutes are open, or were approved before versions were kept. */
export function standingVersion(db: ReadableDb, meetingId: string): Stored | null {
  const { state } = standingOf(db, meetingId)
  const version = lastVersion(db, meetingId)
  return (state === 'approved' || state === 'archived') && version > 0 ? versionContent(db, meetingId, version) : null
}

export async function exportApproved(
  context: TaskContext,
  meetingId: string,
  { content, sha256 }: Stored,
  telling: readonly DocumentFinding[],
): Promise<Output<'word.export'>> {
  const approved = readContent(content)
  const document = await buildApproved(approved, context.ports.clock())
  const findings = [...checkDocument(document.bytes, approved.meeting), ...telling]
  // Another version of the program may set the same words otherwise: whoever sends it on should know.
  if (documentHash(context.ports, document) !== sha256)
    findings.push({ code: 'approved-differs', check: 14, where: approved.meeting.title })
  return saveDocument(context, { meetingId, document, findings, detail: 'docx' })
}
