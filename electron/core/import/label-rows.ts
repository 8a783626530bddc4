/** Rows of a word and what it says ("Beslut⇥att sopa banan", "Ansvarig⇥Saga"): read like the same words with a colon between. */
import { actionColumns, decisionColumns } from './action-columns.ts'
import { cellsOf } from './lines.ts'
import type { SourceLine } from './lines.ts'

const label =
  /^(?:beslut(?:et)?|decisions?|åtgärd(?:er)?|actions?|uppdrag|ansvariga?|ansv\.?|owner|responsible|klart?(?: senast)?|deadline|due(?: date)?|senast)$/iu

/** A row of two cells with a label in the first, and words that are no label in the second. */
function labelled(line: SourceLine): string | null {
  if (line.forced !== null || line.text.length > 2000 || !/[\t|]| {3}/u.test(line.raw.trim())) return null
  const [first = '', second = '', ...more] = cellsOf(line.raw)
  if (more.length > 0 || !label.test(first) || !/\p{L}{2}|\d/u.test(second) || label.test(second)) return null
  return actionColumns(line.raw) === null && decisionColumns(line.raw) === null ? `${first}: ${second}` : null
}

/** What stands beside an empty cell: more of what the label above says. */
function besideNothing(line: SourceLine): string | null {
  if (line.forced !== null || !/^\s*\|\s*\|/u.test(line.raw)) return null
  const [first = '', second = '', ...more] = cellsOf(line.raw)
  return first === '' && second !== '' && more.length === 0 ? second : null
}

/** The lines of an item, such rows with a colon behind their label; others are the same objects. */
export function withLabels(lines: readonly SourceLine[]): SourceLine[] {
  let within = false
  return lines.map((line) => {
    const text = labelled(line) ?? (within ? besideNothing(line) : null)
    within = text !== null || (within && line.blank)
    return text === null ? line : { ...line, raw: text, text }
  })
}
