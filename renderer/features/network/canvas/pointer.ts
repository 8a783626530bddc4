/** What the mouse and fingers choose. */
import type cytoscape from 'cytoscape'
import { tieId } from './elements.ts'

export type Pointer = { node: (id: string) => void; tie: (id: string) => void; nothing: () => void }

export function followPointer(cy: cytoscape.Core, container: HTMLElement, chosen: Pointer): void {
  cy.on('tap', (event) => {
    if (event.target === cy) chosen.nothing()
  })
  cy.on('tap', 'node', ({ target }: cytoscape.EventObjectNode) => chosen.node(target.id()))
  cy.on('tap', 'edge', ({ target }: cytoscape.EventObjectEdge) => chosen.tie(tieId(target.id())))
  const hover = (element: cytoscape.SingularElementArgument, on: boolean, title = '') => {
    container.dataset['over'] = on ? 'element' : ''
    container.title = title
    element.toggleClass('hovered', on)
  }
  // A cut label is whole in the tooltip.
  cy.on('mouseover', 'node', ({ target }: cytoscape.EventObjectNode) =>
    hover(target, true, String(target.data('name'))),
  )
  cy.on('mouseover', 'edge', ({ target }: cytoscape.EventObjectEdge) => hover(target, true))
  cy.on('mouseout', 'node', ({ target }: cytoscape.EventObjectNode) => hover(target, false))
  cy.on('mouseout', 'edge', ({ target }: cytoscape.EventObjectEdge) => hover(target, false))
}
