/** What the mouse and fingers choose. */
import type cytoscape from 'cytoscape'
import { tieId } from './elements.ts'

export type Pointer = { node: (id: string) => void; tie: (id: string) => void; nothing: () => void }

export function followPointer(cy: cytoscape.Core, container: HTMLElement, chosen: Pointer): void {
  cy.on('tap', ({ target }: cytoscape.EventObject) => {
    if (target === cy) chosen.nothing()
    else if (target.isNode()) chosen.node(target.id())
    else chosen.tie(tieId(target.id()))
  })
  const over = (on: boolean) => (event: cytoscape.EventObject) => {
    container.dataset['over'] = on ? 'element' : ''
    event.target.toggleClass('hovered', on)
  }
  cy.on('mouseover', 'node, edge', over(true))
  cy.on('mouseout', 'node, edge', over(false))
}
