/** By what a person is known in texts, and what of it is others' as well. */
import { KansliError } from '#contract/errors.ts'
import type { Extract } from '#contract/privacy.ts'
import { all, get, type ReadableDb } from '#db/connection.ts'
import { fallenPerson } from '#db/queries/fallen.ts'
import { matchKey } from '#core/register/names.ts'
import { finder, type Finder } from './naming-places.ts'
import { formsOf, ownParts, shortest } from './wording.ts'

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

/** The person of an entry, or a name as somebody gives it. @throws KansliError */
export function subjectOf(db: ReadableDb, by: { id: string } | { name: string }): Subject {
  if ('name' in by) {
    if (by.name.length < shortest) throw new KansliError('privacy.name-too-short')
    return { id: null, name: by.name, names: [by.name], points: [], kept: [], status: 'unknown' }
  }
  const person = get<{ name: string; status: Exclude<Extract['status'], 'unknown'> }>(
    db,
    'SELECT name, status FROM person WHERE id = ?',
    [by.id],
  )
  if (person === undefined) return fallenSubject(db, by.id)
  const texts = all<{ text: string }>(db, 'SELECT text FROM person_name WHERE person_id = ? ORDER BY text', [by.id])
  const names = [...new Set([person.name, ...texts.map(({ text }) => text)])]
  const points = ownPoints(db, by.id)
  return { id: by.id, ...person, names, points, kept: keptBy(db, by.id, [...formsOf(names), ...points]) }
}

/** Whoever fell with a text is known by what was known then, and has the same rights. @throws KansliError entity.not-found */
function fallenSubject(db: ReadableDb, id: string): Subject {
  const person = fallenPerson(db, id)
  if (person === undefined) throw new KansliError('entity.not-found')
  const names = [...new Set([person.name, ...person.names])]
  return { id, name: person.name, names, points: [], kept: keptBy(db, id, formsOf(names)), status: 'active' }
}

/** Spaces and signs tell no two telephone numbers apart, case no two addresses. */
const pointKey = (value: string) =>
  value.includes('@') || /\p{L}{4}/u.test(value)
    ? value.toLowerCase().trim()
    : value.replace(/\D/gu, '').replace(/^(?:00|0)?(?:46)?0?/u, '')

function ownPoints(db: ReadableDb, id: string): string[] {
  const points = all<{ value: string; own: 0 | 1 }>(
    db,
    `SELECT value, coalesce(person_id = ?, 0) AS own FROM contact_point WHERE kind IN ('email', 'phone')`,
    [id],
  )
  const others = new Set(points.filter(({ own }) => own === 0).map(({ value }) => pointKey(value)))
  return [
    ...new Set(points.filter(({ own, value }) => own === 1 && !others.has(pointKey(value))).map(({ value }) => value)),
  ]
}

/** A name as people are called: its first and its last word begin with a capital. */
const isCalled = (name: string) => /^\p{Lu}(?:.*\s\p{Lu}[^\s]*)?$/su.test(name)

function keptBy(db: ReadableDb, id: string, forms: readonly string[]): string[] {
  const others = all<{ text: string; email: 0 | 1 }>(
    db,
    `SELECT text, 0 AS email FROM person_name WHERE person_id <> @id UNION SELECT name, 0 FROM person WHERE id <> @id
     UNION SELECT value, 1 FROM contact_point WHERE kind = 'email' AND person_id IS NOT @id`,
    { id },
  )
  const find = finder(forms, [])
  return others
    .filter(({ text, email }) => (email === 1 ? /^[^\s@]+@[^\s@]+$/u.test(text) : isCalled(text)))
    .map(({ text }) => text)
    .filter((text) => find(text).length > 0)
}

/** Words of everybody else's names, and of organisations and bodies: they point at nobody alone. */
function wordsOfOthers(db: ReadableDb, id: string): Set<string> {
  const rows = all<{ text: string }>(
    db,
    `SELECT text FROM person_name WHERE person_id <> @id UNION SELECT name FROM person WHERE id <> @id
     UNION SELECT text FROM organisation_name UNION SELECT name FROM organisation UNION SELECT name FROM body
     UNION SELECT title FROM theme UNION SELECT title FROM post`,
    { id },
  )
  return new Set(rows.flatMap(({ text }) => matchKey(text).split(' ')))
}

/** Words of a person's names that stand for nobody else. */
export const partsOf = (db: ReadableDb, id: string, names: readonly string[]): string[] =>
  ownParts(names, wordsOfOthers(db, id))
