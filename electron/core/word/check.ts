/** The product's own check of a minutes document, run before every export and on any .docx a person names. */
import type { MeetingJson } from '#contract/minutes.ts'
import type { DocumentFinding } from '#contract/word.ts'
import { checkMeeting } from './check-meeting.ts'
import { checkStructure } from './check-structure.ts'
import { checkText } from './check-text.ts'
import { viewOf } from './check-view.ts'
import { readPackage } from './package.ts'

/**
 * Finds what a Swedish minutes document should not have, ordered by check. With `expected`, items, participants
 * and words are compared with that meeting too. Findings are advice: an empty list means all checks pass.
 * Errors: `word.not-docx`, `word.unsafe`.
 */
export function checkDocument(bytes: Uint8Array, expected: MeetingJson | null = null): DocumentFinding[] {
  const { view, findings } = viewOf(readPackage(bytes), expected)
  checkStructure(view)
  checkText(view)
  checkMeeting(view)
  return findings.sort((a, b) => a.check - b.check)
}
