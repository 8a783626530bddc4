/** Text of several items written at once, as replacing in a whole meeting does. */
import { z } from 'zod'
import { id, line, text, write } from '#contract/method.ts'
import { itemText } from '#contract/meetings.ts'

/** What stands with an item beside its text: `base` is what the writer saw, "" for nothing; another one is `text.conflict`. */
const besideText = z
  .strictObject({
    title: z.strictObject({ text: line(), base: z.string() }),
    prepared: z.strictObject({ text: text(20_000), base: z.string() }),
    proposal: z.strictObject({ text: text(20_000), base: z.string() }),
  })
  .partial()

export const findMethods = {
  /**
   * Every item as `items.saveText` writes it, with its heading, what is prepared for it and the proposed decision: all
   * or none, as one step. `item.not-found` for one of another meeting.
   */
  'texts.save': write(
    z.strictObject({
      meetingId: id,
      items: z
        .array(itemText.extend({ beside: besideText.optional() }))
        .min(1)
        .max(2000),
    }),
    z.strictObject({ version: z.int(), savedAt: z.string() }),
  ),
} as const
