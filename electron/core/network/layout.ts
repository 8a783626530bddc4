/** Lays a network out: a start by distances or sectors, forces, then room for every box. */
import type { Adjacency } from './graph.ts'
import { adjacency, components, part } from './graph.ts'
import { clearTies } from './clear.ts'
import { settle } from './forces.ts'
import { joinNeighbours } from './join.ts'
import { loosen, overlaps, separate } from './overlap.ts'
import type { Boxes } from './overlap.ts'
import { pack } from './pack.ts'
import { pivotMds } from './pivot-mds.ts'
import { unrest } from './quality.ts'
import { radialStart } from './radial.ts'
import { seededRandom } from './random.ts'

export type LayoutGraph = {
  count: number
  /** Pairs of node indices; loops, repetitions and indices out of range do no harm. */
  edges: Int32Array
  boxes: Boxes
  /** 1 = stays exactly where x and y say; a fixed node without a finite position counts as new. */
  fixed: Uint8Array
  /** In and out, in model units. */
  x: Float64Array
  y: Float64Array
}
export type LayoutOptions = {
  seed: number
  /** Iterations of the forces; by default as many as the size of the network allows. */
  iterations?: number
}

/** Screens are wider than high, and so are labels. */
const aspect = 1.25
const room = 48
/** Largest component for which several starts are tried and the calmest picture kept. */
const choosy = 300

/** Overlapping pairs a node that parting may still resolve without spoiling the picture. */
const crowded = 1

/** The most ground a component gets, in areas of its boxes: a crowded middle must not blow up the whole. */
const sparse = 6

/** One component with arrays of its own. */
type Piece = { nodes: Int32Array; graph: Adjacency; boxes: Boxes; fixed: Uint8Array; x: Float64Array; y: Float64Array }

/** Writes x and y of every node that is not fixed. The same input gives the same picture. */
export function layoutNetwork(network: LayoutGraph, { seed, iterations }: LayoutOptions): void {
  const { count, edges, boxes, x, y } = network
  if (count === 0) return
  const fixed = network.fixed.map((value, node) =>
    value && Number.isFinite(x[node]) && Number.isFinite(y[node]) ? 1 : 0,
  )
  const whole = adjacency(count, edges)
  const random = seededRandom(seed)
  const step = 0.5 * meanSide(boxes)
  const free: Piece[] = []
  for (const nodes of components(whole)) {
    const piece = cut(whole, nodes, network, fixed)
    if (piece.fixed.includes(1)) {
      joinNeighbours(piece.graph, piece.fixed, piece.x, piece.y, step, random)
      const turns = iterations ?? turnsFor(nodes.length)
      inSquare(piece, () =>
        settle(piece.graph, piece.fixed, piece.x, piece.y, { step, iterations: turns, warmth: 0.5, random }),
      )
      write(piece, x, y, 0, 0)
    } else {
      layoutPiece(piece, step, iterations ?? turnsFor(nodes.length), random)
      free.push(piece)
    }
  }
  packPieces(free, boxes, fixed, x, y)
  separate(boxes, fixed, x, y, roundsFor(count))
}

const turnsFor = (count: number) => Math.round(Math.min(300, Math.max(50, 90_000 / Math.max(count, 1))))
const roundsFor = (count: number) => (count <= 2000 ? 200 : 40)

function meanSide({ halfWidth, above, below }: Boxes): number {
  let sum = 0
  halfWidth.forEach((half, node) => {
    sum += Math.sqrt(2 * half * ((above[node] ?? 0) + (below[node] ?? 0)))
  })
  return Math.max(20, sum / halfWidth.length)
}

function cut(whole: Adjacency, nodes: Int32Array, { boxes, x, y }: LayoutGraph, fixed: Uint8Array): Piece {
  const pick = (from: Float64Array) => Float64Array.from(nodes, (node) => from[node] ?? 0)
  return {
    nodes,
    graph: part(whole, nodes),
    boxes: { halfWidth: pick(boxes.halfWidth), above: pick(boxes.above), below: pick(boxes.below) },
    fixed: Uint8Array.from(nodes, (node) => fixed[node] ?? 0),
    x: pick(x),
    y: pick(y),
  }
}

function write({ nodes, fixed, x, y }: Piece, toX: Float64Array, toY: Float64Array, right: number, down: number): void {
  nodes.forEach((node, index) => {
    if (fixed[index]) return
    toX[node] = (x[index] ?? 0) + right
    toY[node] = (y[index] ?? 0) + down
  })
}

/** Forces know no direction; the picture is wider than high. Fixed nodes come back to the very same numbers. */
function inSquare({ fixed, x }: Piece, work: () => void): void {
  const before = x.slice()
  x.forEach((value, node) => {
    x[node] = value / aspect
  })
  work()
  x.forEach((value, node) => {
    x[node] = fixed[node] ? (before[node] ?? 0) : value * aspect
  })
}

/** A component that is free to lie anywhere. */
function layoutPiece(piece: Piece, step: number, iterations: number, random: () => number): void {
  const { graph, boxes, fixed, x, y } = piece
  if (graph.count === 1) return void (x.fill(0), y.fill(0))
  const tries = graph.count <= 80 ? 8 : graph.count <= choosy ? 2 : 1
  let best: { x: Float64Array; y: Float64Array; unrest: number } | undefined
  for (let attempt = 0; attempt < tries; attempt++) {
    const radial = attempt % 4 !== 1
    if (radial) radialStart(graph, x, y, step, random)
    else pivotMds(graph, x, y, step)
    settle(graph, fixed, x, y, { step, iterations, warmth: radial ? 0.5 : 2, random })
    x.forEach((value, node) => {
      x[node] = value * aspect
    })
    grow(piece)
    loosen(boxes, fixed, x, y, graph.count <= 2000 ? 60 : 20)
    if (tries === 1) return
    const found = unrest(graph, boxes, x, y)
    if (!best || found < best.unrest) best = { x: x.slice(), y: y.slice(), unrest: found }
  }
  if (best) {
    x.set(best.x)
    y.set(best.y)
    clearTies(graph, boxes, fixed, x, y)
  }
}

/**
 * Sets the scale: from boxes packed tight, wider until few cover each other, so that parting them does not tear the
 * picture and no ground is wasted.
 */
function grow({ graph, boxes, x, y }: Piece): void {
  const scale = (factor: number) => {
    for (let node = 0; node < graph.count; node++) {
      x[node] = (x[node] ?? 0) * factor
      y[node] = (y[node] ?? 0) * factor
    }
  }
  let area = 0
  for (let node = 0; node < graph.count; node++) {
    area += 2 * (boxes.halfWidth[node] ?? 0) * ((boxes.above[node] ?? 0) + (boxes.below[node] ?? 0))
  }
  const before = extent(boxes, x, y)
  if (before) scale(Math.min(1, Math.sqrt(area / areaOf(before))))
  const many = graph.count * crowded
  for (let turn = 0; turn < 40 && overlaps(boxes, x, y, many + 1) > many; turn++) {
    const now = extent(boxes, x, y)
    if (now && areaOf(now) > sparse * area) break
    scale(1.1)
  }
}

const areaOf = ({ left, right, top, bottom }: Extent) => Math.max(1, (right - left) * (bottom - top))

type Extent = { left: number; right: number; top: number; bottom: number }

function extent(
  { halfWidth, above, below }: Boxes,
  x: Float64Array,
  y: Float64Array,
  only?: Uint8Array,
): Extent | undefined {
  let all: Extent | undefined
  for (let node = 0; node < x.length; node++) {
    if (only && !only[node]) continue
    const [px, py, half] = [x[node] ?? 0, y[node] ?? 0, halfWidth[node] ?? 0]
    const [top, bottom] = [py - (above[node] ?? 0), py + (below[node] ?? 0)]
    all ??= { left: px - half, right: px + half, top, bottom }
    all.left = Math.min(all.left, px - half)
    all.right = Math.max(all.right, px + half)
    all.top = Math.min(all.top, top)
    all.bottom = Math.max(all.bottom, bottom)
  }
  return all
}

/** Side by side around the origin; below what is fixed, where something is. */
function packPieces(free: Piece[], boxes: Boxes, fixed: Uint8Array, x: Float64Array, y: Float64Array): void {
  const extents = free.map((piece) => extent(piece.boxes, piece.x, piece.y) ?? { left: 0, right: 0, top: 0, bottom: 0 })
  const sizes = extents.map(({ left, right, top, bottom }, index) => ({
    width: right - left,
    height: bottom - top,
    // What nothing is tied to lies below all that is.
    last: free[index]?.nodes.length === 1,
  }))
  const corners = pack(sizes, aspect, room)
  const held = extent(boxes, x, y, fixed)
  const height = corners.reduce((most, { top }, index) => Math.max(most, top + (sizes[index]?.height ?? 0)), 0)
  const right = held ? (held.left + held.right) / 2 : 0
  const down = held ? held.bottom + room : -height / 2
  free.forEach((piece, index) => {
    const [corner, at] = [corners[index], extents[index]]
    if (corner && at) write(piece, x, y, corner.left - at.left + right, corner.top - at.top + down)
  })
}
