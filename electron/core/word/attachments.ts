/** The files that belong to a meeting, as its documents list them. */
import type { MeetingJson } from '#contract/minutes.ts'
import type { NumberStyle } from './people.ts'
import { attendedItems } from './people.ts'
import { fill } from './texts.ts'
import { addParagraph, printed, type Writing } from './writer.ts'

/** "Bilaga 1 Title, § 3", one a line. Nothing when there is none. */
export function addAttachments(writing: Writing, meeting: MeetingJson, numberStyle: NumberStyle): void {
  const { texts } = writing
  const attachments = meeting.attachments ?? []
  if (attachments.length === 0) return
  addParagraph(writing, texts.attachments, { style: 'Rubrik2Onumrerad' })
  for (const { number, title, file, item } of attachments) {
    const named = printed(writing, title) === '' ? file : title
    const text =
      item === null
        ? fill(texts.attachmentTitled, { number: String(number), title: named })
        : fill(texts.attachmentOf, {
            number: String(number),
            title: named,
            item: attendedItems(item, texts, numberStyle),
          })
    addParagraph(writing, printed(writing, text), { style: 'Deltagare' })
  }
}
