import { flushSync } from 'react-dom'

/**
 * Draws a change and gives the focus to what stands there then, at once: a key that comes before the next frame would
 * go nowhere.
 */
export function thenFocus(change: () => void, find: () => HTMLElement | null | undefined): void {
  flushSync(change)
  find()?.focus()
}
