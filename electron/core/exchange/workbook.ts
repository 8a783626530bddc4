/** One sheet of an .xlsx workbook as rows of text: shared and inline strings, numbers, truth values, dates as days. */
import { mostColumns, mostContacts } from '#contract/exchange.ts'
import { KansliError } from '#contract/errors.ts'
import { readXml, type Element } from '#core/word/xml-reader.ts'
import { openZip, type ZipArchive } from '#core/word/zip.ts'
import { cellStyles, cellText, type CellStyle } from './workbook-values.ts'

const mostCells = 1_000_000
/** UTF-16 units of one cell that are kept; a spreadsheet holds at most 32 767. */
const mostText = 4000
/** Cells that run over several rows; more than these no list of people has. */
const mostMerges = 5000

export type Workbook = { sheets: string[]; sheet: number; rows: string[][] }
type Sheet = { name: string; part: string; hidden: boolean }

/** The document readers' codes as those of this feature: nobody has chosen a Word document. */
function asContacts<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof KansliError) || !error.code.startsWith('word.')) throw error
    throw new KansliError(
      error.code === 'word.unsafe' ? 'contacts.unsafe' : 'contacts.unreadable',
      {},
      { cause: error },
    )
  }
}

/** Path of a part as the part beside it names it. */
function resolved(target: string, folder: string): string {
  const parts: string[] = []
  for (const part of (target.startsWith('/') ? target : `${folder}/${target}`).split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

type Relation = { id: string; type: string; part: string }

function relations(zip: ZipArchive, of: string): Relation[] {
  const slash = of.lastIndexOf('/')
  const [folder, name] = [of.slice(0, Math.max(slash, 0)), of.slice(slash + 1)]
  const part = `${folder === '' ? '' : `${folder}/`}_rels/${name}.rels`
  const found: Relation[] = []
  if (!zip.has(part)) return found
  readXml(part, zip.read(part), {
    open({ name: element, attributes }) {
      if (element !== 'Relationship' || attributes['TargetMode'] === 'External') return
      const { Id = '', Type = '', Target = '' } = attributes
      found.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), part: resolved(Target, folder) })
    },
    close: () => undefined,
    text: () => undefined,
  })
  return found
}

function sheetsOf(
  zip: ZipArchive,
  workbook: string,
  related: readonly Relation[],
): { sheets: Sheet[]; from1904: boolean } {
  const sheets: Sheet[] = []
  let from1904 = false
  readXml(workbook, zip.read(workbook), {
    open({ name, attributes }) {
      if (name === 'workbookPr') from1904 = /^(?:1|true)$/u.test(attributes['date1904'] ?? '')
      if (name !== 'sheet') return
      // The sheet's own number is `sheetId`; `id` is that of the relation.
      const part = related.find(({ id }) => id === attributes['id'])?.part
      if (part === undefined || !zip.has(part)) return
      sheets.push({ name: attributes['name'] ?? '', part, hidden: (attributes['state'] ?? 'visible') !== 'visible' })
    },
    close: () => undefined,
    text: () => undefined,
  })
  return { sheets, from1904 }
}

function sharedStrings(zip: ZipArchive, part: string | undefined): string[] {
  const found: string[] = []
  if (part === undefined || !zip.has(part)) return found
  let [current, phonetic, wanted] = ['', 0, false]
  readXml(part, zip.read(part), {
    open({ name }) {
      if (name === 'si') current = ''
      else if (name === 'rPh') phonetic += 1
      else if (name === 't') wanted = phonetic === 0
    },
    close({ name }) {
      if (name === 'si') found.push(current)
      else if (name === 'rPh') phonetic -= 1
      else if (name === 't') wanted = false
    },
    text(text) {
      if (wanted && current.length < mostText) current += text
    },
  })
  return found
}

/** Column of a reference such as "AB12", from 0. */
function columnOf(reference: string): number | null {
  const letters = /^[A-Z]{1,3}(?=\d)/u.exec(reference)?.[0]
  return letters === undefined
    ? null
    : [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

type Lookup = { strings: readonly string[]; styles: readonly CellStyle[]; from1904: boolean }
/** `number`: the sheet's own, from 1. */
type Row = { number: number; cells: string[] }
/** Rows from the first to the last of which a cell is one in this column. */
type Merged = { column: number; from: number; to: number }

/** A merge such as "B2:C4"; null where it joins no rows. */
function mergedBy(reference: string): Merged | null {
  const [, first = '', from, to] = /^([A-Z]{1,3}(\d{1,7})):[A-Z]{1,3}(\d{1,7})$/u.exec(reference) ?? []
  const column = columnOf(first)
  return column === null || !(Number(from) < Number(to)) ? null : { column, from: Number(from), to: Number(to) }
}

/** A cell that runs over several rows says the same of each: only the first of them holds its words. */
function fillMerged(rows: readonly Row[], merges: readonly Merged[]): void {
  for (const { column, from, to } of merges) {
    const start = rows.findIndex(({ number }) => number === from)
    const value = rows[start]?.cells[column] ?? ''
    if (value === '') continue
    for (const { number, cells } of rows.slice(start + 1)) {
      if (number > to) break
      while (cells.length <= column) cells.push('')
      if (cells[column] === undefined || cells[column] === '') cells[column] = value
    }
  }
}

function rowsOf(zip: ZipArchive, part: string, lookup: Lookup): string[][] {
  const rows: Row[] = []
  const merges: Merged[] = []
  let [row, number]: [string[], number] = [[], 0]
  let cell: { at: number; type: string; style: number; text: string } | null = null
  let [cells, wanted] = [0, false]
  const finish = () => {
    if (cell === null) return
    const value = cellText(cell, lookup)
    if (value.trim() !== '') {
      if (cell.at >= mostColumns) throw new KansliError('contacts.too-wide', { limit: mostColumns })
      while (row.length < cell.at) row.push('')
      row[cell.at] = value
    }
    cell = null
  }
  const open = ({ name, attributes }: Element) => {
    if (name === 'row') {
      row = []
      number = Math.max(number + 1, Number(attributes['r'] ?? 0) || 0)
    } else if (name === 'mergeCell') {
      const merged = merges.length < mostMerges ? mergedBy(attributes['ref'] ?? '') : null
      if (merged !== null) merges.push(merged)
    } else if (name === 'c') {
      if ((cells += 1) > mostCells) throw new KansliError('contacts.too-many', { limit: mostContacts })
      const at = columnOf(attributes['r'] ?? '') ?? row.length
      cell = { at, type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? 0), text: '' }
    } else wanted = name === 'v' || name === 't'
  }
  readXml(part, zip.read(part), {
    open,
    close({ name }) {
      wanted = false
      if (name === 'c') finish()
      // Rows without a word are left out: a file may claim a million of them.
      if (name !== 'row' || row.length === 0) return
      if (rows.length > mostContacts + 1000) throw new KansliError('contacts.too-many', { limit: mostContacts })
      rows.push({ number, cells: row })
      row = []
    },
    text(text) {
      if (wanted && cell !== null && cell.text.length < mostText) cell.text += text
    },
  })
  fillMerged(rows, merges)
  return rows.map(({ cells }) => cells)
}

/**
 * @param wanted sheet to read, from 0; the first visible one when not given
 * @throws KansliError contacts.unreadable, contacts.unsafe, contacts.too-many, contacts.too-wide
 */
export function readWorkbook(bytes: Uint8Array, wanted?: number): Workbook {
  return asContacts(() => {
    const zip = openZip(bytes)
    const workbook = relations(zip, '').find(({ type }) => type === 'officeDocument')?.part ?? 'xl/workbook.xml'
    if (!zip.has(workbook)) throw new KansliError('contacts.unreadable')
    const related = relations(zip, workbook)
    const partOf = (kind: string) => related.find(({ type }) => type === kind)?.part
    const { sheets, from1904 } = sheetsOf(zip, workbook, related)
    const sheet =
      wanted ??
      Math.max(
        sheets.findIndex(({ hidden }) => !hidden),
        0,
      )
    const chosen = sheets[sheet]
    if (chosen === undefined) throw new KansliError('contacts.unreadable')
    const strings = sharedStrings(zip, partOf('sharedStrings'))
    const look = partOf('styles')
    const styles = look !== undefined && zip.has(look) ? cellStyles(look, zip.read(look)) : []
    return {
      sheets: sheets.map(({ name }) => name),
      sheet,
      rows: rowsOf(zip, chosen.part, { strings, styles, from1904 }),
    }
  })
}
