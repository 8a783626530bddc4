/** A table pasted into a table: its cells go in from the caret's cell on, as in Word and Excel. */
import type { Node } from 'prosemirror-model'
import type { Transaction } from 'prosemirror-state'
import { plainBlock, type Block } from '../text/blocks.ts'
import { makeBlock } from './schema.ts'
import { cell, cellsOf, gridAt, rebuilt } from './table.ts'

/** The cells of blocks that are one table of more than one cell; null for anything else. */
function pastedCells(blocks: readonly Block[]): Node[][] | null {
  const [only] = blocks
  if (blocks.length !== 1 || only?.kind !== 'table') return null
  const rows: Node[][] = []
  makeBlock(only).forEach((row) => {
    const cells: Node[] = []
    row.forEach((one) => cells.push(one))
    rows.push(cells)
  })
  return rows.length > 1 || (rows[0]?.length ?? 0) > 1 ? rows : null
}

/** Lines that are all parted by as many tabs, as a spreadsheet copies its cells; null for other text. */
export function gridOfText(text: string): Block | null {
  const lines = text.replace(/\n+$/u, '').split('\n')
  const tabs = (line: string) => line.split('\t').length
  const [first = ''] = lines
  if (tabs(first) < 2 || lines.some((line) => tabs(line) !== tabs(first))) return null
  return plainBlock('', 'table', lines.join('\n'))
}

/** Cells with what is selected in them cut out; null when the selection reaches out of the table. */
function cut({ selection }: Transaction, cells: Node[][], start: number): Node[][] | null {
  const grid = gridAt(selection.$from)
  if (grid === null || selection.to > start + grid.table.nodeSize) return null
  const { from, to } = selection
  let row = start + 1
  grid.table.forEach((line, _at, index) => {
    let at = row + 1
    line.forEach((one, _offset, column) => {
      const [begin, end] = [Math.max(from, at + 1), Math.min(to, at + 1 + one.content.size)]
      const own = cells[index]
      if (begin < end && own !== undefined)
        own[column] = one.copy(one.content.cut(0, begin - at - 1).append(one.content.cut(end - at - 1)))
      at += one.nodeSize
    })
    row += line.nodeSize
  })
  return cells
}

/**
 * Puts the cells of one pasted table into the table around the selection. What stands in cells that are not selected is
 * never written over: where a place is taken, the pasted rows become new ones under the caret's. The table grows as far
 * as they reach. Null when the selection is in no cell, or it is no table of cells that was pasted.
 */
export function pasteCells(change: Transaction, blocks: readonly Block[]): Transaction | null {
  const grid = gridAt(change.selection.$from)
  const pasted = pastedCells(blocks)
  if (grid === null || pasted === null) return null
  const cells = cut(change, cellsOf(grid), grid.start)
  if (cells === null) return null
  const { row, column } = grid
  const isFree = pasted.every((line, down) =>
    line.every((_one, along) => (cells[row + down]?.[column + along]?.content.size ?? 0) === 0),
  )
  const first = isFree ? row : row + 1
  const widest = Math.max(...pasted.map((line) => line.length))
  const width = Math.max(grid.columns, column + widest)
  const blank = () => Array.from({ length: width }, cell)
  const wide = cells.map((line) => [...line, ...blank().slice(line.length)])
  if (!isFree) wide.splice(first, 0, ...pasted.map(blank))
  while (wide.length < first + pasted.length) wide.push(blank())
  pasted.forEach((line, down) => wide[first + down]?.splice(column, line.length, ...line))
  return rebuilt(change, grid, wide, first + pasted.length - 1, column + (pasted.at(-1)?.length ?? 1) - 1)
}
