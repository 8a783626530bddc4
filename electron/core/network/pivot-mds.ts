/** PivotMDS (Brandes and Pich 2007): a start that already shows the shape of a connected network. */
import type { Adjacency } from './graph.ts'
import { stepsFrom } from './graph.ts'

/** Writes x and y, in units of `step` a tie. The network must be connected; a few nodes may coincide. */
export function pivotMds(graph: Adjacency, x: Float64Array, y: Float64Array, step: number, pivots = 50): void {
  const { count } = graph
  const width = Math.min(pivots, count)
  const columns = distances(graph, width)
  center(columns, count)
  const first = direction(columns, [])
  const second = direction(columns, [first])
  for (const [axis, vector] of [
    [x, first],
    [y, second],
  ] as const) {
    axis.fill(0)
    columns.forEach((column, pivot) => {
      const weight = vector[pivot] ?? 0
      for (let node = 0; node < count; node++) axis[node] = (axis[node] ?? 0) + weight * (column[node] ?? 0)
    })
  }
  rescale(graph, x, y, step)
}

/** Squared steps from pivots that lie as far from each other as possible. */
function distances(graph: Adjacency, width: number): Float64Array[] {
  const steps = new Int32Array(graph.count)
  const nearest = new Float64Array(graph.count).fill(Infinity)
  const columns: Float64Array[] = []
  let pivot = 0
  while (columns.length < width) {
    stepsFrom(graph, pivot, steps)
    const column = Float64Array.from(steps, (value) => value * value)
    columns.push(column)
    let farthest = -1
    column.forEach((value, node) => {
      const least = Math.min(nearest[node] ?? 0, value)
      nearest[node] = least
      if (least > farthest) {
        farthest = least
        pivot = node
      }
    })
  }
  return columns
}

function center(columns: Float64Array[], count: number): void {
  const rowMean = new Float64Array(count)
  let whole = 0
  const means = columns.map((column) => {
    let sum = 0
    column.forEach((value, node) => {
      sum += value
      rowMean[node] = (rowMean[node] ?? 0) + value / columns.length
    })
    whole += sum / count / columns.length
    return sum / count
  })
  columns.forEach((column, pivot) => {
    for (let node = 0; node < count; node++) {
      column[node] = -0.5 * ((column[node] ?? 0) - (means[pivot] ?? 0) - (rowMean[node] ?? 0) + whole)
    }
  })
}

/** Strongest direction of the columns' inner products that is at right angles to `others` (power iteration). */
function direction(columns: Float64Array[], others: Float64Array[]): Float64Array {
  const width = columns.length
  const products = columns.map((a) =>
    columns.map((b) => a.reduce((sum, value, node) => sum + value * (b[node] ?? 0), 0)),
  )
  let vector = Float64Array.from({ length: width }, (_, index) => Math.cos(index * 2.4 + others.length))
  for (let round = 0; round < 60; round++) {
    for (const other of others) {
      const shared = vector.reduce((sum, value, index) => sum + value * (other[index] ?? 0), 0)
      vector = vector.map((value, index) => value - shared * (other[index] ?? 0))
    }
    const next = Float64Array.from(products, (row) =>
      row.reduce((sum, value, index) => sum + value * (vector[index] ?? 0), 0),
    )
    const length = Math.hypot(...next)
    if (!(length > 1e-12)) return vector.fill(0)
    vector = next.map((value) => value / length)
  }
  return vector
}

/** Scales so that a tie is `step` long on average; leaves a point cloud without extent as it is. */
function rescale({ count, offsets, targets }: Adjacency, x: Float64Array, y: Float64Array, step: number): void {
  let sum = 0
  for (let node = 0; node < count; node++) {
    for (let slot = offsets[node] ?? 0; slot < (offsets[node + 1] ?? 0); slot++) {
      const target = targets[slot] ?? 0
      sum += Math.hypot((x[node] ?? 0) - (x[target] ?? 0), (y[node] ?? 0) - (y[target] ?? 0))
    }
  }
  const scale = sum > 1e-9 ? (step * targets.length) / sum : 0
  for (let node = 0; node < count; node++) {
    x[node] = (x[node] ?? 0) * scale
    y[node] = (y[node] ?? 0) * scale
  }
}
