/** What stands around a meeting's own lines: page furniture, web pages, letters, lists of contents, and its table of items. */
import { findAgendaTable, isSpacedHeader } from './agenda-table.ts'
import type { AgendaTable } from './agenda-table.ts'
import { findContents } from './contents-list.ts'
import { findFurniture } from './furniture.ts'
import type { SourceLine } from './lines.ts'
import { letterLines } from './mail-letter.ts'
import { findWebPage } from './web-page.ts'

export interface Outline {
  /** Numbers of the lines that belong to a page. */
  furniture: Set<number>
  /** Numbers of the lines that are none of the meeting's. */
  around: Set<number>
  table: AgendaTable | null
  /** The row that names the columns of the items. */
  header: SourceLine | null
  /** All other lines, the blank ones too. */
  solid: SourceLine[]
  /** True for a row of the table and what goes on in its cells. */
  inTable: (line: SourceLine) => boolean
}

export function readOutline(lines: readonly SourceLine[]): Outline {
  const furniture = findFurniture(lines)
  const around = new Set([...letterLines(lines), ...findContents(lines), ...findWebPage(lines)])
  const free = lines.filter((line) => !furniture.has(line.n) && !around.has(line.n))
  const table = findAgendaTable(free)
  const header = table?.header ?? free.find((line) => isSpacedHeader(line)) ?? null
  const last = table?.rows.at(-1)?.last ?? 0
  return {
    furniture,
    around,
    table,
    header,
    solid: free.filter((line) => line !== header),
    inTable: (line) => table !== null && line.n > table.header.n && line.n <= last,
  }
}
