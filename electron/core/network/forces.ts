/** Forces: ties pull like springs, nodes push each other away, the more the better connected they are. */
import type { Adjacency } from './graph.ts'
import { degreeOf } from './graph.ts'
import { Quadtree } from './quadtree.ts'

export type ForceOptions = {
  /** Length of a tie between two nodes with nothing else, in model units. */
  step: number
  iterations: number
  /** Longest move of the first iteration, in units of `step`; it falls evenly to almost nothing. */
  warmth: number
  random: () => number
}

/** A cell counts as one point when it is smaller than this part of its distance. */
const wide = 1.1
/** Pull towards the middle, in parts of a tie's: branches with few ties would stand far out otherwise. */
const gravity = 0.3

const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length

/** Moves x and y; nodes with `fixed` set push and pull but stay. */
export function settle(
  graph: Adjacency,
  fixed: Uint8Array,
  x: Float64Array,
  y: Float64Array,
  { step, iterations, warmth, random }: ForceOptions,
): void {
  const { count, offsets, targets } = graph
  // At a distance of `step` two nodes with one tie (mass √2 each) are in balance: push · 2 / step = step.
  const push = (step * step) / 2
  const mass = Float64Array.from({ length: count }, (_, node) => Math.sqrt(1 + degreeOf(graph, node)))
  const tree = new Quadtree()
  const force = new Float64Array(2)
  const [moveX, moveY] = [new Float64Array(count), new Float64Array(count)]
  for (let node = 0; node < count; node++) {
    // Points that coincide push each other nowhere: a breath apart is enough.
    if (fixed[node]) continue
    x[node] = (x[node] ?? 0) + (random() - 0.5) * step * 0.05
    y[node] = (y[node] ?? 0) + (random() - 0.5) * step * 0.05
  }
  for (let iteration = 0; iteration < iterations; iteration++) {
    const longest = warmth * step * (1 - iteration / iterations) ** 1.5
    tree.build(x, y, mass)
    const [middleX, middleY] = [mean(x), mean(y)]
    for (let node = 0; node < count; node++) {
      if (fixed[node]) continue
      const px = x[node] ?? 0
      const py = y[node] ?? 0
      const own = mass[node] ?? 1
      tree.repulsion(node, px, py, wide, force)
      let fx = (force[0] ?? 0) * own * push
      let fy = (force[1] ?? 0) * own * push
      const from = offsets[node] ?? 0
      const to = offsets[node + 1] ?? 0
      fx += gravity * own * (middleX - px)
      fy += gravity * own * (middleY - py)
      for (let slot = from; slot < to; slot++) {
        const target = targets[slot] ?? 0
        fx += (x[target] ?? 0) - px
        fy += (y[target] ?? 0) - py
      }
      // The spring's own stiffness bounds the step: a node never jumps past where its ties would hold it.
      const part = 0.5 / (to - from + gravity * own)
      const length = Math.hypot(fx, fy) * part
      const scale = length > longest ? (part * longest) / length : part
      moveX[node] = fx * scale
      moveY[node] = fy * scale
    }
    for (let node = 0; node < count; node++) {
      x[node] = (x[node] ?? 0) + (moveX[node] ?? 0)
      y[node] = (y[node] ?? 0) + (moveY[node] ?? 0)
    }
  }
}
