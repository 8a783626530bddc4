/** A network on flat arrays: neighbours in rows (CSR), components, distances in steps. */

/** Neighbours of node i are targets[offsets[i] .. offsets[i + 1]): symmetric, sorted, each once, never i itself. */
export type Adjacency = { count: number; offsets: Int32Array; targets: Int32Array }

/** `edges` are pairs of node indices; loops, repetitions and indices outside 0..count-1 are left out. */
export function adjacency(count: number, edges: Int32Array): Adjacency {
  const rows: number[][] = Array.from({ length: count }, () => [])
  for (let edge = 0; edge + 1 < edges.length; edge += 2) {
    const [from, to] = [edges[edge] ?? -1, edges[edge + 1] ?? -1]
    if (from === to) continue
    const [out, back] = [rows[from], rows[to]]
    if (!out || !back) continue
    out.push(to)
    back.push(from)
  }
  const offsets = new Int32Array(count + 1)
  const targets: number[] = []
  rows.forEach((row, index) => {
    row.sort((a, b) => a - b)
    row.forEach((target, place) => {
      if (target !== row[place - 1]) targets.push(target)
    })
    offsets[index + 1] = targets.length
  })
  return { count, offsets, targets: Int32Array.from(targets) }
}

/** Number of neighbours of a node. */
export function degreeOf({ offsets }: Adjacency, node: number): number {
  return (offsets[node + 1] ?? 0) - (offsets[node] ?? 0)
}

/** Node indices of each connected component, in the order of their first node. `without` is left out of the walk. */
export function components({ count, offsets, targets }: Adjacency, without = -1): Int32Array[] {
  const seen = new Uint8Array(count)
  const found: Int32Array[] = []
  const queue = new Int32Array(count)
  if (without >= 0) seen[without] = 1
  for (let start = 0; start < count; start++) {
    if (seen[start]) continue
    seen[start] = 1
    queue[0] = start
    let end = 1
    for (let head = 0; head < end; head++) {
      const node = queue[head] ?? 0
      for (let slot = offsets[node] ?? 0; slot < (offsets[node + 1] ?? 0); slot++) {
        const target = targets[slot] ?? 0
        if (seen[target]) continue
        seen[target] = 1
        queue[end++] = target
      }
    }
    found.push(queue.slice(0, end).sort())
  }
  return found
}

/** Steps from `start` to every node, written to `steps`; a node out of reach keeps -1. */
export function stepsFrom({ count, offsets, targets }: Adjacency, start: number, steps: Int32Array): void {
  steps.fill(-1)
  const queue = new Int32Array(count)
  steps[start] = 0
  queue[0] = start
  let end = 1
  for (let head = 0; head < end; head++) {
    const node = queue[head] ?? 0
    for (let slot = offsets[node] ?? 0; slot < (offsets[node + 1] ?? 0); slot++) {
      const target = targets[slot] ?? 0
      if (steps[target] !== -1) continue
      steps[target] = (steps[node] ?? 0) + 1
      queue[end++] = target
    }
  }
}

/** The part of a network that `nodes` (sorted) span, with indices into `nodes`. */
export function part({ count, offsets, targets }: Adjacency, nodes: Int32Array): Adjacency {
  const place = new Int32Array(count).fill(-1)
  nodes.forEach((node, index) => {
    place[node] = index
  })
  const edges: number[] = []
  nodes.forEach((node, index) => {
    for (let slot = offsets[node] ?? 0; slot < (offsets[node + 1] ?? 0); slot++) {
      const target = place[targets[slot] ?? 0] ?? -1
      if (target > index) edges.push(index, target)
    }
  })
  return adjacency(nodes.length, Int32Array.from(edges))
}
