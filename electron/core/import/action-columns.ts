/** Header rows of tables of actions: which column says what is to be done, who does it and until when. */
import { cellsOf } from './lines.ts'
import type { SourceLine } from './lines.ts'
import { readNumber } from './numbering.ts'
import { foldText } from './words.ts'

/** "Beslut/åtgärd", "Decisions and actions", folded: a column of both. */
export const mixedColumn =
  /^(?:beslut (?:och |eller )?åtgärd(?:er)?|åtgärd(?:er)? (?:och |eller )?beslut|decisions? (?:and |or )?actions?|actions? (?:and |or )?decisions?)$/u

export interface ActionColumns {
  what: number
  owner: number
  due: number
  /** The column holds decisions as well: "Beslut / åtgärd". */
  both: boolean
}

const columnAtEnd =
  /(?: {3,}|\t+)(?:actions?|action by|owner|responsible|åtgärd(?:er)?|ansv(?:arig|\.)?|vem)\s*:?\s*$/iu

/** "1   Welcome             ACTION": a numbered heading without the title of the column at the line's right end. */
export function withoutColumnTitle(line: SourceLine): SourceLine {
  const raw = line.raw.length < 300 ? line.raw.replace(columnAtEnd, '') : line.raw
  if (raw === line.raw || (readNumber(raw.trim())?.title ?? '') === '') return line
  return { ...line, raw, text: line.text.slice(0, raw.trim().replace(/\s+/gu, ' ').length) }
}

/** Columns of a table of decisions: "Nr | Beslut | Ansvarig | Klart". */
export interface DecisionColumns {
  decision: number
  owner: number
  due: number
}

/** Null for a header without a column of decisions, or whose rows are about something else ("Ärende | Beslut"). */
export function decisionColumns(raw: string): DecisionColumns | null {
  const cells = cellsOf(raw).map((cell) => cell.toLowerCase())
  if (cells.length < 2 || cells.some((cell) => /:\s*\S/u.test(cell))) return null
  const find = (pattern: RegExp): number => cells.findIndex((cell) => pattern.test(cell))
  const decision = find(/^(?:beslut|decisions?|resolution)$/u)
  const beside = cells.filter((_, at) => at !== decision)
  const known =
    /^(?:nr|no|#|n:o|id|löpnr|beslutsnr|datum|beslutsdatum|date|ref|status|anm|anmärkning|kommentar|notes?|möte|meeting|beslutad av|ansvar.*|vem|owner|responsible|who|när|klart?.*|deadline|due.*|senast|when|by when)\.?$/u
  if (decision < 0 || !beside.every((cell) => known.test(cell))) return null
  return {
    decision,
    owner: find(/^(?:ansvar|vem|owner|responsible|who)/u),
    due: find(/^(?:när|klart?|deadline|due|senast|when|by when)/u),
  }
}

export function actionColumns(raw: string): ActionColumns | null {
  const cells = cellsOf(raw).map((cell) => cell.toLowerCase())
  // "Aktivitet: …⇥Ansvarig: …" is an entry with its own labels, no header.
  if (cells.length < 2 || cells.some((cell) => /:\s*\S/u.test(cell))) return null
  const find = (pattern: RegExp): number => cells.findIndex((cell) => pattern.test(cell))
  const mixed = cells.findIndex((cell) => mixedColumn.test(foldText(cell)))
  const said =
    mixed >= 0
      ? mixed
      : find(/^(?:åtgärd|uppgift|aktivitet|vad|action(?! by)|task|beskrivning|description|uppdrag|what)/u)
  // "Item | Action | Who": where an action stands beside it, an item is what it belongs to.
  const what = said >= 0 ? said : find(/^item/u)
  const owner = find(/^(?:ansvar|vem|owner|responsible|who|by whom|action by|lead|ansv|assigne|utförs av|åtgärdas av)/u)
  const day = find(
    /^(?:när|deadline|due|datum|senast|date|when|tid|mål(?:datum|tid)|(?:target|planned|completion|end|agreed) (?:date|time|by|completion)|target$|by(?: when)?$|förfall|slutdatum|klar\p{L}* (?:senast|till|den|datum))/u,
  )
  // "Klart" may head a column of days or of what is done.
  const due = day >= 0 ? day : find(/^klar/u)
  return what >= 0 && (owner >= 0 || due >= 0) ? { what, owner, due, both: mixed >= 0 } : null
}

/**
 * Numbers of the lines below a row of three columns and more that names those of a table of actions, with as many
 * cells each; a number in front of one points to an item.
 */
export function actionRows(lines: readonly SourceLine[]): Set<number> {
  const rows = new Set<number>()
  let columns = 0
  for (const line of lines) {
    const { length } = cellsOf(line.raw)
    if (length > 2 && length === columns) rows.add(line.n)
    else if (length < 3) columns = 0
    else if (actionColumns(line.raw) !== null) columns = length
  }
  return rows
}
