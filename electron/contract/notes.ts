/** The secretary's own notes beside the minutes, one for an item. They leave the machine in no document and no export. */
import { z } from 'zod'
import { id, line, nothing, read, text, write } from '#contract/method.ts'

export const noteMethods = {
  /** Notes of a meeting's items that have one. `aside`: those whose item was removed while they were written. */
  'notes.list': read(
    z.strictObject({ meetingId: id }),
    z.strictObject({
      notes: z.array(z.strictObject({ itemId: id, text: z.string() })),
      aside: z.array(z.strictObject({ itemId: id, title: z.string(), text: z.string() })),
    }),
  ),
  /** `base`: the note that is replaced, as the writer saw it; another one stored is `text.conflict`. Blank removes. */
  'notes.set': write(
    z.strictObject({ id, text: text(100_000), base: text(100_000) }),
    z.strictObject({ version: z.int(), savedAt: z.string() }),
  ),
  /** Keeps a note whose item is gone, in place of what was kept of it; blank forgets it. No step to take back. */
  'notes.keepAside': write(z.strictObject({ meetingId: id, itemId: id, title: line(), text: text(100_000) }), nothing),
} as const
