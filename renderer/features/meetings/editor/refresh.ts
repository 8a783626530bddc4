/** Brings a document in step with blocks from elsewhere, touching only what differs, so that caret and history hold. */
import type { Node } from 'prosemirror-model'
import { TextSelection, type EditorState, type Transaction } from 'prosemirror-state'
import { byId, sameBlock, type Block } from '../text/blocks.ts'
import { offsetAt, pieces, positionAt } from './flat.ts'
import { blockOf, blocksOfDoc, idOf, isBlank, makeBlock, makeDoc } from './schema.ts'

/**
 * `blocks`, with the blank ones that stand only in this document left before what follows them: what came meanwhile
 * was there before anything is written in them.
 */
export function withBlanks(doc: Node, blocks: readonly Block[]): Block[] {
  const known = byId(blocks)
  const result = [...blocks]
  let next: string | null = null
  for (const block of blocksOfDoc(doc).toReversed()) {
    if (!known.has(block.id) && isBlank(block)) {
      const at = next === null ? result.length : result.findIndex(({ id }) => id === next)
      result.splice(at, 0, block)
    } else if (!known.has(block.id)) continue
    next = block.id
  }
  return result
}

/** Replaces the middle that differs, marks included. */
function changeWords(change: Transaction, start: number, old: Node, wanted: Node): void {
  const from = old.content.findDiffStart(wanted.content)
  const ends = old.content.findDiffEnd(wanted.content)
  if (from === null || ends === null) return
  // The same letters before and behind must not be counted twice.
  const overlap = Math.max(0, from - Math.min(ends.a, ends.b))
  const inside = wanted.content.cut(from, ends.b + overlap)
  const to = ends.a + overlap
  if (inside.size === 0) change.delete(start + from, start + to)
  else change.replaceWith(start + from, start + to, inside)
}

/** Brings one block in step with what it should be. */
function changeBlock(change: Transaction, position: number, node: Node, wanted: Node): void {
  if (node.eq(wanted)) return
  const now = pieces(node)
  const then = pieces(wanted)
  const sameShape =
    node.type === wanted.type &&
    now.length === then.length &&
    (node.inlineContent || (node.childCount === wanted.childCount && sameRows(node, wanted)))
  if (!sameShape) {
    change.replaceWith(position, position + node.nodeSize, wanted)
    return
  }
  if (!node.hasMarkup(wanted.type, wanted.attrs)) change.setNodeMarkup(position, null, wanted.attrs)
  // From the last cell to the first: what stands before keeps its place.
  now.toReversed().forEach((part, index) => {
    const other = then[then.length - 1 - index]
    if (other !== undefined) changeWords(change, position + part.from, part.node, other.node)
  })
}

function sameRows(one: Node, other: Node): boolean {
  let same = true
  one.forEach((row, _, index) => (same &&= row.childCount === other.child(index).childCount))
  return same
}

/** Where a block stands in a document; -1 when it does not. */
function positionOf(doc: Node, id: string): number {
  let found = -1
  doc.forEach((node, position) => {
    if (idOf(node) === id) found = position
  })
  return found
}

/** Everything anew, with the caret put back by paragraph and letter. */
function rebuild(state: EditorState, target: readonly Block[]): Transaction {
  const { $head } = state.selection
  const change = state.tr
  const id = $head.depth > 0 ? idOf($head.node(1)) : ''
  const offset = offsetAt($head)
  change.replaceWith(0, change.doc.content.size, makeDoc(target).content)
  const position = positionOf(change.doc, id)
  const node = position < 0 ? null : change.doc.nodeAt(position)
  if (node !== null) change.setSelection(TextSelection.create(change.doc, positionAt(node, position, offset)))
  return change
}

/** The transaction that shows `blocks`; null when they are shown already. It is no step of the editor's history. */
export function refresh(state: EditorState, blocks: readonly Block[]): Transaction | null {
  const target = withBlanks(state.doc, blocks)
  const wanted = byId(target)
  const present = blocksOfDoc(state.doc).map(({ id }) => id)
  const kept = present.filter((id) => wanted.has(id))
  const order = target.map(({ id }) => id).filter((id) => present.includes(id))
  let change: Transaction
  if (kept.length === 0 || kept.some((id, index) => id !== order[index])) change = rebuild(state, target)
  else {
    change = state.tr
    for (const id of present.filter((one) => !wanted.has(one))) {
      const position = positionOf(change.doc, id)
      change.delete(position, position + (change.doc.nodeAt(position)?.nodeSize ?? 0))
    }
    let position = 0
    for (const block of target) {
      const node = change.doc.nodeAt(position)
      if (node === null || idOf(node) !== block.id) change.insert(position, makeBlock(block))
      else if (!sameBlock(blockOf(node), block)) changeBlock(change, position, node, makeBlock(block))
      position += change.doc.nodeAt(position)?.nodeSize ?? 0
    }
  }
  return change.docChanged ? change.setMeta('addToHistory', false) : null
}

/** Puts the caret behind the last place that a transaction changes. */
export function caretAtChange(change: Transaction): Transaction {
  let end: number | null = null
  change.mapping.maps.forEach((map, index) =>
    map.forEach((_from, _to, _start, stop) => (end = change.mapping.slice(index + 1).map(stop))),
  )
  if (end === null) return change
  const place = change.doc.resolve(Math.min(end, change.doc.content.size))
  return change.setSelection(TextSelection.near(place, -1)).scrollIntoView()
}
