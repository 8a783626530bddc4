/** Keeps the picture's elements in step with the network: what is new is added, what is gone leaves, the rest moves. */
import type cytoscape from 'cytoscape'
import type { NetworkNode, NetworkTie } from '#contract/network.ts'
import { shortLabel } from '#contract/network-geometry.ts'
import type { Model } from '../model.ts'

function nodeElement(node: NetworkNode): cytoscape.ElementDefinition {
  return {
    group: 'nodes',
    data: { id: node.id, label: shortLabel(node.label), name: node.label },
    position: { x: node.x, y: node.y },
    classes: [node.kind, 'label-below'],
  }
}

/** Scratch mark of a node that keys are moving. */
export const moving = 'kansli-moving'

// A tie's id could be a node's id as well; the picture wants all ids apart.
export const edgeId = (tie: string) => `tie ${tie}`
export const tieId = (edge: string) => edge.slice('tie '.length)

function edgeElement(tie: NetworkTie): cytoscape.ElementDefinition {
  return {
    group: 'edges',
    data: { id: edgeId(tie.id), source: tie.from, target: tie.to },
    classes: tie.dated ? '' : 'undated',
  }
}

export function showElements(cy: cytoscape.Core, { nodes, ties }: Model): void {
  const edges = new Map([...ties.values()].map((tie) => [edgeId(tie.id), tie]))
  cy.batch(() => {
    cy.remove(cy.elements().filter((element) => !nodes.has(element.id()) && !edges.has(element.id())))
    for (const node of nodes.values()) {
      const element = cy.getElementById(node.id)
      // What a hand or key is moving just now stays under it.
      if (element.empty() || element.grabbed() || element.scratch(moving) === true) continue
      element.position({ x: node.x, y: node.y })
      element.data({ label: shortLabel(node.label), name: node.label })
    }
    const fresh = [...nodes.values()].filter(({ id }) => cy.getElementById(id).empty()).map(nodeElement)
    const freshEdges = [...edges].filter(([id]) => cy.getElementById(id).empty()).map(([, tie]) => edgeElement(tie))
    cy.add([...fresh, ...freshEdges])
    for (const [id, tie] of edges) cy.getElementById(id).toggleClass('undated', !tie.dated)
  })
}
