/** A Barnes–Hut tree over points with masses, on flat arrays that are used again from step to step. */

/** Cells this small are not split further: points that coincide share a leaf. */
const deepest = 40

export class Quadtree {
  /** Four children a cell; 0 is none, since the root is nobody's child. */
  #children = new Int32Array(4 * 64)
  #mass = new Float64Array(64)
  #centerX = new Float64Array(64)
  #centerY = new Float64Array(64)
  /** The single point of a leaf, -1 in a cell with several. */
  #point = new Int32Array(64)
  #cells = 0
  #left = 0
  #top = 0
  #side = 1
  readonly #stack = new Int32Array(4 * deepest + 8)
  readonly #sides = new Float64Array(4 * deepest + 8)

  /** Sorts the points in; coordinates are finite, masses positive. */
  build(x: Float64Array, y: Float64Array, mass: Float64Array): void {
    let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
    for (let node = 0; node < x.length; node++) {
      const px = x[node] ?? 0
      const py = y[node] ?? 0
      if (px < left) left = px
      if (px > right) right = px
      if (py < top) top = py
      if (py > bottom) bottom = py
    }
    this.#cells = 0
    if (x.length === 0) return
    this.#left = left
    this.#top = top
    this.#side = Math.max(right - left, bottom - top, 1e-6) * 1.0001
    this.#add(-1, 0, 0, 0)
    for (let node = 0; node < x.length; node++) this.#insert(node, x, y, mass)
  }

  #add(point: number, px: number, py: number, mass: number): number {
    const cell = this.#cells++
    if (cell >= this.#mass.length) this.#grow()
    this.#children.fill(0, 4 * cell, 4 * cell + 4)
    this.#point[cell] = point
    this.#centerX[cell] = px
    this.#centerY[cell] = py
    this.#mass[cell] = mass
    return cell
  }

  #grow(): void {
    const larger = <A extends Float64Array | Int32Array>(next: A, old: A): A => {
      next.set(old)
      return next
    }
    const size = this.#mass.length * 2
    this.#children = larger(new Int32Array(4 * size), this.#children)
    this.#point = larger(new Int32Array(size), this.#point)
    this.#mass = larger(new Float64Array(size), this.#mass)
    this.#centerX = larger(new Float64Array(size), this.#centerX)
    this.#centerY = larger(new Float64Array(size), this.#centerY)
  }

  #insert(node: number, x: Float64Array, y: Float64Array, mass: Float64Array): void {
    const px = x[node] ?? 0
    const py = y[node] ?? 0
    const weight = mass[node] ?? 0
    let cell = 0
    let left = this.#left
    let top = this.#top
    let side = this.#side
    for (let depth = 0; ; depth++) {
      const before = this.#mass[cell] ?? 0
      const sum = before + weight
      const old = this.#point[cell] ?? -1
      const oldX = this.#centerX[cell] ?? 0
      const oldY = this.#centerY[cell] ?? 0
      this.#mass[cell] = sum
      this.#centerX[cell] = (oldX * before + px * weight) / sum
      this.#centerY[cell] = (oldY * before + py * weight) / sum
      if (depth >= deepest) return
      side /= 2
      if (old >= 0) {
        // A leaf takes a second point: the first one moves down a level.
        const quarter = (oldX >= left + side ? 1 : 0) + (oldY >= top + side ? 2 : 0)
        const child = this.#add(old, oldX, oldY, before)
        this.#children[4 * cell + quarter] = child
        this.#point[cell] = -1
      }
      const quarter = (px >= left + side ? 1 : 0) + (py >= top + side ? 2 : 0)
      if (quarter % 2 === 1) left += side
      if (quarter >= 2) top += side
      const next = this.#children[4 * cell + quarter] ?? 0
      if (next === 0) {
        const child = this.#add(node, px, py, weight)
        this.#children[4 * cell + quarter] = child
        return
      }
      cell = next
    }
  }

  /**
   * Repulsion on a point at (px, py), mass / distance from every mass but `self`'s own, written to `force` as x, y.
   * `wide` is the ratio side / distance below which a cell counts as one point.
   */
  repulsion(self: number, px: number, py: number, wide: number, force: Float64Array): void {
    // Private fields are looked up on every access; locals are not, and this is the innermost loop.
    const stack = this.#stack
    const sides = this.#sides
    const children = this.#children
    const points = this.#point
    const masses = this.#mass
    const centerX = this.#centerX
    const centerY = this.#centerY
    const wideSquare = wide * wide
    let fx = 0
    let fy = 0
    let height = 0
    if (this.#cells > 0) {
      stack[height] = 0
      sides[height++] = this.#side
    }
    while (height > 0) {
      const cell = stack[--height] ?? 0
      const side = sides[height] ?? 0
      const point = points[cell] ?? -1
      if (point === self) continue
      const dx = px - (centerX[cell] ?? 0)
      const dy = py - (centerY[cell] ?? 0)
      const square = dx * dx + dy * dy
      if (point >= 0 || side * side < wideSquare * square) {
        const push = (masses[cell] ?? 0) / Math.max(square, 1)
        fx += dx * push
        fy += dy * push
        continue
      }
      for (let quarter = 0; quarter < 4; quarter++) {
        const child = children[4 * cell + quarter] ?? 0
        if (child === 0) continue
        stack[height] = child
        sides[height++] = side / 2
      }
    }
    force[0] = fx
    force[1] = fy
  }
}
