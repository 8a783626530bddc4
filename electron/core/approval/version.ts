/** The document of an approved version: made from what was approved, and from nothing else. */
import { z } from 'zod'
import type { MeetingView } from '#contract/meetings.ts'
import { meetingJson } from '#contract/minutes.ts'
import { partialDate } from '#contract/days.ts'
import type { ReadableDb } from '#db/connection.ts'
import { readSettings } from '#db/queries/settings.ts'
import { showMeeting } from '#core/meetings/show.ts'
import type { Ports } from '#core/ports.ts'
import { buildMinutes, type MinutesDocument } from '#core/word/build.ts'
import { openZip } from '#core/word/zip.ts'

/** What is kept of approved minutes: the whole meeting, and what its document is made with beside it. */
const approvedContent = z.strictObject({
  meeting: meetingJson,
  office: z.string(),
  language: z.enum(['sv', 'en']),
  numberStyle: z.enum(['paragraph', 'plain']),
  approvedOn: partialDate,
  /** How the list of people is set; absent in what was approved before formal minutes told its parts. */
  people: z.literal('parts').optional(),
  /** That the sentence before a table stays with it; absent in what was approved before it did. */
  intros: z.literal('kept').optional(),
  /** That clock times are set by the language's rules; absent in what was approved before they were. */
  clocks: z.literal('set').optional(),
})
export type ApprovedContent = z.infer<typeof approvedContent>

export function contentText(content: ApprovedContent): string {
  return JSON.stringify(content)
}

/** The minutes as they stand now, as a version approved on that day would keep them. */
export function contentNow(db: ReadableDb, view: MeetingView, approvedOn: string): ApprovedContent {
  const meeting = showMeeting(view)
  return {
    meeting,
    office: meeting.sender ?? readSettings(db).office ?? '',
    language: view.head.language,
    numberStyle: numberStyleOf(view),
    approvedOn,
  }
}

/** The same as their document is printed today. */
export function printedNow(db: ReadableDb, view: MeetingView, approvedOn: string): ApprovedContent {
  return { ...contentNow(db, view, approvedOn), people: 'parts', intros: 'kept', clocks: 'set' }
}

/** Reads what was stored. */
export function readContent(text: string): ApprovedContent {
  return approvedContent.parse(JSON.parse(text))
}

/** § as soon as one item has it. */
export function numberStyleOf({ items }: Pick<MeetingView, 'items'>): ApprovedContent['numberStyle'] {
  return items.some((item) => item.numberStyle === 'paragraph') ? 'paragraph' : 'plain'
}

/** @param madeAt for the file's properties; the main part does not depend on it */
export function buildApproved(content: ApprovedContent, madeAt: Date): Promise<MinutesDocument> {
  const {
    meeting,
    office,
    language,
    numberStyle,
    approvedOn,
    people = 'groups',
    intros,
    clocks = 'asWritten',
  } = content
  return buildMinutes(meeting, {
    language,
    office,
    numberStyle,
    status: 'approved',
    approvedOn,
    madeAt,
    people,
    freeIntros: intros === undefined,
    clocks,
  })
}

/** SHA-256 of a document's main part, hexadecimal. */
export function documentHash(ports: Ports, { bytes }: MinutesDocument): string {
  return ports.sha256(openZip(bytes).read('word/document.xml').toString('utf8'))
}
