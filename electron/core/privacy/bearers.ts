/** Who may be meant by a name that somebody asks an extract by. */
import type { Output } from '#contract/methods.ts'
import type { ReadableDb } from '#db/connection.ts'
import { fallenCalled } from '#db/queries/fallen.ts'
import { survivorOf } from '#db/queries/identity.ts'
import { peopleCalled } from '#db/queries/privacy.ts'
import { matchKey } from '#core/register/names.ts'

/** Keys of a name as it is typed, and of one with the family name first. */
function keysOfTyped(name: string): string[] {
  const [family = '', given = ''] = name.split(',', 2)
  const keys = given.trim() === '' ? [matchKey(name)] : [matchKey(name), matchKey(`${given.trim()} ${family.trim()}`)]
  return keys.filter((key) => key !== '')
}

/** Everybody who goes or went by the name, each once: also who is restricted, and who fell with a text. */
export function bearersOfName(db: ReadableDb, name: string): Output<'privacy.bearers'> {
  const keys = keysOfTyped(name)
  const standing = peopleCalled(db, keys)
  const known = new Set(standing.map(({ id }) => id))
  const fallen = fallenCalled(db, keys).filter(({ id }) => survivorOf(db, 'person', id) === null && !known.has(id))
  return {
    people: [
      ...standing.map((one) => ({ ...one, standing: true })),
      ...fallen.map((one) => ({ ...one, standing: false })),
    ],
  }
}
