/** Loose promises that no meeting has taken yet, of every meeting that has been held. */
import type { ReadableDb } from '#db/connection.ts'
import { heldBefore, promisesTaken } from '#db/queries/meeting-left.ts'
import { openPromises, type OpenPromise } from '#core/review/open-promises.ts'

/** In the order of the meetings and their minutes. The year before is looked through too: its last meeting may have no follower yet. */
export function unansweredBefore(db: ReadableDb, bodyId: string, before: string): OpenPromise[] {
  const since = `${Number(before.slice(0, 4)) - 1}-01-01`
  return heldBefore(db, bodyId, { since, before })
    .flatMap((id) => openPromises(db, id))
    .filter(({ paragraphId, nth }) => nth > promisesTaken(db, paragraphId))
}
