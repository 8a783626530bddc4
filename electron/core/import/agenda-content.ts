/** What a row of a table of items says: notes as text, decisions and actions as what they are. */
import type { ProposedItem } from '#contract/proposal.ts'
import type { AgendaCell, AgendaRow } from './agenda-table.ts'
import type { Chunk } from './chunks.ts'
import { decisionLabel } from './decision-headings.ts'
import { findDates } from './dates.ts'
import { newBuilder } from './item-builder.ts'
import type { ItemContext } from './item-context.ts'
import { listMark } from './lines.ts'
import { taskIn } from './task-in.ts'

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

/** "2023-11-16 kl 13, samma lokal": when and where, nothing that is decided or to be done. */
function isDay(text: string): boolean {
  return findDates(text)[0]?.index === 0
}

/** Fills `item` from its row; every line of the row that says anything beside number and title gets its place. */
export function readAgendaRow(item: ProposedItem, row: AgendaRow, context: ItemContext): void {
  const builder = newBuilder(item, context)
  for (const [at, cell] of row.cells.entries()) {
    const chunk = chunkOf(cell)
    const said = nothing.test(cell.text)
    const beside = row.cells.slice(at + 1).filter((other) => other.line.n === cell.line.n)
    const owner = beside.find((other) => other.column === 'owner')?.text ?? null
    const dueWords = beside.find((other) => other.column === 'due')?.text ?? null
    const task = cell.column === 'both' ? taskIn(cell.text, context.crew) : null
    // In a column of both a label tells which it is; where none stands, only who, until when or what is yet to be done.
    const decides =
      cell.column === 'decision' ||
      ((cell.column === 'action' || cell.column === 'both') && decisionLabel(cell.text) > 0) ||
      (cell.column === 'both' && owner === null && dueWords === null && task === null && !isDay(cell.text))
    if (decides && !said) builder.decision(chunk, cell.text)
    else if ((cell.column === 'action' || (cell.column === 'both' && !isDay(cell.text))) && !said) {
      const text = cell.text.slice(listMark(cell.text)).replace(/\.$/u, '')
      builder.action(chunk, { text, owner: owner ?? task?.owner ?? null, dueWords: dueWords ?? task?.dueWords ?? null })
    } else
      builder.text(
        chunk,
        chunk.kind === 'list' ? 'list' : 'paragraph',
        cell.column === 'text' || (cell.column === 'both' && !said),
      )
  }
}
