/** Changes of series: what goes wrong is said at the foot. */
import type { Input } from '#contract/methods.ts'
import { errorText } from '../../i18n/error-text.ts'
import { announce } from '../../shell/announce.ts'
import { write, type WriteName } from '../../transport/hooks.ts'

/** Gives whether it went through. */
export async function change<K extends WriteName>(name: K, input: Input<K>): Promise<boolean> {
  try {
    await write(name, input)
    return true
  } catch (error) {
    announce(errorText(error))
    return false
  }
}
