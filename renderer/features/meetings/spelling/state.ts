/** Words offered for a misspelt one, as long as they are shown. */
import { createStore } from '../../../ui/store.ts'
import type { Place } from '../editor/api.ts'

export type SpellMenu = Place & {
  word: string
  /** Null until they are known. */
  words: readonly string[] | null
  index: number
  take: (index: number) => void
}

const menu = createStore<SpellMenu | null>(null)
export const useSpellMenu = menu.use

export function showSpelling(next: SpellMenu | null): void {
  if (next !== null || menu.get() !== null) menu.set(next)
}

export const spellListId = 'spell-list'
