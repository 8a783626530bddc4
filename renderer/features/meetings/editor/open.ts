/** One editor on one agenda item. Comes with a meeting's page, so that the first click finds it; open only where somebody writes. */
import { closeHistory, history, redo, redoDepth, undo, undoDepth } from 'prosemirror-history'
import { EditorState, TextSelection } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import type { Block } from '../text/blocks.ts'
import type { View } from '../text/savers.ts'
import { BlockView } from './block-view.ts'
import { blockSerializer } from './clipboard.ts'
import { followCaret, selectionFor, type Caret } from './caret.ts'
import { extensions } from './extensions.ts'
import type { FaceOf } from './face-data.ts'
import { uniqueIds } from './ids.ts'
import { editorKeys, listAtStart, oneAtt, type KeyOptions } from './keys.ts'
import { makeApi } from './make-api.ts'
import { insertBlocksPasted, insertText } from './paste.ts'
import { blocksFromHtml } from './paste-html.ts'
import type { OpenEditor } from './open-editor.ts'
import { quoteMarks, quotesKey } from './quotes.ts'
import { caretAtChange, refresh } from './refresh.ts'
import { isBlank, makeDoc, writtenBlocks } from './schema.ts'
import { chooseSlash, slashMenu, type SlashEntry, type SlashMenu } from './slash.ts'
import { waitingKeys } from './waiting-keys.ts'

/** A block with chips: where they are drawn, and what they say. */
export type Host = { host: HTMLElement; block: Block }

type EditorOptions = Pick<KeyOptions, 'onLeave' | 'onFields' | 'onStay'> & {
  element: HTMLElement
  itemId: string
  /** The meeting as it was read last. */
  view: () => View
  /** The text's name for those who do not see it. */
  label: string
  blocks: readonly Block[]
  caret: Caret
  faceOf: FaceOf
  slash: () => readonly SlashEntry[]
  /** Ids of the paragraphs that are stored: a blank one of them is a change, any other blank one is not. */
  stored: () => ReadonlySet<string>
  onChange: (blocks: readonly Block[]) => void
  /** Blocks with chips, whenever what their chips say changes. */
  onHosts: (hosts: readonly Host[]) => void
  onSlash: (menu: SlashMenu | null) => void
  /** More was pasted than an item can hold. */
  onTooMuch: () => void
  onUndo: () => void
  onRedo: () => void
  /** Typing that is a step of its own to take back has begun. */
  onStep: () => void
}

function beforeKey(view: EditorView, event: KeyboardEvent): boolean {
  // Enter with Ctrl is a command of the page; the editor would keep it from getting there.
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return true
  followCaret(view, event)
  return false
}

/** Tells of the blocks with chips, when any is another one or says something else. */
function hostTeller(views: ReadonlySet<BlockView>, onHosts: EditorOptions['onHosts']): () => void {
  let told: readonly Host[] = []
  return () => {
    const hosts = [...views].flatMap(({ block, chips }) => (chips === null ? [] : [{ host: chips, block }]))
    const same = ({ host, block }: Host, other: Host | undefined) =>
      other?.host === host &&
      other.block.id === block.id &&
      other.block.kind === block.kind &&
      other.block.fields === block.fields &&
      other.block.people === block.people
    if (hosts.length === told.length && hosts.every((one, index) => same(one, told[index]))) return
    told = hosts
    onHosts(hosts)
  }
}

export function openEditor(options: EditorOptions): OpenEditor {
  const views = new Set<BlockView>()
  const tellHosts = hostTeller(views, options.onHosts)
  const waiting = waitingKeys()
  const paste = (at: EditorView, data: DataTransfer | null) => {
    // Read now: it is empty once the event is over.
    const html = data?.getData('text/html') ?? ''
    const plain = data?.getData('text/plain') ?? ''
    const blocks = html === '' ? [] : blocksFromHtml(html)
    const put = (target: EditorView) => {
      const { tr } = target.state
      const change = blocks.length > 0 ? insertBlocksPasted(tr, blocks) : insertText(tr, plain)
      if (change === null) options.onTooMuch()
      else target.dispatch(closeHistory(change).setMeta('paste', true))
    }
    if (!waiting.later(put)) put(at)
  }
  let follow = false
  const written = () => writtenBlocks(view.state.doc, options.stored())
  const api = makeApi(() => view, options.itemId, options.view)

  const view: EditorView = new EditorView(options.element, {
    state: EditorState.create({
      doc: makeDoc(options.blocks),
      plugins: [
        waiting.plugin,
        ...extensions.flatMap((extension) => extension(api)),
        slashMenu(options.slash, api, options.onSlash),
        editorKeys({ ...options, onBack: options.onUndo, onAgain: options.onRedo }),
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
    nodeViews: {
      block: (node) => new BlockView(node, views, options.faceOf),
      table: (node) => new BlockView(node, views, options.faceOf),
    },
    dispatchTransaction(transaction) {
      const before: unknown = undoDepth(view.state)
      view.updateState(view.state.apply(transaction))
      tellHosts()
      if (!transaction.docChanged || transaction.getMeta('addToHistory') === false) return
      const after: unknown = undoDepth(view.state)
      if (Number(after) > Number(before)) options.onStep()
      options.onChange(written())
    },
    // Before ProseMirror's own: that one would have the browser parse what came from elsewhere.
    handleDOMEvents: {
      keydown: beforeKey,
      paste(target, event) {
        paste(target, event.clipboardData)
        event.preventDefault()
        return true
      },
      drop(target, event) {
        // Words dragged from one place of the text to another.
        if (target.dragging !== null) return false
        // A file is no text: the item around takes it.
        if (event.dataTransfer?.types.includes('Files') === true) return true
        const at = target.posAtCoords({ left: event.clientX, top: event.clientY })
        if (at !== null)
          target.dispatch(target.state.tr.setSelection(TextSelection.near(target.state.doc.resolve(at.pos))))
        paste(target, event.dataTransfer)
        event.preventDefault()
        return true
      },
    },
    handleTextInput: (target, from, to, text) => listAtStart(target, from, to, text) || oneAtt(target, from, to, text),
    clipboardTextSerializer: (slice) => slice.content.textBetween(0, slice.content.size, '\n'),
    clipboardSerializer: blockSerializer,
  })
  view.updateState(view.state.apply(view.state.tr.setSelection(selectionFor(view.state, options.caret))))
  tellHosts()

  return {
    api,
    focus: () => view.focus(),
    select: (caret) => view.dispatch(view.state.tr.setSelection(selectionFor(view.state, caret)).scrollIntoView()),
    refresh(blocks) {
      const change = refresh(view.state, blocks)
      if (change !== null) view.dispatch(follow ? caretAtChange(change) : change)
    },
    face() {
      views.forEach((one) => one.face())
      tellHosts()
    },
    quote: (quotes) => view.dispatch(view.state.tr.setMeta(quotesKey, quotes)),
    choose: (entry) => chooseSlash(view, entry, api),
    setBeside: api.setBeside,
    back: () => undoDepth(view.state) > 0 && undo(view.state, view.dispatch),
    again: () => redoDepth(view.state) > 0 && redo(view.state, view.dispatch),
    follow() {
      follow = true
      return () => void (follow = false)
    },
    hold: waiting.hold,
    close() {
      waiting.finish()
      const blocks = written().filter((block) => !isBlank(block))
      view.destroy()
      return blocks
    },
  }
}
