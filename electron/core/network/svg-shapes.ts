/** The kinds' shapes as SVG elements, the same in the picture and in its legend. */
import type { NodeKind } from '#contract/network.ts'
import { shapeSize } from '#contract/network-geometry.ts'

/** At most two decimals: enough for print, and the same on every machine. */
export const figure = (value: number): string => String(Math.round(value * 100) / 100)

/** A shape around (x, y). `paint` is ready-made attributes. */
export function shape(kind: NodeKind, x: number, y: number, paint: string, scale = 1): string {
  const [halfWidth, halfHeight] = [shapeSize[kind].halfWidth * scale, shapeSize[kind].halfHeight * scale]
  switch (kind) {
    case 'person':
      return `<circle cx="${figure(x)}" cy="${figure(y)}" r="${figure(halfWidth)}" ${paint}/>`
    case 'body':
      return `<path d="${polygon(x, y, halfWidth, halfHeight, hexagon)}" ${paint}/>`
    case 'theme':
      return `<path d="${polygon(x, y, halfWidth, halfHeight, rhombus)}" ${paint}/>`
    case 'organisation':
    case 'meeting': {
      const round = kind === 'meeting' ? ` rx="${figure(halfHeight)}"` : ''
      const [left, top] = [figure(x - halfWidth), figure(y - halfHeight)]
      const size = `width="${figure(2 * halfWidth)}" height="${figure(2 * halfHeight)}"`
      return `<rect x="${left}" y="${top}" ${size}${round} ${paint}/>`
    }
  }
}

type Corners = readonly (readonly [dx: number, dy: number])[]
/** Standing on a corner. */
const hexagon: Corners = [
  [0, -1],
  [1, -0.5],
  [1, 0.5],
  [0, 1],
  [-1, 0.5],
  [-1, -0.5],
]
const rhombus: Corners = [
  [0, -1],
  [1, 0],
  [0, 1],
  [-1, 0],
]

function polygon(x: number, y: number, halfWidth: number, halfHeight: number, corners: Corners): string {
  return `M${corners.map(([dx, dy]) => `${figure(x + dx * halfWidth)} ${figure(y + dy * halfHeight)}`).join('L')}Z`
}
