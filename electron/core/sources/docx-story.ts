/** Reads the paragraphs and tables of one part of a Word file, in the order a reader meets them. */
import { KansliError } from '#contract/errors.ts'
import { readXml, type Element } from '#core/word/xml-reader.ts'
import type { NoteBook } from './notes.ts'

export type StoryParagraph = {
  style: string | null
  /** As in a Word file's parts: instance 0 takes numbering away. */
  numbering: { instance: string; level: number } | null
  text: string
  /** Row and cell of the outermost table it stands in, counted through the part. */
  row: number | null
  cell: number | null
  /** The footnote, endnote or comment it belongs to. */
  entry: number
  box: boolean
}

/** A document of a thousand pages has about a million. */
const mostElements = 5_000_000

const on = (value: string | undefined) => value === undefined || !/^(?:0|false|off|none)$/i.test(value)
const wordNamespace = /wordprocessingml/
/** Older formatting kept for tracked changes, and the half of a choice that is not shown. */
const skipped = new Set([
  'Fallback',
  'pPrChange',
  'rPrChange',
  'sectPrChange',
  'tblPrChange',
  'trPrChange',
  'tcPrChange',
])
const properties = new Set(['rPr', 'pPr', 'tblPr', 'trPr', 'tcPr', 'sectPr'])
const pageField = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES|SECTION)\b/i
const entries = new Set(['footnote', 'endnote', 'comment'])

type Open = StoryParagraph & { after: StoryParagraph[] }
type Tracked = { code: 'deleted' | 'inserted'; words: string }

class StoryReader {
  readonly done: StoryParagraph[] = []
  readonly #notes: NoteBook
  readonly #open: Open[] = []
  readonly #fields: { instruction: string; result: boolean }[] = []
  readonly #tracked: Tracked[] = []
  #elements = 0
  #skip = 0
  #properties = 0
  #tables = 0
  #row = 0
  #cell = 0
  #entry = 0
  #boxes = 0
  #text: 'shown' | 'deleted' | 'instruction' | null = null
  #hiddenRun = false
  #hidden = ''

  constructor(notes: NoteBook) {
    this.#notes = notes
  }

  open({ name, namespace, attributes }: Element): void {
    this.#elements += 1
    if (this.#elements > mostElements) throw new KansliError('word.unsafe', { reason: 'too many elements' })
    if (skipped.has(name)) this.#skip += 1
    if (this.#skip > 0) return
    if (properties.has(name)) this.#properties += 1
    if (!wordNamespace.test(namespace)) {
      if (name === 'docPr') this.#notes.add('image', attributes['descr'] ?? attributes['title'] ?? '')
      else if (name === 't' && namespace.includes('/math')) this.#text = 'shown'
      return
    }
    if (this.#properties > 0) this.#property(name, attributes)
    else this.#content(name, attributes)
  }

  #property(name: string, attributes: Element['attributes']): void {
    const paragraph = this.#open.at(-1)
    const value = attributes['val']
    if (name === 'vanish' && this.#properties === 1) this.#hiddenRun = on(value)
    if (paragraph === undefined) return
    if (name === 'pStyle') paragraph.style = value ?? null
    else if (name === 'numPr') paragraph.numbering = { instance: '0', level: 0 }
    else if (name === 'numId' && paragraph.numbering !== null) paragraph.numbering.instance = value ?? '0'
    else if (name === 'ilvl' && paragraph.numbering !== null) paragraph.numbering.level = Number(value ?? 0)
  }

  #content(name: string, attributes: Element['attributes']): void {
    switch (name) {
      case 'p':
        this.#open.push({
          style: null,
          numbering: null,
          text: '',
          row: this.#tables > 0 ? this.#row : null,
          cell: this.#tables > 0 ? this.#cell : null,
          entry: this.#entry,
          box: this.#boxes > 0,
          after: [],
        })
        return
      case 'r':
        this.#hiddenRun = false
        return
      case 't':
        this.#text = 'shown'
        return
      case 'delText':
        this.#text = 'deleted'
        return
      case 'instrText':
      case 'delInstrText':
        this.#text = 'instruction'
        return
      case 'del':
      case 'moveFrom':
        this.#tracked.push({ code: 'deleted', words: '' })
        return
      case 'ins':
      case 'moveTo':
        this.#tracked.push({ code: 'inserted', words: '' })
        return
      case 'fldSimple':
        this.#fields.push({ instruction: attributes['instr'] ?? '', result: true })
        return
      case 'fldChar':
        this.#field(attributes['fldCharType'])
        return
      case 'tab':
        return this.#add('\t')
      case 'br':
      case 'cr':
        return this.#add('\n')
      case 'noBreakHyphen':
        return this.#add('\u2011')
      case 'txbxContent':
        this.#boxes += 1
        return
      case 'object':
      case 'altChunk':
      case 'subDoc':
        return this.#notes.add('embedded')
      case 'pict':
        return this.#notes.add('image')
      case 'tbl':
        this.#tables += 1
        return
      case 'tr':
        if (this.#tables === 1) this.#row += 1
        return
      case 'tc':
        if (this.#tables === 1) this.#cell += 1
        return
      default:
        if (entries.has(name)) this.#entry += 1
    }
  }

  #field(type: string | undefined): void {
    const field = this.#fields.at(-1)
    if (type === 'begin') this.#fields.push({ instruction: '', result: false })
    else if (type === 'separate' && field !== undefined) field.result = true
    else if (type === 'end' && field !== undefined) {
      this.#fields.pop()
      if (pageField.test(field.instruction)) this.#notes.add('field', field.instruction)
    }
  }

  text(text: string): void {
    if (this.#skip > 0 || this.#text === null) return
    const field = this.#fields.at(-1)
    if (this.#text === 'instruction') {
      if (field !== undefined) field.instruction += text
    } else if (field?.result === true && pageField.test(field.instruction)) return
    else this.#add(text)
  }

  #add(text: string): void {
    const tracked = this.#tracked.at(-1)
    if (tracked !== undefined) tracked.words += text
    if (this.#hiddenRun) {
      this.#hidden += text
      return
    }
    const paragraph = this.#open.at(-1)
    if (paragraph !== undefined && !this.#tracked.some(({ code }) => code === 'deleted')) paragraph.text += text
  }

  close({ name, namespace }: Element): void {
    if (skipped.has(name)) {
      this.#skip -= 1
      return
    }
    if (this.#skip > 0) return
    if (properties.has(name)) this.#properties -= 1
    if (name === 't' || name === 'delText' || name === 'instrText' || name === 'delInstrText') this.#text = null
    if (!wordNamespace.test(namespace) || this.#properties > 0) return
    if (name === 'del' || name === 'ins' || name === 'moveFrom' || name === 'moveTo') {
      const tracked = this.#tracked.pop()
      if (tracked !== undefined && tracked.words !== '')
        this.#notes.add(tracked.code, tracked.words, tracked.code === 'inserted')
    } else if (name === 'fldSimple') {
      const field = this.#fields.pop()
      if (field !== undefined && pageField.test(field.instruction)) this.#notes.add('field', field.instruction)
    } else if (name === 'r') this.#hiddenRun = false
    else if (name === 'p') this.#closeParagraph()
    else if (name === 'tbl') this.#tables -= 1
    else if (name === 'txbxContent') this.#boxes -= 1
  }

  #closeParagraph(): void {
    const paragraph = this.#open.pop()
    if (paragraph === undefined) return
    if (this.#hidden.trim() !== '') this.#notes.add('hidden', this.#hidden)
    this.#hidden = ''
    const { after, ...own } = paragraph
    if (own.box && own.text.trim() !== '') this.#notes.add('text-box', own.text, true)
    // A box stands inside a paragraph in the file and after it on the page.
    const outer = this.#open.at(-1)
    if (outer === undefined) this.done.push(own, ...after)
    else outer.after.push(own, ...after)
  }
}

/** Errors: `word.unsafe`, `word.not-docx`. What is left out or comes from beside the text is told to `notes`. */
export function readStoryWords(part: { name: string; bytes: Buffer }, notes: NoteBook): StoryParagraph[] {
  const reader = new StoryReader(notes)
  readXml(part.name, part.bytes, {
    open: (element) => reader.open(element),
    close: (element) => reader.close(element),
    text: (text) => reader.text(text),
  })
  return reader.done
}
