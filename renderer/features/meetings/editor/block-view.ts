/** How a block stands in the editor: the same elements as in static text, so that nothing moves when it opens. */
import type { Node } from 'prosemirror-model'
import type { NodeView } from 'prosemirror-view'
import { idOf, kindOf } from './schema.ts'
import type { BlockKind } from '../text/blocks.ts'

/** What the margin says beside a block, and whether who and when stand under it. */
export type Face = { mark: string | null; said: 'block' | 'inline' | null; chips: boolean }
export type FaceOf = (id: string, kind: BlockKind) => Face

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
    this.contentDOM = document.createElement('p')
    this.dom.append(this.contentDOM)
    views.add(this)
    this.face()
  }

  get id(): string {
    return idOf(this.#node)
  }

  /** Where the chips of this block are put; null when it has none. */
  get chips(): HTMLElement | null {
    return this.#chips
  }

  face(): void {
    const kind = kindOf(this.#node)
    const { mark, said, chips } = this.#faceOf(this.id, kind)
    this.dom.dataset['id'] = this.id
    this.dom.dataset['kind'] = kind
    if (mark === null) delete this.dom.dataset['mark']
    else this.dom.dataset['mark'] = mark
    if (said === null) delete this.dom.dataset['said']
    else this.dom.dataset['said'] = said
    if (chips && this.#chips === null) {
      this.#chips = document.createElement('div')
      this.#chips.className = 'blk-chips'
      this.#chips.contentEditable = 'false'
      this.dom.append(this.#chips)
    } else if (!chips && this.#chips !== null) {
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
