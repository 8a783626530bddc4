/** Who may hold the tenures that no text names a holder for. */
import type { WriteContext } from '#core/context.ts'

/** Works the proposals out anew from every accepted text. */
export function refreshHolders(_context: WriteContext): void {
  return undefined
}
