/** Text from elsewhere: plain words, a block for each line. */
import { Fragment, Slice } from 'prosemirror-model'
import type { Transaction } from 'prosemirror-state'
import { storedText, type Block } from '../text/blocks.ts'
import { makeBlock } from './schema.ts'

/** Blocks one item may hold: the contract's order takes 5000. */
export const mostBlocks = 4000
/** Longest block made of one line, in UTF-16 units; a longer line is cut at a space. */
const longestLine = 50_000

const bullet = /^\s*[-–•*·]\s+(?=\S)/

function cut(line: string): string[] {
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

/** Lines as blocks: a bullet makes a list entry, empty lines fall away, control characters too. */
export function pastedBlocks(text: string): Block[] {
  return storedText(text)
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .split('\n')
    .flatMap(cut)
    .filter((line) => line.trim() !== '')
    .map((line) =>
      bullet.test(line)
        ? { id: '', kind: 'list', text: line.replace(bullet, '').trimEnd() }
        : { id: '', kind: 'paragraph', text: line.trimEnd() },
    )
}

/** Puts text in place of the selection; null when the item would hold too many blocks. */
export function insertText(change: Transaction, text: string): Transaction | null {
  const blocks = pastedBlocks(text)
  const [only] = blocks
  if (only === undefined) return change
  if (change.doc.childCount + blocks.length > mostBlocks) return null
  if (blocks.length === 1 && only.kind === 'paragraph') {
    const line = storedText(text).replace(/[\r\n\t]+/g, ' ')
    return change.insertText(line.trim() === '' ? line : line.replace(/ +$/, ' ')).scrollIntoView()
  }
  const { $from } = change.selection
  const intoEmpty = change.selection.empty && $from.parent.content.size === 0
  const nodes = Fragment.from(blocks.map(makeBlock))
  if (intoEmpty) return change.replaceWith($from.before(1), $from.after(1), nodes).scrollIntoView()
  return change.replaceSelection(new Slice(nodes, 1, 1)).scrollIntoView()
}
