/** The drawn map: cytoscape with its controllers, one concern each. This file is what brings the library in. */
import cytoscape from 'cytoscape'
import { filterModel, type Model } from '../model.ts'
import { mapState } from '../state.ts'
import { type Moved, reportMoves } from './drag.ts'
import { showElements } from './elements.ts'
import { emphasise } from './emphasis.ts'
import { arrangeLabels } from './labels.ts'
import { followPointer, type Pointer } from './pointer.ts'
import { canvasStyle } from './style.ts'
import { followTheme, readColors } from './tokens.ts'
import { fit, followSize, panBy, reveal, zoomBy, zoomLimits } from './view.ts'

export type Canvas = {
  /** Takes a new state of the network; what stands stays where it stands. */
  update: (model: Model) => void
  fit: () => void
  zoomBy: (factor: number) => void
  panBy: (x: number, y: number) => void
  /** Moves a node by hand, in model units; saved when the keys rest. */
  nudge: (id: string, dx: number, dy: number) => void
  close: () => void
}

/** From this many nodes on, gestures move a bitmap without ties: sharp again when they end. */
const many = 1000
/** The library adds a style element unless one of this name is there; the page allows none, and its rule is in our CSS. */
const libraryStyle = '__________cytoscape_stylesheet'

function keepStyleOut(): void {
  if (document.getElementById(libraryStyle) !== null) return
  const mark = document.createElement('meta')
  mark.id = libraryStyle
  document.head.append(mark)
}

export function openCanvas(
  container: HTMLElement,
  first: Model,
  on: { pointer: Pointer; moved: (nodes: Moved[]) => void },
): Canvas {
  keepStyleOut()
  const large = first.nodes.size > many
  const cy = cytoscape({
    container,
    style: canvasStyle(readColors(container)),
    layout: { name: 'preset' },
    minZoom: zoomLimits.min,
    maxZoom: zoomLimits.max,
    boxSelectionEnabled: false,
    autounselectify: true,
    hideEdgesOnViewport: large,
    textureOnViewport: large,
    pixelRatio: large ? 1 : 'auto',
  })
  let model = first
  const labels = () => arrangeLabels(cy, filterModel(model, mapState.get()))
  const mover = reportMoves(cy, on.moved, labels)
  followPointer(cy, container, on.pointer)
  const show = () => {
    showElements(cy, model)
    emphasise(cy, model, mapState.get())
    labels()
  }
  show()
  fit(cy)

  let before = mapState.get()
  const stopState = mapState.subscribe(() => {
    const now = mapState.get()
    emphasise(cy, model, now)
    if (now.hidden !== before.hidden || now.datedOnly !== before.datedOnly) labels()
    const here = now.trail.at(-1)
    if (here !== undefined && here !== before.trail.at(-1)) reveal(cy, here)
    before = now
  })
  const stopTheme = followTheme(() => cy.style(canvasStyle(readColors(container))))
  const stopSize = followSize(cy, container)

  return {
    update: (next) => {
      const empty = model.nodes.size === 0
      model = next
      show()
      if (empty) fit(cy)
    },
    fit: () => fit(cy),
    zoomBy: (factor) => zoomBy(cy, factor),
    panBy: (x, y) => panBy(cy, x, y),
    nudge: mover.nudge,
    close: () => {
      mover.end()
      stopState()
      stopTheme()
      stopSize()
      cy.destroy()
    },
  }
}
