/** The window onto the picture: fit, zoom, pan, and keeping the chosen node in sight. Nothing glides: it is there. */
import type cytoscape from 'cytoscape'

export const zoomLimits = { min: 0.05, max: 3 } as const
const margin = 28
/** A small picture is not blown up further than this. */
const largestFit = 1.3

export function fit(cy: cytoscape.Core): void {
  cy.resize()
  const shown = cy.nodes().filter((node) => node.visible())
  if (shown.empty() || cy.width() === 0) return
  cy.fit(shown, margin)
  if (cy.zoom() > largestFit) {
    cy.zoom(largestFit)
    cy.center(shown)
  }
}

export function zoomBy(cy: cytoscape.Core, factor: number): void {
  cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } })
}

export function panBy(cy: cytoscape.Core, x: number, y: number): void {
  cy.panBy({ x, y })
}

/** Half of the room a node with its label takes, in model units. */
const reach = { x: 90, y: 34 } as const

/**
 * Pans as little as needed for the node and its label to be seen. The library is not asked for the label's box: in
 * the turn in which a label changes its size, asking fixes the old one.
 */
export function reveal(cy: cytoscape.Core, id: string): void {
  const node = cy.getElementById(id)
  if (node.empty() || cy.width() === 0) return
  const at = node.renderedPosition()
  const missing = (middle: number, half: number, size: number) => {
    const room = Math.min(half * cy.zoom() + margin / 2, size / 2)
    return Math.max(0, room - middle) + Math.min(0, size - room - middle)
  }
  const [x, y] = [missing(at.x, reach.x, cy.width()), missing(at.y, reach.y, cy.height())]
  if (x !== 0 || y !== 0) cy.panBy({ x, y })
}

/** The canvas follows its place on the page: panes open and close beside it. Returns its own end. */
export function followSize(cy: cytoscape.Core, container: HTMLElement): () => void {
  const observer = new ResizeObserver(() => cy.resize())
  observer.observe(container)
  return () => observer.disconnect()
}
