/** Decisions that a body of strict rules must not approve as they stand: a lost link is absence there. */
import type { BlockingDecision } from '#contract/attendance.ts'
import type { MeetingView } from '#contract/meetings.ts'
import { Minutes } from './at.ts'
import { quorumOf, seats, votersOf, type Moment } from './quorum.ts'

type Said = Pick<MeetingView, 'head' | 'items' | 'attendance'>

/**
 * Decisions taken while the link of somebody who votes was down (of anybody, where nobody is marked as voting) and no
 * deputy served in their place by then, and decisions taken by too few; where the minutes no longer say at which decision
 * somebody went or came, they count as away. Nothing in a body of free rules.
 */
export function blockingDecisions({ head, items, attendance }: Said): BlockingDecision[] {
  if (head.ruleProfile !== 'strict') return []
  const minutes = new Minutes(items)
  const held = seats(attendance)
  const watched = held.length > 0 ? held : attendance
  const found: BlockingDecision[] = []
  for (const item of items) {
    const told = new Set<string>()
    for (const { paragraphId, text } of item.decisions) {
      const place = minutes.at({ itemId: item.id, paragraphId })
      if (place === null || told.has(paragraphId)) continue
      told.add(paragraphId)
      const moment: Moment<(typeof attendance)[number]> = {
        isThere: (row) => minutes.covers(row, place),
        serves: (deputy, seat) => minutes.serves(deputy, seat.id, place),
      }
      const voters = votersOf(watched, attendance, moment)
      const names = watched
        .filter(({ id }) => !voters.has(id))
        .flatMap((seat) => [seat, ...attendance.filter((row) => moment.serves(row, seat))])
        .filter(({ intervals }) => minutes.away('lost', intervals, place))
        .map(({ name }) => name)
      if (names.length > 0)
        found.push({ itemId: item.id, paragraphId, text, reason: 'lost', names: [...new Set(names)] })
      if (quorumOf(head, attendance, moment).met === false)
        found.push({ itemId: item.id, paragraphId, text, reason: 'quorum', names: [] })
    }
  }
  return found
}
