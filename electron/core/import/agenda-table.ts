/** Minutes kept as a table: a row for each item, with its number, title, notes, decision and who does what. */
import { mixedColumn } from './action-columns.ts'
import { isRule } from './lines.ts'
import type { SourceLine } from './lines.ts'
import { cellsBetween } from './table-cells.ts'
import { foldText } from './words.ts'

export type AgendaColumn = 'number' | 'title' | 'text' | 'decision' | 'action' | 'both' | 'owner' | 'due'

const columnWords: ReadonlyArray<readonly [AgendaColumn, RegExp]> = [
  ['number', /^(?:nr|nummer|no|punkt nr|punktnr|p nr|item no|ref)$/u],
  [
    'title',
    /^(?:punkt|ärende|ärenden|rubrik|fråga|ämne|dagordning|dagordningspunkt|agendapunkt|agenda|agenda item|agenda point|item|topic|subject|område)$/u,
  ],
  [
    'text',
    /^(?:anteckning(?:ar)?|minnesanteckning(?:ar)?|diskussion|notering(?:ar)?|kommentar(?:er)?|innehåll|sammanfattning|referat|beskrivning|notes?|discussion|comments?|minutes|summary|description)$/u,
  ],
  ['decision', /^(?:beslut|beslut slutsats|slutsats|decisions?|outcome|resolution|conclusion)$/u],
  ['both', mixedColumn],
  ['action', /^(?:åtgärd(?:er)?|att göra|actions?|action points?|todo|to do)$/u],
  ['owner', /^(?:ansvarig|ansvar|ansv|vem|vem gör|utförs av|åtgärdas av|action by|owner|responsible|who|by whom)$/u],
  ['due', /^(?:klar|klart|när|datum|deadline|due|due date|when|senast|tid|färdigt?)$/u],
]

function columnOf(cell: string): AgendaColumn | null {
  const words = foldText(cell.replace(/[/&]/gu, ' ').replace(/\*/gu, '')).trim()
  if (cell.trim() === '#' || cell.trim() === '§') return 'number'
  return columnWords.find(([, pattern]) => pattern.test(words))?.[0] ?? null
}

/** The columns of a header row between tabs, pipes or wide gaps; null for any other line. */
function agendaColumns(line: SourceLine): AgendaColumn[] | null {
  if (line.text.length > 160 || line.forced !== null) return null
  const cells = /[\t|]/u.test(line.raw.trim()) ? cellsBetween(line.raw) : line.raw.trim().split(/ {3,}/u)
  if (cells.length < 2) return null
  const columns = cells.map((cell) => (cell === '' ? null : columnOf(cell)))
  if (columns.some((column) => column === null)) return null
  const known = columns.filter((column) => column !== null)
  const distinct = new Set(known).size === known.length
  return distinct && known.includes('title') ? known : null
}

export interface AgendaCell {
  column: AgendaColumn
  line: SourceLine
  text: string
}

export interface AgendaRow {
  line: SourceLine
  /** Last line that belongs to the row. */
  last: number
  number: string | null
  title: string
  /** What stands in the row beside number and title, in the source's order. */
  cells: AgendaCell[]
}

const rowNumber = /^(?:§ ?)?(?<number>\d{1,4}(?:\.\d{1,3})*)[.):]?$/u
/** Lines that a row of a pasted table may have. */
const longestRow = 60

/** A row's first cells, when the line opens one. */
function opensRow(line: SourceLine, columns: readonly AgendaColumn[]): string[] | null {
  if (line.forced !== null || isRule(line.text) || !/[\t|]/u.test(line.raw.trim())) return null
  const cells = cellsBetween(line.raw)
  if (cells.length < 2 || cells.length > columns.length + 1) return null
  const title = cells[columns.indexOf('title')] ?? ''
  const number = columns.indexOf('number')
  const numbered = number < 0 || rowNumber.test(cells[number] ?? '')
  return numbered && /\p{L}/u.test(title) && title.length <= 160 ? cells : null
}

/**
 * In rows without numbers a line between tabs goes on with the row above where its cells fill that row up to the last
 * column: a pasted row has all its tabs.
 */
function fillsUp(line: SourceLine, column: number, columns: readonly AgendaColumn[]): boolean {
  const numbered = columns.includes('number') || line.raw.includes('|')
  const last = columns.length - 1
  return !numbered && column < last && column + cellsBetween(line.raw).length - 1 === last
}

/** The rows below the header row at the place `header`, each with the lines that go on in its cells; fewer than two are no table of items. */
function agendaRows(lines: readonly SourceLine[], header: number): AgendaRow[] {
  const titles = lines[header]
  const columns = titles === undefined ? null : agendaColumns(titles)
  if (
    columns === null ||
    !columns.some((one) => one === 'text' || one === 'decision' || one === 'action' || one === 'both')
  )
    return []
  const rows: AgendaRow[] = []
  let current: AgendaRow | null = null
  let column = 0
  let gap = false
  for (let at = header + 1; at < lines.length; at += 1) {
    const line = lines[at]
    if (line === undefined) break
    if (line.blank) {
      gap = true
      continue
    }
    const opened = opensRow(line, columns)
    if (opened !== null && (current === null || gap || !fillsUp(line, column, columns))) {
      current = newRow(line, opened, columns)
      rows.push(current)
      column = opened.length - 1
      gap = false
      continue
    }
    if (isRule(line.text)) continue
    const over = current === null || line.forced !== null || line.n - current.line.n > longestRow
    if (over || (gap && !rowFollows(lines, at, columns))) break
    if (current === null) break
    for (const [place, text] of cellsBetween(line.raw).entries()) {
      // A pipe's cells stand in their own columns; after a tab the next column goes on.
      if (place > 0 || line.raw.includes('|')) column = line.raw.includes('|') ? place : column + 1
      pushCell(current, columns[column], line, text)
    }
    current.last = line.n
    gap = false
  }
  return rows.length < 2 ? [] : rows
}

function pushCell(row: AgendaRow, column: AgendaColumn | undefined, line: SourceLine, text: string): void {
  if (!/[\p{L}\d]/u.test(text)) return
  const kind = column === undefined || column === 'number' || column === 'title' ? 'text' : column
  row.cells.push({ column: kind, line, text })
}

function newRow(line: SourceLine, cells: readonly string[], columns: readonly AgendaColumn[]): AgendaRow {
  const number = rowNumber.exec(cells[columns.indexOf('number')] ?? '')?.groups?.['number'] ?? null
  const title = cells[columns.indexOf('title')] ?? ''
  const own = number === null ? /^(?<number>\d{1,3}(?:\.\d{1,3})*)[.)]? (?<title>.+)$/u.exec(title)?.groups : undefined
  const row: AgendaRow = {
    line,
    last: line.n,
    number: number ?? own?.['number'] ?? null,
    title: own?.['title'] ?? title,
    cells: [],
  }
  cells.forEach((text, at) => {
    const column = columns[at]
    if (column !== 'number' && column !== 'title') pushCell(row, column, line, text)
  })
  return row
}

/** After a blank line a cell's text goes on only where a further row comes. */
function rowFollows(lines: readonly SourceLine[], from: number, columns: readonly AgendaColumn[]): boolean {
  return lines.slice(from, from + longestRow).some((line) => opensRow(line, columns) !== null)
}

/** More rows of column names than this are no table's head; the search stays linear. */
const mostHeaders = 20

export interface AgendaTable {
  header: SourceLine
  rows: AgendaRow[]
}

/** A header row over points set with spaces ("Nr   Punkt   Ansv.   Klart"), which heads no table that could be cut. */
export function isSpacedHeader(line: SourceLine): boolean {
  return !/[\t|]/u.test(line.raw.trim()) && agendaColumns(line)?.includes('number') === true
}

/** The first table of items in a meeting's lines; null where there is none. */
export function findAgendaTable(lines: readonly SourceLine[]): AgendaTable | null {
  let tried = 0
  for (const [at, header] of lines.entries()) {
    if (header.blank || agendaColumns(header) === null) continue
    tried += 1
    if (tried > mostHeaders) break
    const rows = agendaRows(lines, at)
    if (rows.length > 0) return { header, rows }
  }
  return null
}
