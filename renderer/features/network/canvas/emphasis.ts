/** Shows what is chosen, near and filtered out. Everything stays as dark as it was: focus fills, it fades nothing. */
import type cytoscape from 'cytoscape'
import { filterModel, hiddenKinds, type Model, partOf, within } from '../model.ts'
import type { MapState } from '../state.ts'
import { edgeId } from './elements.ts'

/** In a picture with more nodes than this, focus shows nothing but what is near: outlines alone would drown it. */
const crowd = 80

/** What of the network is to be seen: the filters' part, and in a crowd only what is in focus. */
export function visiblePart(model: Model, { trail, focus, hidden, datedOnly, lone }: MapState): Model {
  const shown = filterModel(model, { hidden: hiddenKinds(model, hidden), datedOnly, lone })
  const here = trail.at(-1)
  if (focus === 0 || here === undefined || shown.nodes.size <= crowd) return shown
  return partOf(shown, within(shown, here, focus))
}

export function emphasise(cy: cytoscape.Core, model: Model, state: MapState): void {
  const { trail, tie, focus } = state
  const shown = visiblePart(model, state)
  const here = trail.at(-1)
  const open = tie === null ? undefined : shown.ties.get(tie)
  const ends = new Set(open === undefined ? (here === undefined ? [] : [here]) : [open.from, open.to])
  const near = here === undefined ? new Set<string>() : within(shown, here, Math.max(1, focus))
  cy.batch(() => {
    cy.nodes().forEach((node) => {
      const id = node.id()
      const kind = model.nodes.get(id)?.kind
      // With nothing in focus the meetings are filled: there the rest comes together.
      const filled = focus > 0 ? near.has(id) : kind === 'meeting'
      node.toggleClass('hidden', !shown.nodes.has(id))
      node.toggleClass('filled', filled || ends.has(id))
      node.toggleClass('near', near.has(id))
      node.toggleClass('chosen', ends.has(id))
    })
    for (const one of model.ties.values()) {
      const edge = cy.getElementById(edgeId(one.id))
      const close = focus > 0 ? near.has(one.from) && near.has(one.to) : one.from === here || one.to === here
      edge.toggleClass('hidden', !shown.ties.has(one.id))
      edge.toggleClass('near', close && open === undefined)
      edge.toggleClass('chosen', one.id === open?.id)
    }
  })
}
