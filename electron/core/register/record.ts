/** What minutes have of a person: decisions of their meetings, and what they took on. */
import type { PersonView } from '#contract/register-pages.ts'
import type { ReadableDb } from '#db/connection.ts'
import { actionsNaming, decisionsOf, type SaidRow } from '#db/queries/record.ts'
import { longerNames } from '#db/queries/roles.ts'
import { paragraphEvidence } from './evidence.ts'
import { isFindable, mentionFinder } from './mentions.ts'
import type { View } from './clock.ts'

const mostDecisions = 100

const said = (row: SaidRow): PersonView['decided'][number] => ({
  text: row.text,
  due: row.due,
  evidence: paragraphEvidence(row, row.text),
})

/** Decisions of the meetings a person was at. Nobody knows from minutes who was for them. */
export function decidedWith(db: ReadableDb, personId: string, { past }: View): PersonView['decided'] {
  return decisionsOf(db, personId, past, mostDecisions).map(said)
}

/** Actions whose owner is the person, by any name that is theirs and not part of another's. */
export function promisedBy(
  db: ReadableDb,
  personId: string,
  names: readonly string[],
  { past }: View,
): PersonView['promised'] {
  const usable = names.filter(isFindable)
  if (usable.length === 0) return []
  const rows = actionsNaming(db, usable, past)
  if (rows.length === 0) return []
  const find = mentionFinder(usable, longerNames(db, 'person', personId, usable))
  return rows.filter(({ owner }) => owner !== null && find(owner) !== null).map(said)
}
