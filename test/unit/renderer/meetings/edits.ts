/** Random texts and the things people do to them, for property tests. */
import fc from 'fast-check'
import { blockKinds } from '#contract/block-kinds.ts'
import {
  plainBlock,
  storedSpans,
  storedText,
  type Block,
  type BlockFields,
  type BlockKind,
  type Contribution,
  type TextSpan,
} from '../../../../renderer/features/meetings/text/blocks.ts'

const kind = fc.constantFrom(...blockKinds)
const words = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc
    .array(fc.constantFrom('ål', 'b', ' ', '\t', '\n', 'é', '😀', 'cd'), { maxLength: 8 })
    .map((parts) => parts.join('')),
)

const ids = ['0', '1', '2'].map((digit) => `00000000-0000-4000-8000-00000000000${digit}`)
const span: fc.Arbitrary<TextSpan> = fc
  .record({ from: fc.nat({ max: 12 }), length: fc.integer({ min: 1, max: 6 }), ref: fc.constantFrom(null, ...ids) })
  .map(({ from, length, ref }) => ({ from, to: from + length, kind: ref === null ? 'foreign' : 'person', ref }))

const fieldsOf: Partial<Record<BlockKind, fc.Arbitrary<BlockFields | null>>> = {
  list: fc.constantFrom<(BlockFields | null)[]>(null, { ordered: true }, { level: 1 }, { ordered: true, level: 2 }),
  discussion: fc.constantFrom<(BlockFields | null)[]>(null, { voice: 'plenary' }, { voice: 'group', group: 'Grupp 1' }),
  presentation: fc.constantFrom<(BlockFields | null)[]>(null, { work: 'En rapport' }),
  vote: fc.constantFrom<(BlockFields | null)[]>(null, { method: 'hands', yes: 3, no: 1 }, { outcome: 'tied' }),
  dissent: fc.constantFrom<(BlockFields | null)[]>(null, { dissent: 'statement' }),
  adjournment: fc.constantFrom<(BlockFields | null)[]>(null, { from: '10:00' }, { from: '10:00', to: '10:15' }),
}

const person: fc.Arbitrary<Contribution> = fc
  .record({ name: fc.constantFrom('Anna Test', 'Bo Test'), choice: fc.constantFrom(null, 'yes' as const) })
  .map(({ name, choice }) => ({
    id: crypto.randomUUID(),
    role: choice === null ? 'mover' : 'voter',
    personId: null,
    name,
    choice,
  }))

/** A block as the store may hold one: its spans within its words. */
export function whole(block: Omit<Block, 'fields' | 'people'> & Partial<Block>): Block {
  const text = storedText(block.text)
  return { ...plainBlock(block.id, block.kind, text), ...block, text, spans: inside(block.kind, text, block.spans) }
}

/** In a table a span ends where its cell does. */
function inside(of: BlockKind, text: string, spans: readonly TextSpan[]): TextSpan[] {
  const known = storedSpans(text, spans)
  return of === 'table' ? known.filter(({ from, to }) => !/[\t\n]/.test(text.slice(from, to))) : known
}

const block = kind.chain((of) =>
  fc.record({
    kind: fc.constant(of),
    text: words,
    fields: fieldsOf[of] ?? fc.constant(null),
    spans: fc.array(span, { maxLength: 3 }),
    people: fc.array(person, { maxLength: 2 }),
  }),
)

export const texts: fc.Arbitrary<Block[]> = fc
  .array(block, { maxLength: 8 })
  .map((list) => list.map((one, index) => whole({ id: `p${index}`, ...one })))

const place = fc.nat({ max: 20 })
const change = fc.oneof(
  fc.record({ do: fc.constant('type' as const), at: place, text: words }),
  fc.record({ do: fc.constant('split' as const), at: place, offset: place }),
  fc.record({ do: fc.constant('merge' as const), at: place }),
  fc.record({ do: fc.constant('kind' as const), at: place, kind }),
  fc.record({ do: fc.constant('beside' as const), at: place, block }),
  fc.record({ do: fc.constant('mark' as const), at: place, spans: fc.array(span, { maxLength: 3 }) }),
  fc.record({ do: fc.constant('name' as const), at: place, people: fc.array(person, { maxLength: 2 }) }),
  fc.record({ do: fc.constant('move' as const), at: place, to: place }),
  fc.record({ do: fc.constant('remove' as const), at: place }),
  fc.record({ do: fc.constant('insert' as const), at: place, block }),
)
export type Change = typeof change extends fc.Arbitrary<infer T> ? T : never
export const changes = fc.array(change, { maxLength: 12 })

/** The blocks after the changes; new ones get ids that begin with `prefix`. */
export function edited(from: readonly Block[], steps: readonly Change[], prefix = 'n'): Block[] {
  const blocks = [...from]
  let made = 0
  const fresh = (one: Omit<Block, 'id'>): Block => whole({ ...one, id: `${prefix}${(made += 1)}` })
  for (const step of steps) {
    if (step.do === 'insert') {
      blocks.splice(step.at % (blocks.length + 1), 0, fresh(step.block))
      continue
    }
    const index = step.at % Math.max(1, blocks.length)
    const here = blocks[index]
    if (here === undefined) continue
    if (step.do === 'type') blocks[index] = whole({ ...here, text: step.text })
    if (step.do === 'kind') blocks[index] = whole({ ...here, kind: step.kind, fields: null })
    if (step.do === 'beside') blocks[index] = whole({ ...here, ...step.block, text: here.text })
    if (step.do === 'mark') blocks[index] = whole({ ...here, spans: step.spans })
    if (step.do === 'name') blocks[index] = whole({ ...here, people: step.people })
    if (step.do === 'remove') blocks.splice(index, 1)
    if (step.do === 'move') {
      blocks.splice(index, 1)
      blocks.splice(step.to % (blocks.length + 1), 0, here)
    }
    if (step.do === 'split') {
      const offset = step.offset % (here.text.length + 1)
      blocks[index] = whole({ ...here, text: here.text.slice(0, offset) })
      blocks.splice(index + 1, 0, fresh(plainBlock('', here.kind, here.text.slice(offset))))
    }
    const next = blocks[index + 1]
    if (step.do === 'merge' && next !== undefined)
      blocks.splice(index, 2, whole({ ...here, text: here.text + next.text }))
  }
  return blocks
}
