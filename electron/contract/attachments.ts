/** Files that belong to a meeting: numbered in order through the meeting, each with the item it is about. */
import { z } from 'zod'
import { id, label, line, read, task, write } from '#contract/method.ts'

export const attachment = z.strictObject({
  id,
  /** Null: it belongs to the meeting as a whole. */
  itemId: id.nullable(),
  /** "Bilaga 1" and on, through the meeting. */
  number: z.int(),
  title: z.string(),
  fileName: z.string(),
  size: z.int(),
})
export type Attachment = z.infer<typeof attachment>

const ref = z.strictObject({ id })
const changed = z.strictObject({ version: z.int() })

export const attachmentMethods = {
  'attachments.list': read(z.strictObject({ meetingId: id }), z.strictObject({ attachments: z.array(attachment) })),
  /**
   * The file goes last. Its name is made safe for every system; the title is the name without its ending when left out.
   * The same bytes are kept once. Errors: attachment.empty, attachment.too-large, attachment.too-many.
   */
  'attachments.add': write(
    z.strictObject({
      meetingId: id,
      itemId: id.nullable(),
      fileName: line(1000),
      title: line().optional(),
      base64: z.string().max(28_000_000),
    }),
    z.strictObject({ id, version: z.int() }),
  ),
  'attachments.set': write(
    z.strictObject({ id, title: label().optional(), itemId: id.nullable().optional() }),
    changed,
  ),
  'attachments.move': write(z.strictObject({ id, after: id.nullable() }), changed),
  /** Its bytes go when no step of undo can bring it back any more. */
  'attachments.remove': write(ref, changed),
  /** Gives the file to the person; null when they thought better of it. */
  'attachments.save': task(ref, z.strictObject({ saved: z.string().nullable(), fileName: z.string() })),
} as const
