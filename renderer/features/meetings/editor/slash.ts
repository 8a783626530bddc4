/** The `/` menu: a slash at the start of a word, a few letters, Enter. */
import { Plugin, PluginKey, TextSelection, type EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type { BlockKind } from '../text/blocks.ts'
import { turnInto } from './edits.ts'

export type SlashEntry = { kind: BlockKind; label: string; hint: string; shortcut: string }
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

function matching(entries: readonly SlashEntry[], query: string): SlashEntry[] {
  return entries.filter(({ label }) => label.toLowerCase().startsWith(query.toLowerCase()))
}

/** Takes the typed letters away and makes the block one of the entry's kind. */
export function chooseSlash(view: EditorView, entry: SlashEntry): void {
  const open = openAt(view.state)
  if (open !== null) view.dispatch(view.state.tr.delete(open.from, view.state.selection.from))
  turnInto(entry.kind)(view.state, view.dispatch)
  view.focus()
}

export function slashMenu(entries: readonly SlashEntry[], show: (menu: SlashMenu | null) => void): Plugin<State> {
  const shownFor = (state: EditorState): { found: SlashEntry[]; index: number; open: Open } | null => {
    const open = openAt(state)
    const own = key.getState(state)
    if (open === null || own === undefined || own.closedAt === open.from) return null
    const found = matching(entries, open.query)
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
          if (entry !== undefined) chooseSlash(view, entry)
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
