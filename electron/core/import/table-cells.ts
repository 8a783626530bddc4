/** Cells of a table row with their places, the empty ones too. */

/** What parts the cells; null where they are set with spaces. */
export type Separator = '|' | '\t' | null

export interface Cell {
  text: string
  /** Its place among the cells, and the character it starts at. */
  index: number
  start: number
}

export function separatorOf(raw: string): Separator {
  return raw.includes('|') ? '|' : raw.trim().includes('\t') ? '\t' : null
}

/** In columns set with spaces only cells that hold something. */
export function placedCells(raw: string, separator: Separator): Cell[] {
  if (separator === null)
    return [...raw.matchAll(/\S+(?: \S+)*/gu)].map((match, index) => ({ text: match[0], index, start: match.index }))
  // A pipe at either end of the row opens no cell.
  const lead = separator === '|' ? (/^\s*\|/u.exec(raw)?.[0].length ?? 0) : 0
  let start = lead
  return (separator === '|' ? raw.replace(/\|\s*$/u, '') : raw)
    .slice(lead)
    .split(separator)
    .map((piece, index) => {
      const cell = { text: piece.replace(/\s+/gu, ' ').trim(), index, start }
      start += piece.length + 1
      return cell
    })
}

/** The words of the cells between pipes, or else tabs. */
export function cellsBetween(raw: string): string[] {
  return placedCells(raw, raw.includes('|') ? '|' : '\t').map(({ text }) => text)
}
