/** Sizes shared by the layout, the SVG and the map, in model units (about one CSS pixel at zoom 1). */
import type { NodeKind } from '#contract/network.ts'

/** Half the width and height of each kind's shape; a meeting is a table seen from above. */
export const shapeSize: Readonly<Record<NodeKind, { halfWidth: number; halfHeight: number }>> = {
  person: { halfWidth: 7, halfHeight: 7 },
  organisation: { halfWidth: 7, halfHeight: 7 },
  body: { halfWidth: 10, halfHeight: 11.5 },
  meeting: { halfWidth: 18, halfHeight: 7.5 },
  theme: { halfWidth: 10, halfHeight: 10 },
}

/** Size, line and distance from the shape of a node's label. */
export const labelMetrics = { size: 11.5, line: 15, gap: 4, longest: 28 } as const

/** Groups and meetings carry the picture, so their labels are set in medium. */
export function labelWeight(kind: NodeKind): 400 | 500 {
  return kind === 'body' || kind === 'meeting' ? 500 : 400
}

// Advance widths of IBM Plex Sans Regular in hundredths of an em, letters grouped by width; marks do not widen a
// letter. What is not listed (capitals of other scripts, signs) is counted as wide as an average capital.
const widths: readonly (readonly [number, string])[] = [
  [25, " 'ij"],
  [28, ',.l!:;|'],
  [33, '[]f(){}·trI-/\\"'],
  [46, 'z*°?'],
  [50, 'svLcyJx«»'],
  [54, 'agke_F'],
  [58, 'onuhTøESZbdpqþY§'],
  [60, '$+0123456789<=>^`~'],
  [62, 'PVXCKARßB'],
  [69, 'DUG&ÆæHNOQØ#'],
  [82, 'wMm@W%…'],
]
const widthOf = new Map(widths.flatMap(([width, letters]) => [...letters].map((letter) => [letter, width / 100])))
/** Ems of a character that the table does not know: wide enough for Cyrillic and Greek, half of what CJK takes. */
const unknownWidth = 0.66
const wide = /[\u1100-\u11ff\u2e80-\uffdc]|\p{Extended_Pictographic}/u
const mark = /\p{Mark}/gu

/** Width of `text` set in IBM Plex Sans, a little generous since another face may stand in for it. */
export function textWidth(text: string, size: number, weight: 400 | 500 = 400): number {
  let ems = 0
  for (const letter of text.normalize('NFD').replace(mark, '')) {
    ems += widthOf.get(letter) ?? (wide.test(letter) ? 1 : unknownWidth)
  }
  return ems * size * (weight === 500 ? 1.06 : 1.04)
}

/** The label as drawn: at most `longest` letters as a reader counts them, the rest an ellipsis. */
export function shortLabel(label: string, longest: number = labelMetrics.longest): string {
  // A grapheme is at least one UTF-16 unit, so a short string needs no segmenter.
  if (label.length <= longest) return label
  const letters = [...new Intl.Segmenter('sv', { granularity: 'grapheme' }).segment(label.slice(0, longest * 12))]
  if (letters.length <= longest) return label
  const kept = letters.slice(0, longest - 1)
  return `${kept
    .map((part) => part.segment)
    .join('')
    .trimEnd()}…`
}
