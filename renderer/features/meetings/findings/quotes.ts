/** Where the words of findings stand in a paragraph. */

/** `from` and `to` mark the telling words inside the quoted ones. */
export type Quote = { text: string; from: number; to: number; look: 'open' | 'chosen' }
export type Range = { from: number; to: number; look: Quote['look'] }

/** Ranges of a paragraph's text that findings quote, without overlaps; the chosen finding first. */
export function quoteRanges(text: string, quotes: readonly Quote[]): Range[] {
  const ranges: Range[] = []
  for (const { text: quote, look, ...part } of quotes.toSorted(
    (a, b) => Number(b.look === 'chosen') - Number(a.look === 'chosen'),
  )) {
    const at = quote === '' ? -1 : text.indexOf(quote)
    const from = at + part.from
    const to = at + part.to
    if (at < 0 || from >= to || ranges.some((range) => from < range.to && range.from < to)) continue
    ranges.push({ from, to, look })
  }
  return ranges.sort((a, b) => a.from - b.from)
}
