/** `@` and `#` in the text: a list beside the caret, Tab or Enter takes, Escape leaves. Initials and Tab do without a sign. */
import { Plugin, PluginKey, TextSelection, type EditorState, type Transaction } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { optionId } from '../../../ui/option-list.tsx'
import type { EditorApi, EditorExtension } from '../editor/api.ts'
import { Asking, askedFor } from './ask.ts'
import { choicesFor, presentByInitials, withJoining, type Choice, type Hit } from './choices.ts'
import { timeNow } from '../people/acts.ts'
import { putInRegister, putOnList } from './newcomer.ts'
import { initialsBefore, queryBefore, type Query } from './query.ts'
import { completeListId, showComplete } from './state.ts'

/** Words that Enter or Tab was pressed behind before their answer came. They are taken when it comes, whatever is typed on. */
type Waiting = {
  query: Query
  from: number
  to: number
  chosen: string | null
  /** With Shift: whoever goes on the list stays. */
  stays: boolean
}

type Own = {
  /** Where a query was left with Escape. */
  closedAt: number | null
  /** Key of the row that was gone to; null is the first. */
  chosen: string | null
  hits: readonly Hit[]
  /** The question that `hits` answer. */
  answered: string | null
  waiting: Waiting | null
  /** Behind the space that followed a taken name: a comma takes its place. */
  spaceAt: number | null
}
type Shown = { query: Query; from: number; choices: readonly Choice[]; index: number; settled: boolean }

const key = new PluginKey<Own>('complete')
const fresh: Own = {
  closedAt: null,
  chosen: null,
  hits: [],
  answered: null,
  waiting: null,
  spaceAt: null,
}

function textAround(state: EditorState): { before: string; after: string; at: number } | null {
  const { selection } = state
  if (!(selection instanceof TextSelection) || selection.$cursor === null) return null
  const { $cursor } = selection
  const { parent, parentOffset } = $cursor
  return {
    before: parent.textBetween(0, parentOffset),
    after: parent.textBetween(parentOffset, parent.content.size),
    at: $cursor.pos,
  }
}

function shownFor(state: EditorState, editor: EditorApi): Shown | null {
  const around = textAround(state)
  const query = around === null ? null : queryBefore(around.before)
  const own = key.getState(state)
  if (around === null || query === null || own === undefined || own.waiting !== null) return null
  const from = around.at - query.length
  if (own.closedAt === from) return null
  const question = askedFor(query)
  const settled = question === null || question === own.answered
  const choices = withJoining(choicesFor(editor.view(), query, own.hits, settled))
  const index = Math.max(
    0,
    choices.findIndex((choice) => choice.key === own.chosen),
  )
  return { query, from, choices, index, settled }
}

/** A space follows the name unless something does already. */
const spaceAfter = (state: EditorState) => (/^[\s.,;:!?)\]”]/u.test(textAround(state)?.after ?? '') ? '' : ' ')

/** @param stays whoever goes on the list is there from now on, when the meeting runs */
function take(view: EditorView, editor: EditorApi, choice: Choice | Hit, replaced: number, stays = false): void {
  const after = spaceAfter(view.state)
  if ('standing' in choice && choice.standing === 'new' && choice.kind === 'theme')
    putInRegister(editor, choice, replaced, after)
  else if ('standing' in choice && (choice.standing === 'new' || choice.joins !== undefined)) {
    const from = stays && editor.view().head.state === 'running' ? timeNow(editor.view()) : null
    putOnList(editor, choice, from, replaced, after)
  } else editor.insertMention({ kind: choice.kind, ref: choice.id }, choice.name, replaced, after)
  const spaceAt = after === '' ? null : view.state.selection.head
  view.dispatch(view.state.tr.setMeta(key, { ...fresh, spaceAt }))
}

/** "jn" and Tab: the only one present with these initials. */
function takeInitials(view: EditorView, editor: EditorApi): boolean {
  const around = textAround(view.state)
  const typed = around === null ? null : initialsBefore(around.before, around.after)
  const person = typed === null ? null : presentByInitials(editor.view(), typed)
  if (typed === null || person === null) return false
  take(view, editor, person, typed.length)
  return true
}

function onKey(view: EditorView, event: KeyboardEvent, editor: EditorApi): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false
  const own = key.getState(view.state)
  if (event.key === 'Escape' && (own?.waiting ?? null) !== null) {
    view.dispatch(view.state.tr.setMeta(key, { waiting: null }))
    return true
  }
  const shown = shownFor(view.state, editor)
  if (shown === null) return event.key === 'Tab' && !event.shiftKey && takeInitials(view, editor)
  const { choices, index, query, from, settled } = shown
  const set = (part: Partial<Own>) => view.dispatch(view.state.tr.setMeta(key, part))
  const go = (to: number) => set({ chosen: choices[to % choices.length]?.key ?? null })
  const row = choices[index]
  if (event.key === 'Escape') {
    if (choices.length === 0) return false
    set({ closedAt: from })
  } else if (event.key === 'Enter' || event.key === 'Tab') {
    const stays = event.key === 'Enter' && event.shiftKey
    // Whoever or whatever is new is only taken when it is known that nothing known is meant.
    if (!settled && (row === undefined || row.standing === 'new'))
      set({ waiting: { query, from, to: from + query.length, chosen: own?.chosen ?? null, stays } })
    else if (row === undefined) return false
    else take(view, editor, row, query.length, stays)
  } else if (choices.length > 0 && event.key === 'ArrowDown') go(index + 1)
  else if (choices.length > 0 && event.key === 'ArrowUp') go(index + choices.length - 1)
  else return false
  return true
}

/** The words that wait, where they stand now; null when they are other words. */
function stillWaiting(waiting: Waiting | null, { mapping, doc }: Transaction): Waiting | null {
  if (waiting === null) return null
  const { query } = waiting
  const [from, to] = [mapping.map(waiting.from, 1), mapping.map(waiting.to, -1)]
  return to - from === query.length && doc.textBetween(from, to) === query.sign + query.text
    ? { ...waiting, from, to }
    : null
}

/** What Enter asked for before it was known; the caret stays where somebody has typed on. */
function takeWaiting(view: EditorView, editor: EditorApi): void {
  const own = key.getState(view.state)
  if (own === undefined || own.waiting === null || own.answered !== askedFor(own.waiting.query)) return
  const { query, to, chosen, stays } = own.waiting
  const choices = withJoining(choicesFor(editor.view(), query, own.hits, true))
  const row = choices.find((choice) => choice.key === chosen) ?? choices[0]
  if (row === undefined) {
    view.dispatch(view.state.tr.setMeta(key, { waiting: null }))
    return
  }
  const { selection, doc } = view.state
  const isThere = selection.empty && selection.head === to
  if (!isThere) view.dispatch(view.state.tr.setSelection(TextSelection.create(doc, to)))
  take(view, editor, row, query.length, stays)
  if (isThere) return
  const grown = view.state.doc.content.size - doc.content.size
  const now = (at: number) => view.state.doc.resolve(at < to ? at : at + grown)
  view.dispatch(view.state.tr.setSelection(TextSelection.between(now(selection.anchor), now(selection.head))))
}

export const completion: EditorExtension = (editor) => [
  new Plugin<Own>({
    key,
    state: {
      init: () => fresh,
      apply(transaction, own, _before, state) {
        const meta: unknown = transaction.getMeta(key)
        // Only this plugin sets its own meta.
        if (meta !== undefined) return { ...own, ...(meta as Partial<Own>) }
        if (!transaction.docChanged && !transaction.selectionSet) return own
        const at = own.closedAt === null ? null : transaction.mapping.map(own.closedAt, -1)
        // A sign that was taken away and typed again asks again.
        const stands = at !== null && at < state.doc.content.size && /[@#]/u.test(state.doc.textBetween(at, at + 1))
        const closedAt = stands ? at : null
        return { ...own, closedAt, chosen: null, waiting: stillWaiting(own.waiting, transaction), spaceAt: null }
      },
    },
    props: {
      handleKeyDown(view, event) {
        if (!onKey(view, event, editor)) return false
        event.preventDefault()
        event.stopPropagation()
        return true
      },
      handleTextInput(view, from, to, text) {
        if (key.getState(view.state)?.spaceAt !== from || from !== to) return false
        // The space that follows a name is there already.
        if (text === ' ') {
          view.dispatch(view.state.tr.setMeta(key, { spaceAt: null }))
          return true
        }
        if (!/^[.,;:!?)\]]$/u.test(text)) return false
        view.dispatch(view.state.tr.insertText(text, from - 1, from))
        return true
      },
      attributes(state): Record<string, string> {
        const shown = shownFor(state, editor)
        return shown === null || shown.choices.length === 0
          ? {}
          : { 'aria-controls': completeListId, 'aria-activedescendant': optionId(completeListId, shown.index) }
      },
    },
    view(view) {
      const asking = new Asking((answered, hits) => {
        if (view.isDestroyed) return
        view.dispatch(view.state.tr.setMeta(key, { answered, hits }))
        takeWaiting(view, editor)
      })
      const update = () => {
        const shown = view.hasFocus() ? shownFor(view.state, editor) : null
        const query = key.getState(view.state)?.waiting?.query ?? shown?.query
        if (query === undefined) asking.forget()
        else asking.ask(query)
        if (shown === null || shown.choices.length === 0) {
          showComplete(null)
          return
        }
        const { left, top, bottom } = view.coordsAtPos(shown.from)
        showComplete({
          ...shown,
          running: editor.view().head.state === 'running',
          left,
          top,
          bottom,
          take: (choice, stays) => {
            const now = shownFor(view.state, editor)
            if (now !== null) take(view, editor, choice, now.query.length, stays)
            view.focus()
          },
        })
      }
      view.dom.addEventListener('blur', update)
      return {
        update,
        destroy() {
          view.dom.removeEventListener('blur', update)
          showComplete(null)
        },
      }
    },
  }),
]
