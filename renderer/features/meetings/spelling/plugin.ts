/** Misspelt words marked in the open text; F7, the context key or the pointer offers what may be meant. */
import { Plugin, PluginKey, type EditorState } from 'prosemirror-state'
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view'
import { errorText } from '../../../i18n/error-text.ts'
import { translate } from '../../../i18n/i18n.ts'
import { announce } from '../../../shell/announce.ts'
import { call } from '../../../transport/client.ts'
import { write } from '../../../transport/hooks.ts'
import { optionId } from '../../../ui/option-list.tsx'
import type { EditorApi, EditorExtension } from '../editor/api.ts'
import { flatText, rangesAt } from '../editor/flat.ts'
import { idOf } from '../editor/schema.ts'
import { Checker, forgetSpelling, marksOf } from './checker.ts'
import { spellingOn } from './setting.ts'
import { showSpelling, spellListId } from './state.ts'

/** A misspelt word: where it stands in its block and in the document. */
type Wrong = { blockId: string; from: number; to: number; word: string; start: number; end: number }
type Own = { open: Wrong | null; words: readonly string[] | null; index: number }

const key = new PluginKey<Own>('spelling')
const closed: Own = { open: null, words: null, index: 0 }

function wrongIn(state: EditorState): Wrong[] {
  const found: Wrong[] = []
  state.doc.forEach((block, position) => {
    for (const { from, to } of marksOf(block)) {
      const [range] = rangesAt(block, position, from, to)
      if (range !== undefined)
        found.push({
          blockId: idOf(block),
          from,
          to,
          word: flatText(block).slice(from, to),
          start: range.from,
          end: range.to,
        })
    }
  })
  return found
}

/** The word that the caret stands in is still being written. */
function decorations(state: EditorState): DecorationSet | null {
  if (!spellingOn()) return null
  const { head, empty } = state.selection
  const marks = wrongIn(state)
    .filter(({ end }) => !(empty && head === end))
    .map(({ start, end }) => Decoration.inline(start, end, { class: 'misspelt' }))
  return marks.length === 0 ? null : DecorationSet.create(state.doc, marks)
}

const language = (editor: EditorApi) => editor.view().head.language

export const spelling: EditorExtension = (editor) => {
  const set = (view: EditorView, part: Partial<Own>) => view.dispatch(view.state.tr.setMeta(key, part))

  function open(view: EditorView, wrong: Wrong): void {
    editor.select(wrong.blockId, wrong.from, wrong.to)
    set(view, { open: wrong, words: null, index: 0 })
    const answered = (words: readonly string[]) => {
      if (!view.isDestroyed && key.getState(view.state)?.open === wrong) set(view, { words })
    }
    call('spelling.suggest', { language: language(editor), word: wrong.word }).then(
      ({ words }) => answered(words),
      () => answered([]),
    )
  }
  /** A word of the list, or learning the one that stands there. */
  function take(view: EditorView, index: number): void {
    const { open: wrong, words } = key.getState(view.state) ?? closed
    if (wrong === null) return
    set(view, closed)
    const word = words?.[index]
    if (word !== undefined) editor.replaceRange(wrong.blockId, wrong.from, wrong.to, word)
    else
      write('spelling.learn', { word: wrong.word }).then(
        () => {
          forgetSpelling()
          announce(translate()('writing:spelling.learnt', { word: wrong.word }))
        },
        (error: unknown) => announce(errorText(error)),
      )
    view.focus()
  }
  /** The next misspelt word, from the caret on and around. */
  function next(view: EditorView): boolean {
    const wrong = wrongIn(view.state)
    const { to } = view.state.selection
    const found = wrong.find(({ start }) => start >= to) ?? wrong[0]
    if (found === undefined) announce(translate()('writing:spelling.none'))
    else open(view, found)
    return true
  }
  function onMenuKey(view: EditorView, event: KeyboardEvent, { words, index }: Own): boolean {
    const rows = (words?.length ?? 0) + 1
    if (event.key === 'ArrowDown') set(view, { index: (index + 1) % rows })
    else if (event.key === 'ArrowUp') set(view, { index: (index + rows - 1) % rows })
    else if (event.key === 'Enter' || event.key === 'Tab') {
      if (words !== null) take(view, index)
    } else if (event.key === 'Escape') set(view, closed)
    else return false
    return true
  }
  const wrongAt = (state: EditorState, at: number) => wrongIn(state).find(({ start, end }) => start <= at && at <= end)

  return [
    new Plugin<Own>({
      key,
      state: {
        init: () => closed,
        apply(transaction, own) {
          const meta: unknown = transaction.getMeta(key)
          // Only this plugin sets its own meta.
          if (meta !== undefined) return { ...own, ...(meta as Partial<Own>) }
          return transaction.docChanged || transaction.selectionSet ? closed : own
        },
      },
      props: {
        decorations,
        attributes(state): Record<string, string> {
          const own = key.getState(state)
          return own === undefined || own.open === null
            ? {}
            : { 'aria-controls': spellListId, 'aria-activedescendant': optionId(spellListId, own.index) }
        },
        handleKeyDown(view, event) {
          const own = key.getState(view.state) ?? closed
          const plain = !event.ctrlKey && !event.metaKey && !event.altKey
          let done = false
          if (own.open !== null && plain) done = onMenuKey(view, event, own)
          if (!done && event.key === 'F7' && plain && spellingOn()) done = next(view)
          if (!done && (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey))) {
            const wrong = spellingOn() ? wrongAt(view.state, view.state.selection.head) : undefined
            if (wrong !== undefined) {
              open(view, wrong)
              done = true
            }
          }
          if (!done) return false
          event.preventDefault()
          event.stopPropagation()
          return true
        },
        handleDOMEvents: {
          contextmenu(view, event) {
            const at = view.posAtCoords({ left: event.clientX, top: event.clientY })
            const wrong = at === null || !spellingOn() ? undefined : wrongAt(view.state, at.pos)
            if (wrong === undefined) return false
            event.preventDefault()
            open(view, wrong)
            return true
          },
        },
      },
      view(view) {
        const checker = new Checker(
          editor,
          () => view.state.doc,
          () => set(view, {}),
        )
        checker.later()
        return {
          update(now, before) {
            if (spellingOn() && before.doc !== now.state.doc) checker.later()
            const { open: wrong, words, index } = key.getState(now.state) ?? closed
            if (wrong === null) {
              showSpelling(null)
              return
            }
            const { left, top, bottom } = now.coordsAtPos(wrong.start)
            showSpelling({ word: wrong.word, words, index, left, top, bottom, take: (row) => take(now, row) })
          },
          destroy() {
            checker.end()
            showSpelling(null)
          },
        }
      },
    }),
  ]
}
