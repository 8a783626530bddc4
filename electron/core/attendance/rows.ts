/** Somebody who stands on the list twice is one person in the room: what is told of one row stands in all of them. */
import type { WriteContext } from '#core/context.ts'
import { update } from '#db/connection.ts'
import { peopleOf } from './people.ts'
import { personOf, refreshItems, storeIntervals } from './store.ts'

/** Brings further rows of the same person in step with this one, within the write that has changed it. */
export function standAlike(context: WriteContext, id: string): void {
  const { view, person } = personOf(context.db, id)
  const { status, mode, items, intervals } = person
  for (const row of view.attendance) {
    if (row.personId !== person.personId || row.id === id) continue
    const own = intervals.map((one, at) => ({ ...one, id: row.intervals[at]?.id ?? context.ports.newId() }))
    storeIntervals(context, row, own)
    update(context.db, 'attendance', row.id, { status, mode, items })
  }
  refreshItems(context, view.id)
}

/** A row of somebody who stands on the list already, new or with a new name: the one that tells most leads. */
export function joinRows(context: WriteContext, id: string): void {
  const { view, person } = personOf(context.db, id)
  const [leading] = peopleOf(view.attendance.filter(({ personId }) => personId === person.personId))
  if (leading !== undefined) standAlike(context, leading.id)
}
