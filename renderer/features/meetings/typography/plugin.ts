/** Signs set while somebody types. What was typed comes back by one undo. */
import { closeHistory } from 'prosemirror-history'
import { Plugin, TextSelection, type EditorState, type Transaction } from 'prosemirror-state'
import { corrections, type Stretch } from '#contract/typing.ts'
import type { EditorExtension } from '../editor/api.ts'
import { schema, types } from '../editor/schema.ts'
import { typographyOn } from './setting.ts'

function foreignIn(state: EditorState): Stretch[] {
  const { parent } = state.selection.$from
  const found: Stretch[] = []
  parent.forEach((node, offset) => {
    if (types.foreign.isInSet(node.marks)) found.push({ from: offset, to: offset + node.nodeSize })
  })
  return found
}

/** The signs that `typed` settles in words that end at the caret, set; null when there are none. */
export function set(state: EditorState, before: string, typed: string, language: 'sv' | 'en'): Transaction | null {
  const { $from } = state.selection
  const found = corrections(before, typed, language, foreignIn(state))
  if (found.length === 0) return null
  const change = state.tr
  for (const { at, put } of found) {
    const from = $from.start() + at
    const marks = change.doc.resolve(from + 1).marks()
    change.replaceWith(from, from + 1, schema.text(put, marks))
  }
  const head = $from.pos
  return closeHistory(change.setSelection(TextSelection.create(change.doc, head)))
}

export const typography: EditorExtension = (editor) => [
  new Plugin({
    props: {
      handleTextInput(view, from, to, text) {
        if (text.length !== 1 || !/["'\s]/u.test(text) || !typographyOn()) return false
        const $from = view.state.doc.resolve(from)
        // What is typed over takes its place: a place of a phrase, a word that was selected.
        if (from !== to && !$from.sameParent(view.state.doc.resolve(to))) return false
        const before = $from.parent.textBetween(0, $from.parentOffset)
        const typed = view.state.tr.insertText(text, from, to)
        const after = view.state.apply(typed)
        const change = set(after, before, text, editor.view().head.language)
        if (change === null) return false
        view.dispatch(typed)
        const again = set(view.state, before, text, editor.view().head.language)
        if (again !== null) view.dispatch(again)
        // What is typed next is not taken back along with the signs.
        view.dispatch(closeHistory(view.state.tr))
        return true
      },
      handleKeyDown(view, event) {
        if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.altKey || !typographyOn()) return false
        const { $from, empty } = view.state.selection
        if (!empty || !$from.parent.inlineContent) return false
        const before = $from.parent.textBetween(0, $from.parentOffset)
        const change = set(view.state, before, '', editor.view().head.language)
        if (change !== null) {
          view.dispatch(change)
          view.dispatch(closeHistory(view.state.tr))
        }
        return false
      },
    },
  }),
]
