import { flushSync } from 'react-dom'

/**
 * Draws a change and gives the focus to what stands there then, at once: a key that comes before the next frame would
 * go nowhere.
 */
export function thenFocus(change: () => void, find: () => HTMLElement | null | undefined): void {
  flushSync(change)
  find()?.focus()
}

/** Gives the focus to what stands there already, at once, for the next key is meant for it; else to what is drawn next. */
export function focusSoon(find: () => HTMLElement | null, instead: () => HTMLElement | null = () => null): void {
  const there = find()
  if (there !== null) there.focus()
  else requestAnimationFrame(() => (find() ?? instead())?.focus())
}

/** Whether the focus is somewhere, and within none of these: whoever has gone on there is not taken back by a late answer. */
export function isElsewhere(...within: readonly (Element | null)[]): boolean {
  const at = document.activeElement
  return at !== null && at !== document.body && within.every((one) => one?.contains(at) !== true)
}
