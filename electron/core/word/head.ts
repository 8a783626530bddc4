/** The title and the facts of a meeting, first on the page. What is missing says so. */
import type { MeetingJson } from '#contract/minutes.ts'
import { capitalised } from './capitalised.ts'
import { spellDate, spellTime } from './dates.ts'
import { bareTitle } from './file-name.ts'
import { fill } from './texts.ts'
import type { DocumentTexts } from './texts.ts'
import type { Language } from './typography.ts'
import { addMetadata, addParagraph, printed } from './writer.ts'
import type { Writing } from './writer.ts'

/** "Minnesanteckningar", "Protokoll", "Minutes". */
export function kindName(meeting: MeetingJson, texts: DocumentTexts): string {
  if (meeting.kind === 'protokoll') return texts.kindProtokoll
  return meeting.kind === 'minutes' ? texts.kindMinutes : texts.kindMinnesanteckningar
}

/** The title without kind, date and form; the body, else the kind itself, when the title says nothing else. */
export function headingText(meeting: MeetingJson, texts: DocumentTexts): string {
  const title = bareTitle(meeting.title)
  if (title !== '') return title
  if (meeting.body?.trim()) return capitalised(meeting.body.trim())
  return meeting.title.trim() === '' ? texts.untitled : kindName(meeting, texts)
}

export function addHead(writing: Writing, meeting: MeetingJson, status: string): void {
  const { texts, foreign } = writing
  const row = (label: string, value: string | null) => {
    const text = value === null ? '' : printed(writing, value)
    addMetadata(writing, label, text === '' ? texts.unknown : text)
  }
  addParagraph(writing, printed(writing, headingText(meeting, texts)), { style: 'Heading1' })
  row(texts.document, kindName(meeting, texts))
  row(texts.status, status)
  row(texts.body, meeting.body === null ? null : capitalised(meeting.body.trim()))
  row(texts.date, meeting.date === null ? null : spellDate(meeting.date, foreign.language))
  row(texts.time, timeText(meeting, texts, foreign.language))
  row(texts.place, meeting.place)
  row(texts.form, formText(meeting, texts))
  row(texts.chair, meeting.chair)
  row(texts.secretary, meeting.secretary)
  // Notes are not always approved; formal minutes are, so there a gap is worth seeing.
  if (meeting.kind === 'protokoll' || meeting.adjusters.length > 0) {
    row(texts.adjusters, meeting.adjusters.length === 0 ? null : meeting.adjusters.join(', '))
  }
  row(texts.dnr, meeting.dnr)
  row(texts.nextMeeting, meeting.nextMeeting === null ? null : spellDate(meeting.nextMeeting.date, foreign.language))
}

/** "kl. 10.00–12.00"; null when no time is known. */
export function timeText(meeting: MeetingJson, texts: DocumentTexts, language: Language): string | null {
  const start = meeting.start === null ? null : spellTime(meeting.start, language)
  const end = meeting.end === null ? null : spellTime(meeting.end, language)
  if (start !== null && end !== null) return fill(texts.timeBoth, { start, end })
  if (start !== null) return fill(texts.timeStart, { start })
  return end === null ? null : fill(texts.timeEnd, { end })
}

/** The form in words; null when it is not known. */
export function formText(meeting: MeetingJson, texts: DocumentTexts): string | null {
  if (meeting.form === null) return null
  return { fysiskt: texts.formFysiskt, distans: texts.formDistans, hybrid: texts.formHybrid }[meeting.form]
}
