/** The people of the register as the matching wants them. */
import type { ReadableDb } from '#db/connection.ts'
import { affiliationOf } from '#db/queries/register-lists.ts'
import { organisationNamesOf, spellingsOfPeople } from '#db/queries/register.ts'
import type { Known } from './matching.ts'

/**
 * Every spelling of every person. Organisations and affiliation are looked up when a name meets its like, so the
 * list is good only as long as `db` is.
 */
export function knownPeople(db: ReadableDb): Known[] {
  return spellingsOfPeople(db).map((row) => ({
    ...row,
    organisations: () => organisationNamesOf(db, row.id),
    detail: () => affiliationOf(db, row.id),
  }))
}
