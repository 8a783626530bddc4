/** What tells of people whose data are restricted, outside minutes: it is shown to nobody who does not look for it there. */
import { isAsThen, type ReadableDb } from '#db/connection.ts'
import { restrictedPeople } from '#db/queries/privacy.ts'
import { markOf } from '#db/undo.ts'
import { rowsOfPerson } from './contact-rows.ts'
import { finderOf, partsOf, subjectOf } from './subject.ts'

export type Restricted = {
  /** Somebody restricted is named in the text, or has an address or a number there. */
  isNamed(text: string): boolean
  /** The line of a file of contacts is a restricted person's. */
  hasRow(sourceId: string, line: number): boolean
}

const known = new WeakMap<object, { mark: string; restricted: Restricted | null }>()

function read(db: ReadableDb): Restricted | null {
  const people = restrictedPeople(db)
  if (people.length === 0) return null
  const finders = people.map(({ id }) => {
    const subject = subjectOf(db, { id })
    return finderOf(subject, partsOf(db, id, subject.names))
  })
  const rows = new Set(
    people.flatMap(({ id }) =>
      rowsOfPerson(db, id).flatMap(({ sourceId, line, lines }) =>
        Array.from({ length: lines }, (_, at) => `${sourceId} ${line + at}`),
      ),
    ),
  )
  return {
    isNamed: (text) => finders.some((find) => find(text).length > 0),
    hasRow: (sourceId, line) => rows.has(`${sourceId} ${line}`),
  }
}

/** Null when nobody is restricted. Worked out anew only where what it is worked out of may have changed: a search asks with every key. */
export function restrictedIn(db: ReadableDb): Restricted | null {
  if (isAsThen(db)) return read(db)
  const { mark, settled } = markOf(db, 'bearers')
  const before = known.get(db)
  if (before?.mark === mark) return before.restricted
  const restricted = read(db)
  if (settled) known.set(db, { mark, restricted })
  return restricted
}
