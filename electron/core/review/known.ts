/** What the register knows that a review asks for. */
import type { ReadableDb } from '#db/connection.ts'
import { numbersMeant } from '#db/queries/numbers-meant.ts'
import { registerTerms, shownNames } from '#db/queries/review.ts'
import { knownPeople } from '#core/register/known.ts'
import type { Known } from './passages.ts'

const kept = new WeakMap<object, ReadonlySet<string>>()

/** Shown names of everybody. The register's list is the same one until a name changes, and so is this. */
function everybody(db: ReadableDb): ReadonlySet<string> {
  const people = knownPeople(db)
  let names = kept.get(people)
  if (names === undefined) kept.set(people, (names = new Set(people.map(({ name, shown }) => shown ?? name))))
  return names
}

export function knownFor(db: ReadableDb, meetingId: string): Known {
  return {
    shown: new Map(shownNames(db, meetingId).map(({ id, name }) => [id, name])),
    people: everybody(db),
    ...registerTerms(db),
    meant: numbersMeant(db, meetingId),
  }
}
