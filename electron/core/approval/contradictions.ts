/** What the blocks of the minutes' text say, of themselves or against the list, that cannot be so. */
import type { Blocking, BlockingCode } from '#contract/approval.ts'
import type { BlockFields, Contribution } from '#contract/blocks.ts'
import { hasDays } from '#contract/day-time.ts'
import type { Attendance, MeetingView, Paragraph } from '#contract/meetings.ts'
import { Minutes } from '#core/attendance/at.ts'
import { isBeyond, offset } from '#core/attendance/clock.ts'
import { itemCells } from '#core/attendance/items.ts'
import { isSameHolder } from '#core/meetings/officer-names.ts'
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

/**
 * The times of a pause that ends before it begins, reckoned from the beginning of the meeting. In one that lasts for
 * days a pause may be on any of them, or over a night.
 */
function backwards({ fields }: Paragraph, view: MeetingView): string | null {
  if (fields?.from === undefined || fields.to === undefined || hasDays(view)) return null
  const { date, start } = view.head
  const span = { date, start, end: null }
  const ordered = offset(fields.from, span) <= offset(fields.to, span) && !isBeyond(fields.to, span)
  return ordered ? null : `${fields.from}–${fields.to}`
}

type Found = { code: BlockingCode; about: string }

/** Whoever has more than one vote in it. */
function twice(voters: readonly Contribution[]): Found[] {
  const again = voters.filter((one, at) => voters.slice(0, at).some((other) => isSameHolder(other, one)))
  return [...new Set(again.map(({ name }) => name))].map((name) => ({ code: 'vote-twice', about: name }))
}

/**
 * Those with a vote of whom the list says for certain that they took no part: not at the meeting, not in the item, or
 * aside for a conflict of interest (jäv) as it was taken. Who left or came within the item may have voted.
 */
function away(
  voters: readonly Contribution[],
  { items, attendance }: MeetingView,
  itemId: string,
  id: string,
): Found[] {
  const minutes = new Minutes(items)
  const place = minutes.at({ itemId, paragraphId: id })
  const at = items.findIndex((item) => item.id === itemId)
  const missed = (row: Attendance): boolean => {
    if (row.status !== 'present') return row.status === 'absent' || row.status === 'excused'
    const intervals = row.intervals.map((one) => (one.ended === 'recused' ? { ...one, ended: 'left' as const } : one))
    const recused = place !== null && minutes.away('recused', row.intervals, place)
    return recused || itemCells({ ...row, intervals }, items)[at] === null
  }
  const before = items[at]?.paragraphs.slice(0, place?.paragraph) ?? []
  const declared = before.filter(({ kind }) => kind === 'recusal').flatMap(({ people }) => people)
  return voters.flatMap((one): Found[] => {
    const rows = attendance.filter((row) => isSameHolder(row, one))
    // From when to when somebody stood aside the list knows better than a block that says only that they did.
    const timed = rows.some(({ intervals }) => intervals.some(({ ended }) => ended === 'recused'))
    const aside = !timed && declared.some((other) => isSameHolder(other, one))
    return aside || (rows.length > 0 && rows.every(missed)) ? [{ code: 'vote-away', about: one.name }] : []
  })
}

/** Votes and pauses that contradict themselves, or the list, in the order of the text. */
export function contradictions(view: MeetingView): Blocking[] {
  const inVote = (paragraph: Paragraph, itemId: string): Found[] => {
    const outcome = otherOutcome(paragraph)
    const voters = paragraph.people.filter(({ choice }) => choice !== null)
    return [
      ...(outcome === null ? [] : [{ code: 'vote-outcome' as const, about: outcome }]),
      ...twice(voters),
      ...away(voters, view, itemId, paragraph.id),
    ]
  }
  const inPause = (paragraph: Paragraph): Found[] => {
    const times = backwards(paragraph, view)
    return times === null ? [] : [{ code: 'adjournment-order', about: times }]
  }
  return view.items.flatMap((item) =>
    item.paragraphs.flatMap((paragraph) => {
      const { kind } = paragraph
      const found = kind === 'vote' ? inVote(paragraph, item.id) : kind === 'adjournment' ? inPause(paragraph) : []
      return found.map(({ code, about }): Blocking => {
        const where = [item.title, about].filter((part) => part !== '').join(', ')
        return { code, itemId: item.id, attendanceId: null, about: where }
      })
    }),
  )
}
