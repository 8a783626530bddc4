/** Places to fill in: marked, walked by Tab, and a name's place completed as after `@`. */
import { Plugin, TextSelection, type EditorState } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import type { EditorExtension } from '../editor/api.ts'
import { pieces } from '../editor/flat.ts'
import { queryBefore } from '../complete/query.ts'
import { isName, nextPlace, placesIn, type Place } from './fields.ts'

/** The words around the selection, and where they begin. */
function around({ selection }: EditorState) {
  if (!(selection instanceof TextSelection) || !selection.$from.sameParent(selection.$to)) return null
  const { $from, $to } = selection
  if (!$from.parent.inlineContent) return null
  const start = $from.start()
  return { text: $from.parent.textContent, start, from: $from.pos - start, to: $to.pos - start }
}

/** The place that is selected just as it stands. */
function selectedPlace(state: EditorState): Place | null {
  const words = around(state)
  if (words === null || words.from === words.to) return null
  return placesIn(words.text).find(({ from, to }) => from === words.from && to === words.to) ?? null
}

function marks(state: EditorState): DecorationSet | null {
  const found: Decoration[] = []
  state.doc.forEach((block, position) => {
    if (!block.textContent.includes('{')) return
    for (const { node, from } of pieces(block))
      for (const place of placesIn(node.textContent))
        found.push(
          Decoration.inline(position + from + place.from, position + from + place.to, { class: 'phrase-place' }),
        )
  })
  return found.length === 0 ? null : DecorationSet.create(state.doc, found)
}

export const phrasePlaces: EditorExtension = () => [
  new Plugin({
    props: {
      decorations: marks,
      handleTextInput(view, from, to, text) {
        const place = selectedPlace(view.state)
        if (place === null || !isName(place) || !/^\p{L}$/u.test(text)) return false
        view.dispatch(view.state.tr.insertText(`@${text}`, from, to))
        return true
      },
      handleKeyDown(view, event) {
        if (event.key !== 'Tab' || event.ctrlKey || event.altKey || event.metaKey) return false
        const words = around(view.state)
        if (words === null) return false
        const selected = selectedPlace(view.state)
        const next = nextPlace(words.text, event.shiftKey ? words.from : words.to, event.shiftKey ? -1 : 1)
        if (next === null && selected === null) return false
        const change = view.state.tr
        const at = (offset: number) => change.mapping.map(words.start + offset)
        // A name that nobody of the register has stands without the sign that asked for it.
        const query = words.from === words.to ? queryBefore(words.text.slice(0, words.to)) : null
        if (query?.sign === '@' && query.text !== '')
          change.delete(words.start + words.to - query.length, words.start + words.to - query.length + 1)
        change.setSelection(
          next === null || next === selected
            ? TextSelection.create(change.doc, at(words.text.length))
            : TextSelection.create(change.doc, at(next.from), at(next.to)),
        )
        view.dispatch(change.scrollIntoView())
        event.preventDefault()
        return true
      },
    },
  }),
]
