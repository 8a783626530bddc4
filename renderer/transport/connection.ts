/** Whether the program behind the page can be reached. */
import { createValue } from '../ui/value.ts'

/** expired: the page's pass is no longer good; lost: nobody answers. */
export type Connection = 'open' | 'expired' | 'lost'

export const connection = createValue<Connection>('open')

/** An expired pass stays expired: only a new page gets a new one. */
export function setConnection(next: Connection): void {
  if (connection.get() !== 'expired') connection.set(next)
}
