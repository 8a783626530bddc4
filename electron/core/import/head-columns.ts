/** Lines of a head that hold more than the title or the sender they were taken for. */
import { isPageNumber } from './furniture.ts'
import type { Head } from './head-fields.ts'
import { fieldOf } from './head-labels.ts'
import { findDates } from './dates.ts'
import { cellsOf } from './lines.ts'
import type { SourceLine } from './lines.ts'

function letters(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/**
 * A line set in columns is the title or the sender only where all of it is read. Where a column is a label, whose
 * value stands elsewhere, the line is the head's; words that nothing keeps are noted as unread.
 */
export function settleColumns(head: Head, lines: readonly SourceLine[]): void {
  const values = [head.title, head.sender, head.body, head.dnr, head.place].map((value) => letters(value ?? ''))
  const noted = new Set(head.kept.map(({ line, words }) => `${line} ${letters(words)}`))
  for (const line of lines) {
    const part = head.parts.get(line.n)
    if ((part !== 'title' && part !== 'sender') || line.forced !== null) continue
    const unread = cellsOf(line.raw).filter((cell) => {
      const words = letters(cell)
      // "| 1 | Startbanan |": a figure of its own column stands in no date or number by chance.
      if (line.raw.includes('|') && /^\d{1,2}$/u.test(cell)) return true
      return words !== '' && !isPageNumber(cell) && !values.some((value) => value.includes(words))
    })
    if (unread.length === 0) continue
    head.parts.set(line.n, 'head')
    for (const words of unread) {
      const known = fieldOf(words) !== null || findDates(words).length > 0 || noted.has(`${line.n} ${letters(words)}`)
      if (!known && !values.some((value) => value !== '' && letters(words).includes(value)))
        head.kept.push({ line: line.n, words })
    }
  }
}
