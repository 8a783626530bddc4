/** The files that belong to a meeting, as its documents list them. */
import type { MeetingJson } from '#contract/minutes.ts'
import type { NumberStyle } from './people.ts'
import { attendedItems } from './people.ts'
import { fill, type DocumentTexts } from './texts.ts'
import { addParagraph, printed, type Writing } from './writer.ts'

/** "Bilaga 1 Title, § 3"; the name of the file where nobody gave it a title. */
export function attachmentText(
  { number, title, file, item }: NonNullable<MeetingJson['attachments']>[number],
  texts: DocumentTexts,
  numberStyle: NumberStyle,
): string {
  const values = { number: String(number), title: title.trim() === '' ? file : title }
  return item === null
    ? fill(texts.attachmentTitled, values)
    : fill(texts.attachmentOf, { ...values, item: attendedItems(item, texts, numberStyle) })
}

/** One a line. Nothing when there is none. */
export function addAttachments(writing: Writing, meeting: MeetingJson, numberStyle: NumberStyle): void {
  const { texts } = writing
  const attachments = meeting.attachments ?? []
  if (attachments.length === 0) return
  addParagraph(writing, texts.attachments, { style: 'Rubrik2Onumrerad' })
  for (const one of attachments)
    addParagraph(writing, printed(writing, attachmentText(one, texts, numberStyle)), { style: 'Deltagare' })
}
