/** A start for networks around a hub, such as a meeting: a tree in sectors, what belongs together side by side. */
import type { Adjacency } from './graph.ts'
import { components, degreeOf } from './graph.ts'

/**
 * Writes x and y: the hub in the middle, each branch in a sector as wide as its leaves, `step` units a level.
 * Branches that are tied to each other outside the hub become neighbours; `random` decides their order.
 */
export function radialStart(graph: Adjacency, x: Float64Array, y: Float64Array, step: number, random: () => number) {
  const { count, offsets, targets } = graph
  let hub = 0
  for (let node = 1; node < count; node++) if (degreeOf(graph, node) > degreeOf(graph, hub)) hub = node

  const order = new Float64Array(count)
  for (const members of components(graph, hub)) {
    const place = random()
    members.forEach((node) => {
      order[node] = place
    })
  }
  const children: number[][] = Array.from({ length: count }, () => [])
  const seen = new Uint8Array(count)
  seen[hub] = 1
  const queue = [hub]
  for (const node of queue) {
    for (let slot = offsets[node] ?? 0; slot < (offsets[node + 1] ?? 0); slot++) {
      const target = targets[slot] ?? 0
      if (seen[target]) continue
      seen[target] = 1
      children[node]?.push(target)
      queue.push(target)
    }
  }
  children[hub]?.sort((a, b) => (order[a] ?? 0) - (order[b] ?? 0) || a - b)

  const leaves = new Float64Array(count)
  for (const node of queue.toReversed()) {
    const below = children[node]?.reduce((sum, child) => sum + (leaves[child] ?? 0), 0) ?? 0
    leaves[node] = Math.max(1, below)
  }
  const start = new Float64Array(count)
  const depth = new Int32Array(count)
  for (const node of queue) {
    const radius = (depth[node] ?? 0) * step
    const angle = (start[node] ?? 0) + (Math.PI * (leaves[node] ?? 0)) / (leaves[hub] ?? 1)
    x[node] = radius * Math.cos(angle)
    y[node] = radius * Math.sin(angle)
    let from = start[node] ?? 0
    for (const child of children[node] ?? []) {
      start[child] = from
      depth[child] = (depth[node] ?? 0) + 1
      from += (2 * Math.PI * (leaves[child] ?? 0)) / (leaves[hub] ?? 1)
    }
  }
}
