import { describe, expect, test } from 'vitest'
import { plainBlock } from '../../../../renderer/features/meetings/text/blocks.ts'
import { resumed } from '../../../../renderer/features/meetings/text/merge.ts'

const block = (id: string, text: string) => plainBlock(id, 'paragraph', text)
const texts = (blocks: readonly { text: string }[]) => blocks.map(({ text }) => text)

describe('text that waited for a choice when its page went', () => {
  const stored = [block('a', 'ett'), block('b', 'två')]

  test('stands in its place again, and is asked about', () => {
    const { blocks, conflicts } = resumed(stored, stored, [{ block: block('b', 'mina två'), position: 1 }])
    expect(texts(blocks)).toEqual(['ett', 'mina två'])
    expect(conflicts).toEqual([{ id: 'b', stored: stored[1] }])
  })

  test('of a paragraph that was removed stands where it stood, or last', () => {
    const { blocks, conflicts } = resumed(stored, stored, [
      { block: block('c', 'mellan'), position: 1 },
      { block: block('d', 'sist'), position: 99 },
    ])
    expect(texts(blocks)).toEqual(['ett', 'mellan', 'två', 'sist'])
    expect(conflicts).toEqual([
      { id: 'c', stored: null },
      { id: 'd', stored: null },
    ])
  })

  test('leaves alone what is written in already, and what is stored just so', () => {
    const written = [block('a', 'ett, skrivet nu'), block('b', 'två')]
    const { blocks, conflicts } = resumed(written, stored, [
      { block: block('a', 'ett, skrivet då'), position: 0 },
      { block: block('b', 'två'), position: 1 },
    ])
    expect(blocks).toEqual(written)
    expect(conflicts).toEqual([])
  })

  test('keeps the people who stand with the stored paragraph', () => {
    const people = [{ id: 'p', role: 'mover' as const, personId: null, name: 'Asta Provsson', choice: null }]
    const there = [{ ...block('a', 'ett'), people }]
    expect(resumed(there, there, [{ block: block('a', 'mitt'), position: 0 }]).blocks).toEqual([
      { ...block('a', 'mitt'), people },
    ])
  })
})
