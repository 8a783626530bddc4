/**
 * Reads HTML from the clipboard as a row of tags and words. Nothing is run, fetched or drawn: what word processors put
 * there is a whole page with styles, macros' traces and pictures, and only its words and their order are wanted.
 */

export type Tag = { type: 'open' | 'close'; name: string; attributes: Readonly<Record<string, string>> }
export type Token = Tag | { type: 'text'; text: string }

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: '’',
  nbsp: '\u00a0',
  shy: '\u00ad',
  aring: 'å',
  auml: 'ä',
  ouml: 'ö',
  eacute: 'é',
  uuml: 'ü',
  ntilde: 'ñ',
  oslash: 'ø',
  aelig: 'æ',
  Aring: 'Å',
  Auml: 'Ä',
  Ouml: 'Ö',
  Eacute: 'É',
  Oslash: 'Ø',
  AElig: 'Æ',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  bull: '•',
  middot: '·',
  hellip: '…',
  sect: '§',
  para: '¶',
  deg: '°',
  euro: '€',
  times: '×',
  frac12: '½',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  zwnj: '',
  zwj: '',
}

/** Text with its references to signs replaced; one that is not known stays as it is written. */
export function decoded(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z][a-z0-9]{1,10});?/gi, (written, name: string) => {
    if (!name.startsWith('#')) return entities[name] ?? entities[name.toLowerCase()] ?? written
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : ''
  })
}

/** Elements whose inside is no text of the document. */
const silent: ReadonlySet<string> = new Set(['script', 'style', 'title', 'xml', 'template', 'svg', 'object', 'iframe'])

function attributesOf(inside: string): Record<string, string> {
  const found: Record<string, string> = {}
  for (const [, name = '', double, single, bare] of inside.matchAll(
    /([^\s=/"'<>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g,
  ))
    found[name.toLowerCase()] ??= decoded(double ?? single ?? bare ?? '')
  return found
}

/** Where a tag that begins at `at` ends: quoted values may hold a `>`. */
function tagEnd(html: string, at: number): number {
  let quote = ''
  for (let index = at; index < html.length; index += 1) {
    const sign = html[index] ?? ''
    if (quote !== '') {
      if (sign === quote) quote = ''
    } else if (sign === '>') return index
    else if ((sign === '"' || sign === "'") && html[index - 1] === '=') quote = sign
  }
  return -1
}

/** Tags and words in their order. Comments, also the conditional ones of word processors, fall away. */
export function htmlTokens(html: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  const text = (to: number) => {
    if (to > at) tokens.push({ type: 'text', text: decoded(html.slice(at, to)) })
  }
  for (let open = html.indexOf('<'); open >= 0; open = html.indexOf('<', at)) {
    if (html.startsWith('<!--', open)) {
      text(open)
      const end = html.indexOf('-->', open + 4)
      at = end < 0 ? html.length : end + 3
      continue
    }
    const shape = /^<(\/?)([a-z][^\s/>]*)|^<[!?]/i.exec(html.slice(open, open + 80))
    if (shape === null) {
      // A lone sign in running text.
      text(open + 1)
      at = open + 1
      continue
    }
    text(open)
    const end = tagEnd(html, open)
    if (end < 0) return tokens
    at = end + 1
    const name = shape[2]?.toLowerCase()
    // <![if !supportLists]> and the like say how something is drawn.
    if (name === undefined) continue
    const inside = html.slice(open + shape[0].length, end)
    tokens.push({
      type: shape[1] === '/' ? 'close' : 'open',
      name,
      attributes: shape[1] === '/' ? {} : attributesOf(inside.replace(/\/$/, '')),
    })
    if (shape[1] === '' && silent.has(name) && !inside.endsWith('/')) {
      const close = html.slice(at).search(new RegExp(`</${name}[\\s>]`, 'i'))
      at = close < 0 ? html.length : at + close
    }
  }
  text(html.length)
  return tokens
}
