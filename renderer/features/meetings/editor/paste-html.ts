/** Blocks out of what Word, Outlook, LibreOffice and browsers put on the clipboard. Words stay, looks go. */
import { plainBlock, storedText, type Block, type BlockFields, type BlockKind, type TextSpan } from '../text/blocks.ts'
import { ownBlock } from './clipboard.ts'
import { htmlTokens } from './html-tokens.ts'
import { htmlTree, isDropped, styleOf, type Element } from './html-tree.ts'
import { cutLine } from './paste.ts'

const blockLevel: ReadonlySet<string> = new Set(
  (
    'p div section article header footer main aside nav address blockquote pre ul ol li dl dt dd table thead tbody tfoot ' +
    'tr td th caption h1 h2 h3 h4 h5 h6 hr center form fieldset figure figcaption body html'
  ).split(' '),
)

const isBlock = (child: Element | string) => typeof child !== 'string' && blockLevel.has(child.name)
const holdsBlocks = (element: Element): boolean =>
  element.children.some(
    (child) => typeof child !== 'string' && !isDropped(child) && (isBlock(child) || holdsBlocks(child)),
  )

/** What a run of words is within: how it will stand. */
type Place = { kind: BlockKind; fields: BlockFields | null; pre: boolean }
const running: Place = { kind: 'paragraph', fields: null, pre: false }

/** A list marker that Word draws: numbers and letters count, everything else is a bullet. */
const counts = /^\(?(?:\d{1,3}|[a-zåäö]{1,2}|[ivxlc]{1,6})[.)]$/i

type Words = { text: string; marker: string | null }

/** The words of an element, with line breaks as line feeds, and the list marker that Word wrote among them. */
function wordsOf(element: Element, pre: boolean): Words {
  let text = ''
  let marker: string | null = null
  for (const child of element.children) {
    if (typeof child === 'string') {
      text += pre ? child.replace(/\r\n?/g, '\n') : child.replace(/[ \t\r\n\f]+/g, ' ')
    } else if (isDropped(child)) continue
    else if (child.name === 'br') text += '\n'
    else if (styleOf(child, 'mso-list') === 'ignore') marker = tidy(wordsOf(child, false).text)
    else {
      const inner = wordsOf(child, pre || styleOf(child, 'white-space').startsWith('pre'))
      text += inner.text
      marker ??= inner.marker
    }
  }
  return { text, marker }
}

function tidy(text: string): string {
  return storedText(text)
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .replace(/[\u00a0\u2007\t ]+/g, ' ')
    .replace(/ *\n */g, '\n')
    .trim()
}

function kindOfParagraph(element: Element, within: Place): Place {
  const classes = element.attributes['class'] ?? ''
  const own = {
    ...within,
    pre: within.pre || element.name === 'pre' || styleOf(element, 'white-space').startsWith('pre'),
  }
  if (/^h[1-6]$/.test(element.name) || /\bMso(?:Title|Subtitle|Heading)/i.test(classes))
    return { ...own, kind: 'heading', fields: null }
  if (/^[1-9]$/.test(styleOf(element, 'mso-outline-level'))) return { ...own, kind: 'heading', fields: null }
  if (element.name === 'blockquote' || /\bMso(?:Intense)?Quote/i.test(classes))
    return { ...own, kind: 'quotation', fields: null }
  return own
}

/** `l0 level2 lfo1`: an entry of the second level. */
function wordLevel(element: Element): number | null {
  const found = /level(\d)/.exec(styleOf(element, 'mso-list'))
  return found === null ? null : Math.min(2, Math.max(0, Number(found[1]) - 1))
}

function listFields(level: number, ordered: boolean): BlockFields | null {
  const fields: BlockFields = { ...(ordered ? { ordered } : {}), ...(level === 0 ? {} : { level }) }
  return Object.keys(fields).length === 0 ? null : fields
}

const typedBullet = /^[-–•*·▪◦●○§]\s+(?=\S)/

class Reader {
  readonly blocks: Block[] = []

  add(text: string, { kind, fields }: Place, spans: readonly TextSpan[] = []): void {
    const lines = kind === 'list' ? [text.replace(/\n+/g, ' ')] : text.split('\n')
    for (const line of lines.flatMap(cutLine)) {
      const words = line.trim()
      if (words === '') continue
      const bullet = kind === 'paragraph' && typedBullet.test(words)
      const block = plainBlock('', bullet ? 'list' : kind, bullet ? words.replace(typedBullet, '') : words)
      this.blocks.push({ ...block, fields, spans: words === line ? spans : [] })
    }
  }

  /** Reads the inside of an element; words between its blocks are paragraphs of their own. */
  inside(element: Element, place: Place, depth: number): void {
    let loose: (Element | string)[] = []
    const flush = () => {
      const { text } = wordsOf({ name: '', attributes: {}, children: loose }, place.pre)
      this.add(tidy(text), place)
      loose = []
    }
    for (const child of element.children) {
      if (typeof child !== 'string' && isDropped(child)) continue
      if (typeof child === 'string' || (!isBlock(child) && !holdsBlocks(child))) loose.push(child)
      else {
        flush()
        this.block(child, place, depth)
      }
    }
    flush()
  }

  block(element: Element, place: Place, depth: number): void {
    const own = ownBlock(element.attributes)
    if (own !== null) {
      const text = storedText(own.text)
      this.blocks.push({ ...plainBlock('', own.kind, text), fields: own.fields, spans: own.spans })
      return
    }
    const level = wordLevel(element)
    if (element.name === 'table') this.table(element, place, depth)
    else if (element.name === 'ul' || element.name === 'ol') this.list(element, place, depth)
    else if (element.name === 'hr') return
    else if (level !== null && !holdsBlocks(element)) {
      const { text, marker } = wordsOf(element, place.pre)
      const heading = kindOfParagraph(element, place)
      if (heading.kind === 'heading') this.add(tidy(text), heading)
      else this.add(tidy(text), { ...place, kind: 'list', fields: listFields(level, counts.test(marker ?? '')) })
    } else {
      const next = kindOfParagraph(element, place)
      if (holdsBlocks(element)) this.inside(element, next, depth)
      else this.add(tidy(wordsOf(element, next.pre).text), next)
    }
  }

  list(element: Element, place: Place, depth: number): void {
    const fields = listFields(Math.min(2, depth), element.name === 'ol')
    for (const child of element.children) {
      if (typeof child === 'string') {
        this.add(tidy(child), { ...place, kind: 'list', fields })
        continue
      }
      if (isDropped(child)) continue
      if (child.name === 'ul' || child.name === 'ol') this.list(child, place, depth + 1)
      else this.entry(child, { ...place, kind: 'list', fields }, depth)
    }
  }

  /** The words of an entry, its paragraphs joined; lists and tables inside it follow. */
  entry(element: Element, place: Place, depth: number): void {
    const parts: string[] = []
    const later: Element[] = []
    const walk = (one: Element) => {
      let loose: (Element | string)[] = []
      const flush = () => {
        parts.push(tidy(wordsOf({ name: '', attributes: {}, children: loose }, place.pre).text))
        loose = []
      }
      for (const child of one.children) {
        if (typeof child !== 'string' && isDropped(child)) continue
        if (typeof child === 'string' || (!isBlock(child) && !holdsBlocks(child))) loose.push(child)
        else {
          flush()
          if (['ul', 'ol', 'table'].includes(child.name)) later.push(child)
          else walk(child)
        }
      }
      flush()
    }
    walk(element)
    this.add(parts.filter((part) => part !== '').join(' '), place)
    for (const child of later) {
      if (child.name === 'table') this.table(child, running, depth)
      else this.list(child, running, depth + 1)
    }
  }

  /** A table of data is one; a table that only places things is read through. */
  table(element: Element, place: Place, depth: number): void {
    const rows = rowsOf(element)
    const caption = element.children.find(
      (child): child is Element => typeof child !== 'string' && child.name === 'caption',
    )
    if (caption !== undefined) this.inside(caption, running, depth)
    const layout =
      rows.every((row) => row.length < 2) ||
      element.attributes['role'] === 'presentation' ||
      rows.flat().some((cell) => contains(cell, 'table'))
    if (layout) {
      for (const cell of rows.flat()) this.inside(cell, place, depth)
      return
    }
    const text = gridText(rows)
    if (/[^\t\n]/.test(text)) this.blocks.push(plainBlock('', 'table', text))
  }
}

function contains(element: Element, name: string): boolean {
  return element.children.some((child) => typeof child !== 'string' && (child.name === name || contains(child, name)))
}

const groups: ReadonlySet<string> = new Set(['thead', 'tbody', 'tfoot', 'colgroup'])
const isCell = ({ name }: Element) => name === 'td' || name === 'th'
const cellOf = (child: Element | string): Element =>
  typeof child !== 'string' && isCell(child) ? child : { name: 'td', attributes: {}, children: [child] }

/** What of an element's children is there to be read. */
function readable(element: Element): (Element | string)[] {
  return element.children.filter((child) => (typeof child === 'string' ? child.trim() !== '' : !isDropped(child)))
}

/** The cells of a table's own rows; words that stray between them are cells of their own. */
function rowsOf(table: Element): Element[][] {
  return readable(table).flatMap((child): Element[][] => {
    if (typeof child === 'string') return [[cellOf(child)]]
    if (child.name === 'caption' || child.name === 'col') return []
    if (child.name === 'tr') return [readable(child).map(cellOf)]
    return groups.has(child.name) ? rowsOf(child) : [[cellOf(child)]]
  })
}

const mostColumns = 60

/** Tabs and line feeds between cells; a cell over several columns or rows is followed by blank ones. */
function gridText(rows: readonly (readonly Element[])[]): string {
  const grid: string[][] = rows.map(() => [])
  const span = (cell: Element, name: string) => Math.min(mostColumns, Math.max(1, Number(cell.attributes[name]) || 1))
  rows.forEach((row, index) => {
    let column = 0
    for (const cell of row) {
      while (grid[index]?.[column] !== undefined) column += 1
      const reader = new Reader()
      reader.inside(cell, running, 0)
      const text = reader.blocks.map((block) => block.text.replace(/[\t\n]+/g, ' ')).join(' ')
      for (let down = 0; down < span(cell, 'rowspan'); down += 1)
        for (let along = 0; along < span(cell, 'colspan'); along += 1) {
          const line = grid[index + down]
          if (line !== undefined) line[column + along] = down === 0 && along === 0 ? text : ''
        }
    }
  })
  const width = Math.max(...grid.map((line) => line.length))
  return grid
    .map((line) => Array.from({ length: width }, (_, column) => line[column] ?? ''))
    .filter((line) => line.some((cell) => cell !== ''))
    .map((line) => line.join('\t'))
    .join('\n')
}

/** What was copied, block by block; nothing when it held no words. */
export function blocksFromHtml(html: string): Block[] {
  const start = html.indexOf('<!--StartFragment-->')
  const end = html.lastIndexOf('<!--EndFragment-->')
  // What stands around the fragment is the page it came from.
  const fragment = start >= 0 && end > start ? html.slice(start, end) : html
  const reader = new Reader()
  reader.inside(htmlTree(htmlTokens(fragment)), running, 0)
  return reader.blocks
}
