/** Loose promises that nobody answered: what the next meeting begins with. */
import type { ReadableDb } from '#db/connection.ts'
import { getMeeting } from '#db/queries/meetings.ts'
import { findings } from './list.ts'

export type OpenPromise = {
  key: string
  /** The words that promise, and the sentence they stand in. */
  words: string
  sentence: string
  itemId: string
  itemTitle: string
  itemNumber: string | null
  paragraphId: string
}

/** In the order of the minutes. @throws KansliError meeting.not-found */
export function openPromises(db: ReadableDb, meetingId: string): OpenPromise[] {
  const view = getMeeting(db, meetingId)
  return findings(db, view).flatMap(({ finding: { code, state, key, words, sentence }, passage }) =>
    code !== 'loose-promise' || state !== 'open' || passage === null
      ? []
      : [
          {
            key,
            words,
            sentence,
            itemId: passage.item.id,
            itemTitle: passage.item.title,
            itemNumber: passage.item.number,
            paragraphId: passage.paragraph.id,
          },
        ],
  )
}
