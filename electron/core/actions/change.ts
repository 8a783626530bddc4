/** Changes of actions, each kept with what was there before. */
import { KansliError } from '#contract/errors.ts'
import { get, insert, update, type ReadableDb } from '#db/connection.ts'
import type { WriteContext } from '#core/context.ts'

type Stored = { owner: string | null; due: string | null; status: string; text: string }
type Field = keyof Stored | 'note'

/** @throws KansliError entity.not-found */
export function storedAction(db: ReadableDb, id: string): Stored {
  const row = get<Stored>(db, 'SELECT owner, due, status, text FROM action WHERE id = ?', [id])
  if (row === undefined) throw new KansliError('entity.not-found')
  return row
}

function keep({ db, ports }: WriteContext, id: string, field: Field, old: string | null, now: string | null): void {
  insert(db, 'action_change', {
    id: ports.newId(),
    action_id: id,
    at: ports.clock().toISOString(),
    field,
    old,
    new: now,
  })
}

/** Keeps what differs; fields that are not given are as they were. Before the change itself. */
export function noteChange(
  context: WriteContext,
  id: string,
  change: { owner?: string | null; due?: string | null },
): void {
  const before = storedAction(context.db, id)
  for (const field of ['owner', 'due'] as const) {
    const now = change[field]
    if (now !== undefined && now !== before[field]) keep(context, id, field, before[field], now)
  }
}

export function setStatus(context: WriteContext, id: string, status: string, on: string): void {
  const before = storedAction(context.db, id)
  if (before.status === status) return
  keep(context, id, 'status', before.status, status)
  update(context.db, 'action', id, { status, closed_on: status === 'open' ? null : on })
}

export function addNote(context: WriteContext, id: string, text: string): void {
  storedAction(context.db, id)
  keep(context, id, 'note', null, text)
}
