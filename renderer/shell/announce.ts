/** One line at the foot that is also read aloud: what a key press did. It goes by itself. */
import { createStore } from '../ui/store.ts'

const store = createStore<string>('')
export const useAnnouncement = store.use

let timer: ReturnType<typeof setTimeout> | undefined

/** Says `words` for eight seconds, or until something else is said. */
export function announce(words: string): void {
  clearTimeout(timer)
  store.set(words)
  timer = setTimeout(() => store.set(''), 8000)
}
