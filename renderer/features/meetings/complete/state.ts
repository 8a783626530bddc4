/** The list of names beside the caret, as long as it is shown. */
import { createStore } from '../../../ui/store.ts'
import type { Place } from '../editor/api.ts'
import type { Choice } from './choices.ts'

export type CompleteMenu = Place & {
  choices: readonly Choice[]
  index: number
  /** The meeting runs: whoever goes on the list may be there from now on. */
  running: boolean
  /** @param stays with Shift: whoever goes on the list is there from now on, when the meeting runs */
  take: (choice: Choice, stays: boolean) => void
}

const menu = createStore<CompleteMenu | null>(null)
export const useCompleteMenu = menu.use

export function showComplete(next: CompleteMenu | null): void {
  if (next !== null || menu.get() !== null) menu.set(next)
}

export const completeListId = 'complete-list'
