/** The names of the register as the matching wants them. */
import type { EntityKind } from '#contract/register.ts'
import type { ReadableDb } from '#db/connection.ts'
import { bodyNames, organisationNames } from '#db/queries/entities.ts'
import { affiliationOf } from '#db/queries/register-lists.ts'
import { organisationNamesOf, spellingsOfPeople } from '#db/queries/register.ts'
import { markOf } from '#db/undo.ts'
import type { Known } from './matching.ts'

type Row = { id: string; name: string; matchKey: string; shown?: string; hidden?: number }
type Kept = { mark: string; rows: readonly Row[]; known: Known[] }

const kept = new WeakMap<object, Map<EntityKind, Kept>>()

function rowsOf(db: ReadableDb, kind: EntityKind): Row[] {
  if (kind === 'person') return spellingsOfPeople(db)
  return kind === 'organisation' ? organisationNames(db) : bodyNames(db)
}

function knownOf(db: ReadableDb, kind: EntityKind, row: Row): Known {
  if (kind !== 'person') return { ...row, hidden: false, organisations: [] }
  return {
    ...row,
    hidden: row.hidden === 1,
    organisations: () => organisationNamesOf(db, row.id),
    detail: () => affiliationOf(db, row.id),
  }
}

const isSame = (a: Row, b: Row | undefined) =>
  b !== undefined &&
  a.id === b.id &&
  a.name === b.name &&
  a.matchKey === b.matchKey &&
  a.shown === b.shown &&
  a.hidden === b.hidden

/**
 * Every spelling of every entry of a kind. Organisations and affiliation are looked up when a name meets its like,
 * so the list is good only as long as `db` is. The same list comes again until a name changes: what has been worked
 * out about it stays with it.
 */
export function knownNames(db: ReadableDb, kind: EntityKind): Known[] {
  let kinds = kept.get(db)
  if (kinds === undefined) kept.set(db, (kinds = new Map<EntityKind, Kept>()))
  const last = kinds.get(kind)
  const { mark, settled } = markOf(db, 'names')
  if (last?.mark === mark) return last.known
  const rows = rowsOf(db, kind)
  const same = last?.rows.length === rows.length && rows.every((row, place) => isSame(row, last.rows[place]))
  const known = same ? last.known : rows.map((row) => knownOf(db, kind, row))
  if (settled) kinds.set(kind, { mark, rows, known })
  return known
}

/** Every spelling of every person. */
export function knownPeople(db: ReadableDb): Known[] {
  return knownNames(db, 'person')
}
