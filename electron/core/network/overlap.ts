/** Pushes boxes apart until none covers another. */

/** Boxes around nodes: x ± halfWidth, from y - above to y + below. Room between boxes is part of them. */
export type Boxes = { halfWidth: Float64Array; above: Float64Array; below: Float64Array }

/** Above this many nodes the last few overlaps are left: looking for free ground would take too long. */
const searchLimit = 2000

/** Moves x and y of nodes that are not `fixed` until no box covers another (fixed ones may cover each other). */
export function separate(boxes: Boxes, fixed: Uint8Array, x: Float64Array, y: Float64Array, rounds: number): void {
  if (loosen(boxes, fixed, x, y, rounds) && x.length <= searchLimit) findGround(boxes, fixed, x, y)
}

/** Parts boxes by pushing alone, which a crowd may defeat; whether some still covered others in the last round. */
export function loosen(boxes: Boxes, fixed: Uint8Array, x: Float64Array, y: Float64Array, rounds: number): boolean {
  const grid = new Grid(boxes)
  let left = true
  for (let round = 0; round < rounds && left; round++) {
    left = false
    grid.fill(x, y)
    for (let node = 0; node < x.length; node++) {
      grid.near(x[node] ?? 0, y[node] ?? 0, (other) => {
        if (other > node && pushApart(boxes, fixed, x, y, node, other)) left = true
      })
    }
  }
  return left
}

/** How far two boxes reach over each other sideways; not positive when they do not. */
const acrossOf = ({ halfWidth }: Boxes, x: Float64Array, a: number, b: number) =>
  (halfWidth[a] ?? 0) + (halfWidth[b] ?? 0) - Math.abs((x[a] ?? 0) - (x[b] ?? 0))

/** The same up and down: the upper box's bottom against the lower one's top, with y growing downwards. */
const downOf = (boxes: Boxes, y: Float64Array, a: number, b: number) => {
  const upper = lowerFirst(boxes, y, a, b) ? b : a
  const lower = upper === a ? b : a
  return (y[upper] ?? 0) + (boxes.below[upper] ?? 0) - ((y[lower] ?? 0) - (boxes.above[lower] ?? 0))
}

const cover = (boxes: Boxes, x: Float64Array, y: Float64Array, a: number, b: number) =>
  acrossOf(boxes, x, a, b) > 0 && downOf(boxes, y, a, b) > 0

const middle = (boxes: Boxes, y: Float64Array, node: number) =>
  (y[node] ?? 0) + ((boxes.below[node] ?? 0) - (boxes.above[node] ?? 0)) / 2
const lowerFirst = (boxes: Boxes, y: Float64Array, a: number, b: number) => middle(boxes, y, a) > middle(boxes, y, b)

/** True when the two overlapped; they are moved along the axis that needs least. */
function pushApart(boxes: Boxes, fixed: Uint8Array, x: Float64Array, y: Float64Array, a: number, b: number): boolean {
  if (fixed[a] && fixed[b]) return false
  const width = acrossOf(boxes, x, a, b)
  if (width <= 0) return false
  const height = downOf(boxes, y, a, b)
  if (height <= 0) return false
  const share = fixed[a] ? 0 : fixed[b] ? 1 : 0.5
  if (width < height) {
    const sign = (x[a] ?? 0) > (x[b] ?? 0) ? 1 : -1
    x[a] = (x[a] ?? 0) + sign * share * (width + 0.01)
    x[b] = (x[b] ?? 0) - sign * (1 - share) * (width + 0.01)
  } else {
    const sign = lowerFirst(boxes, y, a, b) ? 1 : -1
    y[a] = (y[a] ?? 0) + sign * share * (height + 0.01)
    y[b] = (y[b] ?? 0) - sign * (1 - share) * (height + 0.01)
  }
  return true
}

/** Puts each node that still overlaps on the nearest free ground, along an outward spiral. */
function findGround(boxes: Boxes, fixed: Uint8Array, x: Float64Array, y: Float64Array): void {
  const blocked = (node: number) => {
    for (let other = 0; other < x.length; other++) {
      if (other !== node && cover(boxes, x, y, node, other)) return true
    }
    return false
  }
  for (let node = 0; node < x.length; node++) {
    if (fixed[node] || !blocked(node)) continue
    const [homeX, homeY] = [x[node] ?? 0, y[node] ?? 0]
    // Every turn moves out; beyond the outermost box there is always room, so the walk ends.
    for (let turn = 1; blocked(node); turn++) {
      const radius = 6 * Math.sqrt(turn)
      x[node] = homeX + 1.5 * radius * Math.cos(turn * 2.399963)
      y[node] = homeY + radius * Math.sin(turn * 2.399963)
    }
  }
}

/** Nodes in cells as large as the largest box, so that only the eight cells around can hold an overlap. */
class Grid {
  readonly #width: number
  readonly #height: number
  #cells = new Map<number, number[]>()
  constructor({ halfWidth, above, below }: Boxes) {
    let [width, height] = [1, 1]
    for (let node = 0; node < halfWidth.length; node++) {
      width = Math.max(width, 2 * (halfWidth[node] ?? 0))
      height = Math.max(height, 2 * Math.max(above[node] ?? 0, below[node] ?? 0))
    }
    this.#width = width
    this.#height = height
  }
  fill(x: Float64Array, y: Float64Array): void {
    this.#cells = new Map()
    for (let node = 0; node < x.length; node++) {
      const key = Math.floor((x[node] ?? 0) / this.#width) * 0x400000 + Math.floor((y[node] ?? 0) / this.#height)
      const cell = this.#cells.get(key)
      if (cell) cell.push(node)
      else this.#cells.set(key, [node])
    }
  }
  near(px: number, py: number, visit: (node: number) => void): void {
    const [column, row] = [Math.floor(px / this.#width), Math.floor(py / this.#height)]
    for (let across = column - 1; across <= column + 1; across++) {
      for (let down = row - 1; down <= row + 1; down++) this.#cells.get(across * 0x400000 + down)?.forEach(visit)
    }
  }
}

/** How many pairs of boxes cover each other, up to `limit`. */
export function overlaps(boxes: Boxes, x: Float64Array, y: Float64Array, limit = Infinity): number {
  const grid = new Grid(boxes)
  grid.fill(x, y)
  let found = 0
  for (let node = 0; node < x.length && found < limit; node++) {
    grid.near(x[node] ?? 0, y[node] ?? 0, (other) => {
      if (other > node && cover(boxes, x, y, node, other)) found++
    })
  }
  return found
}
