/** Reviewing minutes before they go out for approval. */
import { revision } from '#db/connection.ts'
import type { HandlersOf } from '#core/context.ts'
import { answer } from './answer.ts'
import { listFindings } from './list.ts'

export const reviewHandlers: HandlersOf<'review'> = {
  'review.list': ({ db }, { meetingId }) => listFindings(db, meetingId),
  'review.answer': (context, input) => {
    answer(context, input)
    return { version: revision(context.db) + 1 }
  },
}
