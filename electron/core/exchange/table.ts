/** Delimited text as rows of cells, each with its line. Mixed line ends are one kind already. Pure. */
import Papa from 'papaparse'
import { mostColumns, mostContacts, type ContactProblem, type Separator } from '#contract/exchange.ts'
import { KansliError } from '#contract/errors.ts'

export type TableRow = {
  /** First of the lines the row takes, from 1. */
  line: number
  cells: string[]
  /** The row's own words. */
  quote: string
  problems: Extract<ContactProblem, 'unbalanced-quote' | 'too-many-cells'>[]
}

const separators: readonly Separator[] = [';', '\t', ',', '|']
/** Rows looked at to tell the separator. */
const sampleRows = 60
/** After so many loose quotes the rest is read as if quotes meant nothing. */
const mostRepairs = 40
/** A heading row and some blank ones beside the contacts. */
const mostRows = mostContacts + 1000

/** How Excel names the separator in a file's first line. */
const declaration = /^sep=(.)(?:\n|$)/iu

function parse(text: string, separator: Separator, quotes: boolean, most = 0) {
  return Papa.parse<string[]>(text, {
    delimiter: separator,
    newline: '\n',
    // A character that no text holds after decoding: nothing is quoted.
    quoteChar: quotes ? '"' : '\u0001',
    preview: most,
  })
}

const isSeparator = (text: string | undefined): text is Separator => separators.some((one) => one === text)

/** The separator that cuts the first rows most evenly; the more cells, the better. */
export function guessSeparator(text: string): Separator {
  const declared = declaration.exec(text)?.[1]
  if (isSeparator(declared)) return declared
  const sample = text.split('\n', sampleRows).join('\n')
  let best: { separator: Separator; score: number } = { separator: ';', score: 0 }
  for (const separator of separators) {
    const widths = parse(sample, separator, true)
      .data.filter((cells) => cells.some((cell) => cell.trim() !== ''))
      .map((cells) => cells.length)
    const counts = new Map<number, number>()
    for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1)
    const [width = 1, count = 0] = [...counts].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? []
    const score = width > 1 ? (count / widths.length) * (1 + Math.min(width, 12) / 20) : 0
    if (score > best.score) best = { separator, score }
  }
  return best.separator
}

const isBlank = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '')
const lineBreaks = (cells: readonly string[]) => cells.reduce((sum, cell) => sum + (cell.split('\n').length - 1), 0)

/**
 * Rows of a delimited text, blank ones left out. A quote that nothing closes spoils its own line alone: the line is
 * read as it stands, marked, and the next one begins anew.
 * @throws KansliError contacts.too-many, contacts.too-wide
 */
export function readTable(text: string, separator: Separator): TableRow[] {
  const lines = text.split('\n')
  const rows: TableRow[] = []
  let start = declaration.test(text) ? 1 : 0
  const add = (at: number, taken: number, cells: string[], broken: boolean) => {
    if (isBlank(cells)) return
    if (cells.length > mostColumns && cells.slice(mostColumns).some((cell) => cell.trim() !== ''))
      throw new KansliError('contacts.too-wide', { limit: mostColumns })
    if (rows.length === mostRows) throw new KansliError('contacts.too-many', { limit: mostContacts })
    rows.push({
      line: at + 1,
      cells: cells.slice(0, mostColumns),
      quote: lines.slice(at, at + taken).join('\n'),
      problems: broken ? ['unbalanced-quote'] : [],
    })
  }
  for (let repairs = 0; start < lines.length; repairs += 1) {
    const rest = lines.slice(start).join('\n')
    const { data, errors } = parse(rest, separator, repairs < mostRepairs, mostRows + 1)
    const broken = new Set(errors.flatMap(({ type, row }) => (type === 'Quotes' && row !== undefined ? [row] : [])))
    let at = start
    let torn = false
    for (const [index, cells] of data.entries()) {
      const taken = 1 + lineBreaks(cells)
      if (broken.has(index) && taken > 1) {
        const [alone = []] = parse(lines[at] ?? '', separator, false).data
        add(at, 1, alone, true)
        at += 1
        torn = true
        break
      }
      add(at, taken, cells, broken.has(index))
      at += taken
    }
    start = at
    if (!torn) break
  }
  return rows
}

/** Marks rows that hold more than the headings name. */
export function markWide(rows: readonly TableRow[], width: number): void {
  for (const row of rows)
    if (row.cells.slice(width).some((cell) => cell.trim() !== '')) row.problems.push('too-many-cells')
}
