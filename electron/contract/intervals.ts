/** Tells an interval written with a hyphen ("3-5") from what must keep it: ISO dates, telephone, registry and personal numbers, standards. */

export type IntervalToken = {
  /** Index of the hyphen. */
  at: number
  /** The words it stands in, as written. */
  quote: string
}

const keeps =
  /(?:^|[\s(])(?:ISO|EN|IEC|SS|SS-EN|SFS|ISBN|ISSN|tfn|tel|telefon|phone|mobil|fax|org\.?nr|organisationsnummer|personnummer|dnr|diarienr|diarienummer|ref|reference)[.:]?\s*$/iu
const shape =
  /^(?:§{0,2}|kl\.|s\.|pp\.)(\d+(?:[.,:]\d+)*)-(\d+(?:[.,:]\d+)*)(?:%|-\p{L}[\p{L}-]*|:\p{L}+)?[.:!?\u2026]*$/u

// Marks that end a word beside white space.
const edge = /[\s()[\]{}"\u2019\u201c\u201d;,]/u
// Longer than any word that keeps its hyphen, so that a long text costs no more than its length.
const before = 30

/** Every hyphen between two figures that means "to", from left to right. */
export function intervalTokens(text: string): IntervalToken[] {
  const found: IntervalToken[] = []
  let end = 0
  for (const { index } of text.matchAll(/\d-(?=\d)/g)) {
    if (index < end) continue
    let start = index
    // A comma inside a figure is no edge: "2,5-3,5".
    while (start > end && !isEdge(text, start - 1)) start--
    end = index + 2
    while (end < text.length && !isEdge(text, end)) end++
    const quote = text.slice(start, end)
    const parts = shape.exec(quote)
    const lead = text.slice(Math.max(0, start - before), start)
    if (parts === null || keeps.test(lead)) continue
    const [, from = '', to = ''] = parts
    if (!isInterval(from, to, /kl\.?\s$/u.test(lead))) continue
    found.push({ at: start + quote.indexOf(`${from}-${to}`) + from.length, quote })
  }
  return found
}

function isEdge(text: string, at: number): boolean {
  if (text[at] === ',') return !/^\d,\d$/.test(text.slice(at - 1, at + 2))
  return edge.test(text[at] ?? ' ')
}

function isInterval(from: string, to: string, afterClock: boolean): boolean {
  if (!/^\d+$/.test(from) || !/^\d+$/.test(to)) return true
  // An area code and a telephone number.
  if (from.startsWith('0')) return afterClock || (from.length === 2 && to.length === 2)
  // Personal and organisation numbers.
  if ((from.length === 6 || from.length === 8) && to.length === 4) return false
  if (/^[12]\d{3}$/.test(from)) {
    // 2021-11 is a month, 2021-123 a registry number, 2021-22 and 2019-2024 are years.
    if (to.length === 2) return Number(to) > 12
    return to.length === 4 && Number(to) > Number(from)
  }
  return to.length - from.length < 3
}
