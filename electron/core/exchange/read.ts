/** A file of contacts read: which format it is, its text as it is kept, and the contacts with their lines. */
import {
  mostContacts,
  type ContactColumn,
  type ContactField,
  type ContactFormat,
  type ContactsPreview,
  type Separator,
} from '#contract/exchange.ts'
import { maxImportText } from '#contract/envelope.ts'
import { KansliError } from '#contract/errors.ts'
import type { TextEncoding } from '#contract/imports.ts'
import { cleanText } from '#core/import/decode.ts'
import { readPlainText } from '#core/imports/text.ts'
import { readInvited } from './calendar.ts'
import { fromCells, judged, oneLine, type ReadContact } from './contact.ts'
import { reversedByComma } from './columns.ts'
import { guessFields, guessHeader } from './fields.ts'
import { guessSeparator, markWide, readTable, type TableRow } from './table.ts'
import { readCards } from './vcard.ts'
import { readWorkbook } from './workbook.ts'

export type ReadingInput = ({ text: string } | { base64: string }) & {
  format?: ContactFormat | undefined
  encoding?: TextEncoding | undefined
  separator?: Separator | undefined
  header?: boolean | undefined
  columns?: ContactField[] | undefined
  sheet?: number | undefined
}

export type Reading = Pick<
  ContactsPreview,
  'format' | 'encoding' | 'replaced' | 'separator' | 'header' | 'sheets' | 'sheet' | 'columns'
> & {
  /** What is kept as the source: the file's own text, or readable lines where it has none. */
  text: string
  contacts: ReadContact[]
}

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04
/** Old Excel (.xls) and locked workbooks. */
const isCompound = (bytes: Uint8Array) =>
  bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0

function formatOf(text: string): Exclude<ContactFormat, 'xlsx'> {
  const opening = /^\s*BEGIN:(VCARD|VCALENDAR)\s*$/imu.exec(text.slice(0, 10_000))
  if (opening === null) return 'csv'
  return opening[1]?.toUpperCase() === 'VCARD' ? 'vcard' : 'ics'
}

type Layout = { header: boolean | undefined; fields: ContactField[] | undefined }

/** Rows as contacts by columns that are chosen or guessed. */
function table(rows: readonly TableRow[], layout: Layout): Pick<Reading, 'header' | 'columns' | 'contacts'> {
  const cells = rows.map((row) => row.cells)
  const header = layout.header ?? guessHeader(cells)
  const guess = guessFields(cells, header)
  const fields = guess.map((field, column) => layout.fields?.[column] ?? field)
  const body = header ? rows.slice(1) : rows
  if (body.length > mostContacts) throw new KansliError('contacts.too-many', { limit: mostContacts })
  markWide(body, fields.length)
  const byComma = reversedByComma(
    body.map((row) => row.cells),
    fields,
  )
  const [first] = rows
  const columns = fields.map((field, column): ContactColumn => {
    const samples: string[] = []
    for (const row of body) {
      const value = oneLine(row.cells[column] ?? '')
      if (value !== '') samples.push(value.slice(0, 80))
      if (samples.length === 3) break
    }
    return { heading: header ? oneLine(first?.cells[column] ?? '').slice(0, 200) : '', field, samples }
  })
  return {
    header,
    columns,
    contacts: body.map((row) => judged(row.line, row.quote, fromCells(row.cells, fields, byComma), row.problems)),
  }
}

function workbook(bytes: Uint8Array, input: ReadingInput): Reading {
  const { sheets, sheet, rows } = readWorkbook(bytes, input.sheet)
  // Line by line what the sheet holds, so that each row has words to be quoted by.
  const cleaned = cleanText(rows.map((row) => row.map((cell) => oneLine(cell)).join('\t')).join('\n'))
  if (cleaned.text.length > maxImportText) throw new KansliError('import.too-large', { limit: maxImportText })
  const lines = cleaned.text === '' ? [] : cleaned.text.split('\n')
  const read = lines.map((quote, index): TableRow => ({
    line: index + 1,
    cells: quote.split('\t'),
    quote,
    problems: [],
  }))
  return {
    format: 'xlsx',
    encoding: 'binary',
    replaced: cleaned.replaced,
    separator: null,
    sheets,
    sheet,
    text: cleaned.text,
    ...table(read, { header: input.header, fields: input.columns }),
  }
}

/**
 * @throws KansliError contacts.nothing, contacts.unreadable, contacts.unsafe, contacts.too-many, contacts.too-wide,
 * import.not-text, import.too-large
 */
export function readContacts(input: ReadingInput): Reading {
  const read = readAny(input)
  if (read.contacts.length === 0) throw new KansliError('contacts.nothing')
  return read
}

function readAny(input: ReadingInput): Reading {
  if ('base64' in input) {
    const bytes = Buffer.from(input.base64, 'base64')
    if (isCompound(bytes)) throw new KansliError('contacts.unreadable')
    if (isZip(bytes) || input.format === 'xlsx') return workbook(bytes, input)
  }
  const source = readPlainText(input)
  const format = input.format ?? formatOf(source.text)
  const bare = { ...source, separator: null, header: null, sheets: [], sheet: null, columns: [] }
  if (format === 'vcard' || format === 'ics') {
    const contacts = format === 'vcard' ? readCards(source.text) : readInvited(source.text)
    // One readable line for each: a card's own lines hold pictures and keys.
    return { ...bare, format, text: contacts.map(({ quote }) => quote).join('\n'), contacts }
  }
  const separator = input.separator ?? guessSeparator(source.text)
  return {
    ...bare,
    format: 'csv',
    separator,
    ...table(readTable(source.text, separator), { header: input.header, fields: input.columns }),
  }
}
