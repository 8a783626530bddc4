/** Whether misspelt words are marked. Kept on this machine. */
import { createStore } from '../../../ui/store.ts'

const key = 'kansli.spelling'
const store = createStore(globalThis.window?.localStorage.getItem(key) !== 'off')
export const useSpelling = store.use
export const spellingOn = store.get

export function setSpelling(on: boolean): void {
  if (on) window.localStorage.removeItem(key)
  else window.localStorage.setItem(key, 'off')
  store.set(on)
}
