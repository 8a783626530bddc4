/** What the keys do to blocks. The id stays with the paragraph whose words stay. */
import type { Node } from 'prosemirror-model'
import { TextSelection, type Command, type EditorState, type Transaction } from 'prosemirror-state'
import { plainBlock, type BlockFields, type BlockKind } from '../text/blocks.ts'
import { goesOn, setKind, stands } from './kinds.ts'
import { blockOf, fieldsOf, isBlank, kindOf, makeBlock, peopleOf, types } from './schema.ts'

type Place = { node: Node; index: number; before: number; offset: number }

/** Where the caret stands in a block of words; null in a table and with something selected. */
export function cursor(state: EditorState): Place | null {
  const { selection } = state
  if (!(selection instanceof TextSelection) || selection.$cursor === null) return null
  const { $cursor } = selection
  if ($cursor.depth !== 1) return null
  return { node: $cursor.parent, index: $cursor.index(0), before: $cursor.before(1), offset: $cursor.parentOffset }
}

/** What a further clause begins with: "att" where the one before does. */
const clauseStart = (node: Node) => (kindOf(node) === 'decision' && node.textContent.startsWith('att ') ? 'att ' : '')

/** A blank block that goes on with `node`: text after most kinds. */
function follower(node: Node, sameKind: boolean): Node {
  const kind = sameKind ? kindOf(node) : 'paragraph'
  const text = sameKind ? clauseStart(node) : ''
  return makeBlock({ ...plainBlock('', kind, text), fields: sameKind ? fieldsOf(node) : null })
}

/** Enter in an entry without words: a list comes back a level, everything else ends. */
function endOrOutdent(change: Transaction, position: number, node: Node): void {
  const { ordered, level = 0 } = fieldsOf(node) ?? {}
  if (kindOf(node) === 'list' && level > 0) {
    const fields: BlockFields = { ...(ordered === undefined ? {} : { ordered }), level: level - 1 }
    change.setNodeAttribute(position, 'fields', fields)
    return
  }
  if (node.content.size > 0) change.delete(position + 1, position + 1 + node.content.size)
  setKind(change, position, 'paragraph')
}

/** Enter: a new block. Lists, clauses, quotations and discussions go on; after the rest running text does. Enter in an empty one ends it. */
export const split: Command = (state, dispatch) => {
  const { $from, $to } = state.selection
  if ($from.depth === 0) return false
  const change = state.tr
  if (!state.selection.empty) change.deleteSelection()
  const at = change.doc.resolve(change.mapping.map($from.pos))
  if (at.depth !== 1) return false
  const node = at.parent
  const kind = kindOf(node)
  const atEnd = at.parentOffset === node.content.size
  if (kind !== 'paragraph' && $from.pos === $to.pos && atEnd && isBlank(blockOf(node))) {
    endOrOutdent(change, at.before(1), node)
  } else if (at.parentOffset === 0 && node.content.size > 0) {
    change.insert(
      at.before(1),
      makeBlock({ ...plainBlock('', kind, ''), fields: goesOn.has(kind) ? fieldsOf(node) : null }),
    )
  } else if (atEnd) {
    const next = follower(node, goesOn.has(kind))
    change.insert(at.after(1), next)
    change.setSelection(TextSelection.create(change.doc, at.after(1) + 1 + next.content.size))
  } else {
    const rest = stands.has(kind) ? 'paragraph' : kind
    const fields = goesOn.has(kind) ? fieldsOf(node) : null
    change.split(at.pos, 1, [{ type: types.block, attrs: { id: '', kind: rest, fields, people: [] } }])
  }
  dispatch?.(change.scrollIntoView())
  return true
}

/** Joins the block at `position` to the one before it, with its people where they are of one kind. */
function join(change: Transaction, position: number, before: Node, after: Node): void {
  const start = position - before.nodeSize
  const people = kindOf(before) === kindOf(after) ? [...peopleOf(before), ...peopleOf(after)] : peopleOf(before)
  change.join(position)
  change.setNodeAttribute(start, 'people', people)
}

/** Backspace at the start: first the kind goes, then the block joins the one before. */
export const joinBack: Command = (state, dispatch) => {
  const here = cursor(state)
  if (here === null || here.offset > 0) return false
  const change = state.tr
  if (kindOf(here.node) !== 'paragraph') setKind(change, here.before, 'paragraph')
  else if (here.index === 0) return true
  else {
    const previous = state.doc.child(here.index - 1)
    if (!previous.inlineContent) return intoTable(state, dispatch, here)
    // An empty block before gives way, so that this one keeps its id.
    if (isBlank(blockOf(previous))) change.delete(here.before - previous.nodeSize, here.before)
    else join(change, here.before, previous, here.node)
  }
  dispatch?.(change.scrollIntoView())
  return true
}

/** Behind a table a line without words goes; one with words stays, and the caret moves into the last cell. */
function intoTable(state: EditorState, dispatch: ((change: Transaction) => void) | undefined, here: Place): boolean {
  const change = state.tr
  if (here.node.content.size === 0 && here.index < state.doc.childCount)
    change.delete(here.before, here.before + here.node.nodeSize)
  change.setSelection(TextSelection.near(change.doc.resolve(here.before - 1), -1))
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
  const next = state.doc.child(here.index + 1)
  if (here.node.content.size === 0) change.delete(here.before, after)
  else if (next.inlineContent) join(change, after, here.node, next)
  else return true
  dispatch?.(change.scrollIntoView())
  return true
}

/** Makes every block of the selection one of `kind`. */
export function turnInto(kind: BlockKind, fields: BlockFields | null = null): Command {
  return (state, dispatch) => {
    const change = state.tr
    const { from, to } = state.selection
    const places: number[] = []
    state.doc.forEach((node, position) => {
      if (position < to && position + node.nodeSize > from) places.push(position)
    })
    // From the last to the first: what stands before keeps its place.
    for (const position of places.toReversed()) setKind(change, position, kind, fields)
    if (change.docChanged) dispatch?.(change.scrollIntoView())
    return true
  }
}

/** Moves the block with the caret past its neighbour. */
export function moveBlock(step: -1 | 1): Command {
  return (state, dispatch) => {
    const { $head, empty } = state.selection
    if (!empty || $head.depth === 0) return false
    const index = $head.index(0)
    const before = $head.before(1)
    const node = $head.node(1)
    const other = state.doc.maybeChild(index + step)
    if (other === null) return true
    const change = state.tr
    const start = step < 0 ? before - other.nodeSize : before
    const pair = step < 0 ? [node, other] : [other, node]
    change.replaceWith(start, start + other.nodeSize + node.nodeSize, pair)
    const moved = step < 0 ? start : start + other.nodeSize
    change.setSelection(TextSelection.create(change.doc, moved + ($head.pos - before)))
    dispatch?.(change.scrollIntoView())
    return true
  }
}

/** Tab and Shift+Tab in a list: a level in or out. */
export function indent(step: -1 | 1): Command {
  return (state, dispatch) => {
    const change = state.tr
    state.doc.forEach((node, position) => {
      if (position >= state.selection.to || position + node.nodeSize <= state.selection.from || kindOf(node) !== 'list')
        return
      const { ordered, level = 0 } = fieldsOf(node) ?? {}
      const next = Math.max(0, Math.min(2, level + step))
      if (next === level) return
      const said: BlockFields = { ...(ordered === true ? { ordered } : {}), ...(next === 0 ? {} : { level: next }) }
      change.setNodeAttribute(position, 'fields', Object.keys(said).length === 0 ? null : said)
    })
    // Where there is nothing left to move, the key goes on to what stands before or after the text.
    if (!change.docChanged) return false
    dispatch?.(change.scrollIntoView())
    return true
  }
}
