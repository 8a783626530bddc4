/** What the keys do to blocks. The id stays with the paragraph whose words stay. */
import type { Node } from 'prosemirror-model'
import { TextSelection, type Command, type EditorState } from 'prosemirror-state'
import type { BlockKind } from '../text/blocks.ts'
import { kindOf, makeBlock, schema } from './schema.ts'

type Place = { node: Node; index: number; before: number; offset: number }

function cursor(state: EditorState): Place | null {
  const { selection } = state
  if (!(selection instanceof TextSelection) || selection.$cursor === null) return null
  const { $cursor } = selection
  return { node: $cursor.parent, index: $cursor.index(0), before: $cursor.before(1), offset: $cursor.parentOffset }
}

const blank = (kind: BlockKind) => makeBlock({ id: '', kind, text: '' })

/** Enter: a new block. A list goes on; after a decision or an assignment running text does. Enter in an empty one ends it. */
export const split: Command = (state, dispatch) => {
  const { $from, $to } = state.selection
  if ($from.depth === 0) return false
  const change = state.tr
  if (!state.selection.empty) change.deleteSelection()
  const at = change.doc.resolve(change.mapping.map($from.pos))
  const node = at.parent
  const kind = kindOf(node)
  if (node.content.size === 0 && kind !== 'paragraph' && $from.pos === $to.pos) {
    change.setNodeAttribute(at.before(1), 'kind', 'paragraph')
  } else if (at.parentOffset === 0 && node.content.size > 0) {
    change.insert(at.before(1), blank(kind))
  } else {
    const atEnd = at.parentOffset === node.content.size
    const next = atEnd && kind !== 'list' ? 'paragraph' : kind
    change.split(at.pos, 1, [{ type: schema.nodes['block'] ?? node.type, attrs: { id: '', kind: next } }])
  }
  dispatch?.(change.scrollIntoView())
  return true
}

/** Backspace at the start: first the kind goes, then the block joins the one before. */
export const joinBack: Command = (state, dispatch) => {
  const here = cursor(state)
  if (here === null || here.offset > 0) return false
  const change = state.tr
  if (kindOf(here.node) !== 'paragraph') change.setNodeAttribute(here.before, 'kind', 'paragraph')
  else if (here.index === 0) return true
  else {
    const previous = state.doc.child(here.index - 1)
    // An empty block before gives way, so that this one keeps its id.
    if (previous.content.size === 0) change.delete(here.before - previous.nodeSize, here.before)
    else change.join(here.before)
  }
  dispatch?.(change.scrollIntoView())
  return true
}

/** Delete at the end: the next block joins this one. */
export const joinOn: Command = (state, dispatch) => {
  const here = cursor(state)
  if (here === null || here.offset < here.node.content.size) return false
  if (here.index === state.doc.childCount - 1) return true
  const change = state.tr
  const after = here.before + here.node.nodeSize
  if (here.node.content.size === 0) change.delete(here.before, after)
  else change.join(after)
  dispatch?.(change.scrollIntoView())
  return true
}

/** Makes every block of the selection one of `kind`. */
export function turnInto(kind: BlockKind): Command {
  return (state, dispatch) => {
    const change = state.tr
    state.doc.nodesBetween(state.selection.from, state.selection.to, (node, position) => {
      if (node.type === schema.nodes['block'] && kindOf(node) !== kind) change.setNodeAttribute(position, 'kind', kind)
    })
    if (change.docChanged) dispatch?.(change.scrollIntoView())
    return true
  }
}

/** Moves the block with the caret past its neighbour. */
export function moveBlock(step: -1 | 1): Command {
  return (state, dispatch) => {
    const here = cursor(state)
    if (here === null) return false
    const other = state.doc.maybeChild(here.index + step)
    if (other === null) return true
    const change = state.tr
    const start = step < 0 ? here.before - other.nodeSize : here.before
    const pair = step < 0 ? [here.node, other] : [other, here.node]
    change.replaceWith(start, start + other.nodeSize + here.node.nodeSize, pair)
    const moved = step < 0 ? start : start + other.nodeSize
    change.setSelection(TextSelection.create(change.doc, moved + 1 + here.offset))
    dispatch?.(change.scrollIntoView())
    return true
  }
}
