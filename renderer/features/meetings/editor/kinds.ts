/** What turns a block into one of another kind, and what goes along. */
import type { Node } from 'prosemirror-model'
import { TextSelection, type Transaction } from 'prosemirror-state'
import type { Block, BlockFields, BlockKind, Contribution } from '../text/blocks.ts'
import { offsetAt, positionAt } from './flat.ts'
import { blockOf, kindOf, makeBlock } from './schema.ts'

/** Whom a kind concerns first of all. */
const mainRole: Partial<Record<BlockKind, Contribution['role']>> = {
  presentation: 'presenter',
  motion: 'mover',
  dissent: 'dissenter',
  recusal: 'recused',
}

/** Kinds of which one block follows another of the same, with the same fields. */
export const goesOn: ReadonlySet<BlockKind> = new Set(['list', 'decision', 'quotation', 'discussion'])
/** Kinds whose rest, when they are split, says something else. */
export const stands: ReadonlySet<BlockKind> = new Set([
  'heading',
  'presentation',
  'motion',
  'vote',
  'dissent',
  'recusal',
  'adjournment',
])

/** The people who stay when the kind becomes `kind`: whoever presented moves, dissents or steps aside instead. */
function peopleFor(kind: BlockKind, { kind: before, people }: Block): readonly Contribution[] {
  if (kind === before) return people
  const role = mainRole[kind]
  if (role === undefined) return []
  return people.filter(({ choice }) => choice === null).map((one) => ({ ...one, role }))
}

/** A table of one cell gets a second column and a row to write in. */
function gridOf(text: string): string {
  const rows = text.split('\n')
  const wide = Math.max(...rows.map((row) => row.split('\t').length))
  const columns = Math.max(2, wide)
  const full = rows.map((row) => row + '\t'.repeat(columns - row.split('\t').length))
  return (full.length > 1 ? full : [...full, '\t'.repeat(columns - 1)]).join('\n')
}

/** The block as one of `kind`; words, id and what still fits stay. */
export function turned(block: Block, kind: BlockKind, fields: BlockFields | null = null): Block {
  const same = block.kind === kind
  const text = kind === 'table' && !same ? gridOf(block.text) : block.text
  // A grid that was filled up moves no word of its first row.
  const firm = text.includes('\n') ? text.indexOf('\n') : text.length
  return {
    ...block,
    kind,
    text,
    fields: same ? { ...block.fields, ...fields } : fields,
    spans: text === block.text ? block.spans : block.spans.filter(({ to }) => to <= firm),
    people: peopleFor(kind, block),
  }
}

/** Puts `block` in the place of `node`; the caret stays at its letter. */
export function replaceBlock(change: Transaction, position: number, node: Node, block: Block): void {
  const next = makeBlock(block)
  if (next.type === node.type && next.content.eq(node.content)) {
    change.setNodeMarkup(position, null, next.attrs)
    return
  }
  const { $head } = change.selection
  const inside = $head.depth > 0 && $head.before(1) === position
  const offset = inside ? offsetAt($head) : 0
  change.replaceWith(position, position + node.nodeSize, next)
  if (inside) change.setSelection(TextSelection.create(change.doc, positionAt(next, position, offset)))
}

/** Makes the block at `position` one of `kind`. */
export function setKind(
  change: Transaction,
  position: number,
  kind: BlockKind,
  fields: BlockFields | null = null,
): void {
  const node = change.doc.nodeAt(position)
  if (node !== null && (kindOf(node) !== kind || fields !== null))
    replaceBlock(change, position, node, turned(blockOf(node), kind, fields))
}
