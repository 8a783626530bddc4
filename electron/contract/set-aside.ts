/** Text that waits for its writer's choice between it and what was stored meanwhile: kept apart from the minutes. */
import { z } from 'zod'
import { blockFields, blockKind, textSpan } from '#contract/blocks.ts'
import { id, line, nothing, read, text, write } from '#contract/method.ts'

const waiting = z.strictObject({
  paragraphId: id,
  /** Place in the item as it was written. */
  position: z.int().min(0).max(1_000_000),
  kind: blockKind,
  text: text(),
  fields: blockFields.nullable(),
})

export const setAsideMethods = {
  /** What waits in an item is put, in place of what the same paragraph had waiting, or is settled. No step to take back. */
  'setAside.set': write(
    z.strictObject({
      meetingId: id,
      itemId: id,
      /** Of the item, which may be gone. */
      title: line(),
      put: z.array(waiting).max(2000),
      settled: z.array(id).max(2000),
    }),
    nothing,
  ),
  /** What waits in a meeting and is not what is stored there. `spans`: mentions of the stored paragraph that these words have too. */
  'setAside.list': read(
    z.strictObject({ meetingId: id }),
    z.strictObject({
      texts: z.array(waiting.extend({ itemId: id, title: z.string(), spans: z.array(textSpan) })),
    }),
  ),
} as const
