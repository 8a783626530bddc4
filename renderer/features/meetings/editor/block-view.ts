/** How a block stands in the editor: the same elements as in static text, so that nothing moves when it opens. */
import type { Node } from 'prosemirror-model'
import type { NodeView } from 'prosemirror-view'
import { blockOf } from './schema.ts'
import type { Block } from '../text/blocks.ts'
import { faceData, type FaceOf } from './face-data.ts'

export class BlockView implements NodeView {
  readonly dom: HTMLElement
  readonly contentDOM: HTMLElement
  #node: Node
  #chips: HTMLElement | null = null
  readonly #views: Set<BlockView>
  readonly #faceOf: FaceOf

  constructor(node: Node, views: Set<BlockView>, faceOf: FaceOf) {
    this.#node = node
    this.#views = views
    this.#faceOf = faceOf
    this.dom = document.createElement('div')
    this.dom.className = 'blk'
    if (node.inlineContent) {
      this.contentDOM = document.createElement('p')
      this.dom.append(this.contentDOM)
    } else {
      const frame = document.createElement('div')
      frame.className = 'blk-table'
      const table = document.createElement('table')
      this.contentDOM = document.createElement('tbody')
      table.append(this.contentDOM)
      frame.append(table)
      this.dom.append(frame)
    }
    views.add(this)
    this.face()
  }

  get block(): Block {
    return blockOf(this.#node)
  }

  /** Where the chips of this block are put; null when it has none. */
  get chips(): HTMLElement | null {
    return this.#chips
  }

  face(): void {
    const block = blockOf(this.#node)
    const face = this.#faceOf(block)
    for (const [name, value] of Object.entries(faceData(face, block))) {
      if (value === undefined) delete this.dom.dataset[name]
      else this.dom.dataset[name] = value
    }
    if (face.chips && this.#chips === null) {
      this.#chips = document.createElement('div')
      this.#chips.className = 'blk-chips'
      this.#chips.contentEditable = 'false'
      this.dom.append(this.#chips)
    } else if (!face.chips && this.#chips !== null) {
      this.#chips.remove()
      this.#chips = null
    }
  }

  update(node: Node): boolean {
    if (node.type !== this.#node.type) return false
    this.#node = node
    this.face()
    return true
  }

  stopEvent(event: Event): boolean {
    return event.target instanceof globalThis.Node && this.#chips?.contains(event.target) === true
  }

  ignoreMutation(mutation: { target: globalThis.Node }): boolean {
    return !this.contentDOM.contains(mutation.target)
  }

  destroy(): void {
    this.#views.delete(this)
  }
}
