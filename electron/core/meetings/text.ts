/** Saving text: whole paragraphs, each checked against what it replaces. */
import { KansliError } from '#contract/errors.ts'
import type { TextOperation } from '#contract/meetings.ts'
import type { Parsed } from '#contract/methods.ts'
import { get, insert, run, update, type ReadableDb } from '#db/connection.ts'
import {
  paragraphsOf,
  removeSaid,
  hasSaid,
  saidIn,
  setSaid,
  writeOrder,
  type ParagraphRow,
} from '#db/queries/meeting-edit.ts'
import type { WriteContext } from '#core/context.ts'

/**
 * Keeps what a paragraph is said to decide or charge in step with its words: what still stands in
 * the text stays as it was, a block's only decision or action follows the block, the rest goes.
 * `before` is the paragraph's text until now.
 */
function followText(
  { db, ports }: WriteContext,
  row: { id: string; itemId: string; kind: string; text: string },
  before: string | null,
): void {
  if (row.kind !== 'decision' && row.kind !== 'action' && !hasSaid(db, row.id)) return
  for (const table of ['decision', 'action'] as const) {
    const isBlock = row.kind === table
    const said = saidIn(db, table, row.id)
    // What was the whole block stays the whole block, also when the old words are a part of the new ones.
    const gone = said.filter(
      (one) =>
        !row.text.includes(one.text) ||
        (one.inline === 0 && (!isBlock || (one.text === before && before !== row.text))),
    )
    const kept = said.length - gone.length
    const [only] = gone
    if (isBlock && kept === 0 && only !== undefined) {
      setSaid(db, table, only.id, row.text)
      gone.slice(1).forEach((one) => removeSaid(db, table, one.id))
    } else {
      gone.forEach((one) => removeSaid(db, table, one.id))
      if (isBlock && kept === 0 && row.text.trim() !== '') {
        const common = {
          id: ports.newId(),
          item_id: row.itemId,
          paragraph_id: row.id,
          position: 0,
          text: row.text,
          inline: 0,
        }
        insert(db, table, table === 'action' ? { ...common, owner: null, due: null } : common)
      }
    }
  }
}

function apply(
  context: WriteContext,
  itemId: string,
  operation: TextOperation,
  known: Map<string, ParagraphRow>,
): void {
  const { db } = context
  const row = known.get(operation.paragraphId)
  const conflict = () => new KansliError('text.conflict', { paragraph: operation.paragraphId })
  if (operation.op === 'remove') {
    // Gone already is what was asked for.
    if (row === undefined) return
    if (row.text !== operation.base) throw conflict()
    run(db, 'DELETE FROM paragraph WHERE id = ?', [row.id])
    known.delete(row.id)
    return
  }
  const next = { id: operation.paragraphId, itemId, kind: operation.kind, text: operation.text }
  if (row === undefined) {
    if (operation.base !== null) throw conflict()
    insert(db, 'paragraph', {
      id: next.id,
      item_id: itemId,
      position: known.size,
      kind: next.kind,
      text: next.text,
      line_from: null,
      line_to: null,
    })
    known.set(next.id, { id: next.id, item_id: itemId, position: known.size, kind: next.kind, text: next.text })
  } else {
    // The same text again is an operation sent twice, after an answer that was lost on the way.
    const repeated = row.text === next.text && row.kind === next.kind
    if (row.text !== operation.base && !repeated) throw conflict()
    update(db, 'paragraph', row.id, { kind: next.kind, text: next.text })
  }
  followText(context, next, row?.text ?? null)
}

/** Applies every operation or none. @throws KansliError text.conflict, item.not-found */
export function saveText(context: WriteContext, input: Parsed<'items.saveText'>): void {
  const { db } = context
  const known = new Map(paragraphsOf(db, input.id).map((row) => [row.id, row]))
  for (const operation of input.operations) {
    if (!known.has(operation.paragraphId)) refuseForeign(db, operation.paragraphId)
    apply(context, input.id, operation, known)
  }
  // Paragraphs that another window added meanwhile keep their place at the end.
  const order = [...new Set(input.order)].filter((id) => known.has(id))
  const all = [...order, ...[...known.keys()].filter((id) => !order.includes(id))]
  if (all.some((id, position) => known.get(id)?.position !== position)) writeOrder(db, 'paragraph', all)
}

/** A paragraph of another item is not this item's to write. */
function refuseForeign(db: ReadableDb, id: string): void {
  if (get(db, 'SELECT 1 FROM paragraph WHERE id = ?', [id]) !== undefined) throw new KansliError('item.not-found')
}
