/** What tells of people whose data are restricted, outside minutes: it is shown to nobody who does not look for it there. */
import { isAsThen, type ReadableDb } from '#db/connection.ts'
import { calledRowsOf, isCalledTable } from '#db/queries/called.ts'
import { restrictedAmong, restrictedPeople } from '#db/queries/privacy.ts'
import { markOf, toldSince } from '#db/undo.ts'
import type { Called } from './called.ts'
import { rowsOfPerson } from './contact-rows.ts'
import type { Finder } from './naming-places.ts'
import { calledIn, finderOf, partsOf, subjectOf } from './subject.ts'

export type Restricted = {
  /** Somebody restricted is named in the text, or has an address or a number there. */
  isNamed(text: string): boolean
  /** The line of a file of contacts is a restricted person's. */
  hasRow(sourceId: string, line: number): boolean
}

/** `by`: all that it is worked out of. */
type Told = { by: string; restricted: Restricted; finders: ReadonlyMap<string, Finder> }
/** `called` is null as long as nobody is restricted. */
type Known = { mark: string; people: readonly string[]; called: Called | null; told: Told | null }

const known = new WeakMap<object, Known>()

type Changed = ReadonlyMap<string, readonly string[]>

/** Ids of the rows that changed since, by table; null where all are to be read. */
function changedSince(db: ReadableDb, before: Known | undefined): Changed | null {
  const rows = before === undefined ? null : toldSince(db, before.mark)
  if (rows === null) return null
  return new Map([...Map.groupBy(rows, ({ tbl }) => tbl)].map(([table, of]) => [table, of.map(({ id }) => id)]))
}

function peopleIn(db: ReadableDb, before: readonly string[], changed: Changed | null): string[] {
  if (changed === null) return restrictedPeople(db).map(({ id }) => id)
  const ids = new Set(changed.get('person'))
  return [...before.filter((id) => !ids.has(id)), ...restrictedAmong(db, [...ids])]
}

/** What everybody is called, with the rows that changed. */
function inStep(db: ReadableDb, called: Called | null, changed: Changed | null): Called {
  if (called === null || changed === null) return calledIn(db)
  for (const [table, ids] of changed) {
    if (!isCalledTable(table)) continue
    const now = new Map(calledRowsOf(db, table, ids).map((row) => [row.id, row]))
    for (const id of ids) called.change({ tbl: table, id }, now.get(id) ?? null)
  }
  return called
}

/** @param before what was worked out earlier: of it stays what nothing has changed about */
function read(db: ReadableDb, people: readonly string[], called: Called, before: Told | null): Told {
  const finders = new Map(
    people.map((id): [string, Finder] => {
      const subject = subjectOf(db, { id }, called)
      const parts = partsOf(called, id, subject.names)
      const by = JSON.stringify([subject.names, subject.points, subject.kept.toSorted(), parts])
      return [by, before?.finders.get(by) ?? finderOf(subject, parts)]
    }),
  )
  const rows = new Set(
    people.flatMap((id) =>
      rowsOfPerson(db, id).flatMap(({ sourceId, line, lines }) =>
        Array.from({ length: lines }, (_, at) => `${sourceId} ${line + at}`),
      ),
    ),
  )
  const by = JSON.stringify([[...finders.keys()].toSorted(), [...rows].toSorted()])
  called.keepOnly(people)
  // Whoever has looked through texts by it need not do so again.
  if (before?.by === by) return before
  const finds = [...finders.values()]
  const restricted: Restricted = {
    isNamed: (text) => finds.some((find) => find(text).length > 0),
    hasRow: (sourceId, line) => rows.has(`${sourceId} ${line}`),
  }
  return { by, restricted, finders }
}

/** Null when nobody is restricted. Worked out anew only where what it is worked out of may have changed: a search asks with every key. */
export function restrictedIn(db: ReadableDb): Restricted | null {
  const isThen = isAsThen(db)
  const { mark, settled } = markOf(db, 'bearers')
  const before = isThen ? undefined : known.get(db)
  if (before?.mark === mark) return before.told?.restricted ?? null
  // What may yet be rolled back changes nothing that is remembered.
  const remembers = settled && !isThen
  const changed = remembers ? changedSince(db, before) : null
  const people = peopleIn(db, before?.people ?? [], changed)
  const called = people.length === 0 ? null : inStep(db, before?.called ?? null, changed)
  const told = called === null ? null : read(db, people, called, before?.told ?? null)
  if (remembers) known.set(db, { mark, people, called, told })
  return told?.restricted ?? null
}
