/** Which question about personal data stands over the page. It outlives the page it was asked from. */
import type { Flag } from '#contract/privacy.ts'
import { createStore } from '../../ui/store.ts'

/** all: as it is; without: the words that tell of health stay here; null: nothing leaves. */
export type Leaving = 'all' | 'without' | null

export type Asked =
  | { what: 'erase'; id: string; name: string }
  | { what: 'leave'; flags: readonly Flag[]; canLeaveOut: boolean; answer: (leaving: Leaving) => void }

const store = createStore<Asked | null>(null)
export const useAsked = store.use

export function ask(asked: Asked): void {
  store.set(asked)
}

export function answered(): void {
  store.set(null)
}
