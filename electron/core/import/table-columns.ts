/** Tables of attendance: their header row, and what a cross in a column says. */
import type { AttendanceStatus } from '#contract/minutes.ts'
import { datedTableOf } from './dated-columns.ts'
import { cellsOf } from './lines.ts'
import { noMarks, readBareMark } from './marks.ts'
import { readPeopleHeading } from './people-headings.ts'
import { cellsBetween } from './table-cells.ts'
import { columnRole } from './table-titles.ts'

const headerCell =
  /^(?:namn|name|roll|role|organisation|organization|funktion|när(?:v.*)?|ej|frånv.*|titel|title|nr|no\.?|#|present\??|attend.*|absent|uppdrag|parti|party|myndighet|kommentar|anm.*|företag|company|affiliation|form|mode|paragraf.*|initials?|initialer|type of \p{L}+|typ av \p{L}+|category|kategori|e-?post|tel.*|signatur|sign\.?)$/iu

export const nameColumn =
  /^(?:namn|name|deltagare|ledamot|ledamöter|beslutande|ersättare|suppleant|suppleanter|närvarande|experts?|participants?|members?)$/iu

const presentColumn = /^(?:när|närv\p{L}*[.?]?|present\??|attend\p{L}*\??|deltog|ja|yes)$/iu

const absentColumn = /^(?:ej|frånv.*|absent|förhinder|nej)$/iu

/** Titles of columns; two spaces part them already. */
function titlesOf(raw: string): string[] {
  return /[|\t]/u.test(raw.trim()) ? cellsOf(raw) : cellsOf(raw.trim().replace(/ {2,}/gu, '   '))
}

export function isHeaderRow(raw: string): boolean {
  const cells = titlesOf(raw)
  return (
    cells.length > 1 &&
    (datedTableOf(raw) !== null ||
      cells.filter((cell) => headerCell.test(cell)).length >= 2 ||
      (cells.length > 1 &&
        cells.every((cell) => columnRole(cell, false) !== null) &&
        cells.some((cell) => nameColumn.test(cell))) ||
      (nameColumn.test(cells[0] ?? '') && cells.slice(1).every((cell) => headerCell.test(cell))))
  )
}

/** "Närv.", "Frånvarande": what the crosses below such a title say, or the empty cells. */
export function isMarkColumn(title: string): boolean {
  return presentColumn.test(title.trim()) || absentColumn.test(title.trim())
}

export interface Columns {
  /** Column of a cell by its place among the cells; null where columns are set with spaces. */
  byIndex: readonly string[] | null
  /** The same with empty cells counted. */
  exact: readonly string[]
  /** Column headings with the character they start at. */
  byPlace: ReadonlyArray<{ title: string; start: number }>
}

export function columnsOf(raw: string): Columns | null {
  const titles = titlesOf(raw)
  if (titles.length < 2 || !titles.slice(1).some((title) => presentColumn.test(title) || absentColumn.test(title)))
    return null
  const byPlace: Array<{ title: string; start: number }> = []
  let from = 0
  for (const title of titles) {
    const start = raw.indexOf(title, from)
    byPlace.push({ title, start })
    from = start + title.length
  }
  return { byIndex: /[|\t]/u.test(raw.trim()) ? titles : null, exact: cellsBetween(raw), byPlace }
}

/** What the column of a cross says; without a cross somebody is absent in a table with a column of presence. */
export function statusInColumns(raw: string, columns: Columns): AttendanceStatus | null {
  const cross = /(?<![\p{L}\d])[xX✓✔](?![\p{L}\d])/u.exec(raw)
  if (cross === null) {
    const marked = cellsOf(raw)
      .slice(1)
      .some(
        (cell) =>
          readBareMark(cell, noMarks()) ||
          /^[-–—]$|förhinder|frånv|absent|apolog|excused|länk|distans|digital|teams|zoom|skype|webex|video|telefon|online|plats|on site|remote|phone/iu.test(
            cell,
          ),
      )
    if (marked) return null
    return columns.byPlace.slice(1).some(({ title }) => presentColumn.test(title)) ? 'absent' : 'present'
  }
  const crossed = (cell: string): boolean => /^[xX✓✔](?:[,. ].*)?$/u.test(cell)
  const at = cellsOf(raw).findIndex(crossed)
  const exact = cellsBetween(raw)
  const sameWidth = columns.byIndex !== null && exact.length <= columns.exact.length
  const under = sameWidth ? (columns.exact[exact.findIndex(crossed)] ?? '') : ''
  const nearest = columns.byPlace.toSorted(
    (a, b) => Math.abs(a.start - cross.index) - Math.abs(b.start - cross.index),
  )[0]
  const title = under === '' ? (columns.byIndex?.[at] ?? nearest?.title ?? '') : under
  return absentColumn.test(title) ? 'absent' : presentColumn.test(title) ? 'present' : null
}

/** A column of names under a heading of its own. */
export interface NameColumn {
  start: number
  status: AttendanceStatus | null
  capacity: string | null
}

/** "Ledamöter          Ersättare": headings of people side by side, with names below each. Null for any other line. */
export function nameColumnsOf(raw: string): NameColumn[] | null {
  const titles = cellsOf(raw)
  if (titles.length < 2 || titles.length > 4) return null
  const headings = titles.map((title) => readPeopleHeading(title))
  // "Present   Apologies" over names is two lists; beside a column of names such a title is one of marks.
  const lists = headings.every((heading) => (heading?.status ?? null) !== null)
  if ((!lists && titles.some((title) => isMarkColumn(title))) || new Set(titles).size < titles.length) return null
  let from = 0
  const columns = headings.flatMap((heading, at) => {
    const title = titles[at] ?? ''
    const start = raw.indexOf(title, from)
    from = start + title.length
    return heading === null || heading.rest !== ''
      ? []
      : [{ start, status: heading.status, capacity: heading.capacity }]
  })
  return columns.length === titles.length ? columns : null
}

/** The column a name stands in: by its place among tabs or pipes, else by the nearest heading. */
export function nameColumnAt(raw: string, name: string, columns: readonly NameColumn[]): NameColumn | undefined {
  const at = raw.indexOf(name)
  if (at < 0) return undefined
  if (/[|\t]/u.test(raw)) {
    const before = raw.slice(0, at).replace(/^\s*\|/u, '')
    return columns[(before.match(/[|\t]/gu) ?? []).length]
  }
  return columns.toSorted((a, b) => Math.abs(a.start - at) - Math.abs(b.start - at))[0]
}
