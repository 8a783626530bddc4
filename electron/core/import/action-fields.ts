/** An action with its fields named: "… (Ansvarig: NN, klart 31/1)", "Åtgärd: … Ansvarig: … Klart: …". */
import { dueOf } from './due.ts'
import type { FoundAction } from './found-action.ts'

/** "Åtgärd 4:", "Action (NN):" and what stands behind it. */
export const labels =
  /^(?:åtgärd(?:er)?|aktivitet(?:er)?|uppdrag|att göra|uppgift|action(?: item| point)?s?|ap|ai|to ?do|task)(?:\s*(?:nr\.?|no\.?|#)?\s*(?:[a-z]{1,3}-?)?\d+(?:[.:/-]\d+)*[a-z]?)?\s*(?:\((?<by>[^)]{2,50})\))?(?:\s*[:–—]\s*| - )(?<what>.+)$/iu

/** "… (Ansvarig: vaktmästare Lelle, klart 31/1)" at the end. */
const answersFor =
  /^(?<what>.+?) ?[([](?:ansvariga?|ansv\.?|owner|responsible)\s*:\s*(?<owner>[^,;:()[\]]{2,60})(?:[,;] ?(?<when>[^()[\]]{2,60}))?[)\]]\.?$/iu

/** "Åtgärd: … Ansvarig: … Klart: …" and the like, in any order. */
export function fromFields(text: string): FoundAction | null {
  const { what: thing, owner: by, when: day } = answersFor.exec(text)?.groups ?? {}
  const until = day === undefined ? null : dueOf(day)
  if (
    thing !== undefined &&
    by !== undefined &&
    !/\b(?:ansv\p{L}*|owner)\s*:/iu.test(thing) &&
    (day === undefined || until !== null)
  )
    return { text: thing, owner: by.trim(), dueWords: until }
  const owner =
    /(?:ansvarig(?:a|t)?|owner|responsible|ansv\.?|vem|assigned to|who)\s*:\s*([^.;|:]+?)(?=\s*(?:[.;|]|,? ?(?:klart?|senast|deadline|due|när|förfaller|datum|by)\b|$))/iu.exec(
      text,
    )
  const due =
    /(?:klart?(?: senast)?|deadline|due(?: date)?|senast|när|datum|förfaller|tid)\s*:\s*([^;|]+?)(?=\s*(?:[;|]|\.$|(?<![\s:]v)\. |,? ?(?:ansvarig|owner)|$))/iu.exec(
      text,
    )
  if (owner === null && due === null) return null
  let what = text
  for (const match of [owner, due]) if (match !== null) what = what.replace(match[0], ' ')
  what = what.replace(labels, (...parts: unknown[]) => {
    const groups = parts.at(-1)
    return typeof groups === 'object' && groups !== null && 'what' in groups ? String(groups.what) : String(parts[0])
  })
  const tidy = what
    .replace(/\s+/gu, ' ')
    .replace(/[\s.;|,–(-]+$/u, '')
    .trim()
  const when = due?.[1]?.trim() ?? null
  return tidy === '' ? null : { text: tidy, owner: owner?.[1]?.trim() ?? null, dueWords: when }
}
