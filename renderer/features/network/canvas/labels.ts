/** Puts each label on the side where it covers least, from where the nodes are now. */
import type cytoscape from 'cytoscape'
import { placeLabels } from '#contract/network-labels.ts'
import type { Model } from '../model.ts'
import { labelSides } from './style.ts'

const sideClasses = labelSides.map((side) => `label-${side}`).join(' ')

/** `shown` is the part of the network that the filters leave. */
export function arrangeLabels(cy: cytoscape.Core, shown: Model): void {
  const nodes = [...shown.nodes.values()].map((node) => ({ ...node, ...cy.getElementById(node.id).position() }))
  const places = new Map(nodes.map(({ id }, index) => [id, index]))
  const pairs = [...shown.ties.values()].flatMap(({ from, to }) => [places.get(from) ?? -1, places.get(to) ?? -1])
  const labels = placeLabels(nodes, Int32Array.from(pairs))
  cy.batch(() =>
    nodes.forEach(({ id }, index) => {
      const side = labels[index]?.side ?? 'below'
      cy.getElementById(id).removeClass(sideClasses).addClass(`label-${side}`)
    }),
  )
}
