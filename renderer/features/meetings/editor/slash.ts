/** The `/` menu: a slash at the start of a word, a few letters, Enter. */
import { Plugin, PluginKey, TextSelection, type EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { fold } from '../../../commands/fuzzy.ts'
import type { EditorApi } from './api.ts'

export type SlashEntry = {
  id: string
  label: string
  /** Further words that find it: the other language's, and what else people call it. */
  words?: string
  hint: string
  shortcut?: string
  /** After the typed letters have gone. */
  run: (editor: EditorApi) => void
}
export type SlashMenu = { entries: readonly SlashEntry[]; index: number; left: number; top: number; bottom: number }

type Open = { from: number; query: string }
type State = { closedAt: number | null; index: number }

const key = new PluginKey<State>('slash')

/** The slash before the caret and what follows it; null when the caret stands elsewhere. */
function openAt(state: EditorState): Open | null {
  const { selection } = state
  if (!(selection instanceof TextSelection) || selection.$cursor === null) return null
  const { $cursor } = selection
  const before = $cursor.parent.textBetween(0, $cursor.parentOffset)
  const found = /(?:^|\s)\/(\p{L}*)$/u.exec(before)
  const query = found?.[1]
  return query === undefined ? null : { from: $cursor.pos - query.length - 1, query }
}

/** How well an entry answers: 0 its label begins so, 1 a word of it does, 2 another name does; null not at all. Marks are forgiven. */
function rank({ label, words = '' }: SlashEntry, query: string): number | null {
  const begins = (text: string) => fold(text).startsWith(query)
  const wordBegins = (text: string) => text.split(/[^\p{L}\p{N}]+/u).some(begins)
  return begins(label) ? 0 : wordBegins(label) ? 1 : wordBegins(words) ? 2 : null
}

/** Entries with a word that begins with `query`; those whose label does come first, else in their own order. */
export function matching(entries: readonly SlashEntry[], query: string): SlashEntry[] {
  const wanted = fold(query)
  return entries
    .map((entry) => ({ entry, place: rank(entry, wanted) }))
    .filter(({ place }) => place !== null)
    .toSorted((a, b) => (a.place ?? 0) - (b.place ?? 0))
    .map(({ entry }) => entry)
}

/** Takes the typed letters away and runs the entry. */
export function chooseSlash(view: EditorView, entry: SlashEntry, editor: EditorApi): void {
  const open = openAt(view.state)
  if (open !== null) view.dispatch(view.state.tr.delete(open.from, view.state.selection.from))
  entry.run(editor)
  view.focus()
}

export function slashMenu(
  entries: () => readonly SlashEntry[],
  editor: EditorApi,
  show: (menu: SlashMenu | null) => void,
): Plugin<State> {
  const shownFor = (state: EditorState): { found: SlashEntry[]; index: number; open: Open } | null => {
    const open = openAt(state)
    const own = key.getState(state)
    if (open === null || own === undefined || own.closedAt === open.from) return null
    const found = matching(entries(), open.query)
    return found.length === 0 ? null : { found, index: Math.min(own.index, found.length - 1), open }
  }
  return new Plugin<State>({
    key,
    state: {
      init: () => ({ closedAt: null, index: 0 }),
      apply(transaction, own) {
        const meta: unknown = transaction.getMeta(key)
        // Only this plugin sets its own meta.
        if (meta !== undefined) return { ...own, ...(meta as Partial<State>) }
        if (!transaction.docChanged && !transaction.selectionSet) return own
        const closedAt = own.closedAt === null ? null : transaction.mapping.map(own.closedAt)
        return { closedAt, index: 0 }
      },
    },
    props: {
      handleKeyDown(view, event) {
        const shown = shownFor(view.state)
        if (shown === null || event.ctrlKey || event.metaKey || event.altKey) return false
        const { found, index, open } = shown
        const set = (part: Partial<State>) => view.dispatch(view.state.tr.setMeta(key, part))
        if (event.key === 'ArrowDown') set({ index: (index + 1) % found.length })
        else if (event.key === 'ArrowUp') set({ index: (index + found.length - 1) % found.length })
        else if (event.key === 'Escape') set({ closedAt: open.from })
        else if (event.key === 'Enter' || event.key === 'Tab') {
          const entry = found[index]
          if (entry !== undefined) chooseSlash(view, entry, editor)
        } else return false
        event.preventDefault()
        event.stopPropagation()
        return true
      },
    },
    view: () => ({
      update(view) {
        const shown = view.hasFocus() ? shownFor(view.state) : null
        if (shown === null) {
          show(null)
          return
        }
        const place = view.coordsAtPos(shown.open.from)
        show({ entries: shown.found, index: shown.index, left: place.left, top: place.top, bottom: place.bottom })
      },
      destroy: () => show(null),
    }),
  })
}
