/** From the nodes and ties of the contract to positions. */
import type { NodeKind } from '#contract/network.ts'
import { labelMetrics, labelWeight, shapeSize, shortLabel, textWidth } from '#contract/network-geometry.ts'
import { layoutNetwork } from './layout.ts'
import type { Boxes } from './overlap.ts'

export type PlaceableNode = {
  id: string
  kind: NodeKind
  label: string
  /** Null for a node that has no place yet; any other stays exactly where it is. */
  position: { x: number; y: number } | null
}

/** Free ground around a node's shape and label. */
const air = { x: 5, y: 6 }

/** Room for the shape with its label below, the only side that is always free then. */
function nodeBoxes(nodes: readonly { kind: NodeKind; label: string }[]): Boxes {
  const boxes = {
    halfWidth: new Float64Array(nodes.length),
    above: new Float64Array(nodes.length),
    below: new Float64Array(nodes.length),
  }
  nodes.forEach(({ kind, label }, index) => {
    const width = textWidth(shortLabel(label), labelMetrics.size, labelWeight(kind))
    const { halfWidth, halfHeight } = shapeSize[kind]
    boxes.halfWidth[index] = Math.max(width / 2, halfWidth) + air.x
    boxes.above[index] = halfHeight + air.y
    boxes.below[index] = halfHeight + labelMetrics.gap + labelMetrics.line + air.y - 3
  })
  return boxes
}

/** Ties as pairs of indices into `nodes`; a tie to an unknown node is left out. */
export function tieIndices(
  nodes: readonly { id: string }[],
  ties: readonly { from: string; to: string }[],
): Int32Array {
  const places = new Map(nodes.map(({ id }, index) => [id, index]))
  return Int32Array.from(
    ties.flatMap(({ from, to }) => {
      const [a, b] = [places.get(from), places.get(to)]
      return a === undefined || b === undefined ? [] : [a, b]
    }),
  )
}

/**
 * A position for every node that has none, by node id; nothing is said about the others. Coordinates are rounded to
 * tenths. Give nodes and ties in a stable order: the picture follows it.
 */
export function placeNetwork(
  nodes: readonly PlaceableNode[],
  ties: readonly { from: string; to: string }[],
  options: { seed: number; iterations?: number } = { seed: 1 },
): Map<string, { x: number; y: number }> {
  const graph = {
    count: nodes.length,
    edges: tieIndices(nodes, ties),
    boxes: nodeBoxes(nodes),
    fixed: Uint8Array.from(nodes, ({ position }) => (position ? 1 : 0)),
    x: Float64Array.from(nodes, ({ position }) => position?.x ?? 0),
    y: Float64Array.from(nodes, ({ position }) => position?.y ?? 0),
  }
  layoutNetwork(graph, options)
  const tenth = (value = 0) => Math.round(value * 10) / 10
  const found = new Map<string, { x: number; y: number }>()
  nodes.forEach(({ id, position }, index) => {
    if (!position) found.set(id, { x: tenth(graph.x[index]), y: tenth(graph.y[index]) })
  })
  return found
}
