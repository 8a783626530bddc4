/** Whether the program behind the page can be reached. */
import { createStore } from '../ui/store.ts'

/** expired: the page's pass is no longer good; lost: nobody answers. */
export type Connection = 'open' | 'expired' | 'lost'

const store = createStore<Connection>('open')

export const useConnection = store.use

/** An expired pass stays expired: only a new page gets a new one. */
export function setConnection(next: Connection): void {
  if (store.get() !== 'expired') store.set(next)
}
