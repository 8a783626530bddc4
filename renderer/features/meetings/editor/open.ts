/** One editor on one agenda item. Loaded when a meeting is shown; open only where somebody writes. */
import { chainCommands, deleteSelection } from 'prosemirror-commands'
import { history, redo, undo } from 'prosemirror-history'
import { keymap } from 'prosemirror-keymap'
import { EditorState, TextSelection, type Command, type Plugin } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import type { Quote } from '../findings/quotes.ts'
import type { Block, BlockKind } from '../text/blocks.ts'
import { BlockView, type FaceOf } from './block-view.ts'
import { joinBack, joinOn, moveBlock, split, turnInto } from './edits.ts'
import { uniqueIds } from './ids.ts'
import { insertText } from './paste.ts'
import { quoteMarks, quotesKey } from './quotes.ts'
import { refresh } from './refresh.ts'
import { idOf, kindOf, makeDoc, writtenBlocks } from './schema.ts'
import { chooseSlash, slashMenu, type SlashEntry, type SlashMenu } from './slash.ts'

/** A selection by paragraph and letter; it fits static text and the editor alike. */
export type Point = { id: string; offset: number }
export type Caret = { anchor: Point; head: Point } | 'start' | 'end'

export type EditorOptions = {
  element: HTMLElement
  /** The text's name for those who do not see it. */
  label: string
  blocks: readonly Block[]
  caret: Caret
  faceOf: FaceOf
  slash: readonly SlashEntry[]
  /** Ids of the paragraphs that are stored: a blank one of them is a change, any other blank one is not. */
  stored: () => ReadonlySet<string>
  onChange: (blocks: readonly Block[]) => void
  /** Where the chips of each block are to be drawn. */
  onHosts: (hosts: ReadonlyMap<string, HTMLElement>) => void
  onSlash: (menu: SlashMenu | null) => void
  /** More was pasted than an item can hold. */
  onTooMuch: () => void
  onUndoEnd: () => void
  /** The caret leaves: past the first or last line, or with Escape. */
  onLeave: (way: 'up' | 'down' | 'out') => void
}

export type OpenEditor = {
  focus: () => void
  select: (caret: Caret) => void
  /** Shows blocks from elsewhere; caret, history and blank lines stay. */
  refresh: (blocks: readonly Block[]) => void
  /** Draws marks and chips anew. */
  face: () => void
  quote: (quotes: readonly Quote[]) => void
  turnInto: (kind: BlockKind) => void
  choose: (entry: SlashEntry) => void
  /** Ends the editor; gives the text without blank blocks. */
  close: () => Block[]
}

function positionOf(state: EditorState, { id, offset }: Point): number | null {
  let found: number | null = null
  state.doc.forEach((node, position) => {
    if (idOf(node) === id) found = position + 1 + Math.min(offset, node.content.size)
  })
  return found
}

function selection(state: EditorState, caret: Caret): TextSelection {
  const end = state.doc.content.size - 1
  if (caret === 'start' || caret === 'end') return TextSelection.create(state.doc, caret === 'start' ? 1 : end)
  const head = positionOf(state, caret.head) ?? end
  return TextSelection.create(state.doc, positionOf(state, caret.anchor) ?? head, head)
}

/** From the first letter to the last: the first block, and its id, stay when everything is replaced. */
const selectEverything: Command = (state, dispatch) => {
  dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, 1, state.doc.content.size - 1)))
  return true
}

function beforeKey(view: EditorView, event: KeyboardEvent): boolean {
  // Enter with Ctrl is a command of the page; the editor would keep it from getting there.
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return true
  followCaret(view, event)
  return false
}

/** The browser tells of a moved caret only after the key that moved it; a quick next key must not act where it was. */
function followCaret(view: EditorView, event: KeyboardEvent): void {
  const selected = view.dom.ownerDocument.getSelection()
  if (event.isComposing || selected === null || selected.anchorNode === null || selected.focusNode === null) return
  const inText = (node: Node) => view.dom.contains(node) && (node.parentElement?.closest('p') ?? null) !== null
  if (!inText(selected.anchorNode) || !inText(selected.focusNode)) return
  const anchor = view.posAtDOM(selected.anchorNode, selected.anchorOffset)
  const head = view.posAtDOM(selected.focusNode, selected.focusOffset)
  const known = view.state.selection
  if (anchor === known.anchor && head === known.head) return
  const { doc } = view.state
  view.dispatch(view.state.tr.setSelection(TextSelection.between(doc.resolve(anchor), doc.resolve(head))))
}

function keys(options: EditorOptions): Plugin {
  const leave =
    (way: 'up' | 'down'): Command =>
    (state, _dispatch, view) => {
      const { $head, empty } = state.selection
      const edge = way === 'up' ? 0 : state.doc.childCount - 1
      if (!empty || $head.index(0) !== edge || view?.endOfTextblock(way) !== true) return false
      options.onLeave(way)
      return true
    }
  // Takes the key also when there is nothing left: the browser's own undo knows nothing of blocks.
  const back: Command = (state, dispatch) => {
    if (!undo(state, dispatch)) options.onUndoEnd()
    return true
  }
  const again: Command = (state, dispatch) => {
    redo(state, dispatch)
    return true
  }
  const erase = chainCommands(deleteSelection, joinBack)
  const eraseOn = chainCommands(deleteSelection, joinOn)
  return keymap({
    Enter: split,
    'Shift-Enter': split,
    Backspace: erase,
    'Shift-Backspace': erase,
    'Mod-Backspace': erase,
    Delete: eraseOn,
    'Mod-Delete': eraseOn,
    'Mod-a': selectEverything,
    'Mod-z': back,
    'Mod-y': again,
    'Mod-Z': again,
    'Alt-ArrowUp': moveBlock(-1),
    'Alt-ArrowDown': moveBlock(1),
    ArrowUp: leave('up'),
    ArrowDown: leave('down'),
    Escape: () => {
      options.onLeave('out')
      return true
    },
  })
}

/** `- ` at the start of running text begins a list. */
function listAtDash(view: EditorView, from: number, to: number, typed: string): boolean {
  const $from = view.state.doc.resolve(from)
  if (typed !== ' ' || from !== to || $from.depth === 0 || kindOf($from.parent) !== 'paragraph') return false
  if (!/^[-–*•]$/.test($from.parent.textBetween(0, $from.parentOffset))) return false
  view.dispatch(view.state.tr.delete($from.start(), from).setNodeAttribute($from.before(1), 'kind', 'list'))
  return true
}

export function openEditor(options: EditorOptions): OpenEditor {
  const views = new Set<BlockView>()
  let told = ''
  const tellHosts = () => {
    const hosts = new Map<string, HTMLElement>()
    for (const { id, chips } of views) if (chips !== null) hosts.set(id, chips)
    const stamp = [...hosts.keys()].join()
    if (stamp === told) return
    told = stamp
    options.onHosts(hosts)
  }
  const paste = (view: EditorView, text: string) => {
    const change = insertText(view.state.tr, text)
    if (change === null) options.onTooMuch()
    else view.dispatch(change.setMeta('paste', true))
  }
  const written = () => writtenBlocks(view.state.doc, options.stored())

  const view: EditorView = new EditorView(options.element, {
    state: EditorState.create({
      doc: makeDoc(options.blocks),
      plugins: [
        slashMenu(options.slash, options.onSlash),
        keys(options),
        history({ newGroupDelay: 600 }),
        uniqueIds(() => crypto.randomUUID()),
        quoteMarks(),
      ],
    }),
    attributes: {
      class: 'record-text',
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': options.label,
      spellcheck: 'false',
    },
    nodeViews: { block: (node) => new BlockView(node, views, options.faceOf) },
    dispatchTransaction(transaction) {
      view.updateState(view.state.apply(transaction))
      tellHosts()
      if (transaction.docChanged && transaction.getMeta('addToHistory') !== false) options.onChange(written())
    },
    handleDOMEvents: { keydown: beforeKey },
    handleTextInput: listAtDash,
    handlePaste(target, event) {
      paste(target, event.clipboardData?.getData('text/plain') ?? '')
      return true
    },
    handleDrop(target, event, _slice, moved) {
      if (moved) return false
      const at = target.posAtCoords({ left: event.clientX, top: event.clientY })
      if (at !== null)
        target.dispatch(target.state.tr.setSelection(TextSelection.near(target.state.doc.resolve(at.pos))))
      paste(target, event.dataTransfer?.getData('text/plain') ?? '')
      event.preventDefault()
      return true
    },
    clipboardTextSerializer: (slice) => slice.content.textBetween(0, slice.content.size, '\n'),
  })
  view.updateState(view.state.apply(view.state.tr.setSelection(selection(view.state, options.caret))))
  tellHosts()

  return {
    focus: () => view.focus(),
    select: (caret) => view.dispatch(view.state.tr.setSelection(selection(view.state, caret)).scrollIntoView()),
    refresh(blocks) {
      const change = refresh(view.state, blocks)
      if (change !== null) view.dispatch(change)
    },
    face() {
      views.forEach((one) => one.face())
      tellHosts()
    },
    quote: (quotes) => view.dispatch(view.state.tr.setMeta(quotesKey, quotes)),
    turnInto(kind) {
      turnInto(kind)(view.state, view.dispatch)
      view.focus()
    },
    choose: (entry) => chooseSlash(view, entry),
    close() {
      const blocks = written().filter(({ text }) => text.trim() !== '')
      view.destroy()
      return blocks
    },
  }
}
