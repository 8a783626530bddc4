/** How the picture is drawn: kinds by shape and colour, filled or outlined, never faded. */
import type cytoscape from 'cytoscape'
import type { NodeKind } from '#contract/network.ts'
import type { LabelSide } from '#contract/network-labels.ts'
import { labelMetrics, shapeSize } from '#contract/network-geometry.ts'
import type { CanvasColors } from './tokens.ts'

const shapes: Record<NodeKind, cytoscape.Css.Node> = {
  person: { shape: 'ellipse' },
  organisation: { shape: 'rectangle' },
  // A hexagon that stands on a corner.
  body: { shape: 'polygon', 'shape-polygon-points': '0 -1 1 -0.5 1 0.5 0 1 -1 0.5 -1 -0.5' },
  meeting: { shape: 'round-rectangle', 'corner-radius': '7.5' },
  theme: { shape: 'diamond' },
}
const kinds: readonly NodeKind[] = ['person', 'organisation', 'body', 'meeting', 'theme']

// The canvas sets a label tight around its letters; a line has air above and below them.
const air = 2
const { gap } = labelMetrics
/** Width of the ring around what is chosen, with the room between. */
const ring = 5
const labelStyles: Record<LabelSide, cytoscape.Css.Node> = {
  below: { 'text-halign': 'center', 'text-valign': 'bottom', 'text-margin-y': gap - 1 },
  above: { 'text-halign': 'center', 'text-valign': 'top', 'text-margin-y': air - gap },
  right: { 'text-halign': 'right', 'text-valign': 'center', 'text-margin-x': gap + 1 },
  left: { 'text-halign': 'left', 'text-valign': 'center', 'text-margin-x': -gap - 1 },
}
export const labelSides: readonly LabelSide[] = ['below', 'above', 'right', 'left']

function kindStyle(kind: NodeKind, { kinds: colors, text, surface }: CanvasColors): cytoscape.StylesheetJsonBlock[] {
  const { halfWidth, halfHeight } = shapeSize[kind]
  const strong: cytoscape.Css.Node = kind === 'body' || kind === 'meeting' ? { 'font-weight': 500, color: text } : {}
  return [
    {
      selector: `node.${kind}`,
      style: {
        ...shapes[kind],
        ...strong,
        width: 2 * halfWidth,
        height: 2 * halfHeight,
        'border-color': colors[kind],
        'background-color': surface,
      },
    },
    { selector: `node.${kind}.filled`, style: { 'background-color': colors[kind] } },
  ]
}

/** `size` is the labels', in model units. */
export function canvasStyle(colors: CanvasColors, size: number): cytoscape.StylesheetJson {
  return [
    {
      selector: 'node',
      style: {
        label: 'data(label)',
        'font-family': colors.font,
        'font-size': size,
        'min-zoomed-font-size': 6,
        color: colors.quietText,
        'text-outline-color': colors.surface,
        'text-outline-width': 1.75,
        'border-width': 1.8,
        'overlay-opacity': 0,
        'z-index': 10,
      },
    },
    ...kinds.flatMap((kind) => kindStyle(kind, colors)),
    ...labelSides.map((side) => ({ selector: `node.label-${side}`, style: labelStyles[side] })),
    {
      selector: 'edge',
      style: {
        width: 1,
        'line-color': colors.tie,
        'curve-style': 'haystack',
        'haystack-radius': 0,
        'overlay-opacity': 0,
        'line-cap': 'butt',
      },
    },
    { selector: 'edge.undated', style: { 'line-style': 'dashed', 'line-dash-pattern': [3, 3] } },
    { selector: 'edge.near', style: { width: 1.8, 'line-color': colors.quietText } },
    { selector: 'edge.hovered', style: { width: 2.5, 'line-color': colors.quietText } },
    { selector: 'edge.chosen', style: { width: 3, 'line-color': colors.accent, 'z-index': 5 } },
    { selector: 'node.near', style: { color: colors.text } },
    {
      selector: 'node.chosen',
      style: {
        color: colors.text,
        'font-size': size + 1.5,
        'font-weight': 600,
        'outline-color': colors.focus,
        'outline-width': 2,
        'outline-offset': ring - 2,
        'z-index': 20,
      },
    },
    // The label of what is chosen makes room for the ring.
    { selector: 'node.chosen.label-right', style: { 'text-margin-x': gap + ring } },
    { selector: 'node.chosen.label-left', style: { 'text-margin-x': -gap - ring } },
    { selector: 'node.chosen.label-below', style: { 'text-margin-y': gap + ring - air } },
    { selector: 'node.chosen.label-above', style: { 'text-margin-y': air - gap - ring } },
    { selector: '.hidden', style: { display: 'none' } },
  ] satisfies cytoscape.StylesheetJson
}
