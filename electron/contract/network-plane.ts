/** Boxes and segments in the plane: what the layout, the labels and the map ask of geometry. */

/** Left, top, right and bottom in model units; y grows downwards. */
export type Box = { left: number; top: number; right: number; bottom: number }

export const meet = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

export const union = (a: Box, b: Box): Box => ({
  left: Math.min(a.left, b.left),
  top: Math.min(a.top, b.top),
  right: Math.max(a.right, b.right),
  bottom: Math.max(a.bottom, b.bottom),
})

/** Whether the segment from a to b passes through the box (clipped against one pair of sides after the other). */
export function crosses(box: Box, ax: number, ay: number, bx: number, by: number): boolean {
  if (Math.max(ax, bx) <= box.left || Math.min(ax, bx) >= box.right) return false
  if (Math.max(ay, by) <= box.top || Math.min(ay, by) >= box.bottom) return false
  let from = 0
  let to = 1
  if (ax !== bx) {
    const one = (box.left - ax) / (bx - ax)
    const other = (box.right - ax) / (bx - ax)
    from = Math.max(from, Math.min(one, other))
    to = Math.min(to, Math.max(one, other))
  }
  if (ay !== by) {
    const one = (box.top - ay) / (by - ay)
    const other = (box.bottom - ay) / (by - ay)
    from = Math.max(from, Math.min(one, other))
    to = Math.min(to, Math.max(one, other))
  }
  return from < to
}

/** A plane in buckets, so that a box only meets what lies near it. */
export class Buckets {
  readonly #cells = new Map<number, number[]>()
  readonly #cell: number
  constructor(cell: number) {
    this.#cell = cell
  }
  #cover(box: Box, visit: (key: number) => void): void {
    const [left, right] = [Math.floor(box.left / this.#cell), Math.floor(box.right / this.#cell)]
    const [top, bottom] = [Math.floor(box.top / this.#cell), Math.floor(box.bottom / this.#cell)]
    for (let column = left; column <= right; column++) {
      // 2^22 rows of 80 units are far more than the ±10^6 a position may have.
      for (let row = top; row <= bottom; row++) visit(column * 0x400000 + row)
    }
  }
  add(id: number, box: Box): void {
    this.#cover(box, (key) => {
      const known = this.#cells.get(key)
      if (known) known.push(id)
      else this.#cells.set(key, [id])
    })
  }
  /** Everything that may meet the box, each once. */
  near(box: Box): Set<number> {
    const found = new Set<number>()
    this.#cover(box, (key) => this.#cells.get(key)?.forEach((id) => found.add(id)))
    return found
  }
}
