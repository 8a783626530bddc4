/** A list of contents: the items' titles with the pages they stand on, before the items themselves. */
import type { SourceLine } from './lines.ts'
import { foldText } from './words.ts'

const heading =
  /^(?:ärendelista|ärendeförteckning|ärenden|paragrafförteckning|innehåll(?:sförteckning)?|föredragningslista|dagordning|contents|table of contents|list of items|agenda|index)(?: (?:sid(?:a|nr|an)?|page|nr))?$/u
const leaders = /(?:\.{3,}|…+|(?: \.){3,})\s*\d{1,3}$/u
const paged = /\S(?:\s{2,}|\t+|\s*(?:\.{3,}|…+|(?: \.){3,})\s*)(?<page>\d{1,3})$/u

/** Rows may be as many as a long protocol has items. */
const longest = 200

function pageOf(line: SourceLine): number | null {
  if (line.text.length > 200 || !/\p{L}{3}/u.test(line.text)) return null
  const page = paged.exec(line.raw.trimEnd())?.groups?.['page']
  return page === undefined ? null : Number(page)
}

/**
 * Numbers of the lines of a list of contents, its heading with them: three rows at least that end with a page, the
 * pages never falling, under a heading that says so or with dots that lead to the page. A title may go on over two lines.
 */
export function findContents(lines: readonly SourceLine[]): Set<number> {
  const found = new Set<number>()
  const filled = lines.filter((line) => !line.blank)
  let at = 0
  while (at < filled.length) {
    const rows = rowsFrom(filled, at)
    if (rows.filter((line) => pageOf(line) !== null).length >= 3) {
      const above = filled[at - 1]
      const named = above !== undefined && above.forced === null && heading.test(foldText(above.text))
      const dotted = rows.filter((line) => leaders.test(line.raw.trimEnd())).length
      if (named || dotted >= 3) for (const line of rows) found.add(line.n)
      if (named) found.add(above.n)
    }
    at += Math.max(1, rows.length)
  }
  return found
}

function rowsFrom(filled: readonly SourceLine[], from: number): SourceLine[] {
  const rows: SourceLine[] = []
  let last = 0
  for (let at = from; at < Math.min(filled.length, from + longest); at += 1) {
    const line = filled[at]
    if (line === undefined || line.forced !== null) break
    const page = pageOf(line)
    const next = filled[at + 1]
    if (page === null) {
      // The first half of a title that goes on below.
      const half = /^(?:§ ?)?\d{1,4}\S? /u.test(line.text) && next !== undefined && next.n === line.n + 1
      const below = half ? pageOf(next) : null
      if (below === null || below < last || next?.forced !== null) break
      rows.push(line)
      continue
    }
    if (page < last) break
    last = page
    rows.push(line)
  }
  return rows
}
