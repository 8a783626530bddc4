/** The text of an item: a flat row of blocks, each with an id that lives as long as the paragraph does. */
import { Schema, type Node } from 'prosemirror-model'
import { storedText, type Block, type BlockKind } from '../text/blocks.ts'

const kinds: readonly BlockKind[] = [
  'paragraph',
  'heading',
  'list',
  'quotation',
  'table',
  'discussion',
  'presentation',
  'motion',
  'vote',
  'decision',
  'action',
  'dissent',
  'recusal',
  'adjournment',
]

export const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    block: {
      content: 'text*',
      attrs: { id: { default: '' }, kind: { default: 'paragraph' } },
      // Line breaks inside a paragraph of the source are kept.
      whitespace: 'pre',
      toDOM: () => ['p', 0],
      parseDOM: [{ tag: 'p' }, { tag: 'div' }, { tag: 'li' }],
    },
    text: {},
  },
})

export function idOf(node: Node): string {
  const { id }: Record<string, unknown> = node.attrs
  return typeof id === 'string' ? id : ''
}

export function kindOf(node: Node): BlockKind {
  const { kind }: Record<string, unknown> = node.attrs
  return kinds.find((one) => one === kind) ?? 'paragraph'
}

export function makeBlock({ id, kind, text }: Block): Node {
  return schema.node('block', { id, kind }, text === '' ? [] : [schema.text(text)])
}

/** A document always has a block to write in; an item without text gets one that is stored once it has words. */
export function makeDoc(blocks: readonly Block[]): Node {
  const shown = blocks.length > 0 ? blocks : [{ id: crypto.randomUUID(), kind: 'paragraph' as const, text: '' }]
  return schema.node('doc', null, shown.map(makeBlock))
}

/** All blocks of a document, blank ones too, as the store would keep them. */
export function blocksOfDoc(doc: Node): Block[] {
  const blocks: Block[] = []
  doc.forEach((node) => blocks.push({ id: idOf(node), kind: kindOf(node), text: storedText(node.textContent) }))
  return blocks
}

/** What is worth storing: a blank block only while it empties one that is stored. */
export function writtenBlocks(doc: Node, stored: ReadonlySet<string>): Block[] {
  return blocksOfDoc(doc).filter(({ id, text }) => text.trim() !== '' || stored.has(id))
}
