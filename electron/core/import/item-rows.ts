/** Rows of tables of actions and decisions, and lines that end in columns of who and until when. */
import type { ActionColumns, DecisionColumns } from './action-columns.ts'
import type { Chunk } from './chunks.ts'
import { decisionsIn, splitThat, trimJoint } from './decisions.ts'
import { saysState } from './due.ts'
import type { LineEnd } from './end-columns.ts'
import { actionKey } from './item-adder.ts'
import type { ItemAdder } from './item-adder.ts'
import { bulletMark, cellsOf, listMark, pointMark } from './lines.ts'
import { ownerByInitials } from './owners.ts'
import { taskIn } from './task-in.ts'
import { sentencesOf } from './sentences.ts'
import { wordsOf } from './words.ts'

/** Text whose line ends in columns of who and until when. */
export function addEnded(adder: ItemAdder, chunk: Chunk, { owner, dueWords }: LineEnd): void {
  const { context, add, lineOf, addAction, addDecision } = adder
  const block = add(chunk, chunk.kind === 'list' ? 'list' : 'paragraph', chunk.text.slice(bulletMark(chunk.text)))
  const cut = chunk.text.lastIndexOf(owner)
  const left = chunk.text.slice(0, cut < 0 ? undefined : cut).replace(/[\s|]+$/u, '')
  const sentences = sentencesOf(left.slice(listMark(left) || pointMark(left)))
  const last = sentences.at(-1)?.text ?? left
  // A last word alone ("Kompletteras.") means what stands before it.
  const what =
    wordsOf(last).length > 1
      ? last
      : sentences
          .slice(-2)
          .map((one) => one.text)
          .join(' ')
  for (const one of sentences)
    for (const found of decisionsIn(one.text, context.body))
      addDecision(found.text, lineOf(chunk, one.text), block, true)
  addAction(
    { text: what.replace(/\.$/u, ''), owner: ownerByInitials(owner, context.crew.named), dueWords },
    chunk.lines.at(-1)?.n ?? 0,
    block,
    true,
  )
}

/** A row of a table of actions. False when the row says nothing that is to be done. */
export function addRow(adder: ItemAdder, chunk: Chunk, columns: ActionColumns): boolean {
  const { context, add, addAction } = adder
  const cells = cellsOf(chunk.lines[0]?.raw ?? '')
  const what = cells[columns.what] ?? ''
  if (wordsOf(what).length === 0) return false
  const cell = (at: number) => {
    const value = at >= 0 ? (cells[at] ?? '') : ''
    return /^[-–—]?$/u.test(value) ? null : value
  }
  const [by, until] = [cell(columns.owner), cell(columns.due)]
  if (columns.both && by === null && until === null && taskIn(what, context.crew) === null)
    return addDecisionRow(adder, chunk, { decision: columns.what, owner: -1, due: -1 })
  const owner = by === null ? null : ownerByInitials(by, context.crew.named)
  const dueWords = until !== null && saysState(until) ? null : until
  const line = chunk.lines[0]?.n ?? 0
  const due = context.due(dueWords, line)
  if (context.said.has(actionKey(what, owner, due))) add(chunk, 'paragraph', chunk.text)
  else addAction({ text: what, owner, dueWords }, line, add(chunk, 'action', chunk.text), false, due)
  return true
}

/** A row of a table of decisions; who is to see to it owns an action of the same words. */
export function addDecisionRow(adder: ItemAdder, chunk: Chunk, columns: DecisionColumns): boolean {
  const { item, context, add, addAction, addDecision } = adder
  const cells = cellsOf(chunk.lines[0]?.raw ?? '')
  const what = cells[columns.decision] ?? ''
  if (wordsOf(what).length < 2) return false
  const line = chunk.lines[0]?.n ?? 0
  const block = add(chunk, 'list', chunk.text)
  const handed = item.actions.length
  for (const one of splitThat(trimJoint(what))) addDecision(one, line, block, true)
  const by = columns.owner < 0 ? '' : (cells[columns.owner] ?? '')
  if (/\p{L}/u.test(by) && item.actions.length === handed) {
    const until = columns.due < 0 ? '' : (cells[columns.due] ?? '')
    const dueWords = /[\p{L}\d]/u.test(until) && !saysState(until) ? until : null
    addAction({ text: what, owner: ownerByInitials(by, context.crew.named), dueWords }, line, block, true)
  }
  return true
}
