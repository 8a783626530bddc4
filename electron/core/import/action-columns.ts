/** Header rows of tables of actions: which column says what is to be done, who does it and until when. */
import { cellsOf } from './lines.ts'

export interface ActionColumns {
  what: number
  owner: number
  due: number
  /** The column holds decisions as well: "Beslut / åtgärd". */
  both: boolean
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
  const mixed = find(
    /^(?:beslut|åtgärd(?:er)?|decisions?|actions?) ?(?:\/|och|eller|and|or|&) ?(?:beslut|åtgärd(?:er)?|decisions?|actions?)$/u,
  )
  const what =
    mixed >= 0
      ? mixed
      : find(/^(?:åtgärd|uppgift|aktivitet|vad|action|task|beskrivning|description|item|uppdrag|what)/u)
  const owner = find(/^(?:ansvar|vem|owner|responsible|who|by whom|action by|lead|ansv|assigne|utförs av|åtgärdas av)/u)
  const day = find(
    /^(?:när|deadline|due|datum|senast|date|when|tid|by when|förfall|slutdatum|klar\p{L}* (?:senast|till|den|datum))/u,
  )
  // "Klart" may head a column of days or of what is done.
  const due = day >= 0 ? day : find(/^klar/u)
  return what >= 0 && (owner >= 0 || due >= 0) ? { what, owner, due, both: mixed >= 0 } : null
}
