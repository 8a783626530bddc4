/** Which of the two overlays every page has is open, and what was typed before it could be shown. */
import { createStore } from '../ui/store.ts'

export type Overlay = 'palette' | 'help' | null

const store = createStore<Overlay>(null)
export const useOverlay = store.use
export const openedOverlay = store.get

export type TypedAhead = { text: string; entered: boolean }
const nothing: TypedAhead = { text: '', entered: false }
let ahead = nothing

export function openOverlay(overlay: Overlay): void {
  ahead = nothing
  store.set(overlay)
}

/** Keeps a key pressed while the overlay is still on its way; Escape calls it off. What comes after Enter is for no field. */
export function typeAhead(key: string): void {
  const { text, entered } = ahead
  if (key === 'Escape') openOverlay(null)
  else if (entered) return
  else if (key === 'Enter') ahead = { text, entered: true }
  else if (key === 'Backspace') ahead = { text: [...text].slice(0, -1).join(''), entered }
  else if (key.length === 1) ahead = { text: text + key, entered }
}

/** What was typed ahead, for the overlay's field; it is given once. */
export function takeTypedAhead(): TypedAhead {
  const typed = ahead
  ahead = nothing
  return typed
}
