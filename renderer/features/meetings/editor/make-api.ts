/** The doors of api.ts on one open editor. */
import { closeHistory } from 'prosemirror-history'
import { TextSelection, type Transaction } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { plainBlock, type Block, type BlockFields, type Contribution } from '../text/blocks.ts'
import type { View } from '../text/savers.ts'
import type { EditorApi, Mention, NewBlock } from './api.ts'
import { blockAt } from './caret.ts'
import { turnInto } from './edits.ts'
import { offsetAt, positionAt, rangesAt } from './flat.ts'
import { mostBlocks } from './paste.ts'
import { blocksOfDoc, blockOf, fieldsOf, idOf, isBlank, kindOf, makeBlock, schema, types } from './schema.ts'

type Range = { blockId: string; from: number; to: number }

/** What stands beside the words of a block, set from its chips. */
export type BesideChange = { fields?: BlockFields | null; people?: readonly Contribution[] }
export type OwnApi = EditorApi & { setBeside: (blockId: string, change: BesideChange) => void }

export function makeApi(viewNow: () => EditorView, itemId: string, meeting: () => View): OwnApi {
  const state = () => viewNow().state
  /** One step of undoing of its own. */
  const act = (change: Transaction) => viewNow().dispatch(closeHistory(change).scrollIntoView())
  const places = ({ blockId, from, to }: Range) => {
    const block = blockAt(state(), blockId)
    return block === null ? [] : rangesAt(block.node, block.position, from, to)
  }
  const caretFrom = (replaced: number) => {
    const { $head } = state().selection
    return { from: Math.max($head.start(), $head.pos - replaced), to: $head.pos }
  }
  const marked = (mention: Mention) => types.mention.create({ kind: mention.kind, ref: mention.ref })

  return {
    itemId,
    view: meeting,
    caret() {
      const { selection } = state()
      if (!(selection instanceof TextSelection) || selection.$cursor === null || selection.$cursor.depth === 0)
        return null
      const { $cursor } = selection
      const block = $cursor.node(1)
      return {
        blockId: idOf(block),
        kind: kindOf(block),
        fields: fieldsOf(block),
        inTable: $cursor.depth > 1,
        before: $cursor.parent.textBetween(0, $cursor.parentOffset),
        after: $cursor.parent.textBetween($cursor.parentOffset, $cursor.parent.content.size),
        offset: offsetAt($cursor),
        position: $cursor.pos,
      }
    },
    placeOf(position) {
      const at = position ?? state().selection.head
      if (at < 0 || at > state().doc.content.size) return null
      const { left, top, bottom } = viewNow().coordsAtPos(at)
      return { left, top, bottom }
    },
    insertMention(mention, words, replaced, after = '') {
      const { from, to } = caretFrom(replaced)
      const change = state().tr.replaceWith(from, to, [
        schema.text(words, [marked(mention)]),
        ...(after === '' ? [] : [schema.text(after)]),
      ])
      act(change.setSelection(TextSelection.create(change.doc, from + words.length + after.length)))
    },
    insertText(words, replaced = 0) {
      const { from, to } = replaced > 0 ? caretFrom(replaced) : state().selection
      act(state().tr.insertText(words, from, to))
    },
    insertBlocks(blocks, replaced = 0, select) {
      const change = state().tr
      if (change.doc.childCount + blocks.length > mostBlocks || blocks.length === 0) return false
      if (replaced > 0) {
        const { from, to } = caretFrom(replaced)
        change.delete(from, to)
      }
      const place = putBlocks(change, blocks)
      const first = change.doc.nodeAt(place)
      if (select !== undefined && first !== null) {
        const [from, to] = [positionAt(first, place, select.from), positionAt(first, place, select.to)]
        change.setSelection(TextSelection.create(change.doc, from, to))
      }
      act(change)
      return true
    },
    replaceRange: (blockId, from, to, words) => act(replaced(state().tr, [{ blockId, from, to, words }], places)),
    replaceRanges: (ranges) => act(replaced(state().tr, ranges, places)),
    toggleForeign(range) {
      const { selection, doc, tr } = state()
      const stretches = range === undefined ? [{ from: selection.from, to: selection.to }] : places(range)
      const all = stretches.every(({ from, to }) => doc.rangeHasMark(from, to, types.foreign))
      for (const { from, to } of stretches) {
        if (all) tr.removeMark(from, to, types.foreign)
        else tr.addMark(from, to, types.foreign.create())
      }
      if (tr.docChanged) act(tr)
    },
    markMention(range, mention) {
      const { tr } = state()
      for (const { from, to } of places(range)) {
        if (mention === null) tr.removeMark(from, to, types.mention)
        else tr.addMark(from, to, marked(mention))
      }
      if (tr.docChanged) act(tr)
    },
    select(blockId, from, to) {
      const block = blockAt(state(), blockId)
      if (block === null) return
      const at = (offset: number) => positionAt(block.node, block.position, offset)
      viewNow().dispatch(
        state()
          .tr.setSelection(TextSelection.create(state().doc, at(from), at(to)))
          .scrollIntoView(),
      )
    },
    blocks: () => blocksOfDoc(state().doc),
    turnInto(kind, fields) {
      turnInto(kind, fields ?? null)(state(), act)
    },
    setBeside(blockId, { fields, people }) {
      const block = blockAt(state(), blockId)
      if (block === null) return
      const change = state().tr
      if (fields !== undefined) change.setNodeAttribute(block.position, 'fields', fields)
      if (people !== undefined) change.setNodeAttribute(block.position, 'people', people)
      viewNow().dispatch(closeHistory(change))
    },
    focus: () => viewNow().focus(),
  }
}

/** Puts blocks in the place of a blank block with the caret, else behind it. Gives where the first stands. */
function putBlocks(change: Transaction, blocks: readonly NewBlock[]): number {
  const { $head } = change.selection
  const node = $head.node(1)
  const start = $head.before(1)
  const intoBlank = node.inlineContent && isBlank(blockOf(node))
  const whole = blocks.map((block): Block => ({ ...plainBlock('', block.kind, block.text), ...block }))
  // The blank block's id lives on in the first.
  const nodes = whole.map((block, index) => makeBlock(intoBlank && index === 0 ? { ...block, id: idOf(node) } : block))
  const place = intoBlank ? start : start + node.nodeSize
  change.replaceWith(place, intoBlank ? start + node.nodeSize : place, nodes)
  const end = place + nodes.reduce((sum, one) => sum + one.nodeSize, 0)
  change.setSelection(TextSelection.near(change.doc.resolve(end), -1))
  return place
}

/** Each range with its new words, which keep the marks of the first letter they replace. From the last place to the first. */
function replaced(
  change: Transaction,
  ranges: readonly (Range & { words: string })[],
  places: (range: Range) => { from: number; to: number }[],
): Transaction {
  const found = ranges
    .flatMap((range) =>
      places(range)
        .slice(0, 1)
        .map((place) => ({ ...place, words: range.words })),
    )
    .toSorted((a, b) => b.from - a.from)
  for (const { from, to, words } of found) {
    const marks = change.doc.resolve(from + 1).marks()
    if (words === '') change.delete(from, to)
    else change.replaceWith(from, to, schema.text(words, marks))
  }
  return change
}
