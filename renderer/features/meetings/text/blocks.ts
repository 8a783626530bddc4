/** The text of one agenda item as blocks, and the operations that lead from what is stored to what is written. */
import type { BlockFields, BlockKind, Contribution, TextSpan } from '#contract/blocks.ts'
import type { Paragraph, TextOperation } from '#contract/meetings.ts'

export type { BlockFields, BlockKind, Contribution, TextSpan } from '#contract/blocks.ts'
export type Block = Readonly<{
  id: string
  kind: BlockKind
  /** Whole words; a table's cells are parted by tabs, its rows by line feeds. */
  text: string
  /** Null when there is nothing to say beside the words. */
  fields: BlockFields | null
  /** In order, none of one sort touching another of the same. */
  spans: readonly TextSpan[]
  people: readonly Contribution[]
}>

/** One saved change: whole paragraphs, and the order of all of them afterwards; null where it stays as it is. */
export type Batch = Readonly<{ operations: readonly TextOperation[]; order: readonly string[] | null }>

/** A batch as the store is told of it. */
export const told = ({ operations, order }: Batch): { operations: TextOperation[]; order?: string[] } => ({
  operations: [...operations],
  ...(order === null ? {} : { order: [...order] }),
})

/** Most operations, and most characters, that go in one call: the contract's and the host's limits with room to spare. */
const mostOperations = 1500
const mostCharacters = 1_000_000

/** A block of words alone. */
export function plainBlock(id: string, kind: BlockKind, text: string): Block {
  return { id, kind, text, fields: null, spans: [], people: [] }
}

/** Equal JSON values; a missing member and an undefined one are the same. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  // Two objects that are no arrays, or two arrays: members by name either way.
  const [one, other] = [a as Record<string, unknown>, b as Record<string, unknown>]
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((key) => sameJson(one[key], other[key]))
}

export function sameBlock(a: Block | undefined, b: Block | undefined): boolean {
  if (a === b) return true
  if (a === undefined || b === undefined || a.kind !== b.kind || a.text !== b.text) return false
  return sameJson(a.fields, b.fields) && sameJson(a.spans, b.spans) && sameJson(a.people, b.people)
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

/** Fields as they are compared and stored: none is null. */
export function storedFields(fields: BlockFields | null): BlockFields | null {
  if (fields === null) return null
  const known = Object.entries(fields).filter(([, value]) => value !== undefined)
  if (known.length > 0 && known.length === Object.keys(fields).length) return fields
  // Only members that were there are taken over.
  return known.length === 0 ? null : (Object.fromEntries(known) as BlockFields)
}

const sorts = ['person', 'organisation', 'body', 'theme', 'foreign']
const entry = ({ kind }: TextSpan) => kind !== 'foreign'

/**
 * Spans as an editor gives them back: in order, within the text, joined where the same thing goes on, and the words of
 * one entry never those of another too.
 */
export function storedSpans(text: string, spans: readonly TextSpan[]): TextSpan[] {
  const found: TextSpan[] = []
  const sorted = spans
    .filter(({ from, to }) => from < to && to <= text.length)
    .toSorted((a, b) => a.from - b.from || sorts.indexOf(a.kind) - sorts.indexOf(b.kind) || a.to - b.to)
  for (const span of sorted) {
    const index = found.findLastIndex((one) => entry(one) === entry(span))
    const before = found[index]
    if (before === undefined || before.to < span.from) found.push(span)
    else if (before.kind === span.kind && before.ref === span.ref)
      found[index] = { ...before, to: Math.max(before.to, span.to) }
    else if (before.to < span.to) found.push({ ...span, from: before.to })
  }
  return found.toSorted((a, b) => a.from - b.from || sorts.indexOf(a.kind) - sorts.indexOf(b.kind))
}

/** The block that a stored paragraph is. */
export function blockFrom({ id, kind, text, fields, spans, people }: Paragraph): Block {
  const words = storedText(text)
  return { id, kind, text: words, fields: storedFields(fields), spans: storedSpans(words, spans), people }
}

/** What of `block` differs from what is stored, and what it replaces; all of it for a new one. */
function parts(
  block: Block,
  base: Block | undefined,
): Partial<Pick<TextOperation & { op: 'put' }, 'fields' | 'spans' | 'people' | 'was'>> {
  const { fields, spans, people } = block
  const turned = base !== undefined && base.kind !== block.kind
  const newFields = !sameJson(fields, base?.fields ?? null) || (turned && fields !== null)
  const newPeople = !sameJson(people, base?.people ?? [])
  const guarded = base !== undefined && (turned || newFields || newPeople)
  return {
    ...(newFields ? { fields } : {}),
    ...(sameJson(spans, base?.spans ?? []) ? {} : { spans: [...spans] }),
    ...(newPeople ? { people: [...people] } : {}),
    ...(guarded ? { was: { kind: base.kind, fields: base.fields, people: [...base.people] } } : {}),
  }
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
    const { id, kind, text } = block
    operations.push({ op: 'put', paragraphId: id, kind, text, base: base?.text ?? null, ...parts(block, base) })
  }
  const order = written.map(({ id }) => id)
  const kept = stored.filter(({ id }) => after.has(id)).map(({ id }) => id)
  const moved = order.length !== kept.length || order.some((id, index) => id !== kept[index])
  return operations.length === 0 && !moved ? null : { operations, order: moved ? order : null }
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
    if (operation.op === 'remove') {
      blocks.delete(operation.paragraphId)
      continue
    }
    const { paragraphId: id, kind, text, fields, spans, people } = operation
    const base = blocks.get(id)
    // Fields belong to the kind they were given for.
    const kept = base?.kind === kind ? base.fields : null
    blocks.set(id, {
      id,
      kind,
      text,
      fields: fields === undefined ? kept : fields,
      spans: spans ?? base?.spans ?? [],
      people: people ?? base?.people ?? [],
    })
  }
  const ids = new Set([...(order ?? []).filter((id) => blocks.has(id)), ...blocks.keys()])
  return [...ids].map((id) => blocks.get(id)).filter((block) => block !== undefined)
}
