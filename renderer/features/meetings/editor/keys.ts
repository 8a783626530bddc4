/** What each key does in the text. */
import { chainCommands, deleteSelection } from 'prosemirror-commands'
import { keymap } from 'prosemirror-keymap'
import type { Command, Plugin } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { initialsBefore } from '../complete/query.ts'
import { selectEverything } from './caret.ts'
import { indent, joinBack, joinOn, moveBlock, split } from './edits.ts'
import { idOf, kindOf } from './schema.ts'
import {
  addColumn,
  deleteColumn,
  deleteRow,
  dissolve,
  leaveTable,
  moveRow,
  newRow,
  nextCell,
  previousCell,
} from './table.ts'

export type KeyOptions = {
  /** The caret leaves: past the first or last line, or with Escape. */
  onLeave: (way: 'up' | 'down' | 'out') => void
  /** Takes back the newest act, or does it again. */
  onBack: () => void
  onAgain: () => void
  /** Into the fields of a block; false when it has none. */
  onFields: (blockId: string) => boolean
  /** Tab was pressed behind letters that may have been meant as initials, and stood for nobody. */
  onStay: (typed: string) => void
}

/** The fields under the block with the caret. */
export function enterFields(onFields: KeyOptions['onFields']): Command {
  return (state) => {
    const { $head } = state.selection
    return $head.depth > 0 && onFields(idOf($head.node(1)))
  }
}

/**
 * Tab behind what may be somebody's initials stays in the text, also where they are nobody's: what is typed next is meant
 * for the text, and outside it a single letter is a command. Elsewhere Tab goes on, and Escape always leaves.
 */
export function stayBehindInitials(onStay: KeyOptions['onStay']): Command {
  return ({ selection: { $head, empty } }) => {
    if (!empty || $head.depth === 0) return false
    const before = $head.parent.textBetween(0, $head.parentOffset)
    const typed = initialsBefore(before, $head.parent.textBetween($head.parentOffset, $head.parent.content.size))
    if (typed === null) return false
    onStay(typed)
    return true
  }
}

export function editorKeys(options: KeyOptions): Plugin {
  const leave =
    (way: 'up' | 'down'): Command =>
    (state, _dispatch, view) => {
      const { $head, empty } = state.selection
      const edge = way === 'up' ? 0 : state.doc.childCount - 1
      if (!empty || $head.index(0) !== edge || view?.endOfTextblock(way) !== true) return false
      // Below a table there is always room to write.
      if (way === 'down' && $head.depth === 3) return leaveTable(state, _dispatch)
      options.onLeave(way)
      return true
    }
  // Takes the key also when there is nothing left: the browser's own undo knows nothing of blocks.
  const always =
    (run: () => void): Command =>
    () => {
      run()
      return true
    }
  const erase = chainCommands(deleteSelection, dissolve, joinBack)
  const eraseOn = chainCommands(deleteSelection, joinOn)
  const fields = enterFields(options.onFields)
  return keymap({
    Enter: chainCommands(newRow, split),
    'Shift-Enter': chainCommands(newRow, split),
    Backspace: erase,
    'Shift-Backspace': erase,
    'Mod-Backspace': chainCommands(deleteRow, erase),
    Delete: eraseOn,
    'Mod-Delete': eraseOn,
    Tab: chainCommands(nextCell, indent(1), fields, stayBehindInitials(options.onStay)),
    'Shift-Tab': chainCommands(previousCell, indent(-1)),
    'Mod-Alt-ArrowRight': addColumn,
    'Mod-Alt-ArrowLeft': deleteColumn,
    'Mod-a': selectEverything,
    // With Caps Lock the letter is the other one: Shift alone tells the two apart.
    'Mod-z': always(options.onBack),
    'Mod-Z': always(options.onBack),
    'Mod-Shift-z': always(options.onAgain),
    'Mod-Shift-Z': always(options.onAgain),
    'Mod-y': always(options.onAgain),
    'Mod-Y': always(options.onAgain),
    'Alt-ArrowUp': moveBlock(-1),
    'Alt-ArrowDown': moveBlock(1),
    ArrowUp: chainCommands(moveRow(-1), leave('up')),
    ArrowDown: chainCommands(moveRow(1), leave('down')),
    Escape: always(() => options.onLeave('out')),
  })
}

const starts: readonly { typed: RegExp; ordered: boolean }[] = [
  { typed: /^[-–*•]$/, ordered: false },
  { typed: /^1[.)]$/, ordered: true },
]

/** `- ` at the start of running text begins a list, `1. ` a numbered one. */
export function listAtStart(view: EditorView, from: number, to: number, typed: string): boolean {
  const $from = view.state.doc.resolve(from)
  if (typed !== ' ' || from !== to || $from.depth !== 1 || kindOf($from.parent) !== 'paragraph') return false
  const before = $from.parent.textBetween(0, $from.parentOffset)
  const start = starts.find((one) => one.typed.test(before))
  if (start === undefined) return false
  const change = view.state.tr.delete($from.start(), from)
  const position = $from.before(1)
  change.setNodeAttribute(position, 'kind', 'list')
  if (start.ordered) change.setNodeAttribute(position, 'fields', { ordered: true })
  view.dispatch(change)
  return true
}

/** A clause that began with "att " by itself takes no second one from whoever types it anyway. */
export function oneAtt(view: EditorView, from: number, to: number, typed: string): boolean {
  const $from = view.state.doc.resolve(from)
  if (typed !== ' ' || from !== to || $from.depth !== 1 || kindOf($from.parent) !== 'decision') return false
  if (!/^att att$/.test($from.parent.textBetween(0, $from.parentOffset))) return false
  view.dispatch(view.state.tr.delete(from - 3, from))
  return true
}
