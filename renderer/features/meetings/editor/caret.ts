/** Carets and selections by paragraph and letter; they fit static text and the editor alike. */
import { TextSelection, type Command, type EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { positionAt } from './flat.ts'
import { idOf } from './schema.ts'

export type Point = { id: string; offset: number }
export type Caret = { anchor: Point; head: Point } | 'start' | 'end'

/** The block of an id: its node and the position before it. */
export function blockAt(state: EditorState, id: string) {
  let found: { node: EditorState['doc']; position: number } | null = null
  state.doc.forEach((node, position) => {
    if (idOf(node) === id) found = { node, position }
  })
  return found as { node: EditorState['doc']; position: number } | null
}

export function pointPosition(state: EditorState, { id, offset }: Point): number | null {
  const block = blockAt(state, id)
  return block === null ? null : positionAt(block.node, block.position, offset)
}

export function selectionFor(state: EditorState, caret: Caret): TextSelection {
  const { doc } = state
  const near = (position: number, way: 1 | -1) => {
    const found = TextSelection.near(doc.resolve(position), way)
    return found instanceof TextSelection ? found : TextSelection.create(doc, 1)
  }
  const end = near(doc.content.size, -1)
  if (caret === 'start') return near(0, 1)
  if (caret === 'end') return end
  const head = pointPosition(state, caret.head) ?? end.head
  return TextSelection.create(doc, pointPosition(state, caret.anchor) ?? head, head)
}

/** From the first letter to the last: the first block, and its id, stay when everything is replaced. */
export const selectEverything: Command = (state, dispatch) => {
  const from = selectionFor(state, 'start').from
  dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, from, selectionFor(state, 'end').to)))
  return true
}

/** The browser tells of a moved caret only after the key that moved it; a quick next key must not act where it was. */
export function followCaret(view: EditorView, event: KeyboardEvent): void {
  const selected = view.dom.ownerDocument.getSelection()
  if (event.isComposing || selected === null || selected.anchorNode === null || selected.focusNode === null) return
  const inText = (node: Node) => view.dom.contains(node) && (node.parentElement?.closest('p, td') ?? null) !== null
  if (!inText(selected.anchorNode) || !inText(selected.focusNode)) return
  const anchor = view.posAtDOM(selected.anchorNode, selected.anchorOffset)
  const head = view.posAtDOM(selected.focusNode, selected.focusOffset)
  const known = view.state.selection
  if (anchor === known.anchor && head === known.head) return
  const { doc } = view.state
  view.dispatch(view.state.tr.setSelection(TextSelection.between(doc.resolve(anchor), doc.resolve(head))))
}
