/** Tables of attendance with a column for each item, or each few of them: "Name | 1–4 | 5 | 6–9". */
import type { SourceLine } from './lines.ts'
import { noMarks, readBareMark, takeMarks } from './marks.ts'
import type { Marks } from './marks.ts'
import { placedCells, separatorOf } from './table-cells.ts'
import type { Cell, Separator } from './table-cells.ts'
import { nameColumn } from './table-columns.ts'

interface Grid {
  separator: Separator
  cells: readonly Cell[]
  /** The place of each column of items among the cells, and the items. */
  items: ReadonlyArray<{ at: number; items: string }>
}

/** Longer than any table of people. */
const reach = 150

const itemTitle =
  /^(?<word>§§? ?|(?:punkt(?:erna)?|items?|p\.?|ärenden?|minutes?) ?)?(?<items>\d{1,3}[a-e]?(?: ?(?:–|-|, ) ?\d{1,3}[a-e]?)?)(?<sign> ?§§?)?$/iu

/** The header of such a table. Bare numbers may be those of meetings; a stretch, a word or a sign says that they are items. */
function gridOf(raw: string): Grid | null {
  if (raw.length > 400 || !/\d/u.test(raw)) return null
  const separator = separatorOf(raw)
  const cells = placedCells(raw, separator)
  if (!nameColumn.test(cells[0]?.text ?? '')) return null
  const titles = cells.map(({ text }) => itemTitle.exec(text)?.groups)
  const items = titles.flatMap((title, at) => (title?.['items'] === undefined ? [] : [{ at, items: title['items'] }]))
  const told = titles.some((title) => title !== undefined && /\D/u.test(title['items'] ?? ''))
  const named = titles.some((title) => title?.['word'] !== undefined || title?.['sign'] !== undefined)
  return items.length > 1 && items.length < cells.length && (told || named) ? { separator, cells, items } : null
}

/** True for the header of such a table, whose numbers open no item. */
export function isGridHeader(line: SourceLine): boolean {
  return gridOf(line.raw) !== null
}

/** The cells of a row by the columns of the header; null for a line that does not follow it. */
function rowOf(raw: string, grid: Grid): string[] | null {
  const cells = placedCells(raw, grid.separator)
  if (grid.separator !== null) return cells.length === grid.cells.length ? cells.map(({ text }) => text) : null
  if (cells.length < 2 || cells.length > grid.cells.length) return null
  const row = grid.cells.map(() => '')
  for (const { text, start } of cells) {
    const far = grid.cells.map((column) => Math.abs(column.start - start))
    const at = far.indexOf(Math.min(...far))
    if (row[at] !== '') return null
    row[at] = text
  }
  return row
}

function marksIn(cell: string, signs: ReadonlyMap<string, string>): Marks | null {
  const marks = noMarks()
  if (cell === '') return { ...marks, status: 'absent' }
  const words = signs.get(cell) ?? cell
  if (!readBareMark(words, marks) && takeMarks(words, marks).trim() !== '') return null
  return { ...marks, status: marks.status ?? (marks.mode === null ? null : 'present') }
}

/** What the cells of one row say together, in the words one cell would say it in; null where a cell says something else. */
function summary(cells: readonly string[], grid: Grid, signs: ReadonlyMap<string, string>): string | null {
  const marks = cells.map((cell) => marksIn(cell, signs))
  const there = marks.filter((one) => one?.status === 'present')
  if (marks.includes(null)) return null
  if (there.length === 0) return marks.some((one) => one?.status === 'excused') ? 'apologies' : 'not present'
  const [mode = null, ...others] = new Set(there.map((one) => one?.mode ?? null))
  const how = { room: 'in person', remote: 'remote', phone: 'by phone', unknown: 'present' }
  const items = grid.items.flatMap((column, at) => (marks[at]?.status === 'present' ? [column.items] : []))
  const which = items.length === grid.items.length ? '' : ` items ${items.join(', ')}`
  return `${others.length > 0 ? how.unknown : how[mode ?? 'unknown']}${which}`
}

/** The lines with the columns of items put as one column of attendance. `signs` are those a legend explains. */
export function readGrids(lines: readonly SourceLine[], signs: ReadonlyMap<string, string>): SourceLine[] {
  const read = [...lines]
  const put = (at: number, cells: readonly string[], last: string, grid: Grid): void => {
    const line = read[at]
    const own = cells.filter((_, column) => grid.items.every((item) => item.at !== column))
    const raw = [...own, last].join(grid.separator ?? '\t')
    if (line !== undefined) read[at] = { ...line, raw, text: raw.replace(/\s+/gu, ' ').trim() }
  }
  for (const [from, header] of lines.entries()) {
    const grid = header.blank || header.forced !== null ? null : gridOf(header.raw)
    if (grid === null) continue
    let rows = 0
    for (let at = from + 1; at < Math.min(lines.length, from + reach); at += 1) {
      const line = lines[at]
      if (line === undefined || line.blank) break
      const cells = line.raw.length > 1000 ? null : rowOf(line.raw, grid)
      const own = cells === null ? [] : grid.items.map((item) => cells[item.at] ?? '')
      const said = cells === null ? null : summary(own, grid, signs)
      if (cells === null || said === null) continue
      put(at, cells, said, grid)
      rows += 1
    }
    if (rows > 0)
      put(
        from,
        grid.cells.map(({ text }) => text),
        'Attendance',
        grid,
      )
  }
  return read
}
