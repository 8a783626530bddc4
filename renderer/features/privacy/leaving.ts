/** Before a file with people in it leaves the machine: what tells of somebody's health, or judges them, is shown first. */
import { call } from '../../transport/client.ts'
import { answered, ask, type Leaving } from './asked.ts'

/**
 * Asks only when there is something to ask about. Throws `CallError`.
 * @param canLeaveOut whether the export has a form without those words; else it is all or nothing
 */
export async function askBeforeLeaving(
  scope: 'map' | 'register',
  { canLeaveOut = true }: { canLeaveOut?: boolean } = {},
): Promise<Leaving> {
  const { flags } = await call('privacy.flags', { scope })
  if (flags.length === 0) return 'all'
  return new Promise((resolve) => {
    ask({
      what: 'leave',
      flags,
      canLeaveOut,
      answer: (leaving) => {
        answered()
        resolve(leaving)
      },
    })
  })
}
