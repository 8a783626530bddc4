/** Searching, and keeping the index up to date behind it. */
import type { ReadableDb } from '#db/connection.ts'
import { bodiesWithMeetings } from '#db/search/find.ts'
import { bringUpToDate, tidyIndex, waiting } from '#db/search/update.ts'
import type { HandlersOf, TaskContext } from '#core/context.ts'
import { find } from './find.ts'
import { listening, memoryOf, warm } from './memory.ts'

/** Changes a search takes in before it answers: what was typed a moment ago is found, a backlog waits for idle moments. */
const atOnce = 500
/** Pages of the index that one idle moment may move. */
const pages = 400

/**
 * The connection for reading. Every switch to `query_only` and back makes SQLite compile its statements
 * anew, which costs more than a search; what reads here cannot write by type.
 */
const reader = (context: TaskContext): ReadableDb => context.workspace.db

/** Takes up to `rows` waiting changes in; returns how many are left. */
function catchUp(context: TaskContext, rows: number): number {
  const before = waiting(reader(context))
  if (before === 0) return 0
  if (before > atOnce) memoryOf(reader(context)).untidy = true
  return context.keep((db) => bringUpToDate(db, rows, listening(db)))
}

export const searchHandlers: HandlersOf<'search'> = {
  'search.find': (context, asked) => {
    const pending = catchUp(context, atOnce)
    return { ...find(reader(context), asked), pending }
  },
  'search.prepare': (context, { rows }) => {
    const pending = catchUp(context, rows)
    if (pending > 0) return { pending }
    const memory = memoryOf(reader(context))
    if (memory.untidy) {
      memory.untidy = context.keep((db) => tidyIndex(db, pages))
      return { pending: 1 }
    }
    return { pending: warm(reader(context)) ? 1 : 0 }
  },
  'search.filters': ({ db }) => ({ bodies: bodiesWithMeetings(db) }),
}
