/** The text of one agenda item as blocks, and the operations that lead from what is stored to what is written. */
import type { BlockKind } from '#contract/blocks.ts'
import type { TextOperation } from '#contract/meetings.ts'

export type { BlockKind } from '#contract/blocks.ts'
export type Block = Readonly<{ id: string; kind: BlockKind; text: string }>

/** One saved change: whole paragraphs, and the order of all of them afterwards. */
export type Batch = Readonly<{ operations: readonly TextOperation[]; order: readonly string[] }>

/** Most operations, and most characters, that go in one call: the contract's and the host's limits with room to spare. */
const mostOperations = 1500
const mostCharacters = 1_000_000

export function sameBlock(a: Block | undefined, b: Block | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && a.kind === b.kind && a.text === b.text)
}

export function sameBlocks(a: readonly Block[], b: readonly Block[]): boolean {
  return a.length === b.length && a.every((block, index) => block.id === b[index]?.id && sameBlock(block, b[index]))
}

export function byId(blocks: readonly Block[]): Map<string, Block> {
  return new Map(blocks.map((block) => [block.id, block]))
}

/** Text as the store keeps it: NFC, without lone surrogates. Comparing anything else would find changes that are none. */
export function storedText(text: string): string {
  return text.toWellFormed().normalize('NFC')
}

/** What must be saved to get from `stored` to `written`; null when nothing. Ids are unique within each list. */
export function diff(stored: readonly Block[], written: readonly Block[]): Batch | null {
  const before = byId(stored)
  const after = byId(written)
  const operations: TextOperation[] = []
  for (const { id, text } of stored) if (!after.has(id)) operations.push({ op: 'remove', paragraphId: id, base: text })
  for (const block of written) {
    const base = before.get(block.id)
    if (sameBlock(base, block)) continue
    operations.push({ op: 'put', paragraphId: block.id, kind: block.kind, text: block.text, base: base?.text ?? null })
  }
  const order = written.map(({ id }) => id)
  const kept = stored.filter(({ id }) => after.has(id)).map(({ id }) => id)
  const moved = order.length !== kept.length || order.some((id, index) => id !== kept[index])
  return operations.length === 0 && !moved ? null : { operations, order }
}

/** The first part of a batch that fits one call. The order may name paragraphs still to come; the store passes them over. */
export function firstPart({ operations, order }: Batch): Batch {
  let characters = 0
  let count = 0
  for (const operation of operations) {
    characters += (operation.op === 'put' ? operation.text.length : 0) + (operation.base?.length ?? 0)
    if (count > 0 && (characters > mostCharacters || count >= mostOperations)) break
    count += 1
  }
  return { operations: operations.slice(0, count), order }
}

/** What the store holds after a batch: the same rule as the core's, so that an acknowledged batch needs no reading back. */
export function apply(stored: readonly Block[], { operations, order }: Batch): Block[] {
  const blocks = byId(stored)
  for (const operation of operations) {
    if (operation.op === 'remove') blocks.delete(operation.paragraphId)
    else blocks.set(operation.paragraphId, { id: operation.paragraphId, kind: operation.kind, text: operation.text })
  }
  const ids = [...order.filter((id) => blocks.has(id)), ...[...blocks.keys()].filter((id) => !order.includes(id))]
  return [...new Set(ids)].map((id) => blocks.get(id)).filter((block) => block !== undefined)
}
