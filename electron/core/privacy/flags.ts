/** What tells of somebody's health, or judges them, in what is about to leave the machine. */
import type { Flag } from '#contract/privacy.ts'
import type { ReadableDb } from '#db/connection.ts'
import { bearersOf, capacitiesOf, judged, markedTitles, titlesInUse } from '#db/queries/privacy.ts'
import { healthWords } from './sensitive.ts'

/** Titles that tell of health, marked as such or by their words; each person and title once. */
export function healthFlags(db: ReadableDb): Flag[] {
  const telling = titlesInUse(db).filter((title) => healthWords(title) !== null)
  const flags = new Map<string, Flag>()
  for (const flag of [...markedTitles(db), ...bearersOf(db, telling)]) {
    flags.set(`${flag.personId} ${flag.words}`, flag)
  }
  return [...flags.values()]
}

/** As {@link healthFlags}, for the list of one meeting as its document prints it. */
export function meetingFlags(db: ReadableDb, meetingId: string): Flag[] {
  return capacitiesOf(db, meetingId).flatMap(({ personId, name, words }) => {
    const telling = healthWords(words)
    return telling === null ? [] : [{ personId, organisationId: null, name, why: 'health' as const, words: telling }]
  })
}

export function registerFlags(db: ReadableDb): Flag[] {
  return [...healthFlags(db), ...judged(db)]
}

/** Takes the words off the ties of a map that tell of somebody's health; the ties stay. */
export function withoutHealth<Tie extends { from: string; to: string; label: string | null }>(
  ties: readonly Tie[],
  flags: readonly Flag[],
): Tie[] {
  const told = new Map<string, string[]>()
  for (const { personId, words } of flags)
    if (personId !== null) told.set(personId, [...(told.get(personId) ?? []), words])
  const tells = ({ from, to, label }: Tie): boolean =>
    label !== null &&
    (healthWords(label) !== null ||
      [from, to].some((end) => (told.get(end) ?? []).some((words) => words !== '' && label.includes(words))))
  return ties.map((tie) => (tells(tie) ? { ...tie, label: null } : tie))
}
