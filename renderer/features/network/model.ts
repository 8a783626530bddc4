/** The network as the map asks about it. Pure: no picture, no words. */
import type { Network, NetworkNode, NetworkTie, NodeKind } from '#contract/network.ts'

export type Model = {
  nodes: ReadonlyMap<string, NetworkNode>
  ties: ReadonlyMap<string, NetworkTie>
  /** A node's ties by its id; a node without ties has an empty list. */
  tiesOf: ReadonlyMap<string, readonly NetworkTie[]>
}

/** lone: nodes without a visible tie are shown. */
export type Filter = { hidden: ReadonlySet<NodeKind>; datedOnly: boolean; lone: boolean }

export function buildModel({ nodes, ties }: Network): Model {
  const known = new Map(nodes.map((node) => [node.id, node]))
  const tiesOf = new Map<string, NetworkTie[]>(nodes.map(({ id }) => [id, []]))
  const whole = ties.filter(({ from, to }) => known.has(from) && known.has(to))
  for (const tie of whole) {
    tiesOf.get(tie.from)?.push(tie)
    if (tie.to !== tie.from) tiesOf.get(tie.to)?.push(tie)
  }
  return { nodes: known, ties: new Map(whole.map((tie) => [tie.id, tie])), tiesOf }
}

/** More themes than this take the picture over. */
const mostThemes = 12
const none: ReadonlySet<NodeKind> = new Set()
const themes: ReadonlySet<NodeKind> = new Set(['theme'])

/** Kinds that are left out: what somebody chose, else themes where there are many. */
export function hiddenKinds(model: Model, chosen: ReadonlySet<NodeKind> | null): ReadonlySet<NodeKind> {
  if (chosen !== null) return chosen
  let count = 0
  for (const { kind } of model.nodes.values()) if (kind === 'theme') count += 1
  return count > mostThemes ? themes : none
}

/**
 * Nodes of kinds that are shown without one tie that is: they hang in the air and take room from the rest. None where
 * nothing is tied, for then they are all there is to see.
 */
export function loneNodes(
  { nodes, ties }: Model,
  { hidden, datedOnly }: Pick<Filter, 'hidden' | 'datedOnly'>,
): Set<string> {
  const isShown = (id: string) => !hidden.has(nodes.get(id)?.kind ?? 'meeting')
  const tied = new Set<string>()
  for (const { from, to, dated } of ties.values())
    if ((dated || !datedOnly) && isShown(from) && isShown(to)) tied.add(from).add(to)
  if (tied.size === 0) return tied
  return new Set([...nodes.keys()].filter((id) => isShown(id) && !tied.has(id)))
}

/** The part that the filters leave. */
export function filterModel(model: Model, filter: Filter): Model {
  const { hidden, datedOnly, lone } = filter
  const left = lone ? new Set<string>() : loneNodes(model, filter)
  if (hidden.size === 0 && !datedOnly && left.size === 0) return model
  const nodes = [...model.nodes.values()].filter(({ id, kind }) => !hidden.has(kind) && !left.has(id))
  const ties = [...model.ties.values()].filter(({ dated }) => dated || !datedOnly)
  return buildModel({ nodes, ties })
}

export function otherEnd(tie: NetworkTie, id: string): string {
  return tie.from === id ? tie.to : tie.from
}

/** The ties between two nodes. */
export function tiesBetween({ tiesOf }: Model, a: string, b: string): NetworkTie[] {
  return (tiesOf.get(a) ?? []).filter((tie) => otherEnd(tie, a) === b)
}

/** Nodes at most `steps` ties away, the node itself among them. */
export function within({ nodes, tiesOf }: Model, id: string, steps: number): Set<string> {
  const found = new Set(nodes.has(id) ? [id] : [])
  let edge = [...found]
  for (let step = 0; step < steps; step++) {
    const next = edge.flatMap((node) => (tiesOf.get(node) ?? []).map((tie) => otherEnd(tie, node)))
    edge = next.filter((node) => !found.has(node))
    edge.forEach((node) => found.add(node))
  }
  return found
}

/** Neighbours of a node, each once, clockwise from straight up as the picture lies. */
export function neighbours({ nodes, tiesOf }: Model, id: string): NetworkNode[] {
  const center = nodes.get(id)
  if (center === undefined) return []
  const ids = new Set((tiesOf.get(id) ?? []).map((tie) => otherEnd(tie, id)))
  ids.delete(id)
  const angle = ({ x, y }: NetworkNode) => (Math.atan2(x - center.x, center.y - y) + 2 * Math.PI) % (2 * Math.PI)
  return [...ids]
    .flatMap((other) => nodes.get(other) ?? [])
    .toSorted((a, b) => angle(a) - angle(b) || a.id.localeCompare(b.id))
}

export type Step = 'next' | 'previous' | 'further' | 'back'

/**
 * Walks the network with four keys. A trail is the way so far, the chosen node last; next and previous go round the
 * neighbours of the one before it, further goes on from the chosen node, back returns. Null: there is no such way.
 */
export function walk(model: Model, trail: readonly string[], step: Step): string[] | null {
  const here = trail.at(-1)
  if (here === undefined || !model.nodes.has(here)) {
    const start = busiest(model)
    return start === undefined ? null : [start.id]
  }
  const before = trail.at(-2)
  if (step === 'back') return before === undefined ? null : trail.slice(0, -1)
  if (step === 'further' || before === undefined) {
    const all = neighbours(model, here)
    const fresh = all.filter(({ id }) => id !== before)
    const first = step === 'previous' ? fresh.at(-1) : fresh[0]
    return first === undefined ? null : [...trail, first.id]
  }
  const ring = neighbours(model, before)
  const place = ring.findIndex(({ id }) => id === here)
  const next = ring[(place + (step === 'next' ? 1 : ring.length - 1)) % ring.length]
  return next === undefined || next.id === here ? null : [...trail.slice(0, -1), next.id]
}

/** The node with most ties, the first of several. */
export function busiest({ nodes, tiesOf }: Model): NetworkNode | undefined {
  let best: NetworkNode | undefined
  const count = (node: NetworkNode) => tiesOf.get(node.id)?.length ?? 0
  for (const node of nodes.values()) if (best === undefined || count(node) > count(best)) best = node
  return best
}

/** These nodes with the ties between them. */
export function partOf(model: Model, kept: ReadonlySet<string>): Model {
  return buildModel({
    nodes: [...kept].flatMap((id) => model.nodes.get(id) ?? []),
    ties: [...model.ties.values()].filter(({ from, to }) => kept.has(from) && kept.has(to)),
  })
}

/** The nodes nearest to `center`, at most `size` of them, with the ties between them. */
export function part(model: Model, center: string, size: number): Model {
  const kept = new Set<string>()
  let edge = model.nodes.has(center) ? [center] : []
  while (edge.length > 0 && kept.size < size) {
    edge.slice(0, size - kept.size).forEach((id) => kept.add(id))
    const next = edge.flatMap((id) => (model.tiesOf.get(id) ?? []).map((tie) => otherEnd(tie, id)))
    edge = [...new Set(next)].filter((id) => !kept.has(id))
  }
  return partOf(model, kept)
}
