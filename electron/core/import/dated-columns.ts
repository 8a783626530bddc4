/** Tables of attendance with a column for each meeting: only the column of this meeting's date tells who was there. */
import type { ProposedParticipant } from '#contract/proposal.ts'
import { findDates, isoOf } from './dates.ts'
import type { FoundDate } from './dates.ts'
import { cellsOf } from './lines.ts'
import { noMarks, readBareMark, takeMarks } from './marks.ts'
import { placedCells, separatorOf } from './table-cells.ts'
import type { Separator } from './table-cells.ts'

interface DatedColumn {
  title: string
  /** Null where the column has a number and no date ("Möte 2"). */
  date: FoundDate | null
  /** Its place among the cells, empty ones counted. */
  index: number
  start: number
  end: number
}

export interface DatedTable {
  /** The header as written. */
  header: string
  separator: Separator
  columns: readonly DatedColumn[]
  /** Columns beside those of meetings, the name's first of all. */
  others: ReadonlyArray<{ title: string; index: number; start: number; end: number }>
}

/** What a row says in each column of a meeting, and the row without them. */
export interface DatedRow {
  table: DatedTable
  cells: ReadonlyArray<string>
  rest: string
  /** The same with its empty cells, between tabs. */
  whole: string
}

/** "Jan", "Februari": a column for each month. */
function monthAlone(cell: string): FoundDate | null {
  const at = months.findIndex((name) => name.test(cell))
  return at < 0
    ? null
    : { year: null, month: at + 1, day: null, weekday: null, index: 0, end: cell.length, quote: cell, ambiguous: false }
}

const months = [
  'jan(?:uari|uary)?',
  'feb(?:ruari|ruary)?',
  'mar(?:s|ch)?',
  'apr(?:il)?',
  'maj|may',
  'jun[ie]?',
  'jul[iy]?',
  'aug(?:usti|ust)?',
  'sept?(?:ember)?',
  'o[kc]t(?:ober)?',
  'nov(?:ember)?',
  'dec(?:ember)?',
].map((name) => new RegExp(`^(?:${name})\\.?$`, 'iu'))

/** "12 jan", "9/2", "tors 2024-02-09": the date that is all of a cell. */
function dateOf(cell: string): FoundDate | null {
  if (cell.length > 24) return null
  const month = monthAlone(cell)
  if (month !== null) return month
  // "24-05-14" and "240514" leave the century out.
  const whole = cell.replace(/^(\d{2})-?(\d{2})-?(\d{2})$/u, '20$1-$2-$3')
  const [date, ...more] = findDates(whole, { slash: true })
  if (date === undefined || more.length > 0) return null
  return `${whole.slice(0, date.index)}${whole.slice(date.end)}`.replace(/[\s.:,]+/gu, '') === '' ? date : null
}

const counted = /^(?:möte|sammanträde|träff|meeting|session|nr|no\.?) ?\d{1,3}$/iu

/** The header of such a table: at least two columns of meetings behind at most three others. Null for any other line. */
export function datedTableOf(raw: string): DatedTable | null {
  if (raw.length > 400 || cellsOf(raw).length < 2) return null
  const separator = separatorOf(raw)
  const cells = placedCells(raw, separator).filter((cell) => cell.text !== '')
  const columns: DatedColumn[] = []
  const others: Array<DatedTable['others'][number]> = []
  for (const { text, index, start } of cells) {
    const date = dateOf(text)
    const end = start + text.length
    if (date !== null || counted.test(text)) columns.push({ title: text, date, index, start, end })
    else if (/\d/u.test(text) || text.length > 24) return null
    else others.push({ title: text, index, start, end })
  }
  return columns.length > 1 && others.length < 4 ? { header: raw.trim(), separator, columns, others } : null
}

function distance(place: number, column: { start: number; end: number }): number {
  return place < column.start ? column.start - place : Math.max(0, place - column.end)
}

/** A row of the table taken apart. In columns set with spaces a cell belongs to the nearest heading. */
export function datedRowOf(raw: string, table: DatedTable): DatedRow {
  const cells = placedCells(raw, table.separator)
  const found = new Map<number, string>()
  const rest: string[] = []
  cells.forEach((cell, at) => {
    const column =
      table.separator !== null
        ? table.columns.find((one) => one.index === cell.index)
        : at === 0
          ? undefined
          : nearest(cell.start + (cell.text.length - 1) / 2, table)
    if (column === undefined) rest.push(cell.text)
    else found.set(column.index, cell.text)
  })
  return {
    table,
    cells: table.columns.map((column) => found.get(column.index) ?? ''),
    rest: rest.filter((text) => text !== '').join('\t'),
    whole: table.others.map(({ index }) => cells[index]?.text ?? '').join('\t'),
  }
}

function nearest(place: number, table: DatedTable): DatedColumn | undefined {
  const column = table.columns.toSorted((a, b) => distance(place, a) - distance(place, b))[0]
  if (column === undefined) return undefined
  return table.others.some((other) => distance(place, other) < distance(place, column)) ? undefined : column
}

export interface DatedEntry extends DatedRow {
  participant: number
  headerLine: number
  line: number
}

/** Words of a list that no field holds, with their line. */
interface KeptWords {
  line: number
  words: string
}

/**
 * Gives everybody in such tables what the column of `date` (ISO, possibly without its day) says. Where no column, or
 * more than one, is of that date nobody's presence is known; the words returned then hold the header. `days` are those
 * of a meeting that went on for several.
 */
export function settleDated(
  entries: readonly DatedEntry[],
  participants: readonly ProposedParticipant[],
  date: string | null,
  days: readonly string[] = [],
): KeptWords[] {
  const kept: KeptWords[] = []
  for (const table of new Set(entries.map((entry) => entry.table))) {
    const rows = entries.filter((entry) => entry.table === table)
    const fitting = table.columns.flatMap((column, at) =>
      date !== null && column.date !== null && fits(column.date, date) ? [at] : [],
    )
    const each = days.map((day) =>
      table.columns.findIndex((column) => column.date !== null && column.date.day !== null && fits(column.date, day)),
    )
    if (each.length > 1 && each.every((at) => at >= 0)) {
      for (const row of rows) {
        const person = participants[row.participant]
        if (person !== undefined) kept.push(...settleDays(person, row, each))
      }
      continue
    }
    const [at] = fitting
    const only = fitting.length === 1 ? at : undefined
    const marked = only !== undefined && rows.some((row) => row.cells[only] !== '')
    if (!marked) kept.push({ line: rows[0]?.headerLine ?? 0, words: table.header.replace(/\s+/gu, ' ') })
    for (const row of rows) {
      const person = participants[row.participant]
      if (person === undefined) continue
      if (only === undefined || !marked) person.status = 'unknown'
      else kept.push(...settleRow(person, row.cells[only] ?? '', row.line))
    }
  }
  return kept
}

/** True for a column of the meeting's day, or of its month where the column names no day. */
function fits(column: FoundDate, date: string): boolean {
  const iso = isoOf(column, column.year ?? Number(date.slice(0, 4)))
  return iso !== null && (column.day === null ? date.startsWith(iso) : iso === date)
}

/** A meeting of several days: present is whoever came on one of them, and the days are told where not all were attended. */
function settleDays(person: ProposedParticipant, row: DatedEntry, columns: readonly number[]): KeptWords[] {
  const told = columns.map((at) => {
    const own = { ...person }
    const kept = settleRow(own, row.cells[at] ?? '', row.line)
    return { own, kept, title: row.table.columns[at]?.title ?? '', cell: row.cells[at] ?? '' }
  })
  const there = told.filter(({ own }) => own.status === 'present')
  const [first, ...others] = there.length > 0 ? there : told
  if (first === undefined) return []
  person.status = first.own.status
  const alike = others.every(({ own }) => own.mode === first.own.mode)
  if (alike) person.mode = first.own.mode
  if (there.length > 0 && there.length < told.length) person.items = there.map(({ title }) => title).join(', ')
  return [
    ...told.flatMap(({ kept }) => kept),
    ...(alike ? [] : there.map(({ title, cell }) => ({ line: row.line, words: `${title}: ${cell}` }))),
  ]
}

function settleRow(person: ProposedParticipant, cell: string, line: number): KeptWords[] {
  if (cell === '') {
    person.status = 'absent'
    return []
  }
  const marks = noMarks()
  const left = readBareMark(cell, marks) ? '' : takeMarks(cell, marks).trim()
  if (left !== '') {
    person.status = 'unknown'
    return [{ line, words: cell }]
  }
  person.status = marks.status ?? 'present'
  person.mode = marks.mode ?? person.mode
  person.items = marks.items ?? person.items
  return marks.kept.map((words) => ({ line, words }))
}
