/** Which of the two overlays every page has is open, and what was typed before it could be shown. */
import { createStore } from '../ui/store.ts'

export type Overlay = 'palette' | 'help' | null

const store = createStore<Overlay>(null)
export const useOverlay = store.use
export const openedOverlay = store.get

let ahead = ''

export function openOverlay(overlay: Overlay): void {
  ahead = ''
  store.set(overlay)
}

/** Keeps a letter typed while the overlay is still on its way. */
export function typeAhead(letter: string): void {
  ahead += letter
}

/** What was typed ahead, for the overlay's field; it is given once. */
export function takeTypedAhead(): string {
  const typed = ahead
  ahead = ''
  return typed
}
