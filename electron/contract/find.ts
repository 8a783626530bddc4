/** Text of several items written at once, as replacing in a whole meeting does. */
import { z } from 'zod'
import { id, write } from '#contract/method.ts'
import { itemText } from '#contract/meetings.ts'

export const findMethods = {
  /** Every item as `items.saveText` writes it, all or none, as one step. `item.not-found` for one of another meeting. */
  'texts.save': write(
    z.strictObject({
      meetingId: id,
      items: z.array(itemText).min(1).max(2000),
    }),
    z.strictObject({ version: z.int(), savedAt: z.string() }),
  ),
} as const
