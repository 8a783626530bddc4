/** Where each label goes: beside, below or above its shape, clear of shapes, other labels and, if possible, ties. */
import type { NodeKind } from '#contract/network.ts'
import { labelMetrics, labelWeight, shapeSize, shortLabel, textWidth } from '#contract/network-geometry.ts'
import { Buckets, crosses, meet, union } from '#contract/network-plane.ts'
import type { Box } from '#contract/network-plane.ts'

export type LabelSide = 'below' | 'above' | 'right' | 'left'
export type PlacedLabel = { side: LabelSide; text: string; box: Box }
export type LabelNode = { kind: NodeKind; label: string; x: number; y: number }

const sides: readonly LabelSide[] = ['below', 'above', 'right', 'left']
const outwards: Record<LabelSide, readonly [number, number]> = {
  below: [0, 1],
  above: [0, -1],
  right: [1, 0],
  left: [-1, 0],
}
/** Above this many nodes ties are left out of the account: it would cost more than it shows. */
const tieLimit = 1000
/** What a label pays for covering a shape, a label, a tie, and for standing on the side its ties leave from. */
const cost = { shape: 100, label: 60, tie: 6, inwards: 2 }
const nowhere: Box = { left: 0, top: 0, right: 0, bottom: 0 }

function labelBox(node: LabelNode, side: LabelSide, width: number, line: number): Box {
  const { halfWidth, halfHeight } = shapeSize[node.kind]
  const { gap } = labelMetrics
  if (side === 'right' || side === 'left') {
    const left = side === 'right' ? node.x + halfWidth + gap + 1 : node.x - halfWidth - gap - 1 - width
    return { left, right: left + width, top: node.y - line / 2, bottom: node.y + line / 2 }
  }
  const top = side === 'below' ? node.y + halfHeight + gap - 1 : node.y - halfHeight - gap + 1 - line
  return { left: node.x - width / 2, right: node.x + width / 2, top, bottom: top + line }
}

/** A place on the way to being chosen. */
type Candidate = { text: string; options: { side: LabelSide; box: Box }[]; shape: Box; reach: Box; ties: number[] }

function candidate(node: LabelNode, size: number, longest: number): Candidate {
  const text = shortLabel(node.label, longest)
  const width = textWidth(text, size, labelWeight(node.kind))
  const line = (labelMetrics.line * size) / labelMetrics.size
  const options = sides.map((side) => ({ side, box: labelBox(node, side, width, line) }))
  const { halfWidth, halfHeight } = shapeSize[node.kind]
  const shape = {
    left: node.x - halfWidth - 2,
    right: node.x + halfWidth + 2,
    top: node.y - halfHeight - 1,
    bottom: node.y + halfHeight + 1,
  }
  return { text, options, shape, reach: options.reduce((all, { box }) => union(all, box), shape), ties: [] }
}

/** For each node: how many ties it has, which way they pull, and (in `ties`) which ties pass near it. */
function weighTies(nodes: readonly LabelNode[], ties: Int32Array, candidates: readonly Candidate[]) {
  const pulls = nodes.map(() => ({ degree: 0, x: 0, y: 0 }))
  for (let tie = 0; tie + 1 < ties.length; tie += 2) {
    const [from, to] = [ties[tie] ?? -1, ties[tie + 1] ?? -1]
    const [a, b] = [nodes[from], nodes[to]]
    if (!a || !b || from === to) continue
    const length = Math.hypot(b.x - a.x, b.y - a.y) || 1
    for (const [end, sign] of [
      [from, 1],
      [to, -1],
    ] as const) {
      const pull = pulls[end]
      if (!pull) continue
      pull.degree += 1
      pull.x += (sign * (b.x - a.x)) / length
      pull.y += (sign * (b.y - a.y)) / length
    }
    if (nodes.length > tieLimit) continue
    for (const near of candidates) if (crosses(near.reach, a.x, a.y, b.x, b.y)) near.ties.push(tie)
  }
  return pulls
}

/**
 * A side for every label, in the order of `nodes`; the same input gives the same answer. `ties` are pairs of
 * indices into `nodes`, `size` is the labels' in model units, `longest` their letters. Greedy from the most connected node, then two rounds of second thoughts.
 */
export function placeLabels(
  nodes: readonly LabelNode[],
  ties: Int32Array,
  size: number = labelMetrics.size,
  longest: number = labelMetrics.longest,
): PlacedLabel[] {
  const candidates = nodes.map((node) => candidate(node, size, longest))
  const pulls = weighTies(nodes, ties, candidates)
  const near = new Buckets(80)
  candidates.forEach(({ reach }, index) => near.add(index, reach))
  const chosen: ({ side: LabelSide; box: Box; price: number } | undefined)[] = nodes.map(() => undefined)

  const price = (index: number, one: Candidate, side: LabelSide, box: Box): number => {
    let sum = sides.indexOf(side) * 0.2
    for (const other of near.near(box)) {
      if (other === index) continue
      const [shape, label] = [candidates[other]?.shape, chosen[other]?.box]
      if (shape && meet(box, shape)) sum += cost.shape
      if (label && meet(box, label)) sum += cost.label
    }
    for (const tie of one.ties) {
      const [a, b] = [nodes[ties[tie] ?? -1], nodes[ties[tie + 1] ?? -1]]
      if (a && b && crosses(box, a.x, a.y, b.x, b.y)) sum += cost.tie
    }
    const pull = pulls[index] ?? { x: 0, y: 0 }
    const [dx, dy] = outwards[side]
    return sum + cost.inwards * (1 + (dx * pull.x + dy * pull.y) / (Math.hypot(pull.x, pull.y) || 1))
  }

  const order = [...nodes.keys()].toSorted((a, b) => (pulls[b]?.degree ?? 0) - (pulls[a]?.degree ?? 0) || a - b)
  for (let round = 0; round < 3; round++) {
    for (const index of order) {
      const one = candidates[index]
      if (!one) continue
      let best: (typeof chosen)[number]
      for (const { side, box } of one.options) {
        const sum = price(index, one, side, box)
        if (!best || sum < best.price - 1e-9) best = { side, box, price: sum }
      }
      chosen[index] = best
    }
  }
  return candidates.map(({ text }, index) => {
    const { side, box } = chosen[index] ?? { side: 'below', box: nowhere }
    return { side, text, box }
  })
}
