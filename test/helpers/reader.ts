/** Opens files in the test's own process: what the openers do, without the process around them. */
import { openers, type Reader } from '#core/openers.ts'

export const readerHere: Reader = {
  // eslint-disable-next-line typescript/require-await -- the process of its own answers later
  open: async (kind, input) => openers[kind](input),
}
