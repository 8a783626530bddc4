/** Keys inside a table: a grid is walked, grown and cut without the pointer. */
import { Fragment, type Node, type ResolvedPos } from 'prosemirror-model'
import { TextSelection, type Command, type EditorState, type Transaction } from 'prosemirror-state'
import { plainBlock } from '../text/blocks.ts'
import { setKind } from './kinds.ts'
import { blockOf, makeBlock, types } from './schema.ts'

export type Grid = {
  table: Node
  /** Position before the table. */
  start: number
  row: number
  column: number
  rows: number
  columns: number
}

/** Most columns a table grows to by keys: more do not fit a page. */
const mostColumns = 20

/** The grid around a place; null where it is in no table. */
export function gridAt(place: ResolvedPos): Grid | null {
  if (place.depth !== 3 || place.node(1).type !== types.table) return null
  const table = place.node(1)
  let columns = 0
  table.forEach((row) => (columns = Math.max(columns, row.childCount)))
  return { table, start: place.before(1), row: place.index(1), column: place.index(2), rows: table.childCount, columns }
}

export const cell = () => types.cell.create()

/** The rows of a table, each as wide as the widest. */
export function cellsOf({ table, columns }: Grid): Node[][] {
  const rows: Node[][] = []
  table.forEach((row) => {
    const cells: Node[] = []
    row.forEach((one) => cells.push(one))
    while (cells.length < columns) cells.push(cell())
    rows.push(cells)
  })
  return rows
}

/** Position inside a cell of a table that stands at `start`. */
function inside(table: Node, start: number, row: number, column: number): number {
  let position = start + 1
  for (let index = 0; index < row; index += 1) position += table.child(index).nodeSize
  position += 1
  const line = table.child(row)
  for (let index = 0; index < Math.min(column, line.childCount - 1); index += 1) position += line.child(index).nodeSize
  return position + 1
}

/** Puts other rows in the table's place, with the caret at the end of one cell. */
export function rebuilt(
  change: Transaction,
  grid: Grid,
  rows: readonly (readonly Node[])[],
  row: number,
  column: number,
): Transaction {
  const made = rows.map((cells) => types.row.create(null, [...cells]))
  const table = grid.table.copy(Fragment.from(made))
  change.replaceWith(grid.start, grid.start + grid.table.nodeSize, table)
  const at = inside(table, grid.start, row, column)
  const end = at + table.child(row).child(Math.min(column, table.child(row).childCount - 1)).content.size
  return change.setSelection(TextSelection.create(change.doc, end)).scrollIntoView()
}

function goTo(state: EditorState, grid: Grid, row: number, column: number): Transaction {
  const at = inside(grid.table, grid.start, row, column)
  const line = grid.table.child(row)
  const { size } = line.child(Math.min(column, line.childCount - 1)).content
  return state.tr.setSelection(TextSelection.create(state.doc, at, at + size)).scrollIntoView()
}

const blankRow = ({ columns }: Grid) => Array.from({ length: columns }, () => cell())

/** A command that only a caret in a table answers. */
function within(run: (state: EditorState, grid: Grid) => Transaction | null): Command {
  return (state, dispatch) => {
    const grid = gridAt(state.selection.$head)
    if (grid === null) return false
    const change = run(state, grid)
    if (change !== null) dispatch?.(change)
    return true
  }
}

/** Tab: the next cell with its words selected; behind the last one a new row. */
export const nextCell = within((state, grid) => {
  const { row, column, rows } = grid
  if (column + 1 < grid.table.child(row).childCount) return goTo(state, grid, row, column + 1)
  if (row + 1 < rows) return goTo(state, grid, row + 1, 0)
  return rebuilt(state.tr, grid, [...cellsOf(grid), blankRow(grid)], rows, 0)
})

export const previousCell = within((state, grid) => {
  const { row, column } = grid
  if (column > 0) return goTo(state, grid, row, column - 1)
  return row > 0 ? goTo(state, grid, row - 1, grid.table.child(row - 1).childCount - 1) : null
})

/** Enter: a new row under this one; in an empty last row the table ends, and text follows. */
export const newRow = within((state, grid) => {
  const { row, rows, table } = grid
  if (row > 0 && row === rows - 1 && table.child(row).textContent === '') return leaveBelow(state, grid, rows > 2)
  const cells = cellsOf(grid)
  return rebuilt(state.tr, grid, cells.toSpliced(row + 1, 0, blankRow(grid)), row + 1, 0)
})

/** Out of the table into the block behind it, made when there is none; the empty last row goes. */
function leaveBelow(state: EditorState, grid: Grid, cut: boolean): Transaction {
  const change = state.tr
  const cells = cellsOf(grid)
  const table = grid.table.copy(
    Fragment.from((cut ? cells.slice(0, -1) : cells).map((row) => types.row.create(null, row))),
  )
  change.replaceWith(grid.start, grid.start + grid.table.nodeSize, table)
  const end = grid.start + table.nodeSize
  change.insert(end, makeBlock(plainBlock('', 'paragraph', '')))
  return change.setSelection(TextSelection.create(change.doc, end + 1)).scrollIntoView()
}

/** Ctrl+Enter is the page's; this is how one gets below a table that ends the text. */
export const leaveTable = within((state, grid) => {
  const end = grid.start + grid.table.nodeSize
  const after = state.doc.nodeAt(end)
  if (after !== null && after.inlineContent)
    return state.tr.setSelection(TextSelection.create(state.doc, end + 1)).scrollIntoView()
  return leaveBelow(state, grid, false)
})

export const addColumn = within((state, grid) => {
  if (grid.columns >= mostColumns) return null
  const rows = cellsOf(grid).map((cells) => cells.toSpliced(grid.column + 1, 0, cell()))
  return rebuilt(state.tr, grid, rows, grid.row, grid.column + 1)
})

/** The last row takes the table with it; a block without words stays, with the table's id. */
export const deleteRow = within((state, grid) => {
  if (grid.rows === 1) return emptied(state, grid)
  const rows = cellsOf(grid).toSpliced(grid.row, 1)
  return rebuilt(state.tr, grid, rows, Math.min(grid.row, rows.length - 1), grid.column)
})

export const deleteColumn = within((state, grid) => {
  if (grid.columns === 1) return emptied(state, grid)
  const rows = cellsOf(grid).map((cells) => cells.toSpliced(grid.column, 1))
  return rebuilt(state.tr, grid, rows, grid.row, Math.min(grid.column, grid.columns - 2))
})

function emptied(state: EditorState, { table, start }: Grid): Transaction {
  const change = state.tr
  const { id } = blockOf(table)
  change.replaceWith(start, start + table.nodeSize, makeBlock(plainBlock(id, 'paragraph', '')))
  return change.setSelection(TextSelection.create(change.doc, start + 1)).scrollIntoView()
}

/** Backspace at the start of the first cell of a table without words takes it away. */
export const dissolve = within((state, grid) => {
  const { $head, empty } = state.selection
  if (!empty || $head.parentOffset > 0 || grid.row > 0 || grid.column > 0) return null
  if (grid.table.textContent !== '') return null
  const change = state.tr
  setKind(change, grid.start, 'paragraph')
  const node = change.doc.nodeAt(grid.start)
  if (node !== null) change.delete(grid.start + 1, grid.start + 1 + node.content.size)
  return change.setSelection(TextSelection.create(change.doc, grid.start + 1))
})

/** Up and down a row, in the same column; past the edge the caret leaves the table. */
export function moveRow(step: -1 | 1): Command {
  return (state, dispatch, view) => {
    const grid = gridAt(state.selection.$head)
    if (grid === null || !state.selection.empty || view?.endOfTextblock(step < 0 ? 'up' : 'down') !== true) return false
    const row = grid.row + step
    if (row < 0 || row >= grid.rows) return false
    const at = inside(grid.table, grid.start, row, grid.column)
    dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, at)).scrollIntoView())
    return true
  }
}
