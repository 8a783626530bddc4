import { describe, expect, test } from 'vitest'
import { placeLabels } from '#contract/network-labels.ts'
import { shortLabel, textWidth } from '#contract/network-geometry.ts'
import { crosses, meet } from '#contract/network-plane.ts'
import { placeNetwork, tieIndices } from '#core/network/place.ts'
import { inventedNetwork } from './invented.ts'

describe('labels on the map', () => {
  test('no label covers another label', () => {
    const { nodes, ties } = inventedNetwork(2)
    const places = placeNetwork(
      nodes.map((node) => ({ ...node, position: null })),
      ties,
    )
    const placed = nodes.map((node) => ({ ...node, ...places.get(node.id) }))
    const labels = placeLabels(placed, tieIndices(placed, ties))
    const covered = labels.flatMap((one, index) => labels.slice(index + 1).filter((two) => meet(one.box, two.box)))
    expect(covered).toEqual([])
  })

  test('a label stands on the side its ties do not leave from', () => {
    const kind = 'person'
    const nodes = [
      { kind, label: 'Asta', x: 0, y: 0 },
      { kind, label: 'Bodil', x: 300, y: 0 },
    ] as const
    expect(placeLabels(nodes, Int32Array.of(0, 1)).map(({ side }) => side)).toEqual(['left', 'right'])
  })

  test('a long name is cut at a letter as readers see letters, and a short one is left alone', () => {
    expect(shortLabel('Låtsasbolagens branschorganisation')).toBe('Låtsasbolagens branschorgan…')
    expect(shortLabel('Läkemedelsindustriföreningen')).toBe('Läkemedelsindustriföreningen')
    expect(shortLabel('👩‍👩‍👧'.repeat(40))).toBe(`${'👩‍👩‍👧'.repeat(27)}…`)
    expect(shortLabel('e\u0301'.repeat(28))).toBe('e\u0301'.repeat(28))
  })

  test('widths follow the letters, and a mark adds nothing', () => {
    expect(textWidth('mmm', 10)).toBeGreaterThan(textWidth('iii', 10))
    expect(textWidth('å', 10)).toBeCloseTo(textWidth('a', 10))
    expect(textWidth('', 10)).toBe(0)
  })

  test('a segment crosses a box only when it passes through its inside', () => {
    const box = { left: 0, top: 0, right: 10, bottom: 10 }
    expect(crosses(box, -5, 5, 15, 5)).toBe(true)
    expect(crosses(box, -5, -5, 15, 15)).toBe(true)
    expect(crosses(box, -5, 8, 8, 21)).toBe(false)
    expect(crosses(box, 20, 0, 20, 10)).toBe(false)
    expect(crosses(box, 5, 5, 5, 5)).toBe(true)
  })
})
