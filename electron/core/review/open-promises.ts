/** Loose promises that nobody answered: what the next meeting begins with. */
import type { ReadableDb } from '#db/connection.ts'
import { getMeeting } from '#db/queries/meetings.ts'
import { answersAt } from '#db/queries/review.ts'
import { loosePromises } from './review.ts'

export type OpenPromise = {
  key: string
  /** The words it is shown by. */
  words: string
  itemTitle: string
  itemNumber: string | null
  paragraphId: string
  /** Which of its paragraph's promises: it stays the same one while its words are mended. */
  nth: number
}

/** In the order of the minutes. @throws KansliError meeting.not-found */
export function openPromises(db: ReadableDb, meetingId: string): OpenPromise[] {
  const answered = new Set(answersAt(db, meetingId).map(({ key }) => key))
  const counts = new Map<string, number>()
  return loosePromises(getMeeting(db, meetingId)).flatMap(({ key, words, passage }) => {
    if (passage === null) return []
    const { item, paragraph } = passage
    const nth = (counts.get(paragraph.id) ?? 0) + 1
    counts.set(paragraph.id, nth)
    return answered.has(key)
      ? []
      : [{ key, words, itemTitle: item.title, itemNumber: item.number, paragraphId: paragraph.id, nth }]
  })
}
