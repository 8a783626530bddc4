/** What the blocks of the minutes' text say of themselves that cannot be so. */
import type { Blocking } from '#contract/approval.ts'
import type { BlockFields } from '#contract/blocks.ts'
import type { MeetingView, Paragraph } from '#contract/meetings.ts'
import { isBeyond, offset } from '#core/attendance/clock.ts'
import { countsOf } from '#core/word/item-formal.ts'

type Counts = { yes: number; no: number }
const agrees: Record<NonNullable<BlockFields['outcome']>, (counts: Counts) => boolean> = {
  // With as many votes on both sides the chair's decides.
  yes: ({ yes, no }) => yes >= no,
  no: ({ yes, no }) => yes <= no,
  tied: ({ yes, no }) => yes === no,
}

/** The counts of a vote whose outcome is another than theirs: "1–9". */
function otherOutcome({ fields, people }: Paragraph): string | null {
  if (fields?.outcome === undefined) return null
  const counts = countsOf({ fields, people })
  return counts === null || agrees[fields.outcome](counts) ? null : `${counts.yes}–${counts.no}`
}

/** The times of a pause that ends before it begins, reckoned from the beginning of the meeting. */
function backwards({ fields }: Paragraph, { start }: MeetingView['head']): string | null {
  if (fields?.from === undefined || fields.to === undefined) return null
  const span = { start, end: null }
  const ordered = offset(fields.from, span) <= offset(fields.to, span) && !isBeyond(fields.to, span)
  return ordered ? null : `${fields.from}–${fields.to}`
}

/** Votes and pauses that contradict themselves, in the order of the text. */
export function contradictions({ head, items }: MeetingView): Blocking[] {
  return items.flatMap((item) =>
    item.paragraphs.flatMap((paragraph): Blocking[] => {
      const { kind } = paragraph
      const found =
        kind === 'vote' ? otherOutcome(paragraph) : kind === 'adjournment' ? backwards(paragraph, head) : null
      if (found === null) return []
      const about = [item.title, found].filter((part) => part !== '').join(', ')
      return [
        { code: kind === 'vote' ? 'vote-outcome' : 'adjournment-order', itemId: item.id, attendanceId: null, about },
      ]
    }),
  )
}
