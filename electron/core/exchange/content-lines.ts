/**
 * The lines of cards and calendars (RFC 6350, RFC 5545, and vCard 2.1 as telephones still write it):
 * unfolded, cut into group, name, parameters and value. Pure.
 */
export type ContentLine = {
  /** First of the lines it takes, from 1. */
  line: number
  group: string
  /** Upper case. */
  name: string
  /** Upper-case names; a parameter without a value (2.1) is a TYPE. */
  parameters: ReadonlyMap<string, readonly string[]>
  value: string
}

const caret: Readonly<Record<string, string>> = { n: '\n', "'": '"', '^': '^' }
/** How a parameter writes a quote or a line break (RFC 6868). */
const uncaret = (text: string) => text.replace(/\^([n'^])/gu, (_, sign: string) => caret[sign] ?? '')

/** Cuts at a sign that stands outside quotes. */
function cut(text: string, sign: string, most = Number.POSITIVE_INFINITY): string[] {
  const parts: string[] = []
  let from = 0
  let quoted = false
  for (let at = 0; at < text.length && parts.length < most - 1; at += 1) {
    if (text[at] === '"') quoted = !quoted
    else if (text[at] === sign && !quoted) {
      parts.push(text.slice(from, at))
      from = at + 1
    }
  }
  parts.push(text.slice(from))
  return parts
}

function parametersOf(parts: readonly string[]): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const part of parts) {
    const equals = part.indexOf('=')
    const name = equals < 0 ? 'TYPE' : part.slice(0, equals).trim().toUpperCase()
    const values = cut(equals < 0 ? part : part.slice(equals + 1), ',').map((value) =>
      uncaret(value.trim().replace(/^"(.*)"$/su, '$1')),
    )
    // A bare ENCODING of 2.1 names itself.
    const key = name === 'TYPE' && /^(?:QUOTED-PRINTABLE|BASE64|8BIT|7BIT)$/iu.test(values[0] ?? '') ? 'ENCODING' : name
    found.set(key, [...(found.get(key) ?? []), ...values])
  }
  return found
}

function charsetOf(name: string | undefined): string {
  try {
    return new TextDecoder(name ?? 'utf-8').encoding
  } catch {
    return 'utf-8'
  }
}

function quotedPrintable(text: string, charset: string | undefined): string {
  const decoder = new TextDecoder(charsetOf(charset))
  const decoded = (run: string) =>
    decoder.decode(
      Uint8Array.from(run.matchAll(/=([\dA-F]{2})|[^]/giu), ([sign, hex]) =>
        hex === undefined ? sign.charCodeAt(0) : Number.parseInt(hex, 16),
      ),
    )
  // A sign that was left as it is has been read with the file: the bytes around it alone are in the card's charset.
  return text.replace(/[\0-\x7F]+/gu, decoded).normalize('NFC')
}

const isQuotedPrintable = (head: string) => /ENCODING=QUOTED-PRINTABLE|;QUOTED-PRINTABLE(?:[;:]|$)/iu.test(head)

/** Longest value that is looked into; a photo is none of ours. */
const mostValue = 20_000

/** Reads the lines of a text with one kind of line end. Lines that are none are left out. */
export function* contentLines(text: string): Generator<ContentLine> {
  const lines = text.split('\n')
  for (let at = 0; at < lines.length;) {
    const line = at + 1
    const parts = [lines[at] ?? '']
    at += 1
    const [head = ''] = parts
    const soft = isQuotedPrintable(head.split(':', 1)[0] ?? '')
    let size = head.length
    for (; at < lines.length; at += 1) {
      const next = lines[at] ?? ''
      const last = parts.at(-1) ?? ''
      if (soft && last.endsWith('=')) {
        parts[parts.length - 1] = last.slice(0, -1)
        parts.push(next.replace(/^[ \t]/u, ''))
      } else if (/^[ \t]/u.test(next)) {
        size += next.length
        if (size <= mostValue) parts.push(next.slice(1))
      } else break
    }
    const [before = '', value] = cut(parts.join(''), ':', 2)
    if (value === undefined) continue
    const [name = '', ...rest] = cut(before, ';')
    const dot = name.lastIndexOf('.')
    const parameters = parametersOf(rest)
    const encoded = parameters.get('ENCODING')?.[0]?.toUpperCase() === 'QUOTED-PRINTABLE'
    yield {
      line,
      group: dot < 0 ? '' : name.slice(0, dot).trim().toLowerCase(),
      name: name
        .slice(dot + 1)
        .trim()
        .toUpperCase(),
      parameters,
      value: encoded ? quotedPrintable(value, parameters.get('CHARSET')?.[0]) : value,
    }
  }
}

/** A value's own signs: `\n`, `\,`, `\;` and `\\`. */
export const unescaped = (value: string) =>
  value.replace(/\\([nN,;:\\])/gu, (_, sign: string) => (sign === 'n' || sign === 'N' ? '\n' : sign))

/** The parts of a value such as N or ORG, cut where a semicolon stands unescaped. */
export function components(value: string): string[] {
  const parts: string[] = []
  let from = 0
  for (let at = 0; at < value.length; at += 1) {
    if (value[at] === '\\') at += 1
    else if (value[at] === ';') {
      parts.push(value.slice(from, at))
      from = at + 1
    }
  }
  return [...parts, value.slice(from)].map(unescaped)
}
