/** Reads the words of one part: paragraphs with their runs, tables, pictures and sections. */
import { readXml } from './xml-reader.ts'
import type { Element } from './xml-reader.ts'
import type { Cell, Drawing, Paragraph, Section, Story, Table } from './parts.ts'

const on = (value: string | undefined) => value === undefined || !/^(?:0|false|off|none)$/i.test(value)
const wordNamespace = /wordprocessingml/

type Reading = {
  story: Story
  languages: Set<string>
  paragraphs: Paragraph[]
  tables: { table: Table; row: Table['rows'][number] | null; cell: Cell | null }[]
  /** Depth of what is not read: deleted text, the older half of a choice. */
  skipped: number
  inText: boolean
  inInstruction: boolean
  /** Open fields, innermost last; the shown result of a page field is no text of the document. */
  fields: { instruction: string; result: boolean }[]
  language: string | null
  inRunProperties: boolean
  section: Section | null
  drawing: { inline: boolean; decorative: boolean; name: string; description: string | null } | null
}

/** Reads a document, header or footer. Text boxes give paragraphs of their own. */
export function readStory(part: string, bytes: Buffer, languages: Set<string>): Story {
  const story: Story = { paragraphs: [], tables: [], drawings: [], sections: [] }
  const reading: Reading = {
    story,
    languages,
    paragraphs: [],
    tables: [],
    skipped: 0,
    inText: false,
    inInstruction: false,
    fields: [],
    language: null,
    inRunProperties: false,
    section: null,
    drawing: null,
  }
  readXml(part, bytes, {
    open: (element) => openElement(reading, element),
    close: (element) => closeElement(reading, element),
    text: (text) => addText(reading, text),
  })
  return story
}

const skippedElements = new Set([
  'del',
  'moveFrom',
  'Fallback',
  'pPrChange',
  'rPrChange',
  'sectPrChange',
  'tblPrChange',
])

function openElement(reading: Reading, { name, namespace, attributes }: Element): void {
  if (skippedElements.has(name)) reading.skipped++
  if (reading.skipped > 0) return
  if (!wordNamespace.test(namespace)) return openDrawing(reading, name, attributes)
  const paragraph = reading.paragraphs.at(-1)
  const place = reading.tables.at(-1)
  const value = attributes['val']
  switch (name) {
    case 'p':
      reading.paragraphs.push(newParagraph(reading.tables.length > 0))
      return
    case 'pStyle':
      if (paragraph !== undefined) paragraph.style = value ?? null
      return
    case 'outlineLvl':
      if (paragraph !== undefined) paragraph.outlineLevel = Number(value)
      return
    case 'numPr':
      if (paragraph !== undefined) paragraph.numbering = { instance: '0', level: 0 }
      return
    case 'numId':
      if (paragraph?.numbering) paragraph.numbering.instance = value ?? '0'
      return
    case 'ilvl':
      if (paragraph?.numbering) paragraph.numbering.level = Number(value ?? 0)
      return
    case 'spacing':
      if (paragraph !== undefined && 'line' in attributes && !('lineRule' in attributes)) paragraph.bareLine = true
      return
    case 'r':
      reading.language = null
      return
    case 'rPr':
      reading.inRunProperties = true
      return
    case 'lang':
      for (const tag of Object.values(attributes)) reading.languages.add(tag)
      if (reading.inRunProperties && value !== undefined) reading.language = value
      return
    case 't':
      reading.inText = true
      return
    case 'instrText':
      reading.inInstruction = true
      return
    case 'fldSimple':
      paragraph?.fields.push(attributes['instr'] ?? '')
      reading.fields.push({ instruction: attributes['instr'] ?? '', result: true })
      return
    case 'fldChar':
      changeField(reading, attributes['fldCharType'])
      return
    case 'tab':
      // The same name declares tab stops inside paragraph properties; those have a position.
      if (!('pos' in attributes) && paragraph !== undefined) appendText(reading, paragraph, '\t')
      return
    case 'br':
    case 'cr':
      if (paragraph !== undefined) appendText(reading, paragraph, '\n')
      if (paragraph !== undefined && attributes['type'] === 'page') paragraph.breaks = true
      return
    case 'noBreakHyphen':
      if (paragraph !== undefined) appendText(reading, paragraph, '\u2011')
      return
    case 'pict':
    case 'object':
      if (paragraph !== undefined) paragraph.drawings++
      return
    case 'tbl':
      reading.tables.push({ table: { kind: 'table', style: null, firstRow: false, rows: [] }, row: null, cell: null })
      return
    case 'sectPr':
      reading.section = { titlePage: false, headers: [], footers: [], references: [] }
      if (paragraph !== undefined) paragraph.breaks = true
      return
    case 'titlePg':
      if (reading.section !== null) reading.section.titlePage = on(value)
      return
    case 'headerReference':
    case 'footerReference': {
      const type = attributes['type'] ?? 'default'
      reading.section?.[name === 'headerReference' ? 'headers' : 'footers'].push(type)
      reading.section?.references.push({ type, id: attributes['id'] ?? '' })
      return
    }
    default:
      if (place !== undefined) openTablePart(place, name, attributes)
  }
}

function changeField(reading: Reading, type: string | undefined): void {
  const field = reading.fields.at(-1)
  if (type === 'begin') reading.fields.push({ instruction: '', result: false })
  else if (type === 'separate' && field !== undefined) field.result = true
  else if (type === 'end') {
    reading.fields.pop()
    if (field !== undefined) reading.paragraphs.at(-1)?.fields.push(field.instruction)
  }
}

const pageField = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b/i

function openTablePart(place: Reading['tables'][number], name: string, attributes: Element['attributes']): void {
  const value = attributes['val']
  if (name === 'tblStyle') place.table.style = value ?? null
  // The bit 0x20 of the older form means the same as firstRow.
  if (name === 'tblLook') {
    place.table.firstRow =
      'firstRow' in attributes ? on(attributes['firstRow']) : (Number.parseInt(value ?? '0', 16) & 0x20) !== 0
  }
  if (name === 'tr') {
    place.row = { header: false, cells: [] }
    place.table.rows.push(place.row)
  }
  if (name === 'tblHeader' && place.row !== null) place.row.header = on(value)
  if (name === 'tc' && place.row !== null) {
    place.cell = { text: '', merged: false, hasContent: false }
    place.row.cells.push(place.cell)
  }
  if (place.cell === null) return
  if (name === 'vMerge' || name === 'hMerge') place.cell.merged = true
  if (name === 'gridSpan' && Number(value) > 1) place.cell.merged = true
}

function openDrawing(reading: Reading, name: string, attributes: Element['attributes']): void {
  const paragraph = reading.paragraphs.at(-1)
  if (name === 'inline' || name === 'anchor') {
    reading.drawing = { inline: name === 'inline', decorative: false, name: '', description: null }
    if (paragraph !== undefined) paragraph.drawings++
  } else if (name === 'docPr' && reading.drawing !== null) {
    reading.drawing.name = attributes['name'] ?? ''
    reading.drawing.description = attributes['descr'] ?? null
  } else if (name === 'decorative' && reading.drawing !== null) {
    reading.drawing.decorative = on(attributes['val'])
  }
}

function closeElement(reading: Reading, { name }: Element): void {
  if (skippedElements.has(name)) {
    reading.skipped--
    return
  }
  if (reading.skipped > 0) return
  if (name === 't') reading.inText = false
  else if (name === 'instrText') reading.inInstruction = false
  else if (name === 'fldSimple') reading.fields.pop()
  else if (name === 'rPr') reading.inRunProperties = false
  else if (name === 'inline' || name === 'anchor') closeDrawing(reading)
  else if (name === 'p') closeParagraph(reading)
  else if (name === 'tbl') {
    const place = reading.tables.pop()
    if (place !== undefined) reading.story.tables.push(place.table)
  } else if (name === 'sectPr' && reading.section !== null) {
    reading.story.sections.push(reading.section)
    reading.section = null
  }
}

function closeDrawing(reading: Reading): void {
  const drawing: Drawing | null = reading.drawing
  if (drawing !== null) reading.story.drawings.push(drawing)
  reading.drawing = null
}

function closeParagraph(reading: Reading): void {
  // Drawing shapes have paragraphs of another namespace, which were never opened here.
  const paragraph = reading.paragraphs.pop()
  if (paragraph === undefined) return
  reading.story.paragraphs.push(paragraph)
  for (const { cell } of reading.tables) {
    if (cell === null) continue
    cell.text += paragraph.text
    if (paragraph.drawings > 0 || paragraph.fields.length > 0) cell.hasContent = true
  }
}

function addText(reading: Reading, text: string): void {
  const paragraph = reading.paragraphs.at(-1)
  if (reading.skipped > 0 || paragraph === undefined) return
  const field = reading.fields.at(-1)
  if (reading.inInstruction && field !== undefined) field.instruction += text
  else if (reading.inText && !(field?.result === true && pageField.test(field.instruction))) {
    appendText(reading, paragraph, text)
  }
}

function appendText(reading: Reading, paragraph: Paragraph, text: string): void {
  const last = paragraph.runs.at(-1)
  if (last !== undefined && last.language === reading.language) last.text += text
  else paragraph.runs.push({ text, language: reading.language })
  paragraph.text += text
  if (text.includes('\t')) paragraph.tabs++
}

function newParagraph(inTable: boolean): Paragraph {
  return {
    kind: 'paragraph',
    style: null,
    runs: [],
    text: '',
    outlineLevel: null,
    numbering: null,
    bareLine: false,
    fields: [],
    tabs: 0,
    drawings: 0,
    inTable,
    breaks: false,
  }
}
