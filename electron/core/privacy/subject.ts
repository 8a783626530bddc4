/** By what a person is known in texts, and what of it is others' as well. */
import { KansliError } from '#contract/errors.ts'
import type { Extract } from '#contract/privacy.ts'
import { all, get, type ReadableDb } from '#db/connection.ts'
import { calledRows } from '#db/queries/called.ts'
import { fallenPerson } from '#db/queries/fallen.ts'
import { Called } from './called.ts'
import { finder, type Finder } from './naming-places.ts'
import { formsOf, ownFamilyNames, ownParts, shortest } from './wording.ts'

/**
 * `points`: e-mail addresses and telephone numbers that nobody else has. `kept`: longer names and addresses of others
 * in which the person's own stand.
 */
export type Subject = {
  id: string | null
  name: string
  names: string[]
  points: string[]
  kept: string[]
  status: Extract['status']
}

/** Every form, address and number that a text may have. */
export const formsOfSubject = ({ names, points }: Subject): string[] => [...formsOf(names), ...points]

export const finderOf = (subject: Subject, parts: readonly string[]): Finder =>
  finder(formsOfSubject(subject), parts, subject.kept)

export const calledIn = (db: ReadableDb): Called => new Called(calledRows(db))

/**
 * The person of an entry, or a name as somebody gives it.
 * @param called what everybody is called, when the caller has worked it out
 * @param along entries of the same person: what is theirs too is nobody else's
 * @throws KansliError
 */
export function subjectOf(
  db: ReadableDb,
  by: { id: string } | { name: string },
  called: Called | null = null,
  along: readonly string[] = [],
): Subject {
  if ('name' in by) {
    if (by.name.length < shortest) throw new KansliError('privacy.name-too-short')
    return { id: null, name: by.name, names: [by.name], points: [], kept: [], status: 'unknown' }
  }
  const person = get<{ name: string; status: Exclude<Extract['status'], 'unknown'> }>(
    db,
    'SELECT name, status FROM person WHERE id = ?',
    [by.id],
  )
  const others = called ?? calledIn(db)
  if (person === undefined) return fallenSubject(db, by.id, others)
  const texts = all<{ text: string }>(db, 'SELECT text FROM person_name WHERE person_id = ? ORDER BY text', [by.id])
  const names = [...new Set([person.name, ...texts.map(({ text }) => text)])]
  const points = others.ownPoints(by.id, along)
  return { id: by.id, ...person, names, points, kept: others.keptBy(by.id, [...formsOf(names), ...points]) }
}

/** Whoever fell with a text is known by what was known then, and has the same rights. @throws KansliError entity.not-found */
function fallenSubject(db: ReadableDb, id: string, others: Called): Subject {
  const person = fallenPerson(db, id)
  if (person === undefined) throw new KansliError('entity.not-found')
  const names = [...new Set([person.name, ...person.names])]
  return { id, name: person.name, names, points: [], kept: others.keptBy(id, formsOf(names)), status: 'active' }
}

/** Words of a person's names, and double family names, that stand for nobody else. @param along as subjectOf */
export function partsOf(called: Called, id: string, names: readonly string[], along: readonly string[] = []): string[] {
  const isOthers = called.wordOfOthers(id, along)
  return [...ownParts(names, isOthers), ...ownFamilyNames(names, isOthers)]
}
