/** Finds a first place for new nodes in a picture that already stands. */
import type { Adjacency } from './graph.ts'

/**
 * Writes x and y of the nodes that are not `fixed`: amid their placed neighbours, or a tie's length away from the
 * only one, on the side where it has fewest. The network is connected and has at least one fixed node.
 */
export function joinNeighbours(
  { count, offsets, targets }: Adjacency,
  fixed: Uint8Array,
  x: Float64Array,
  y: Float64Array,
  step: number,
  random: () => number,
): void {
  const placed = fixed.slice()
  /** Sum of the placed neighbours of a node: how many, and their coordinates. */
  const around = (node: number) => {
    const sum = { count: 0, x: 0, y: 0 }
    for (let slot = offsets[node] ?? 0; slot < (offsets[node + 1] ?? 0); slot++) {
      const target = targets[slot] ?? 0
      if (!placed[target]) continue
      sum.count += 1
      sum.x += x[target] ?? 0
      sum.y += y[target] ?? 0
    }
    return sum
  }
  const queue: number[] = []
  for (let node = 0; node < count; node++) if (placed[node]) queue.push(node)
  for (const known of queue) {
    for (let slot = offsets[known] ?? 0; slot < (offsets[known + 1] ?? 0); slot++) {
      const node = targets[slot] ?? 0
      if (placed[node]) continue
      const near = around(node)
      const angle = near.count === 1 ? awayFrom(known) : random() * 2 * Math.PI
      const distance = near.count === 1 ? step : step * 0.3
      x[node] = near.x / near.count + distance * Math.cos(angle)
      y[node] = near.y / near.count + distance * Math.sin(angle)
      placed[node] = 1
      queue.push(node)
    }
  }
  function awayFrom(known: number): number {
    const theirs = around(known)
    const turn = (random() - 0.5) * 2
    if (theirs.count === 0) return turn * Math.PI
    return Math.atan2((y[known] ?? 0) - theirs.y / theirs.count, (x[known] ?? 0) - theirs.x / theirs.count) + turn
  }
}
