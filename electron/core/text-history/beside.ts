/** What stood beside the words of a state that is put back: people, decisions and actions, and what is tied to them. */
import { z } from 'zod'
import { run, update } from '#db/connection.ts'
import { meetingOfItem } from '#db/queries/meeting-edit.ts'
import { putKeptRow, rowStands, tieKeptRow } from '#db/queries/kept-rows.ts'
import type { KeptState, PresentRow } from '#db/queries/text-history.ts'
import type { WriteContext } from '#core/context.ts'
import { releaseNumbers } from '#core/approval/numbers.ts'
import { daysOf, dueDay } from '#core/meetings/charge.ts'

const row = z.record(z.string(), z.union([z.string(), z.number(), z.null()]))
const rows = z.array(row).default([])
/** As the file's own triggers keep it, by table. */
export const keptRows = z.object({
  contribution: rows,
  decision: rows,
  action: rows,
  action_carry: rows,
  action_change: rows,
  review_answer: rows,
  attendance_interval: rows,
  deputyship: rows,
  number_meant: rows,
})
type Kept = z.infer<typeof keptRows>

/** One whose row went to another block when the two were joined stands in both now, there with the id. */
function putPeople({ db, ports }: WriteContext, paragraphId: string, people: Kept['contribution']): void {
  run(db, 'DELETE FROM contribution WHERE paragraph_id = ?', [paragraphId])
  for (const one of people) {
    const taken = rowStands(db, 'contribution', String(one['id']))
    putKeptRow(db, 'contribution', taken ? { ...one, id: ports.newId() } : one)
  }
}

/** Decisions or actions that are to come back, in their order. */
function missing(
  { db }: WriteContext,
  table: 'decision' | 'action',
  kept: Kept,
  state: KeptState,
  before: PresentRow | undefined,
) {
  return kept[table].filter(({ id, inline, text }) => {
    if (rowStands(db, table, String(id))) return false
    if (inline === 0) return before?.kind !== state.kind
    const words = String(text)
    return state.text.includes(words) && before?.text.includes(words) !== true
  })
}

/** Returns the ids of the rows that came back. */
function putSaid(
  context: WriteContext,
  table: 'decision' | 'action',
  kept: Kept,
  state: KeptState,
  before: PresentRow | undefined,
): ReadonlySet<string> {
  const { db } = context
  const found = missing(context, table, kept, state, before)
  // The row that the words alone have just made for the block gives way to the one it had.
  if (found.some(({ inline }) => inline === 0))
    run(db, `DELETE FROM ${table} WHERE paragraph_id = ? AND inline = 0`, [state.paragraphId])
  return new Set(found.flatMap((one) => (putKeptRow(db, table, one) ? [String(one['id'])] : [])))
}

/**
 * Brings back what stood beside the words of `state`, once these stand again. `before`: the paragraph until now.
 *
 * A paragraph that is gone, or has become another kind, gets everything it had. One that stands and only changed its
 * words keeps the people, the owner and the day it has: those have been said since, by hand and apart from the words,
 * and an action has a history of its own. What a sentence decided or charged went with that sentence and comes back
 * with it; what was taken off a sentence that stands stays off.
 */
export function bringBack(context: WriteContext, state: KeptState, before: PresentRow | undefined): void {
  const { db } = context
  const { paragraphId } = state
  if (before === undefined) update(db, 'paragraph', paragraphId, { line_from: state.lineFrom, line_to: state.lineTo })
  if (state.beside === null) return
  const kept = keptRows.parse(JSON.parse(state.beside))
  const meetingId = meetingOfItem(db, before?.itemId ?? state.itemId)
  if (before?.kind !== state.kind) putPeople(context, paragraphId, kept.contribution)
  releaseNumbers(db, meetingId, putSaid(context, 'decision', kept, state, before))
  const actions = putSaid(context, 'action', kept, state, before)
  const days = daysOf(db, meetingId)
  for (const { id, due } of kept.action)
    // The meeting may have moved since, and with it the day that the words come to.
    if (actions.has(String(id)))
      update(db, 'action', String(id), { due_date: dueDay(due === null ? null : String(due), days) })
  const ofThese = ({ action_id: id }: z.infer<typeof row>) => actions.has(String(id))
  for (const table of ['action_carry', 'action_change'] as const)
    for (const one of kept[table].filter(ofThese)) putKeptRow(db, table, one)
  for (const one of kept.review_answer.filter(ofThese)) tieKeptRow(db, 'review_answer', one)
  // The sentences of presence, whose edges lose them only when they go, and the items the words mean.
  if (before !== undefined) return
  for (const table of ['attendance_interval', 'deputyship'] as const)
    for (const one of kept[table]) tieKeptRow(db, table, one)
  for (const one of kept.number_meant) putKeptRow(db, 'number_meant', one)
}
