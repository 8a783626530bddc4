/** Saving text: whole paragraphs, each checked against what it replaces. */
import type { Contribution, TextSpan } from '#contract/blocks.ts'
import { KansliError } from '#contract/errors.ts'
import type { TextOperation } from '#contract/meetings.ts'
import type { Parsed } from '#contract/methods.ts'
import { all, get, insert, run, type ReadableDb } from '#db/connection.ts'
import {
  addParagraph,
  isInOrder,
  meetingOfItem,
  paragraphById,
  paragraphsOf,
  removeSaid,
  saidIn,
  setParagraph,
  setSaid,
  writeOrder,
  type ParagraphRow,
} from '#db/queries/meeting-edit.ts'
import { releaseMoved } from '#core/attendance/store.ts'
import type { WriteContext } from '#core/context.ts'

/**
 * Keeps what a paragraph is said to decide or charge in step with its words: what still stands in
 * the text stays as it was, a block's only decision or action follows the block, the rest goes.
 * `was` is the paragraph until now: mostly it says nothing of the kind, and typing does not wait for more answers.
 */
function followText(
  { db, ports }: WriteContext,
  row: { id: string; itemId: string; kind: string; text: string },
  was: ParagraphRow | undefined,
): void {
  if (row.kind !== 'decision' && row.kind !== 'action' && was?.says !== 1) return
  const before = was?.text ?? null
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

/**
 * Gives whether a paragraph came or went.
 * @throws KansliError text.conflict; item.not-found also for a paragraph of another item, which is not this item's to write
 */
function apply(context: WriteContext, itemId: string, operation: TextOperation): boolean {
  const { db } = context
  const row = paragraphById(db, operation.paragraphId)
  if (row === undefined) meetingOfItem(db, itemId)
  else if (row.itemId !== itemId) throw new KansliError('item.not-found')
  const conflict = () => new KansliError('text.conflict', { paragraph: operation.paragraphId })
  if (operation.op === 'remove') {
    // Gone already is what was asked for.
    if (row === undefined) return false
    if (row.text !== operation.base) throw conflict()
    run(db, 'DELETE FROM paragraph WHERE id = ?', [row.id])
    return true
  }
  const next = { id: operation.paragraphId, itemId, kind: operation.kind, text: operation.text }
  const fields = fieldsOf(operation)
  if (row === undefined) {
    if (operation.base !== null) throw conflict()
    addParagraph(db, { ...next, fields: fields ?? null, createdAt: context.ports.clock().toISOString() })
  } else {
    // The same text again is an operation sent twice, after an answer that was lost on the way.
    const repeated = row.text === next.text && row.kind === next.kind
    if (row.text !== operation.base && !repeated) throw conflict()
    if (besideChanged(context, row, operation)) throw conflict()
    // Fields belong to the kind they were given for.
    const keep = row.kind === next.kind ? row.fields : null
    setParagraph(db, row, { ...next, fields: fields === undefined ? keep : fields })
  }
  if (operation.spans !== undefined) replaceSpans(context, next, operation.spans)
  else if (row !== undefined && next.text.length < row.text.length)
    run(db, 'DELETE FROM text_span WHERE paragraph_id = ? AND to_offset > ?', [next.id, next.text.length])
  if (operation.people !== undefined) replacePeople(context, next.id, operation.people)
  followText(context, next, row)
  return row === undefined
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

/**
 * Paragraphs as the writer orders them. Those the writer has not seen, from another window or an act of presence, stay
 * behind the paragraph they stand behind: what came to be there before goes before what is written there now.
 */
function ordered(told: readonly string[], stored: readonly string[]): string[] {
  const known = new Set(stored)
  const ids = [...new Set(told)].filter((one) => known.has(one))
  const placed = new Set(ids)
  stored.forEach((one, at) => {
    if (placed.has(one)) return
    // Each that stands before has its place by now.
    const before = stored[at - 1]
    ids.splice(before === undefined ? 0 : ids.indexOf(before) + 1, 0, one)
    placed.add(one)
  })
  return ids
}

/** Applies every operation or none. @throws KansliError text.conflict, item.not-found */
export function saveText(context: WriteContext, { id, operations, order }: Parsed<'items.saveText'>): void {
  const { db } = context
  if (operations.length === 0) meetingOfItem(db, id)
  // Those that came or went.
  const fresh = new Set<string>()
  for (const operation of operations) if (apply(context, id, operation)) fresh.add(operation.paragraphId)
  if (order === undefined ? fresh.size === 0 : isInOrder(db, id, order)) return
  const before = paragraphsOf(db, id)
  const after = order === undefined ? before : ordered(order, before)
  if (order !== undefined) releaseMoved(context, id, { before, after, fresh })
  writeOrder(db, 'paragraph', after)
}
