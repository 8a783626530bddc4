/** The line at the foot where a few letters and a key say who came or went, and the way back to the caret. */
import { createStore } from '../../../ui/store.ts'
import { closeDrawer } from '../../../ui/drawer.ts'
import { openEditorNow, pageState } from '../page/state.ts'

type Who = {
  back: HTMLElement | null
  /** Whoever asks whose seat they take; null: anybody may be meant. */
  deputyId: string | null
}

const open = createStore<Who | null>(null)
export const useWho = open.use

/** @param deputyId whose seat this one takes is asked at once */
export function openWho(deputyId: string | null = null): void {
  closeDrawer('stay')
  const here = document.activeElement
  open.set({ back: here instanceof HTMLElement ? here : null, deputyId })
}

/** `stay` leaves the focus where somebody has put it. */
export function closeWho(focus: 'back' | 'stay' = 'back'): void {
  const back = open.get()?.back ?? null
  open.set(null)
  if (focus === 'stay') return
  const editor = openEditorNow()
  const fromText = back !== null && back.closest('[data-item]') !== null
  // The editor has its caret still; it is not where the focus came from when that was a row of the list.
  if (editor !== null && pageState().writing !== null && fromText) editor.focus()
  else if (back?.isConnected === true) back.focus()
}
