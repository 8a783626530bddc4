/** Searching, and keeping the index up to date behind it. */
import { bodiesWithMeetings } from '#db/search/find.ts'
import { bringUpToDate, tidyIndex, waiting } from '#db/search/update.ts'
import type { HandlersOf, TaskContext } from '#core/context.ts'
import { find } from './find.ts'
import { listening, memoryOf, warm } from './memory.ts'

/** Changes a search takes in before it answers: what was typed a moment ago is found, a backlog waits for idle moments. */
export const atOnce = 500
/** Pages of the index that one idle moment may move. */
const pages = 400

/** Takes up to `rows` waiting changes in; returns how many are left. */
export function catchUp(context: TaskContext, rows: number): number {
  const before = context.read(waiting)
  if (before === 0) return 0
  if (before > atOnce) context.read(memoryOf).untidy = true
  return context.keep((db) => bringUpToDate(db, rows, listening(db)))
}

export const searchHandlers: HandlersOf<'search'> = {
  'search.find': (context, asked) => {
    // While somebody types in the search nothing waits: one look at the file tells that and answers.
    const found = context.read((db) => (waiting(db) === 0 ? find(db, asked) : null))
    if (found !== null) return { ...found, pending: 0 }
    const pending = catchUp(context, atOnce)
    return { ...context.read((db) => find(db, asked)), pending }
  },
  'search.prepare': (context, { rows }) => {
    const pending = catchUp(context, rows)
    if (pending > 0) return { pending }
    const memory = context.read(memoryOf)
    if (memory.untidy) {
      memory.untidy = context.keep((db) => tidyIndex(db, pages))
      return { pending: 1 }
    }
    return { pending: context.read(warm) ? 1 : 0 }
  },
  'search.filters': ({ db }) => ({ bodies: bodiesWithMeetings(db) }),
}
