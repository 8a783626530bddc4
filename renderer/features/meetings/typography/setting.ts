/** Whether signs are set while somebody types. Kept on this machine. */
import { createStore } from '../../../ui/store.ts'

const key = 'kansli.typography'
const store = createStore(globalThis.window?.localStorage.getItem(key) !== 'off')
export const useTypography = store.use
export const typographyOn = store.get

export function setTypography(on: boolean): void {
  if (on) window.localStorage.removeItem(key)
  else window.localStorage.setItem(key, 'off')
  store.set(on)
}
