/** What is looked at among the findings of a meeting, and what they are. */
import type { Output } from '#contract/methods.ts'
import type { ReviewGroup } from '#contract/review.ts'
import { useRead } from '../../transport/hooks.ts'
import { createStore } from '../../ui/store.ts'
import type { View } from '../meetings/text/savers.ts'

export type Finding = Output<'review.list'>['findings'][number]
export type Filter = ReviewGroup | 'all'

type ReviewState = {
  /** Key of the finding looked at. */
  chosen: string | null
  /** Its proposal is being written anew. */
  changing: boolean
  filter: Filter
}

const fresh: ReviewState = { chosen: null, changing: false, filter: 'all' }
const store = createStore<ReviewState>(fresh)
export const useReviewState = store.use
export const reviewState = store.get

export function setReviewState(part: Partial<ReviewState>): void {
  const before = store.get()
  // Another finding begins with its own proposal.
  const other = part.chosen !== undefined && part.chosen !== before.chosen
  store.set({ ...before, ...(other ? { changing: false } : {}), ...part })
}
export function resetReview(): void {
  store.set(fresh)
}

const none: readonly Finding[] = []

/** More paragraphs than minutes have: their findings are read when they are looked at, not beside the writing. */
const many = 400
export const isLong = ({ items }: View) => items.reduce((sum, { paragraphs }) => sum + paragraphs.length, 0) > many

/**
 * The findings of a meeting that has begun; a planned one has no text to look at.
 * @param shown they are in view
 */
export function useFindings(view: View, shown: boolean): readonly Finding[] {
  const planned = view.head.state === 'planned'
  const wanted = shown || !isLong(view)
  const { data } = useRead('review.list', { meetingId: view.id }, { enabled: !planned && wanted })
  return data?.findings ?? none
}

export const isOpen = ({ state }: Finding) => state === 'open'
