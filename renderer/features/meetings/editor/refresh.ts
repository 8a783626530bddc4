/** Brings a document in step with blocks from elsewhere, touching only what differs, so that caret and history hold. */
import type { Node } from 'prosemirror-model'
import { TextSelection, type EditorState, type Transaction } from 'prosemirror-state'
import { byId, type Block } from '../text/blocks.ts'
import { blocksOfDoc, idOf, kindOf, makeBlock, makeDoc, schema } from './schema.ts'

/** `blocks`, with the blank ones that stand only in this document left where they stand. */
export function withBlanks(doc: Node, blocks: readonly Block[]): Block[] {
  const known = byId(blocks)
  const result = [...blocks]
  let before: string | null = null
  for (const block of blocksOfDoc(doc)) {
    if (!known.has(block.id) && block.text.trim() === '') {
      const at = before === null ? 0 : result.findIndex(({ id }) => id === before) + 1
      result.splice(at, 0, block)
    } else if (!known.has(block.id)) continue
    before = block.id
  }
  return result
}

/** Replaces the middle that differs. */
function changeText(change: Transaction, position: number, node: Node, text: string): void {
  const old = node.textContent
  let start = 0
  while (start < old.length && start < text.length && old[start] === text[start]) start += 1
  let end = 0
  while (
    end < old.length - start &&
    end < text.length - start &&
    old[old.length - 1 - end] === text[text.length - 1 - end]
  )
    end += 1
  const inside = text.slice(start, text.length - end)
  const from = position + 1 + start
  const to = position + 1 + old.length - end
  if (inside === '') change.delete(from, to)
  else change.replaceWith(from, to, schema.text(inside))
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
  const id = $head.depth > 0 ? idOf($head.parent) : ''
  const offset = $head.parentOffset
  change.replaceWith(0, change.doc.content.size, makeDoc(target).content)
  const position = positionOf(change.doc, id)
  const node = position < 0 ? null : change.doc.nodeAt(position)
  if (node !== null)
    change.setSelection(TextSelection.create(change.doc, position + 1 + Math.min(offset, node.content.size)))
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
      else {
        if (kindOf(node) !== block.kind) change.setNodeAttribute(position, 'kind', block.kind)
        if (node.textContent !== block.text) changeText(change, position, node, block.text)
      }
      position += change.doc.nodeAt(position)?.nodeSize ?? 0
    }
  }
  return change.docChanged ? change.setMeta('addToHistory', false) : null
}
