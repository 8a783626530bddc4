/** Writes paragraphs and tables: sanitised, typeset, with foreign titles in runs of their own. */
import { foreignSpans } from './foreign.ts'
import type { ForeignOptions } from './foreign.ts'
import { escapeXml, sanitise } from './sanitise.ts'
import type { Replacements } from './sanitise.ts'
import { typeset } from './typography.ts'
import type { Clocks } from './typography.ts'
import type { Numbering } from './numbering.ts'
import type { DocumentTexts } from './texts.ts'

/** What every block needs while one document is written. */
export type Writing = {
  texts: DocumentTexts
  foreign: ForeignOptions
  numbering: Numbering
  replaced: Replacements
  /** Whether the sentence that leads in a table stays on its page; older approved minutes keep it free. */
  freeIntros?: boolean
  /** How clock times are printed; older approved minutes keep theirs as written. */
  clocks?: Clocks
  /** Finished blocks of the body, in order. */
  out: string[]
}

export type ParagraphOptions = {
  /** A paragraph style of styles.ts; Normal when missing. */
  style?: string
  /** Instance of numbering.ts. */
  instance?: number
  /** Level of the list, from 0. */
  level?: number
  /** Printed words that are the other language, beside those that are found. */
  foreign?: readonly string[]
  /** Stays on the page of what follows. */
  keepNext?: boolean
}

/** Text as it is printed: safe for XML, set by the language's rules, one line. */
export function printed(writing: Writing, text: string): string {
  return typeset(sanitise(text, writing.replaced), writing.foreign.language, writing.clocks)
}

/** Splits text at its line breaks into printed paragraphs; empty ones vanish. */
export function printedLines(writing: Writing, text: string): string[] {
  return sanitise(text, writing.replaced)
    .split('\n')
    .map((line) => typeset(line, writing.foreign.language, writing.clocks))
    .filter((line) => line !== '')
}

/** Adds the sentence that says what the table below it shows: alone at the end of a page it would lead in nothing. */
export function addIntro(writing: Writing, text: string): void {
  addParagraph(writing, text, writing.freeIntros === true ? {} : { keepNext: true })
}

/** Adds one paragraph of printed text. Nothing is added for an empty one: distance is the style's matter. */
export function addParagraph(writing: Writing, text: string, options: ParagraphOptions = {}): void {
  if (text === '') return
  const after = writing.out.at(-1)?.endsWith('</w:tbl>') === true ? afterTable[options.style ?? 'Normal'] : undefined
  writing.out.push(paragraphXml(writing, text, after === undefined ? options : { ...options, style: after }))
}

/** Styles that keep a distance to the table before them. */
const afterTable: Readonly<Record<string, string>> = { Normal: 'EfterTabell', ListBullet: 'ListaEfterTabell' }

/** "Label: value" with the value in the second column, for the style Metadata. */
export function addMetadata(writing: Writing, label: string, value: string, keepNext = false): void {
  const bold = `<w:r><w:rPr><w:b/><w:bCs/></w:rPr><w:t>${escapeXml(label)}</w:t></w:r>`
  writing.out.push(
    `<w:p>${properties({ style: 'Metadata', keepNext })}${bold}<w:r><w:tab/></w:r>${runs(writing, value)}</w:p>`,
  )
}

export type TableColumn = { title: string; width: number }

/** Adds a data table: a repeated header row, rows that stay whole, a name and a description for screen readers. Widths in twips. */
export function addTable(
  writing: Writing,
  table: {
    caption: string
    description: string
    columns: readonly TableColumn[]
    rows: readonly (readonly string[])[]
  },
): void {
  const cell = (text: string, width: number, style: string) =>
    `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${paragraphXml(writing, text, { style })}</w:tc>`
  const row = (cells: readonly string[], style: string, header: string) =>
    `<w:tr><w:trPr><w:cantSplit/>${header}</w:trPr>` +
    `${table.columns.map((column, index) => cell(cells[index] ?? writing.texts.unknown, column.width, style)).join('')}</w:tr>`
  const titles = table.columns.map((column) => column.title)
  writing.out.push(
    '<w:tbl><w:tblPr><w:tblStyle w:val="Tabell"/>' +
      `<w:tblW w:w="${table.columns.reduce((sum, column) => sum + column.width, 0)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>` +
      '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>' +
      `<w:tblCaption w:val="${escapeXml(table.caption)}"/><w:tblDescription w:val="${escapeXml(table.description)}"/></w:tblPr>` +
      `<w:tblGrid>${table.columns.map((column) => `<w:gridCol w:w="${column.width}"/>`).join('')}</w:tblGrid>` +
      row(titles, 'Tabellrubrik', '<w:tblHeader/>') +
      table.rows.map((cells) => row(cells, 'Tabelltext', '')).join('') +
      '</w:tbl>',
  )
}

function paragraphXml(writing: Writing, text: string, options: ParagraphOptions): string {
  return `<w:p>${properties(options)}${runs(writing, text, options.foreign)}</w:p>`
}

/** Words of a block that its writer has marked as another language, as they are printed. */
export function foreignWords(
  writing: Writing,
  { text, spans = [] }: { text: string; spans?: readonly { from: number; to: number; kind: string }[] | undefined },
): string[] {
  const marked = spans.filter(({ kind }) => kind === 'foreign').map(({ from, to }) => text.slice(from, to).trim())
  return marked.map((words) => printed(writing, words)).filter((words) => words !== '')
}

function properties({ style, instance, level = 0, keepNext }: ParagraphOptions): string {
  if (style === undefined && instance === undefined && keepNext !== true) return ''
  const named = style === undefined ? '' : `<w:pStyle w:val="${style}"/>`
  const numbered =
    instance === undefined ? '' : `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${instance}"/></w:numPr>`
  return `<w:pPr>${named}${keepNext === true ? '<w:keepNext/>' : ''}${numbered}</w:pPr>`
}

function runs(writing: Writing, text: string, marked: readonly string[] = []): string {
  let at = 0
  let xml = ''
  const { titles } = writing.foreign
  const foreign = marked.length === 0 ? writing.foreign : { ...writing.foreign, titles: [...marked, ...titles] }
  for (const span of foreignSpans(text, foreign)) {
    if (span.start > at) xml += run(text.slice(at, span.start))
    xml += run(text.slice(span.start, span.end), `<w:rPr><w:lang w:val="${span.tag}"/></w:rPr>`)
    at = span.end
  }
  return at < text.length ? xml + run(text.slice(at)) : xml
}

function run(text: string, formatting = ''): string {
  return `<w:r>${formatting}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`
}
