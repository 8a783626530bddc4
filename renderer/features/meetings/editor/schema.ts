/** The text of an item: a row of blocks, each with an id that lives as long as the paragraph does. A table is a block of cells. */
import { blockKinds } from '#contract/block-kinds.ts'
import { Schema, type Mark, type Node } from 'prosemirror-model'
import {
  plainBlock,
  storedFields,
  storedSpans,
  storedText,
  type Block,
  type BlockFields,
  type BlockKind,
  type Contribution,
  type TextSpan,
} from '../text/blocks.ts'
import { flatText, pieces } from './flat.ts'

export const schema = new Schema({
  nodes: {
    doc: { content: 'top+' },
    block: {
      group: 'top',
      content: 'text*',
      attrs: {
        id: { default: '' },
        kind: { default: 'paragraph' },
        fields: { default: null },
        people: { default: [] },
      },
      // Line breaks inside a paragraph of the source are kept.
      whitespace: 'pre',
      toDOM: () => ['p', 0],
    },
    table: {
      group: 'top',
      content: 'row+',
      attrs: { id: { default: '' }, kind: { default: 'table' }, fields: { default: null }, people: { default: [] } },
      isolating: true,
      toDOM: () => ['table', ['tbody', 0]],
    },
    row: { content: 'cell+', toDOM: () => ['tr', 0] },
    cell: { content: 'text*', whitespace: 'pre', isolating: true, toDOM: () => ['td', 0] },
    text: {},
  },
  marks: {
    // Words that stand for an entry of the register. What is typed behind them is not part of the name.
    mention: {
      attrs: { kind: {}, ref: {} },
      inclusive: false,
      toDOM: (mark) => ['span', { class: 'mention', 'data-kind': String(mark.attrs['kind']) }, 0],
    },
    // Words of another language than the minutes'.
    foreign: { inclusive: false, toDOM: () => ['span', { class: 'foreign' }, 0] },
  },
})

/** Node and mark types that the schema above has for certain. */
export const types = {
  block: schema.nodes.block,
  table: schema.nodes.table,
  row: schema.nodes.row,
  cell: schema.nodes.cell,
  mention: schema.marks.mention,
  foreign: schema.marks.foreign,
}

type Attributes = Record<string, unknown>

export function idOf(node: Node): string {
  const { id }: Attributes = node.attrs
  return typeof id === 'string' ? id : ''
}

export function kindOf(node: Node): BlockKind {
  const { kind }: Attributes = node.attrs
  return blockKinds.find((one) => one === kind) ?? 'paragraph'
}

export function fieldsOf(node: Node): BlockFields | null {
  const { fields }: Attributes = node.attrs
  // Only blocks put fields there.
  return storedFields((fields ?? null) as BlockFields | null)
}

export function peopleOf(node: Node): readonly Contribution[] {
  const { people }: Attributes = node.attrs
  // Only blocks put people there.
  return Array.isArray(people) ? (people as Contribution[]) : []
}

function marksAt(spans: readonly TextSpan[], at: number): Mark[] {
  return spans
    .filter(({ from, to }) => from <= at && at < to)
    .map(({ kind, ref }) => (kind === 'foreign' ? types.foreign.create() : types.mention.create({ kind, ref })))
}

/** The words from `from` to `to` of a block, cut where its spans begin and end. */
function words(text: string, spans: readonly TextSpan[], from: number, to: number): Node[] {
  const cuts = spans.flatMap((span) => [span.from, span.to]).filter((cut) => cut > from && cut < to)
  const edges = [...new Set([from, ...cuts, to])].toSorted((a, b) => a - b)
  return edges.slice(0, -1).flatMap((edge, index) => {
    const end = edges[index + 1] ?? edge
    return end > edge ? [schema.text(text.slice(edge, end), marksAt(spans, edge))] : []
  })
}

export function makeBlock({ id, kind, text, fields, spans, people }: Block): Node {
  const attributes = { id, kind, fields, people }
  const known = storedSpans(text, spans)
  if (kind !== 'table') return types.block.create(attributes, words(text, known, 0, text.length))
  let at = 0
  const rows = text.split('\n').map((row) => {
    const cells = row.split('\t').map((cell) => {
      const made = types.cell.create(null, words(text, known, at, at + cell.length))
      at += cell.length + 1
      return made
    })
    return types.row.create(null, cells)
  })
  return types.table.create(attributes, rows)
}

/** A document always has a block to write in; an item without text gets one that is stored once it has words. */
export function makeDoc(blocks: readonly Block[]): Node {
  const shown = blocks.length > 0 ? blocks : [plainBlock(crypto.randomUUID(), 'paragraph', '')]
  return schema.node('doc', null, shown.map(makeBlock))
}

function spansOf(node: Node, text: string, written: string): TextSpan[] {
  const spans: TextSpan[] = []
  // Letters that became one letter moved what follows.
  const moved = (at: number) => (text.length === written.length ? at : storedText(text.slice(0, at)).length)
  for (const { node: part, at } of pieces(node))
    part.forEach((child, offset) => {
      for (const mark of child.marks) {
        const { kind, ref }: Attributes = mark.attrs
        const place = { from: moved(at + offset), to: moved(at + offset + child.nodeSize) }
        if (mark.type === types.foreign) spans.push({ ...place, kind: 'foreign', ref: null })
        // Only mentions of these kinds are ever made.
        else spans.push({ ...place, kind: kind as TextSpan['kind'], ref: String(ref) })
      }
    })
  return storedSpans(written, spans)
}

// A node never changes: a block is made of it once.
const made = new WeakMap<Node, Block>()

/** The block that a node of the document stands for, as the store would keep it. */
export function blockOf(node: Node): Block {
  let block = made.get(node)
  if (block === undefined) {
    const text = flatText(node)
    const written = storedText(text)
    block = {
      id: idOf(node),
      kind: kindOf(node),
      text: written,
      fields: fieldsOf(node),
      spans: spansOf(node, text, written),
      people: peopleOf(node),
    }
    made.set(node, block)
  }
  return block
}

/** All blocks of a document, blank ones too. */
export function blocksOfDoc(doc: Node): Block[] {
  const blocks: Block[] = []
  doc.forEach((node) => blocks.push(blockOf(node)))
  return blocks
}

// Given with the kind, before anybody has said a thing.
const given: ReadonlySet<string> = new Set(['ordered', 'level', 'voice', 'dissent'])

/** Neither words nor anything beside them. A clause that only begins is none yet. */
export function isBlank({ kind, text, fields, people }: Block): boolean {
  if (people.length > 0 || Object.keys(fields ?? {}).some((name) => !given.has(name))) return false
  return text.trim() === '' || (kind === 'decision' && text.trim() === 'att')
}

/** What is worth storing: a blank block only while it empties one that is stored. */
export function writtenBlocks(doc: Node, stored: ReadonlySet<string>): Block[] {
  return blocksOfDoc(doc).filter((block) => !isBlank(block) || stored.has(block.id))
}
