/**
 * Enter at the end of a paragraph goes on behind the sentences that acts of presence have written right behind it: what
 * is written next happened after them.
 */
import { Plugin, TextSelection, type EditorState } from 'prosemirror-state'
import type { Node } from 'prosemirror-model'
import type { EditorExtension } from '../editor/api.ts'
import { plainBlock } from '../text/blocks.ts'
import { idOf, kindOf, makeBlock } from '../editor/schema.ts'
import { sentencesOf } from './place.ts'

/** Where the last of the sentences right behind the caret's paragraph ends; null when there is none, or the caret is not at its end. */
function endOfSentences(state: EditorState, said: ReadonlySet<string>): number | null {
  const { $head, empty } = state.selection
  if (!empty || $head.depth !== 1 || $head.parentOffset < $head.parent.content.size) return null
  if (kindOf($head.parent) !== 'paragraph' || $head.parent.content.size === 0 || said.has(idOf($head.parent)))
    return null
  let end = $head.after(1)
  let found: Node | null = null
  for (let index = $head.index(0) + 1; index < state.doc.childCount; index += 1) {
    const node = state.doc.child(index)
    if (!said.has(idOf(node))) break
    found = node
    end += node.nodeSize
  }
  return found === null ? null : end
}

export const behindSentences: EditorExtension = (api) => [
  new Plugin({
    props: {
      handleKeyDown(view, event) {
        if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false
        const end = endOfSentences(view.state, sentencesOf(api.view()))
        if (end === null) return false
        const change = view.state.tr.insert(end, makeBlock(plainBlock('', 'paragraph', '')))
        view.dispatch(change.setSelection(TextSelection.create(change.doc, end + 1)).scrollIntoView())
        return true
      },
    },
  }),
]
