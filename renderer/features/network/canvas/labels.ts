/** Puts each label on the side where it covers least, from where the nodes are now. */
import type cytoscape from 'cytoscape'
import { labelMetrics, shapeSize } from '#contract/network-geometry.ts'
import { placeLabels } from '#contract/network-labels.ts'
import { union, type Box } from '#contract/network-plane.ts'
import type { Model } from '../model.ts'
import { labelSides } from './style.ts'

const sideClasses = labelSides.map((side) => `label-${side}`).join(' ')
/** In a picture seen from afar labels grow against the zoom, up to this: further they would cover it. */
const largest = 15

/** Size of labels in model units, in half steps, so that they stay as large on the screen as the zoom allows. */
export function labelSize(zoom: number): number {
  const wanted = Math.round((labelMetrics.size / zoom) * 2) / 2
  return Math.min(largest, Math.max(labelMetrics.size, wanted))
}

/** `shown` is what is to be seen; the box holds its shapes and labels, and is undefined when there is nothing. */
export function arrangeLabels(cy: cytoscape.Core, shown: Model, size: number): Box | undefined {
  const nodes = [...shown.nodes.values()].map((node) => ({ ...node, ...cy.getElementById(node.id).position() }))
  const places = new Map(nodes.map(({ id }, index) => [id, index]))
  const pairs = [...shown.ties.values()].flatMap(({ from, to }) => [places.get(from) ?? -1, places.get(to) ?? -1])
  const labels = placeLabels(nodes, Int32Array.from(pairs), size)
  let bounds: Box | undefined
  cy.batch(() =>
    nodes.forEach(({ id, kind, x, y }, index) => {
      const label = labels[index]
      cy.getElementById(id)
        .removeClass(sideClasses)
        .addClass(`label-${label?.side ?? 'below'}`)
      const { halfWidth, halfHeight } = shapeSize[kind]
      const shape = { left: x - halfWidth, right: x + halfWidth, top: y - halfHeight, bottom: y + halfHeight }
      const own = label === undefined ? shape : union(shape, label.box)
      bounds = bounds === undefined ? own : union(bounds, own)
    }),
  )
  return bounds
}
