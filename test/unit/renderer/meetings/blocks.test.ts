import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blockKinds } from '#contract/block-kinds.ts'
import {
  apply,
  diff,
  firstPart,
  plainBlock,
  sameBlocks,
  type Block,
} from '../../../../renderer/features/meetings/text/blocks.ts'
import { merge } from '../../../../renderer/features/meetings/text/merge.ts'
import { changes, edited, texts } from './edits.ts'

const block = (id: string, text: string, kind: Block['kind'] = 'paragraph'): Block => plainBlock(id, kind, text)

describe('operations', () => {
  test('applied to what is stored they always give what is written, after any splits, merges, kinds and moves', () => {
    fc.assert(
      fc.property(texts, changes, (stored, steps) => {
        const written = edited(stored, steps)
        const batch = diff(stored, written)
        expect(batch === null).toBe(sameBlocks(stored, written))
        expect(batch === null ? stored : apply(stored, batch)).toEqual(written)
      }),
      { numRuns: 500 },
    )
  })

  test('each names the text it replaces, and none is made for a paragraph that is as it was', () => {
    const stored = [block('a', 'one'), block('b', 'two'), block('c', 'three')]
    expect(diff(stored, [block('a', 'one'), block('d', 'new', 'action'), block('b', 'two!')])).toEqual({
      operations: [
        { op: 'remove', paragraphId: 'c', base: 'three' },
        { op: 'put', paragraphId: 'd', kind: 'action', text: 'new', base: null },
        { op: 'put', paragraphId: 'b', kind: 'paragraph', text: 'two!', base: 'two' },
      ],
      order: ['a', 'd', 'b'],
    })
    expect(diff(stored, [...stored])).toBeNull()
  })

  test('words alone leave the order to whoever changed it; a paragraph that is new tells it', () => {
    const [a, b] = [block('a', 'one'), block('b', 'two')]
    expect(diff([a, b], [a, block('b', 'two!')])?.order).toBeNull()
    expect(diff([a, b], [a])?.order).toBeNull()
    expect(diff([a, b], [a, block('n', ''), b])?.order).toEqual(['a', 'n', 'b'])
  })

  test('a move alone is a new order without operations', () => {
    const stored = [block('a', 'one'), block('b', 'two')]
    expect(
      diff(
        stored,
        [stored[1], stored[0]].filter((one) => one !== undefined),
      ),
    ).toEqual({
      operations: [],
      order: ['b', 'a'],
    })
  })

  test('sent in parts that fit a call they end in the same text', () => {
    const written = Array.from({ length: 4000 }, (_, index) => block(`p${index}`, `text ${index}`))
    let stored: Block[] = []
    let calls = 0
    for (let batch = diff(stored, written); batch !== null; batch = diff(stored, written)) {
      const part = firstPart(batch)
      expect(part.operations.length).toBeLessThanOrEqual(1500)
      stored = apply(stored, part)
      calls += 1
    }
    expect(stored).toEqual(written)
    expect(calls).toBe(3)
  })

  test('one paragraph larger than a part still goes', () => {
    const batch = diff([], [block('a', 'x'.repeat(1_500_000)), block('b', 'y')])
    expect(batch === null ? 0 : firstPart(batch).operations.length).toBe(1)
  })
})

describe('merging with what was stored elsewhere', () => {
  test('a side that did not change gives way to the other', () => {
    fc.assert(
      fc.property(texts, changes, (base, steps) => {
        const other = edited(base, steps)
        expect(merge([base], base, other)).toEqual({ blocks: other, conflicts: [] })
        expect(merge([base], other, base)).toEqual({ blocks: other, conflicts: [] })
        expect(merge([base], other, other)).toEqual({ blocks: other, conflicts: [] })
      }),
      { numRuns: 300 },
    )
  })

  test('no text of either side is lost: each stands in the result or in a named conflict', () => {
    fc.assert(
      fc.property(texts, changes, changes, (base, here, there) => {
        const [mine, theirs] = [edited(base, here), edited(base, there, 't')]
        const { blocks, conflicts } = merge([base], mine, theirs)
        const was = new Map(base.map((one) => [one.id, one.text]))
        const shown = new Map(blocks.map((one) => [one.id, one.text]))
        const asked = new Map(conflicts.map((one) => [one.id, one.stored?.text]))
        const changed = (side: readonly Block[]) => side.filter(({ id, text }) => was.get(id) !== text)
        expect(changed(mine).filter(({ id, text }) => shown.get(id) !== text)).toEqual([])
        expect(changed(theirs).filter(({ id, text }) => shown.get(id) !== text && asked.get(id) !== text)).toEqual([])
        expect(new Set(blocks.map(({ id }) => id)).size).toBe(blocks.length)
      }),
      { numRuns: 500 },
    )
  })

  test('changes to different paragraphs are both kept', () => {
    const base = [block('a', 'one'), block('b', 'two')]
    expect(merge([base], [block('a', 'ONE'), block('b', 'two')], [block('a', 'one'), block('b', 'TWO')])).toEqual({
      blocks: [block('a', 'ONE'), block('b', 'TWO')],
      conflicts: [],
    })
  })

  test('new paragraphs at one place: those stored first stand first, then those written here, each in its order', () => {
    const [a, z] = [block('a', 'one'), block('z', 'last')]
    const here = [block('h1', 'here'), block('h2', 'and here')]
    const there = [block('t1', 'there'), block('t2', 'and there')]
    const { blocks } = merge([[a, z]], [a, ...here, z], [a, ...there, z])
    expect(blocks).toEqual([a, ...there, ...here, z])
  })

  test('a paragraph moved again after a save whose answer was lost stays where it was moved to', () => {
    const [a, b] = [block('a', 'one'), block('b', 'two')]
    expect(merge([[a], [a, b]], [b, a], [a, b]).blocks).toEqual([b, a])
    expect(merge([[a], [a, b]], [b, a], [a, b, block('c', 'elsewhere')]).blocks).toEqual([
      b,
      block('c', 'elsewhere'),
      a,
    ])
  })

  test('what this writer sent without an answer is no foreign change', () => {
    const acknowledged = [block('a', 'one')]
    const sent = [block('a', 'one two')]
    expect(merge([acknowledged, sent], [block('a', 'one two three')], sent)).toEqual({
      blocks: [block('a', 'one two three')],
      conflicts: [],
    })
  })

  test('a paragraph removed here and changed there comes back', () => {
    const base = [block('a', 'one'), block('b', 'two')]
    expect(merge([base], [block('a', 'one')], [block('a', 'one'), block('b', 'TWO')]).blocks).toEqual([
      block('a', 'one'),
      block('b', 'TWO'),
    ])
  })

  test('a paragraph changed here and removed there is asked about', () => {
    const base = [block('a', 'one')]
    expect(merge([base], [block('a', 'ONE')], [])).toEqual({
      blocks: [block('a', 'ONE')],
      conflicts: [{ id: 'a', stored: null }],
    })
  })
})

test('every kind of block can be written', () => {
  for (const kind of blockKinds)
    expect(apply([], diff([], [block('a', 'x', kind)]) ?? { operations: [], order: [] })[0]?.kind).toBe(kind)
})
