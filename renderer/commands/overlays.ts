/** Which of the two overlays every page has is open. */
import { createStore } from '../ui/store.ts'

export type Overlay = 'palette' | 'help' | null

const store = createStore<Overlay>(null)
export const useOverlay = store.use

export function openOverlay(overlay: Overlay): void {
  store.set(overlay)
}
