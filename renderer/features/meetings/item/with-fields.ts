/** What a block says beside its words, changed. Pure. */
import type { BlockFields } from '../text/blocks.ts'

/** Gives fields without those that are cleared. */
export function withFields(before: BlockFields | null, change: { [K in keyof BlockFields]?: BlockFields[K] | null }) {
  const known = Object.entries({ ...before, ...change }).filter(([, value]) => value !== null && value !== undefined)
  // Members are those of fields, and none is null any more.
  return known.length === 0 ? null : (Object.fromEntries(known) as BlockFields)
}
