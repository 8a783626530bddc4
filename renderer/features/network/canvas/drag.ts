/** Reports where nodes were put by hand: by the mouse at once, by keys when they rest. */
import type cytoscape from 'cytoscape'
import { moving } from './elements.ts'

export type Moved = { id: string; x: number; y: number }
export type Mover = { nudge: (id: string, dx: number, dy: number) => void; end: () => void }

/** How long keys may pause before the move is one. */
const rest = 500

const spot = (node: cytoscape.NodeSingular): Moved => {
  const { x, y } = node.position()
  return { id: node.id(), x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 }
}

/** `settled` runs after every move, so that labels find their new sides; `moved` has what is to be saved. */
export function reportMoves(cy: cytoscape.Core, moved: (nodes: Moved[]) => void, settled: () => void): Mover {
  const start = new Map<string, { x: number; y: number }>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const nudged = new Set<string>()
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    const nodes = [...nudged].map((id) => cy.getElementById(id)).filter((node) => node.nonempty())
    nudged.clear()
    nodes.forEach((node) => node.removeScratch(moving))
    if (nodes.length > 0) moved(nodes.map(spot))
    settled()
  }
  cy.on(
    'grab',
    'node',
    ({ target }: cytoscape.EventObjectNode) => void start.set(target.id(), { ...target.position() }),
  )
  cy.on('dragfree', 'node', ({ target }: cytoscape.EventObjectNode) => {
    const before = start.get(target.id())
    const { x, y } = target.position()
    // A click with a trembling hand is no move.
    if (before !== undefined && Math.hypot(x - before.x, y - before.y) * cy.zoom() < 3) {
      target.position(before)
      return
    }
    moved([spot(target)])
    settled()
  })
  return {
    nudge: (id, dx, dy) => {
      const node = cy.getElementById(id)
      if (node.empty()) return
      node.position({ x: node.position('x') + dx, y: node.position('y') + dy })
      node.scratch(moving, true)
      nudged.add(id)
      clearTimeout(timer)
      timer = setTimeout(flush, rest)
    },
    end: () => {
      if (timer !== undefined) flush()
    },
  }
}
