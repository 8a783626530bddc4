/** The drawn map: cytoscape with its controllers, one concern each. This file is what brings the library in. */
import cytoscape from 'cytoscape'
import { labelMetrics } from '#contract/network-geometry.ts'
import type { Model } from '../model.ts'
import { mapState } from '../state.ts'
import { type Moved, reportMoves } from './drag.ts'
import { showElements } from './elements.ts'
import { emphasise, visiblePart } from './emphasis.ts'
import { arrangeLabels, labelSize } from './labels.ts'
import { followPointer, type Pointer } from './pointer.ts'
import { canvasStyle } from './style.ts'
import { followTheme, readColors } from './tokens.ts'
import { fit, followSize, followZoom, panBy, reveal, zoomBy, zoomLimits } from './view.ts'

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
    style: canvasStyle(readColors(container), labelMetrics.size),
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
  let size: number = labelMetrics.size
  const labels = () => arrangeLabels(cy, visiblePart(model, mapState.get()), size)
  const paint = () => cy.style(canvasStyle(readColors(container), size))
  const sizeLabels = (zoom: number) => {
    if (labelSize(zoom) === size) return
    size = labelSize(zoom)
    paint()
    labels()
  }
  const fitAll = () => {
    fit(cy, labels())
    // Labels that grow need room of their own.
    sizeLabels(cy.zoom())
    fit(cy, labels())
  }
  const mover = reportMoves(cy, on.moved, labels)
  followPointer(cy, container, on.pointer)
  const show = () => {
    showElements(cy, model)
    emphasise(cy, model, mapState.get())
    labels()
  }
  show()
  fitAll()

  let before = mapState.get()
  const stopState = mapState.subscribe(() => {
    const now = mapState.get()
    emphasise(cy, model, now)
    if (now.hidden !== before.hidden || now.datedOnly !== before.datedOnly || now.focus !== before.focus) labels()
    const here = now.trail.at(-1)
    if (here !== undefined && here !== before.trail.at(-1)) reveal(cy, here)
    before = now
  })
  const stopTheme = followTheme(paint)
  const stopSize = followSize(cy, container)
  const stopZoom = followZoom(cy, sizeLabels)

  return {
    update: (next) => {
      const empty = model.nodes.size === 0
      model = next
      show()
      if (empty) fitAll()
    },
    fit: fitAll,
    zoomBy: (factor) => zoomBy(cy, factor),
    panBy: (x, y) => panBy(cy, x, y),
    nudge: mover.nudge,
    close: () => {
      mover.end()
      stopState()
      stopTheme()
      stopSize()
      stopZoom()
      cy.destroy()
    },
  }
}
