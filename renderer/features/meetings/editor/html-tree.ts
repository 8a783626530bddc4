/** Tokens of clipboard HTML as a tree: forgiving of what is not closed, without what is not to be pasted. */
import type { Token } from './html-tokens.ts'

export type Element = {
  name: string
  attributes: Readonly<Record<string, string>>
  children: (Element | string)[]
}

const empty: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'col', 'meta', 'link', 'input', 'wbr', 'base'])
/** Each ends an open one of the same sort beside it. */
const siblings: Readonly<Record<string, readonly string[]>> = {
  li: ['li'],
  p: ['p'],
  tr: ['tr', 'td', 'th'],
  td: ['td', 'th'],
  th: ['td', 'th'],
  dt: ['dt', 'dd'],
  dd: ['dt', 'dd'],
}
/** What keeps an unclosed element from being closed from inside. */
const walls: Readonly<Record<string, readonly string[]>> = {
  li: ['ul', 'ol'],
  tr: ['table'],
  td: ['tr', 'table'],
  th: ['tr', 'table'],
  p: ['td', 'th', 'li', 'table', 'div', 'blockquote'],
}

const deepest = 300

export function htmlTree(tokens: readonly Token[]): Element {
  const root: Element = { name: '', attributes: {}, children: [] }
  const open: Element[] = [root]
  const top = () => open.at(-1) ?? root
  for (const token of tokens) {
    if (token.type === 'text') top().children.push(token.text)
    else if (token.type === 'close') {
      const index = open.findLastIndex(({ name }) => name === token.name)
      // A cell or a table is not closed by a stray tag from inside another.
      if (index > 0 && !open.slice(index + 1).some(({ name }) => (walls[token.name] ?? []).includes(name)))
        open.length = index
    } else {
      const ends = siblings[token.name] ?? []
      const wall = walls[token.name] ?? []
      for (let index = open.length - 1; index > 0; index -= 1) {
        const name = open[index]?.name ?? ''
        if (wall.includes(name)) break
        if (ends.includes(name)) open.length = index
      }
      const element: Element = { name: token.name, attributes: token.attributes, children: [] }
      top().children.push(element)
      // Deeper than any document: what is inside stands beside it.
      if (!empty.has(token.name) && open.length < deepest) open.push(element)
    }
  }
  return root
}

/** A property of the element's own style, in lower case; empty when it has none. */
export function styleOf({ attributes }: Element, property: string): string {
  const found = new RegExp(`(?:^|[;\\s])${property}\\s*:\\s*([^;]*)`, 'i').exec(attributes['style'] ?? '')
  return (found?.[1] ?? '').trim().toLowerCase()
}

/** Comments, tracked deletions, hidden words and pictures are no part of what was copied. */
export function isDropped(element: Element): boolean {
  const { name, attributes } = element
  if (['del', 'head', 'img', 'script', 'style', 'xml', 'title', 'button', 'select'].includes(name)) return true
  if (/^(?:v|w|m|st1):/.test(name)) return name !== 'st1'
  const classes = (attributes['class'] ?? '').toLowerCase()
  if (/\bmsocom|msocomment/.test(classes)) return true
  if (styleOf(element, 'display') === 'none' || styleOf(element, 'mso-hide') === 'all') return true
  if (styleOf(element, 'visibility') === 'hidden') return true
  if (styleOf(element, 'mso-element').startsWith('comment') || styleOf(element, 'mso-special-character') === 'comment')
    return true
  return attributes['hidden'] !== undefined
}
