/** Which lines open an item: numbered chains by their sequence, unnumbered lines by their looks. */
import { findAgendaList } from './agenda-list.ts'
import type { AgendaList } from './agenda-list.ts'
import type { AgendaRow, AgendaTable } from './agenda-table.ts'
import { bulletHeadings } from './bullet-headings.ts'
import type { Heading, HeadingField } from './heading-field.ts'
import { isInnerHeading, isKnownTitle } from './known-titles.ts'
import { letteredHeadings } from './lettered-headings.ts'
import { headingMark, isMarkedHeading } from './lines.ts'
import type { SourceLine } from './lines.ts'
import { numberedHeadings } from './numbered-headings.ts'
import { titleAndRegistry } from './registry.ts'
import { timedHeadings } from './timed-headings.ts'
import { isCapitals, unnumberedHeadings } from './unnumbered-headings.ts'

/** A row of a table of items is headed by its number and title. */
function rowHeading({ line, number, title }: AgendaRow): Heading {
  const registry = titleAndRegistry(title)
  return {
    line,
    titleLine: null,
    number,
    style: number === null ? 'none' : 'plain',
    ...registry,
    rest: '',
    registryLine: null,
    certain: true,
  }
}

/** All headings of one meeting in order; with a table of items its rows, and what agendas know outside it. */
export function findHeadings(all: HeadingField, table: AgendaTable | null): Heading[] {
  if (table !== null) {
    const last = table.rows.at(-1)?.last ?? 0
    const outside = (line: SourceLine): boolean => line.n < table.header.n || line.n > last
    const others = unnumberedHeadings(all, 3, (line) => outside(line) && isKnownTitle(line.text))
    return [...table.rows.map(rowHeading), ...others].toSorted((a, b) => a.line.n - b.line.n)
  }
  const agenda = findAgendaList(all)
  const field =
    agenda === null ? all : { ...all, taken: (line: SourceLine) => agenda.lines.has(line.n) || all.taken(line) }
  const numbered = numberedHeadings(field)
  const programme = timedHeadings(field)
  if (numbered.length < programme.length) return withKnown(field, programme)
  const lettered = letteredHeadings(field)
  if (numbered.length < lettered.length) return withKnown(field, lettered)
  if (numbered.length > 0 && countsLists(field, numbered)) return unnumbered(field, agenda)
  if (numbered.length === 0) {
    const bullets = bulletHeadings(field)
    return bullets.length > 0 ? withKnown(field, bullets) : unnumbered(field, agenda)
  }
  const lines = new Set(numbered.flatMap((heading) => [heading.line.n, heading.titleLine?.n ?? 0]))
  const first = numbered.reduce((low, heading) => Math.min(low, heading.line.n), Number.POSITIVE_INFINITY)
  const capitals = unnumberedHeadings(field, 3, (line) => !lines.has(line.n) && isCapitals(line.text))
  const others = unnumberedHeadings(
    field,
    3,
    (line) =>
      !lines.has(line.n) &&
      (line.forced === 'itemHeading' ||
        (line.n > first && isKnownTitle(line.text)) ||
        (capitals.length >= 3 && isCapitals(line.text))),
  )
  return [...numbered, ...others].toSorted((a, b) => a.line.n - b.line.n)
}

/** Headings by their looks, and the lines that repeat an entry of the agenda in front. */
function unnumbered(field: HeadingField, agenda: AgendaList | null): Heading[] {
  const again = agenda === null ? [] : unnumberedHeadings(field, -2, (line) => agenda.repeated.has(line.n))
  const others = unnumberedHeadings(field, 2, (line) => agenda?.repeated.has(line.n) !== true)
  return [...again, ...others].toSorted((a, b) => a.line.n - b.line.n)
}

/** Under headings that Markdown marks, numbers on unmarked lines count the entries of lists. */
function countsLists(field: HeadingField, numbered: readonly Heading[]): boolean {
  if (numbered.some(({ line, style }) => isMarkedHeading(line) || line.forced !== null || style === 'paragraph'))
    return false
  const marks = field.lines.filter(
    (line) => !field.taken(line) && /^(?:#{2,6}|={2,4})$/u.test(headingMark(line) ?? '') && !isInnerHeading(line.text),
  )
  const [first, last] = [marks[0]?.n ?? 0, numbered.at(-1)?.line.n ?? 0]
  return marks.length >= 3 && first < last && (numbered[0]?.line.n ?? 0) > first
}

/** Headings of one kind, and between them what agendas know. */
function withKnown(field: HeadingField, headings: readonly Heading[]): Heading[] {
  const marked = new Set(headings.map((heading) => heading.line.n))
  const known = unnumberedHeadings(field, 3, (line) => !marked.has(line.n) && isKnownTitle(line.text))
  return [...headings, ...known].toSorted((a, b) => a.line.n - b.line.n)
}
