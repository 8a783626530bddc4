/**
 * What other parts of the meeting page may do with the open editor. A part that needs more than this (decorations,
 * keys of its own) is an extension: a list of ProseMirror plugins, named once in extensions.ts.
 */
import type { Plugin } from 'prosemirror-state'
import type { Block, BlockFields, BlockKind, TextSpan } from '../text/blocks.ts'
import type { View } from '../text/savers.ts'

/** An entry of the register that words stand for. */
export type Mention = { kind: Exclude<TextSpan['kind'], 'foreign'>; ref: string }

/** Where the caret is. Offsets count UTF-16 units of the block's flat text (see flat.ts). */
export type CaretContext = {
  blockId: string
  kind: BlockKind
  fields: BlockFields | null
  inTable: boolean
  /** Words of the block, or of the cell, before the caret and behind it. */
  before: string
  after: string
  /** Place of the caret in the block's flat text. */
  offset: number
  /** Its position in the document, for `placeOf`. */
  position: number
}

/** A place on the screen, in px of the window: what a popover hangs on. */
export type Place = { left: number; top: number; bottom: number }

/** A block to come; ids are given when it is put in. */
export type NewBlock = Pick<Block, 'kind' | 'text'> & Partial<Pick<Block, 'fields' | 'spans' | 'people'>>

export type EditorApi = {
  readonly itemId: string
  /** The meeting as it was read last: who is present, in which language the minutes are. */
  view: () => View
  /** Null while something is selected, or while the caret stands in no text. */
  caret: () => CaretContext | null
  /** Where a position of the document is drawn; the caret's by default. */
  placeOf: (position?: number) => Place | null
  /**
   * Puts words that stand for an entry at the caret, in place of the `replaced` letters before it ("@jn"). `after` follows
   * them outside the mention: a space, mostly. One step of undoing.
   */
  insertMention: (mention: Mention, words: string, replaced: number, after?: string) => void
  /** Puts words at the caret, in place of the `replaced` letters before it. One step of undoing. */
  insertText: (words: string, replaced?: number) => void
  /**
   * Puts blocks at the caret: into an empty block, else behind the one with the caret; the caret ends behind the last, or
   * at `select` of the first block put in. One step of undoing. False when the item would hold too many.
   */
  insertBlocks: (blocks: readonly NewBlock[], replaced?: number, select?: { from: number; to: number }) => boolean
  /** Puts words in the place of some of a block's flat text, which keep the marks around them. One step of undoing. */
  replaceRange: (blockId: string, from: number, to: number, words: string) => void
  /** Several at once, as one step of undoing; ranges of one block in any order, none overlapping. */
  replaceRanges: (ranges: readonly { blockId: string; from: number; to: number; words: string }[]) => void
  /** Marks the selected words, or the given ones, as another language, or no longer. */
  toggleForeign: (range?: { blockId: string; from: number; to: number }) => void
  /** Makes words that stand there already stand for an entry. */
  markMention: (range: { blockId: string; from: number; to: number }, mention: Mention | null) => void
  select: (blockId: string, from: number, to: number) => void
  /** Every block as it is written now. */
  blocks: () => readonly Block[]
  turnInto: (kind: BlockKind, fields?: BlockFields) => void
  focus: () => void
}

/** Plugins for one open editor. They come before the editor's own keys: a completion that is open gets Enter and Tab first. */
export type EditorExtension = (api: EditorApi) => readonly Plugin[]
