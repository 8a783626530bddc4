/** How calm a small picture is: used to choose among several starts, so only the order of the figures matters. */
import { crosses } from '#contract/network-plane.ts'
import type { Adjacency } from './graph.ts'
import type { Boxes } from './overlap.ts'

/** Ties crossing each other, ties running over boxes, and uneven lengths; less is calmer. O(ties² + ties · nodes). */
export function unrest({ count, offsets, targets }: Adjacency, boxes: Boxes, x: Float64Array, y: Float64Array): number {
  const segments: { a: number; b: number; ax: number; ay: number; bx: number; by: number; length: number }[] = []
  for (let a = 0; a < count; a++) {
    for (let slot = offsets[a] ?? 0; slot < (offsets[a + 1] ?? 0); slot++) {
      const b = targets[slot] ?? 0
      if (b < a) continue
      const [ax, ay, bx, by] = [x[a] ?? 0, y[a] ?? 0, x[b] ?? 0, y[b] ?? 0]
      segments.push({ a, b, ax, ay, bx, by, length: Math.hypot(bx - ax, by - ay) })
    }
  }
  if (segments.length === 0) return 0
  const mean = segments.reduce((sum, { length }) => sum + length, 0) / segments.length
  let [crossings, covered, uneven] = [0, 0, 0]
  segments.forEach((one, index) => {
    uneven += (one.length / mean - 1) ** 2
    for (let node = 0; node < count; node++) {
      if (node === one.a || node === one.b) continue
      const [px, py, half] = [x[node] ?? 0, y[node] ?? 0, boxes.halfWidth[node] ?? 0]
      const box = {
        left: px - half,
        right: px + half,
        top: py - (boxes.above[node] ?? 0),
        bottom: py + (boxes.below[node] ?? 0),
      }
      if (crosses(box, one.ax, one.ay, one.bx, one.by)) covered++
    }
    for (let other = index + 1; other < segments.length; other++) {
      const two = segments[other]
      if (!two || one.a === two.a || one.a === two.b || one.b === two.a || one.b === two.b) continue
      if (
        side(one, two.ax, two.ay) * side(one, two.bx, two.by) < 0 &&
        side(two, one.ax, one.ay) * side(two, one.bx, one.by) < 0
      ) {
        crossings++
      }
    }
  })
  return 2 * crossings + covered + uneven
}

/** On which side of the line through the segment a point lies. */
function side(line: { ax: number; ay: number; bx: number; by: number }, px: number, py: number): number {
  return (line.bx - line.ax) * (py - line.ay) - (line.by - line.ay) * (px - line.ax)
}
