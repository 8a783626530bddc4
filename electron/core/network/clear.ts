/** Moves nodes off the ties of others: a tie through a foreign node reads as that node's own. */
import type { Adjacency } from './graph.ts'
import { loosen, type Boxes } from './overlap.ts'

/** Distance between a node's middle and a foreign tie, in model units: a shape's half and a little air. */
const clearance = 15
const rounds = 12
/** Above this size the work (nodes × ties a round) costs more than it shows. */
const largest = 150

/** Alternates between leaving ties and leaving boxes. `fixed` nodes stay; what cannot get free stays where it is. */
export function clearTies(graph: Adjacency, boxes: Boxes, fixed: Uint8Array, x: Float64Array, y: Float64Array): void {
  if (graph.count > largest) return
  for (let round = 0; round < rounds; round++) {
    if (!leaveTies(graph, fixed, x, y)) return
    loosen(boxes, fixed, x, y, 30)
  }
}

/** One push for every node that lies on a foreign tie; whether there was one. */
function leaveTies(
  { count, offsets, targets }: Adjacency,
  fixed: Uint8Array,
  x: Float64Array,
  y: Float64Array,
): boolean {
  let any = false
  for (let node = 0; node < count; node++) {
    if (fixed[node]) continue
    let pushX = 0
    let pushY = 0
    for (let from = 0; from < count; from++) {
      if (from === node) continue
      for (let slot = offsets[from] ?? 0; slot < (offsets[from + 1] ?? 0); slot++) {
        const to = targets[slot] ?? 0
        if (to < from || to === node) continue
        const alongX = (x[to] ?? 0) - (x[from] ?? 0)
        const alongY = (y[to] ?? 0) - (y[from] ?? 0)
        const awayX = (x[node] ?? 0) - (x[from] ?? 0)
        const awayY = (y[node] ?? 0) - (y[from] ?? 0)
        const square = alongX * alongX + alongY * alongY
        const at = (awayX * alongX + awayY * alongY) / (square || 1)
        // Before or behind the tie there is nothing to leave.
        if (square === 0 || at <= 0 || at >= 1) continue
        const side = (alongX * awayY - alongY * awayX) / Math.sqrt(square)
        const missing = clearance - Math.abs(side)
        if (missing <= 0) continue
        const push = ((side < 0 ? -1 : 1) * (missing + 0.5)) / Math.sqrt(square)
        pushX -= alongY * push
        pushY += alongX * push
      }
    }
    if (pushX === 0 && pushY === 0) continue
    any = true
    // Between two ties the pushes meet halfway; many at once must not throw a node out.
    const length = Math.hypot(pushX, pushY)
    const part = Math.min(1, clearance / length)
    x[node] = (x[node] ?? 0) + pushX * part
    y[node] = (y[node] ?? 0) + pushY * part
  }
  return any
}
