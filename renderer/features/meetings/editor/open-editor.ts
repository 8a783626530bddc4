/** The editor that is open, as the page and its commands know it. */
import type { Quote } from '../findings/quotes.ts'
import type { Block } from '../text/blocks.ts'
import type { EditorApi } from './api.ts'
import type { Caret } from './caret.ts'
import type { BesideChange } from './make-api.ts'
import type { SlashEntry } from './slash.ts'

export type OpenEditor = {
  api: EditorApi
  focus: () => void
  select: (caret: Caret) => void
  /** Shows blocks from elsewhere; caret, history and blank lines stay. */
  refresh: (blocks: readonly Block[]) => void
  /** Draws marks and chips anew. */
  face: () => void
  quote: (quotes: readonly Quote[]) => void
  choose: (entry: SlashEntry) => void
  /** Sets what stands beside the words of a block. */
  setBeside: (blockId: string, change: BesideChange) => void
  /** Takes back, or does again, the newest typing; false when there is none. */
  back: () => boolean
  again: () => boolean
  /** Blocks from elsewhere are looked at until the returned function is called: the caret goes where they differ. */
  follow: () => () => void
  /** What is typed waits until the returned function is called. */
  hold: () => () => void
  /** Ends the editor; gives the text without blank blocks. */
  close: () => Block[]
}
