import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { layoutNetwork } from '#core/network/layout.ts'
import { overlaps } from '#core/network/overlap.ts'
import { placeNetwork } from '#core/network/place.ts'
import { inventedNetwork } from './invented.ts'

/** A network of `count` nodes with boxes of given halves; nodes with a position are fixed there. */
function graph(count: number, edges: number[], fixed: ReadonlyMap<number, { x: number; y: number }> = new Map()) {
  return {
    count,
    edges: Int32Array.from(edges),
    boxes: {
      halfWidth: Float64Array.from({ length: count }, (_, node) => 20 + ((node * 37) % 60)),
      above: new Float64Array(count).fill(13),
      below: new Float64Array(count).fill(28),
    },
    fixed: Uint8Array.from({ length: count }, (_, node) => (fixed.has(node) ? 1 : 0)),
    x: Float64Array.from({ length: count }, (_, node) => fixed.get(node)?.x ?? 0),
    y: Float64Array.from({ length: count }, (_, node) => fixed.get(node)?.y ?? 0),
  }
}

/** Ties between any nodes, loops, repetitions and indices out of range among them. */
const anyGraph = fc.integer({ min: 0, max: 120 }).chain((count) =>
  fc.record({
    count: fc.constant(count),
    edges: fc.array(fc.integer({ min: -1, max: count }), { maxLength: 300 }),
    seed: fc.integer(),
  }),
)

describe('layout of a network', () => {
  test('every position is finite and no box covers another, whatever the ties', () => {
    fc.assert(
      fc.property(anyGraph, ({ count, edges, seed }) => {
        const network = graph(count, edges)
        layoutNetwork(network, { seed, iterations: 40 })
        expect([...network.x, ...network.y].every(Number.isFinite)).toBe(true)
        expect(overlaps(network.boxes, network.x, network.y)).toBe(0)
      }),
      { numRuns: 40 },
    )
  })

  test('what nothing is tied to lies below all that is', () => {
    const network = graph(9, [0, 1, 1, 2, 3, 4, 5, 6])
    layoutNetwork(network, { seed: 7, iterations: 40 })
    const lowest = Math.max(...network.y.subarray(0, 7))
    expect(Math.min(network.y[7] ?? 0, network.y[8] ?? 0)).toBeGreaterThan(lowest)
  })

  test('the same seed gives the same picture, to the last bit', () => {
    fc.assert(
      fc.property(anyGraph, ({ count, edges, seed }) => {
        const [one, two] = [graph(count, edges), graph(count, edges)]
        layoutNetwork(one, { seed, iterations: 30 })
        layoutNetwork(two, { seed, iterations: 30 })
        expect([one.x, one.y]).toEqual([two.x, two.y])
      }),
      { numRuns: 15 },
    )
  })

  test('fixed nodes stay exactly where they are, and new ones cover neither them nor each other', () => {
    const spot = fc.record({
      x: fc.double({ min: -2000, max: 2000, noNaN: true }),
      y: fc.double({ min: -2000, max: 2000, noNaN: true }),
    })
    fc.assert(
      fc.property(
        anyGraph,
        fc.array(fc.tuple(fc.nat(119), spot), { maxLength: 40 }),
        ({ count, edges, seed }, held) => {
          const places = new Map(held.filter(([node]) => node < count))
          const network = graph(count, edges, places)
          layoutNetwork(network, { seed, iterations: 30 })
          for (const [node, { x, y }] of places) expect([network.x[node], network.y[node]]).toEqual([x, y])
          expect([...network.x, ...network.y].every(Number.isFinite)).toBe(true)
          const fixedAlone = overlapsAmong(network, [...places.keys()])
          expect(overlaps(network.boxes, network.x, network.y)).toBe(fixedAlone)
        },
      ),
      { numRuns: 40 },
    )
  })

  test('a fixed node whose position is no number is treated as new', () => {
    const network = graph(3, [0, 1, 1, 2], new Map([[0, { x: Number.NaN, y: 5 }]]))
    layoutNetwork(network, { seed: 1 })
    expect([...network.x, ...network.y].every(Number.isFinite)).toBe(true)
  })

  test('nodes that all lie on the same point are parted', () => {
    const network = graph(
      40,
      Array.from({ length: 80 }, (_, index) => (index * 7) % 40),
    )
    layoutNetwork(network, { seed: 3 })
    expect(overlaps(network.boxes, network.x, network.y)).toBe(0)
  })

  test('a new node lands near the node it is tied to', () => {
    const held = new Map([
      [0, { x: 0, y: 0 }],
      [1, { x: 900, y: 0 }],
    ])
    const network = graph(3, [0, 1, 1, 2], held)
    layoutNetwork(network, { seed: 1 })
    expect(Math.hypot((network.x[2] ?? 0) - 900, network.y[2] ?? 0)).toBeLessThan(250)
  })

  test('components lie side by side, not in each other', () => {
    const ring = (from: number) =>
      Array.from({ length: 10 }, (_, index) => [from + index, from + ((index + 1) % 10)]).flat()
    const network = graph(20, [...ring(0), ...ring(10)])
    layoutNetwork(network, { seed: 1 })
    const span = (from: number, values: Float64Array) => {
      const part = Array.from(values.slice(from, from + 10))
      return { low: Math.min(...part), high: Math.max(...part) }
    }
    const apart = [network.x, network.y].some((values) => {
      const [a, b] = [span(0, values), span(10, values)]
      return a.high < b.low || b.high < a.low
    })
    expect(apart).toBe(true)
  })

  test('a meeting of 33 people is a calm picture: few ties cross and the meeting is in the middle', () => {
    const network = inventedNetwork()
    const places = placeNetwork(
      network.nodes.map((node) => ({ ...node, position: null })),
      network.ties,
    )
    const meeting = network.nodes.find(({ kind }) => kind === 'meeting')
    const all = [...places.values()]
    const at = places.get(meeting?.id ?? '')
    const width = Math.max(...all.map(({ x }) => x)) - Math.min(...all.map(({ x }) => x))
    const height = Math.max(...all.map(({ y }) => y)) - Math.min(...all.map(({ y }) => y))
    expect(width / height).toBeGreaterThan(1)
    expect(width / height).toBeLessThan(2.2)
    expect(Math.abs(at?.x ?? Infinity)).toBeLessThan(width / 4)
    let crossings = 0
    const segments = network.ties.map(({ from, to }) => ({ from, to, a: places.get(from), b: places.get(to) }))
    segments.forEach((one, index) =>
      segments.slice(index + 1).forEach((two) => {
        if (new Set([one.from, one.to, two.from, two.to]).size < 4) return
        const side = (s: typeof one, p: typeof one.a) =>
          s.a && s.b && p ? Math.sign((s.b.x - s.a.x) * (p.y - s.a.y) - (s.b.y - s.a.y) * (p.x - s.a.x)) : 0
        if (side(one, two.a) * side(one, two.b) < 0 && side(two, one.a) * side(two, one.b) < 0) crossings++
      }),
    )
    expect(crossings).toBeLessThan(12)
  })

  test('in a meeting of 33 people hardly a node lies on a foreign tie', () => {
    const { nodes, ties } = inventedNetwork()
    const places = placeNetwork(
      nodes.map((node) => ({ ...node, position: null })),
      ties,
    )
    const covered = nodes.flatMap(({ id }) => {
      const at = places.get(id)
      return ties.filter((tie) => {
        const [a, b] = [places.get(tie.from), places.get(tie.to)]
        if (!at || !a || !b || tie.from === id || tie.to === id) return false
        const along = { x: b.x - a.x, y: b.y - a.y }
        const part = ((at.x - a.x) * along.x + (at.y - a.y) * along.y) / (along.x ** 2 + along.y ** 2)
        if (part <= 0 || part >= 1) return false
        return Math.hypot(at.x - a.x - part * along.x, at.y - a.y - part * along.y) < 7
      })
    })
    expect(covered.length).toBeLessThan(6)
  })

  test('5,000 nodes get their places', () => {
    const network = graph(
      5000,
      Array.from({ length: 4999 }, (_, index) => [
        index + 1,
        Math.floor((((index * 7919) % 1000) ** 2 / 1e6) * index),
      ]).flat(),
    )
    layoutNetwork(network, { seed: 1, iterations: 20 })
    expect([...network.x, ...network.y].every(Number.isFinite)).toBe(true)
  })
})

function overlapsAmong({ boxes, x, y }: ReturnType<typeof graph>, nodes: number[]): number {
  const pick = (values: Float64Array) => Float64Array.from(nodes, (node) => values[node] ?? 0)
  const some = { halfWidth: pick(boxes.halfWidth), above: pick(boxes.above), below: pick(boxes.below) }
  return overlaps(some, pick(x), pick(y))
}
