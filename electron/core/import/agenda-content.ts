/** What a row of a table of items says: notes as text, decisions and actions as what they are. */
import type { ProposedItem } from '#contract/proposal.ts'
import type { AgendaCell, AgendaRow } from './agenda-table.ts'
import type { Chunk } from './chunks.ts'
import { decisionLabel } from './decision-headings.ts'
import { newBuilder } from './item-builder.ts'
import type { ItemContext } from './item-adder.ts'
import { listMark } from './lines.ts'

function chunkOf({ line, text }: AgendaCell): Chunk {
  return {
    lines: [line],
    text,
    parts: [text],
    kind: listMark(text) > 0 ? 'list' : 'paragraph',
    gapBefore: false,
  }
}

/** "Inget beslut", "Inga åtgärder": a cell that says that there is nothing in it. */
const nothing =
  /^(?:inget?|inga|none|nil|n\/a|ej aktuellt|no (?:decisions?|actions?))(?: (?:beslut|åtgärd(?:er)?))?\.?$/iu

/** Fills `item` from its row; every line of the row that says anything beside number and title gets its place. */
export function readAgendaRow(item: ProposedItem, row: AgendaRow, context: ItemContext): void {
  const builder = newBuilder(item, context)
  for (const [at, cell] of row.cells.entries()) {
    const chunk = chunkOf(cell)
    const said = nothing.test(cell.text)
    // In a column of both a label tells which it is.
    const decides = cell.column === 'decision' || (cell.column === 'action' && decisionLabel(cell.text) > 0)
    if (decides && !said) builder.decision(chunk, cell.text)
    else if (cell.column === 'action' && !said) {
      const beside = row.cells.slice(at + 1).filter((other) => other.line.n === cell.line.n)
      const owner = beside.find((other) => other.column === 'owner')?.text ?? null
      const dueWords = beside.find((other) => other.column === 'due')?.text ?? null
      builder.action(chunk, { text: cell.text.slice(listMark(cell.text)).replace(/\.$/u, ''), owner, dueWords })
    } else builder.text(chunk, chunk.kind === 'list' ? 'list' : 'paragraph', cell.column === 'text')
  }
}
