/** Two events that are one: their words and parts stand together, and can be taken apart at any time. */
import { KansliError } from '#contract/errors.ts'
import type { Parsed } from '#contract/methods.ts'
import type { WritableDb } from '#db/connection.ts'
import {
  changeEvent,
  changeMerged,
  dropEvent,
  dropMerged,
  eventColumns,
  keepMerged,
  keepMoved,
  mergedEvent,
  mergedEventsOf,
  moveAll,
  moveBack,
  partsLeft,
  putEvent,
  storedEvent,
  type MergedEvent,
  type StoredEvent,
} from '#db/queries/merged-events.ts'
import type { WriteContext } from '#core/context.ts'
import { letEventFall } from '#core/sources/let-fall.ts'
import { settle } from '#core/sources/withdraw.ts'
import { existing } from './stated.ts'

/** What the event that stays takes over where it says nothing itself; the days and how they are known go together. */
function takenOver(keep: StoredEvent, gone: StoredEvent): Partial<StoredEvent> {
  const taken: Partial<StoredEvent> = {}
  if (keep.from_date === null && gone.from_date !== null)
    Object.assign(taken, {
      from_date: gone.from_date,
      basis: gone.basis,
      ...(keep.as_written === null ? { as_written: gone.as_written } : {}),
      ...(keep.to_date === null ? { to_date: gone.to_date } : {}),
    })
  for (const column of ['venue', 'body_id', 'meeting_id'] as const)
    if (keep[column] === null && gone[column] !== null) taken[column] = gone[column]
  return taken
}

/** @throws KansliError entity.not-found, event.same */
export function mergeEvents(context: WriteContext, input: Parsed<'events.merge'>): void {
  const { db, ports } = context
  const [keepId, goneId] = [existing(context, 'event', input.keep), existing(context, 'event', input.gone)]
  if (keepId === goneId) throw new KansliError('event.same')
  const [keep, gone] = [storedEvent(db, keepId), storedEvent(db, goneId)]
  if (keep === undefined || gone === undefined) throw new KansliError('entity.not-found')
  const taken = takenOver(keep, gone)
  const moved = moveAll(db, goneId, keepId)
  dropEvent(db, goneId)
  changeEvent(db, keepId, taken)
  const at = ports.clock().toISOString()
  keepMerged(db, gone, { intoId: keepId, moved, taken: Object.keys(taken), at })
}

/** What of `taken` a row still has from `from`: its columns as they become without it. */
function without(row: StoredEvent, from: StoredEvent, taken: readonly string[]): Partial<StoredEvent> {
  const still = eventColumns.filter(
    (column) => taken.includes(column) && column !== 'basis' && row[column] === from[column],
  )
  return {
    ...Object.fromEntries(still.map((column) => [column, null])),
    ...(still.includes('from_date') ? { basis: 'unknown' } : {}),
  }
}

/** Of the events that went into the same one, the one that `id` had gone into before that. */
function holderOf(others: readonly MergedEvent[], id: string): MergedEvent | undefined {
  const holders = others.filter(({ moved }) => moved.merged_event.includes(id))
  return holders.find((one) => !holders.some((other) => one.moved.merged_event.includes(other.row.id)))
}

/**
 * What was taken over goes home, unless somebody has said otherwise of it since: from the event it went to, also where
 * that one has gone on into another, and from whichever took it over from there.
 */
function giveBack(db: WritableDb, merged: MergedEvent, others: readonly MergedEvent[]): void {
  let taken: readonly string[] = merged.taken
  let at = merged.row.id
  for (let holder = holderOf(others, at); holder !== undefined; holder = holderOf(others, at)) {
    const change = without(holder.row, merged.row, taken)
    changeMerged(db, holder.row.id, change)
    const passed = holder.taken
    taken = Object.keys(change).filter((column) => passed.includes(column))
    at = holder.row.id
  }
  const keep = storedEvent(db, merged.intoId)
  if (keep !== undefined) changeEvent(db, keep.id, without(keep, merged.row, taken))
}

/** @throws KansliError entity.not-found for an event that stands by itself */
export function separateEvent(context: WriteContext, id: string): void {
  const { db } = context
  const merged = mergedEvent(db, id)
  if (merged === undefined) throw new KansliError('entity.not-found')
  const { row, intoId, moved } = merged
  const isSettled = partsLeft(db, moved) < moved.party.length
  dropMerged(db, id)
  const others = mergedEventsOf(db, intoId)
  giveBack(db, merged, others)
  putEvent(db, row)
  moveBack(db, moved, intoId, id)
  // What has gone home goes nowhere with those that took it along on their way.
  const home = new Set([id, ...Object.values(moved).flat()])
  for (const other of others) if (other.moved.merged_event.includes(id)) keepMoved(db, other, home)
  // Words that were withdrawn meanwhile had the parts of both told anew, by those that are left.
  if (isSettled) for (const one of [id, intoId]) settle(context, { kind: 'event', id: one })
  // Whose text has been withdrawn meanwhile had only the merge to stand on.
  for (const one of [id, intoId]) letEventFall(context, one)
}
