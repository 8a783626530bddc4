/** Who and until when at the right end of a line, in columns of their own: "Pris tas fram.      MJ    2024-10-02". */
import type { Crew } from './crew.ts'
import { dueIn, saysState } from './due.ts'
import { findDates } from './dates.ts'
import { wordsOf } from './words.ts'

export interface LineEnd {
  /** What stands to the left. */
  what: string
  owner: string
  dueWords: string | null
}

const gap = '(?: {3,}|\\s*\\t\\s*|\\s*\\|\\s*)'
const ended = new RegExp(
  `^(?<what>.*?\\p{L}.*?)${gap}(?<owner>\\p{Lu}[^|\\t\\d:;()]{0,50}?)(?:(?: {2,}|\\s*\\t\\s*|\\s*\\|\\s*)(?<due>[^|\\t]{1,40}?))?\\s*\\|?\\s*$`,
  'u',
)

/** A day, a week, "snarast", "nästa möte", "Q2". */
function isDue(cell: string): boolean {
  return (
    findDates(cell, { slash: true }).length > 0 ||
    dueIn(cell) !== null ||
    dueIn(`till ${cell}`) !== null ||
    /^(?:v\.? ?|vecka |week )\d{1,2}$/iu.test(cell)
  )
}

const initials = /^\p{Lu}{2,4}(?: ?[,/&+] ?\p{Lu}{2,4})*$/u

/** Null where the line does not end in somebody listed. Names need a day beside them; initials stand for themselves. */
export function lineEnd(raw: string, crew: Crew): LineEnd | null {
  if (raw.length > 400 || !/ {3}|\t|\|/u.test(raw.trim())) return null
  const { what, owner, due } = ended.exec(raw)?.groups ?? {}
  if (what === undefined || owner === undefined || !crew.knows(owner.trim())) return null
  const short = initials.test(owner)
  if (due === undefined) return short && wordsOf(what).length > 2 ? { what, owner, dueWords: null } : null
  if (saysState(due)) return short ? { what, owner, dueWords: null } : null
  return isDue(due) ? { what, owner, dueWords: due } : null
}
