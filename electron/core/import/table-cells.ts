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

/**
 * A row set with spaces, its cells between tabs. Lines below go on with those cells that they stand under; null where
 * one of their words stands under none, or where they only go on with the first.
 */
export function rowOver(raws: readonly string[]): string | null {
  const [first, ...below] = raws.map((raw) => placedCells(raw, null))
  if (first === undefined) return null
  const texts = first.map((cell) => cell.text)
  for (const cells of below) {
    const under = cells.map((cell) => first.findIndex((one) => one.start === cell.start))
    if (under.includes(-1) || under.every((at) => at === 0)) return null
    under.forEach((at, index) => (texts[at] = `${texts[at] ?? ''} ${cells[index]?.text ?? ''}`))
  }
  return texts.join('\t')
}
