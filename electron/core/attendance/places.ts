/** Where in the minutes an act of presence happens. */
import { KansliError } from '#contract/errors.ts'
import type { MeetingView } from '#contract/meetings.ts'

type Item = MeetingView['items'][number]

/** @throws KansliError item.not-found */
export function itemOf(view: MeetingView, itemId: string | null): Item | null {
  const item = itemId === null ? null : view.items.find(({ id }) => id === itemId)
  if (item === undefined) throw new KansliError('item.not-found')
  return item
}

/** What places an act that writes no sentence: the paragraph it happened behind. */
export function anchor(item: Item | null, after: string | null): string | null {
  return item?.paragraphs.some(({ id }) => id === after) === true ? after : null
}
