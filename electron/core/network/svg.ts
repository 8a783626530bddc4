/** The network as an SVG that stands on its own: for a report, a slide, a web page, or print. */
import type { Network, NodeKind, TieKind } from '#contract/network.ts'
import { labelMetrics, shapeSize, textWidth } from '#contract/network-geometry.ts'
import { placeLabels } from '#contract/network-labels.ts'
import type { PlacedLabel } from '#contract/network-labels.ts'
import { union } from '#contract/network-plane.ts'
import type { Box } from '#contract/network-plane.ts'
import type { Palette } from './palette.ts'
import { tieIndices } from './place.ts'
import { figure, shape } from './svg-shapes.ts'
import { escapeXml } from './xml.ts'

export type SvgTexts = {
  kinds: Readonly<Record<NodeKind, string>>
  ties: Readonly<Record<TieKind, string>>
  dated: string
  undated: string
  /** Stands in place of the picture when there are no nodes. */
  empty: string
}
export type SvgOptions = {
  texts: SvgTexts
  palette: Palette
  title: string
  /** What the picture shows, in a sentence or two, for those who cannot see it. */
  description: string
  /** BCP 47 tag of the texts: "sv", "en". */
  language: string
}

const margin = 32
const legendHeight = 44
/** Letters of a label; names are shorter, and one that is not must leave room for the others. */
const longestLabel = 90
const fonts = "'IBM Plex Sans', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"
const kindOrder: readonly NodeKind[] = ['person', 'organisation', 'body', 'meeting', 'theme']

/** A well-formed SVG document for any names. Positions are the network's own. */
export function networkSvg(network: Network, options: SvgOptions): string {
  const { texts, palette, title, description, language } = options
  const pairs = tieIndices(network.nodes, network.ties)
  // Nobody can point at a printed picture to read the rest of a name.
  const labels = placeLabels(network.nodes, pairs, labelMetrics.size, longestLabel)
  const legend = drawLegend(network, texts, palette)
  const bounds = pictureBounds(network, labels)
  const width = Math.max(bounds.right - bounds.left + 2 * margin, legend.width + 2 * margin, 320)
  const left = (bounds.left + bounds.right - width) / 2
  const top = bounds.top - margin
  const height = bounds.bottom - top + margin + legendHeight
  const named = new Map(network.nodes.map((node) => [node.id, node]))
  const lines: string[] = []
  const tips = new Map<string, string[]>()
  for (const tie of network.ties) {
    const [from, to] = [named.get(tie.from), named.get(tie.to)]
    if (!from || !to) continue
    const words = `${from.label} – ${to.label}: ${tie.label ?? texts.ties[tie.kind]}`
    const dash = tie.dated ? '' : ' stroke-dasharray="3 3"'
    const ends = `x1="${figure(from.x)}" y1="${figure(from.y)}" x2="${figure(to.x)}" y2="${figure(to.y)}"`
    lines.push(`<line ${ends}${dash}><title>${escapeXml(words)}</title></line>`)
    for (const [node, other] of [
      [from, to],
      [to, from],
    ] as const) {
      const known = tips.get(node.id) ?? []
      known.push(`${other.label} (${tie.label ?? texts.ties[tie.kind]})`)
      tips.set(node.id, known)
    }
  }
  const nodes = network.nodes.map((node, index) => {
    const paint = paintOf(node.kind, palette)
    const tip = [`${node.label}, ${texts.kinds[node.kind]}`, ...(tips.get(node.id) ?? []).slice(0, 12)].join('; ')
    const label = labels[index]
    return `<g><title>${escapeXml(tip)}</title>${shape(node.kind, node.x, node.y, paint)}${label ? drawLabel(node.kind, label, palette) : ''}</g>`
  })
  const empty = network.nodes.length > 0 ? '' : `<text text-anchor="middle">${escapeXml(texts.empty)}</text>`
  const view = [left, top, width, height].map(figure).join(' ')
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" xml:lang="${escapeXml(language)}" lang="${escapeXml(language)}" role="img" aria-labelledby="title desc" width="${figure(width)}" height="${figure(height)}" viewBox="${view}">
<title id="title">${escapeXml(title)}</title>
<desc id="desc">${escapeXml(description)}</desc>
<rect x="${figure(left)}" y="${figure(top)}" width="${figure(width)}" height="${figure(height)}" fill="${palette.surface}"/>
<g fill="none" stroke="${palette.tie}" stroke-width="1">
${lines.join('\n')}
</g>
<g font-family="${fonts}" font-size="${labelMetrics.size}" fill="${palette.quietText}">
${nodes.join('\n')}${empty}
<g transform="translate(${figure(left + margin)} ${figure(top + height - legendHeight / 2)})">
${legend.svg}
</g>
</g>
</svg>
`
}

/** The meeting is where the rest comes together: filled. The others are outlined. */
function paintOf(kind: NodeKind, palette: Palette): string {
  const color = palette.kinds[kind]
  return kind === 'meeting'
    ? `fill="${color}" stroke="${palette.surface}" stroke-width="2"`
    : `fill="${palette.surface}" stroke="${color}" stroke-width="1.8"`
}

function drawLabel(kind: NodeKind, { side, text, box }: PlacedLabel, palette: Palette): string {
  const anchor = side === 'right' ? 'start' : side === 'left' ? 'end' : 'middle'
  const x = side === 'right' ? box.left : side === 'left' ? box.right : (box.left + box.right) / 2
  // The baseline lies so that capitals stand in the middle of the line.
  const y = (box.top + box.bottom) / 2 + labelMetrics.size * 0.35
  const strong = kind === 'body' || kind === 'meeting' ? ` font-weight="500" fill="${palette.text}"` : ''
  const at = `x="${figure(x)}" y="${figure(y)}" text-anchor="${anchor}"${strong}`
  const words = escapeXml(text)
  // The halo is a text of its own: not every program that opens an SVG knows paint-order.
  const halo = `fill="${palette.surface}" stroke="${palette.surface}" stroke-width="3.5" stroke-linejoin="round"`
  return `<text ${at.replace(/ fill="[^"]*"/, '')} ${halo} aria-hidden="true">${words}</text><text ${at}>${words}</text>`
}

/** Shapes of the kinds and styles of the ties that the picture has, in one line. */
function drawLegend({ nodes, ties }: Network, texts: SvgTexts, palette: Palette): { svg: string; width: number } {
  const parts: string[] = []
  let x = 0
  const entry = (width: number, drawn: (at: number) => string, words: string) => {
    parts.push(`${drawn(x + width / 2)}<text x="${figure(x + width + 7)}" y="4">${escapeXml(words)}</text>`)
    x += width + 7 + textWidth(words, labelMetrics.size) + 20
  }
  for (const kind of kindOrder) {
    if (!nodes.some((node) => node.kind === kind)) continue
    const scale = kind === 'meeting' ? 0.45 : 5 / shapeSize[kind].halfHeight
    entry(
      2 * shapeSize[kind].halfWidth * scale,
      (at) => shape(kind, at, 0, paintOf(kind, palette), scale),
      texts.kinds[kind],
    )
  }
  for (const dated of [true, false]) {
    if (!ties.some((tie) => tie.dated === dated)) continue
    const dash = dated ? '' : ' stroke-dasharray="3 3"'
    const line = (at: number) =>
      `<path d="M${figure(at - 13)} 0h26" fill="none" stroke="${palette.tie}" stroke-width="1.5"${dash}/>`
    entry(26, line, dated ? texts.dated : texts.undated)
  }
  return { svg: parts.join('\n'), width: Math.max(0, x - 20) }
}

function pictureBounds({ nodes }: Network, labels: readonly PlacedLabel[]): Box {
  let bounds: Box | undefined
  nodes.forEach((node, index) => {
    const { halfWidth, halfHeight } = shapeSize[node.kind]
    const own = {
      left: node.x - halfWidth,
      right: node.x + halfWidth,
      top: node.y - halfHeight,
      bottom: node.y + halfHeight,
    }
    const box = union(own, labels[index]?.box ?? own)
    bounds = bounds ? union(bounds, box) : box
  })
  return bounds ?? { left: -160, right: 160, top: -24, bottom: 24 }
}
