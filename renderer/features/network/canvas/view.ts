/** The window onto the picture: fit, zoom, pan, and keeping the chosen node in sight. Nothing glides: it is there. */
import type cytoscape from 'cytoscape'
import type { Box } from '#contract/network-plane.ts'

export const zoomLimits = { min: 0.05, max: 3 } as const
const margin = 28
/** A small picture is not blown up further than this. */
const largestFit = 1.3

/** Shows all of `bounds` (model units) in the middle, as large as it can be. */
export function fit(cy: cytoscape.Core, bounds: Box | undefined): void {
  cy.resize()
  const [width, height] = [cy.width() - 2 * margin, cy.height() - 2 * margin]
  if (bounds === undefined || width <= 0 || height <= 0) return
  const { left, right, top, bottom } = bounds
  const level = Math.min(largestFit, width / Math.max(1, right - left), height / Math.max(1, bottom - top))
  const zoom = Math.max(zoomLimits.min, level)
  const pan = { x: cy.width() / 2 - (zoom * (left + right)) / 2, y: cy.height() / 2 - (zoom * (top + bottom)) / 2 }
  cy.viewport({ zoom, pan })
}

/** Calls `rested` with the zoom when it has not changed for a moment. Returns its own end. */
export function followZoom(cy: cytoscape.Core, rested: (zoom: number) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  cy.on('zoom', () => {
    clearTimeout(timer)
    timer = setTimeout(() => rested(cy.zoom()), 150)
  })
  return () => clearTimeout(timer)
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
