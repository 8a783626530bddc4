/** A block's words as one string, and where each of its letters stands in the document. */
import type { Node, ResolvedPos } from 'prosemirror-model'

/** A part of a block that holds words: the block itself, or a cell. `at`: its first letter in the flat text; `from`: its first position, counted from the block's own. */
export type Piece = { node: Node; at: number; from: number }

/** The parts of a block in the order of its text. A tab lies between cells, a line feed between rows. */
export function pieces(block: Node): Piece[] {
  if (block.inlineContent) return [{ node: block, at: 0, from: 1 }]
  const found: Piece[] = []
  let at = 0
  block.forEach((row, rowOffset) =>
    row.forEach((cell, offset) => {
      found.push({ node: cell, at, from: 1 + rowOffset + 1 + offset + 1 })
      at += cell.content.size + 1
    }),
  )
  return found
}

/** The words as they are stored, before they are normalised. */
export function flatText(block: Node): string {
  if (block.inlineContent) return block.textContent
  const rows: string[] = []
  block.forEach((row) => {
    const cells: string[] = []
    row.forEach((cell) => cells.push(cell.textContent.replace(/[\t\n]/g, ' ')))
    rows.push(cells.join('\t'))
  })
  return rows.join('\n')
}

/** The position of a letter of a block that stands at `position`; past the end it is the end. */
export function positionAt(block: Node, position: number, offset: number): number {
  const parts = pieces(block)
  const part = parts.findLast(({ at }) => at <= offset) ?? parts[0]
  if (part === undefined) return position + 1
  return position + part.from + Math.min(Math.max(0, offset - part.at), part.node.content.size)
}

/** The letter of its block that a position stands before. */
export function offsetAt(place: ResolvedPos): number {
  if (place.depth === 0) return 0
  const block = place.node(1)
  if (block.inlineContent) return place.parentOffset
  const inside = place.pos - place.before(1)
  const part = pieces(block).findLast(({ from }) => from <= inside)
  return part === undefined ? 0 : part.at + Math.min(inside - part.from, part.node.content.size)
}

/** Places of a stretch of a block's flat text: one for each part it reaches into. */
export function rangesAt(block: Node, position: number, from: number, to: number): { from: number; to: number }[] {
  return pieces(block)
    .map((part) => ({
      from: position + part.from + Math.max(0, from - part.at),
      to: position + part.from + Math.min(part.node.content.size, to - part.at),
    }))
    .filter((range) => range.to > range.from)
}
