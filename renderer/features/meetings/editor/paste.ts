/** Text from elsewhere: plain words, a block for each line; or blocks that were read out of a document. */
import { Fragment, Slice } from 'prosemirror-model'
import { TextSelection, type Transaction } from 'prosemirror-state'
import { plainBlock, storedText, type Block } from '../text/blocks.ts'
import { gridOfText, pasteCells } from './paste-grid.ts'
import { isBlank, blockOf, makeBlock, types } from './schema.ts'

/** Blocks one item may hold: the contract's order takes 5000. */
export const mostBlocks = 4000
/** Longest block made of one line, in UTF-16 units; a longer line is cut at a space. */
const longestLine = 50_000

const bullet = /^\s*[-–•*·]\s+(?=\S)/

/** A line in parts no longer than a block may be. */
export function cutLine(line: string): string[] {
  const parts: string[] = []
  let rest = line
  while (rest.length > longestLine) {
    const space = rest.lastIndexOf(' ', longestLine)
    const at = space > 0 ? space : longestLine
    parts.push(rest.slice(0, at))
    rest = rest.slice(at).trimStart()
  }
  return [...parts, rest]
}

/** Text without control characters, its lines parted by line feeds. */
export function cleanText(text: string): string {
  return storedText(text)
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
}

const numbered = /^\s*(\d{1,3})[.)]\s+(?=\S)/

/** Which lines are entries that count: two or more in a row, from one on. A list of ours begins at one, and "3. maj" is a day. */
function counted(lines: readonly string[]): boolean[] {
  const figures = lines.map((line) => Number(numbered.exec(line)?.[1] ?? 0))
  const counts = lines.map(() => false)
  for (let at = 0; at < lines.length; at += 1) {
    if (figures[at] !== 1 || figures[at + 1] !== 2) continue
    for (let of = at, next = 1; figures[of] === next; of += 1, next += 1) counts[of] = true
  }
  return counts
}

/** Lines as blocks: a bullet makes a list entry, a row of figures a list that counts; empty lines fall away, control characters too. */
export function pastedBlocks(text: string): Block[] {
  const lines = cleanText(text)
    .split('\n')
    .flatMap(cutLine)
    .filter((line) => line.trim() !== '')
  const counts = counted(lines)
  return lines.map((line, at): Block => {
    if (counts[at] === true)
      return { ...plainBlock('', 'list', line.replace(numbered, '').trimEnd()), fields: { ordered: true } }
    return bullet.test(line)
      ? plainBlock('', 'list', line.replace(bullet, '').trimEnd())
      : plainBlock('', 'paragraph', line.trimEnd())
  })
}

/** Words of one line in place of the selection; every other sign of space is a space. */
function insertLine(change: Transaction, text: string): Transaction {
  const line = storedText(text).replace(/[\r\n\t]+/g, ' ')
  return change.insertText(line.trim() === '' ? line : line.replace(/ +$/, ' ')).scrollIntoView()
}

/** Puts text in place of the selection; null when the item would hold too many blocks. */
export function insertText(change: Transaction, text: string): Transaction | null {
  const blocks = pastedBlocks(text)
  const [only] = blocks
  if (only === undefined) return change
  if (change.selection.$from.depth === 3) {
    const grid = gridOfText(cleanText(text))
    return (grid === null ? null : pasteCells(change, [grid])) ?? intoCell(change, text)
  }
  if (blocks.length === 1 && only.kind === 'paragraph') return insertLine(change, text)
  return insertPasted(change, blocks)
}

/** What was copied as HTML, in place of the selection; null when the item would hold too many blocks. */
export function insertBlocksPasted(change: Transaction, blocks: readonly Block[]): Transaction | null {
  const [only] = blocks
  if (blocks.length !== 1 || only?.kind !== 'paragraph' || change.selection.$from.depth !== 1)
    return insertPasted(change, blocks)
  // One line goes into the sentence, with its names.
  const content = makeBlock(only).content
  return change.replaceSelection(new Slice(content, 0, 0)).scrollIntoView()
}

/** In a cell lines become one: a table holds no paragraphs. */
function intoCell(change: Transaction, text: string): Transaction {
  return insertLine(change, cleanText(text).replace(/\s+/g, ' '))
}

/** Puts blocks in place of the selection: the first and the last go into the words around them where they are running text. */
export function insertPasted(change: Transaction, blocks: readonly Block[]): Transaction | null {
  if (change.doc.childCount + blocks.length > mostBlocks) return null
  const { $from } = change.selection
  if ($from.depth === 3) return pasteCells(change, blocks) ?? intoCell(change, blocks.map(({ text }) => text).join(' '))
  const [first] = blocks
  const last = blocks.at(-1)
  if (first === undefined || last === undefined) return change
  const nodes = Fragment.from(blocks.map(makeBlock))
  const intoEmpty = change.selection.empty && $from.depth > 0 && isBlank(blockOf($from.parent))
  if (intoEmpty) {
    const start = $from.before(1)
    change.replaceWith(start, $from.after(1), nodes)
    return caretAtEnd(change, start + nodes.size)
  }
  // Only running text joins running text: a heading, an entry or a table stays one.
  if (first.kind === 'paragraph' && last.kind === 'paragraph')
    return change.replaceSelection(new Slice(nodes, 1, 1)).scrollIntoView()
  if (!change.selection.empty) change.deleteSelection()
  const at = change.selection.$from
  if (at.depth !== 1) return null
  const inside = at.parentOffset > 0 && at.parentOffset < at.parent.content.size
  if (inside) change.split(at.pos, 1, [{ type: types.block, attrs: { ...at.parent.attrs, id: '', people: [] } }])
  const before = at.parentOffset === 0 && at.parent.content.size > 0
  const place = inside ? at.pos + 1 : before ? at.before(1) : at.after(1)
  change.insert(place, nodes)
  return caretAtEnd(change, place + nodes.size)
}

function caretAtEnd(change: Transaction, end: number): Transaction {
  return change.setSelection(TextSelection.near(change.doc.resolve(end), -1)).scrollIntoView()
}
