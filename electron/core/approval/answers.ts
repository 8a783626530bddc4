/** Whether answers were given to the minutes as they stand now. */
import type { ApprovalRow } from '#contract/approval.ts'
import type { MeetingView } from '#contract/meetings.ts'
import type { ReadableDb } from '#db/connection.ts'
import { askedOf } from '#db/queries/approval.ts'
import { contentNow, contentText, type ApprovedContent } from '#core/approval/version.ts'
import type { Ports } from '#core/ports.ts'

/**
 * What somebody answers for: what would be approved, apart from the day of it, from the numbers that decisions get by
 * being approved, and from what no reader of the minutes sees (remarks of the reading, and who in the register a name
 * stands for).
 */
export function answeredText(content: ApprovedContent): string {
  // Whose an action is stands in the item's actions.
  const items = content.meeting.items.map((item) => ({
    ...item,
    decisions: item.decisions.map(({ text }) => ({ text })),
    blocks: item.blocks.map(({ spans = [], number: _number, charge: _charge, ...block }) => ({
      ...block,
      foreign: spans.filter(({ kind }) => kind === 'foreign').map(({ from, to }) => [from, to]),
    })),
  }))
  return contentText({
    ...content,
    approvedOn: '',
    meeting: { ...content.meeting, items, warnings: [], unplaced: [] },
  })
}

/** SHA-256 of it as the minutes stand now, hexadecimal. */
export function answeredHash(db: ReadableDb, ports: Ports, view: MeetingView): string {
  return ports.sha256(answeredText(contentNow(db, view, '')))
}

/**
 * Who is asked and what they said, each with whether the minutes have become others since.
 * @param seen the minutes, read only where somebody has answered
 */
export function answersOf(db: ReadableDb, ports: Ports, meetingId: string, seen: () => MeetingView): ApprovalRow[] {
  const asked = askedOf(db, meetingId)
  const view = asked.some(({ answeredSha256 }) => answeredSha256 !== null) ? seen() : null
  // Approved minutes are what was answered for: the register may name somebody otherwise afterwards.
  const now = view?.head.state === 'circulated' ? answeredHash(db, ports, view) : null
  return asked.map(({ answeredSha256, ...row }) => ({
    ...row,
    outdated: now !== null && answeredSha256 !== null && answeredSha256 !== now,
  }))
}
