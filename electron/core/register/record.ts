/** What minutes have of a person: decisions of their meetings, and what they took on. */
import type { PersonView } from '#contract/register-pages.ts'
import type { ReadableDb } from '#db/connection.ts'
import type { Evidence } from '#contract/register.ts'
import { actionsNaming, contributionsOf, decisionsOf, type SaidRow } from '#db/queries/record.ts'
import { longerNames } from '#db/queries/roles.ts'
import { paragraphEvidence } from './evidence.ts'
import { isFindable, mentionFinder } from './mentions.ts'
import type { View } from './clock.ts'

const mostDecisions = 100
const mostContributions = 50

const said = (row: SaidRow): PersonView['decided'][number] => ({
  text: row.text,
  due: row.due,
  evidence: paragraphEvidence(row, row.text),
})

/** Decisions of the meetings a person was at. Nobody knows from minutes who was for them. */
export function decidedWith(db: ReadableDb, personId: string, { past }: View): PersonView['decided'] {
  return decisionsOf(db, personId, past, mostDecisions).map(said)
}

/** Sentences in which a person acts, and blocks of minutes that name whose they are; each place once, newest first. */
export function saidBy(
  db: ReadableDb,
  personId: string,
  inText: readonly Evidence[],
  { past }: View,
): PersonView['said'] {
  const known = contributionsOf(db, personId, past, mostContributions)
    .filter(({ itemId, text }) => !inText.some((one) => one.itemId === itemId && text.includes(one.quote)))
    .map((row) => paragraphEvidence(row, row.text))
  const day = ({ meetingDate }: Evidence) => meetingDate ?? ''
  return known.length === 0
    ? [...inText]
    : [...known, ...inText].toSorted((a, b) => (day(a) < day(b) ? 1 : day(a) > day(b) ? -1 : 0))
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
