/** Which words of which blocks are misspelt. A block never changes: what is known of it stays as long as it stands there. */
import type { Node } from 'prosemirror-model'
import { call } from '../../../transport/client.ts'
import type { EditorApi } from '../editor/api.ts'
import { flatText } from '../editor/flat.ts'
import { blockOf } from '../editor/schema.ts'

export type Mark = { from: number; to: number }

/** Milliseconds without a key. */
const pause = 450
/** Blocks of one question. */
const most = 100

let known = new WeakMap<Node, readonly Mark[]>()
const listeners = new Set<() => void>()

export const marksOf = (block: Node) => known.get(block) ?? []

/** Everything is read again: a word was learnt. */
export function forgetSpelling(): void {
  known = new WeakMap()
  listeners.forEach((listener) => listener())
}

/** Looks blocks up after a pause, those not known yet. */
export class Checker {
  readonly #editor: EditorApi
  readonly #doc: () => Node
  readonly #changed: () => void
  #timer: ReturnType<typeof setTimeout> | undefined
  #ended = false

  constructor(editor: EditorApi, doc: () => Node, changed: () => void) {
    this.#editor = editor
    this.#doc = doc
    this.#changed = changed
    listeners.add(this.later)
  }

  readonly later = (): void => {
    clearTimeout(this.#timer)
    if (!this.#ended) this.#timer = setTimeout(() => void this.#look(), pause)
  }

  end(): void {
    this.#ended = true
    clearTimeout(this.#timer)
    listeners.delete(this.later)
  }

  async #look(): Promise<void> {
    const blocks: Node[] = []
    this.#doc().forEach((block) => {
      if (!known.has(block) && block.textContent.trim() !== '' && blocks.length < most) blocks.push(block)
    })
    if (blocks.length === 0) return
    const texts = blocks.map((block) => ({
      text: flatText(block),
      foreign: blockOf(block)
        .spans.filter(({ kind }) => kind === 'foreign')
        .map(({ from, to }) => ({ from, to })),
    }))
    // An answer from before a word was learnt is none for what is read after it.
    const into = known
    try {
      const { marks } = await call('spelling.check', { language: this.#editor.view().head.language, texts })
      blocks.forEach((block, index) => into.set(block, marks[index] ?? []))
    } catch {
      // Nothing is called misspelt.
      for (const block of blocks) into.set(block, [])
    }
    if (this.#ended) return
    this.#changed()
    if (blocks.length === most) this.later()
  }
}
