/** Random texts and the things people do to them, for property tests. */
import fc from 'fast-check'
import type { Block, BlockKind } from '../../../../renderer/features/meetings/text/blocks.ts'

export const kinds: readonly BlockKind[] = ['paragraph', 'list', 'decision', 'action']
const kind = fc.constantFrom(...kinds)
const words = fc.string({ maxLength: 12 })

export const texts: fc.Arbitrary<Block[]> = fc
  .array(fc.record({ kind, text: words }), { maxLength: 8 })
  .map((list) => list.map((block, index) => ({ id: `p${index}`, ...block })))

const place = fc.nat({ max: 20 })
const change = fc.oneof(
  fc.record({ do: fc.constant('type' as const), at: place, text: words }),
  fc.record({ do: fc.constant('split' as const), at: place, offset: place }),
  fc.record({ do: fc.constant('merge' as const), at: place }),
  fc.record({ do: fc.constant('kind' as const), at: place, kind }),
  fc.record({ do: fc.constant('move' as const), at: place, to: place }),
  fc.record({ do: fc.constant('remove' as const), at: place }),
  fc.record({ do: fc.constant('insert' as const), at: place, kind, text: words }),
)
export type Change = typeof change extends fc.Arbitrary<infer T> ? T : never
export const changes = fc.array(change, { maxLength: 12 })

/** The blocks after the changes; new ones get ids that begin with `prefix`. */
export function edited(from: readonly Block[], steps: readonly Change[], prefix = 'n'): Block[] {
  const blocks = [...from]
  let made = 0
  const fresh = (block: Omit<Block, 'id'>): Block => ({ id: `${prefix}${(made += 1)}`, ...block })
  for (const step of steps) {
    if (step.do === 'insert') {
      blocks.splice(step.at % (blocks.length + 1), 0, fresh({ kind: step.kind, text: step.text }))
      continue
    }
    const index = step.at % Math.max(1, blocks.length)
    const here = blocks[index]
    if (here === undefined) continue
    if (step.do === 'type') blocks[index] = { ...here, text: step.text }
    if (step.do === 'kind') blocks[index] = { ...here, kind: step.kind }
    if (step.do === 'remove') blocks.splice(index, 1)
    if (step.do === 'move') {
      blocks.splice(index, 1)
      blocks.splice(step.to % (blocks.length + 1), 0, here)
    }
    if (step.do === 'split') {
      const offset = step.offset % (here.text.length + 1)
      blocks[index] = { ...here, text: here.text.slice(0, offset) }
      blocks.splice(index + 1, 0, fresh({ kind: here.kind, text: here.text.slice(offset) }))
    }
    const next = blocks[index + 1]
    if (step.do === 'merge' && next !== undefined) blocks.splice(index, 2, { ...here, text: here.text + next.text })
  }
  return blocks
}
