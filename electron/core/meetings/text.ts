/** Saving text: whole paragraphs, each checked against what it replaces. */
import type { Contribution, TextSpan } from '#contract/blocks.ts'
import { KansliError } from '#contract/errors.ts'
import type { TextOperation } from '#contract/meetings.ts'
import type { Parsed } from '#contract/methods.ts'
import { all, get, insert, run, update, type ReadableDb } from '#db/connection.ts'
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
  const fields = fieldsOf(operation)
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
      fields: fields ?? null,
      created_at: context.ports.clock().toISOString(),
    })
    known.set(next.id, {
      id: next.id,
      item_id: itemId,
      position: known.size,
      kind: next.kind,
      text: next.text,
      fields: fields ?? null,
    })
  } else {
    // The same text again is an operation sent twice, after an answer that was lost on the way.
    const repeated = row.text === next.text && row.kind === next.kind
    if (row.text !== operation.base && !repeated) throw conflict()
    if (besideChanged(context, row, operation)) throw conflict()
    // Fields belong to the kind they were given for.
    const keep = row.kind === next.kind ? undefined : null
    const set = fields === undefined ? keep : fields
    update(db, 'paragraph', row.id, { kind: next.kind, text: next.text, fields: set })
    // A later operation on the same paragraph replaces what this one wrote.
    known.set(row.id, { ...row, kind: next.kind, text: next.text, fields: set === undefined ? row.fields : set })
  }
  if (operation.spans !== undefined) replaceSpans(context, next, operation.spans)
  else if (row !== undefined && next.text.length < row.text.length)
    run(db, 'DELETE FROM text_span WHERE paragraph_id = ? AND to_offset > ?', [next.id, next.text.length])
  if (operation.people !== undefined) replacePeople(context, next.id, operation.people)
  followText(context, next, row?.text ?? null)
}

/** Whether what stands beside the words is neither what the writer saw nor what the operation sets. */
function besideChanged({ db }: WriteContext, row: ParagraphRow, operation: Put): boolean {
  const { was, kind, fields, people } = operation
  if (was === undefined) return false
  const stored = {
    fields: facts(row.fields === null ? null : JSON.parse(row.fields)),
    people: facts(storedPeople(db, row.id)),
  }
  const seen =
    row.kind === was.kind && stored.fields === facts(was.fields) && stored.people === facts(whoIn(was.people))
  const done =
    row.kind === kind &&
    (fields === undefined || stored.fields === facts(fields)) &&
    (people === undefined || stored.people === facts(whoIn(people)))
  return !seen && !done
}

const whoIn = (people: readonly Contribution[]) => people.map(({ role, name, choice }) => ({ role, name, choice }))
const storedPeople = (db: ReadableDb, paragraphId: string) =>
  all<Pick<Contribution, 'role' | 'name' | 'choice'>>(
    db,
    'SELECT role, name, choice FROM contribution WHERE paragraph_id = ? ORDER BY position',
    [paragraphId],
  )

/** A value as text in which the order of members says nothing; nothing and no members are the same. */
function facts(value: unknown): string {
  const text = JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
  return text === '{}' ? 'null' : text
}

type Put = Extract<TextOperation, { op: 'put' }>

/** The fields to store; undefined leaves them. */
function fieldsOf({ fields }: Put): string | null | undefined {
  if (fields === undefined) return undefined
  return fields === null || Object.keys(fields).length === 0 ? null : JSON.stringify(fields)
}

const targets = { person: 'person_id', organisation: 'organisation_id', body: 'body_id', theme: 'theme_id' } as const

/** Spans follow the words they stand for: one that reaches past the text, or points to an entry that is gone, is none. */
function replaceSpans({ db, ports }: WriteContext, block: { id: string; text: string }, spans: readonly TextSpan[]) {
  run(db, 'DELETE FROM text_span WHERE paragraph_id = ?', [block.id])
  for (const { from, to, kind, ref } of spans) {
    if (to > block.text.length) continue
    if (kind !== 'foreign' && get(db, `SELECT 1 FROM ${kind} WHERE id = ?`, [ref]) === undefined) continue
    const target = kind === 'foreign' ? {} : { [targets[kind]]: ref }
    const place = { paragraph_id: block.id, from_offset: from, to_offset: to }
    insert(db, 'text_span', { id: ports.newId(), ...place, kind, ...target })
  }
}

function replacePeople({ db, ports }: WriteContext, paragraphId: string, people: readonly Contribution[]) {
  run(db, 'DELETE FROM contribution WHERE paragraph_id = ?', [paragraphId])
  people.forEach(({ id, role, personId, name, choice }, position) => {
    // Joined with another block the people come along, with their ids; from anywhere else an id means somebody new.
    run(
      db,
      `DELETE FROM contribution WHERE id = ? AND (SELECT item_id FROM paragraph WHERE id = paragraph_id) =
         (SELECT item_id FROM paragraph WHERE id = ?)`,
      [id, paragraphId],
    )
    const taken = get(db, 'SELECT 1 FROM contribution WHERE id = ?', [id]) !== undefined
    const known = personId !== null && get(db, 'SELECT 1 FROM person WHERE id = ?', [personId]) !== undefined
    insert(db, 'contribution', {
      id: taken ? ports.newId() : id,
      paragraph_id: paragraphId,
      position,
      role,
      person_id: known ? personId : null,
      name,
      choice,
    })
  })
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
