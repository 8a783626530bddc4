/** What points to an entry, and taking some of it out into an entry of its own. */
import { KansliError } from '#contract/errors.ts'
import type { Reference } from '#contract/identity.ts'
import type { Output, Parsed } from '#contract/methods.ts'
import type { EntityKind } from '#contract/register.ts'
import type { ReadableDb } from '#db/connection.ts'
import { addBody, addOrganisation, addPerson } from '#db/queries/entities.ts'
import {
  addDecision,
  correctedBy,
  isNameTable,
  pointElsewhere,
  referenceColumns,
  referencesOf,
  type Move,
} from '#db/queries/identity.ts'
import { nameRows, namesWithKinds } from '#db/queries/identity-names.ts'
import { describeRows } from '#db/queries/identity-references.ts'
import { entityName } from '#db/queries/register.ts'
import type { WriteContext } from '#core/context.ts'
import { keysOf } from '#core/meetings/entities.ts'
import { ensureName } from './merge.ts'

const mostReferences = 2000

/** Moves with the words of their rows, newest first. */
export function described(db: ReadableDb, moves: readonly Move[]): Reference[] {
  const places = new Map<string, Move[]>()
  for (const move of moves)
    places.set(`${move.table}.${move.column}`, [...(places.get(`${move.table}.${move.column}`) ?? []), move])
  return [...places.values()].flatMap((list) => {
    const [{ table, column } = { table: 'person' as const, column: '' }] = list
    const rows = describeRows(
      db,
      table,
      list.map(({ row }) => row),
    )
    return rows.map(({ id, label, date }) => ({ table, column, row: id, label: label ?? '', date }))
  })
}

/** @throws KansliError entity.not-found */
export function references(
  db: ReadableDb,
  { kind, id }: { kind: EntityKind; id: string },
): Output<'identity.references'> {
  if (entityName(db, kind, id) === null) throw new KansliError('entity.not-found')
  const moves = referencesOf(db, kind, id)
    .filter(({ table }) => !isNameTable(table))
    .flatMap(({ table, column, rows }) => rows.map((row) => ({ table, column, row })))
  const names = [...new Set(namesWithKinds(db, kind, id).map(({ text }) => text))]
  return { total: moves.length, references: described(db, moves.slice(0, mostReferences)), names }
}

function make({ db, ports }: WriteContext, kind: EntityKind, name: string): string {
  const id = ports.newId()
  const keys = keysOf(name)
  if (kind === 'person') addPerson(db, { id, nameId: ports.newId() }, name, keys)
  else if (kind === 'organisation') addOrganisation(db, { id, nameId: ports.newId() }, name, keys)
  else addBody(db, id, { name, type: null, parentId: null }, keys)
  return id
}

/** @throws KansliError entity.not-found, for the entry or for a row that does not point to it */
export function split(context: WriteContext, input: Parsed<'identity.split'>): Output<'identity.split'> {
  const { db, ports } = context
  const { kind, id } = input
  const shown = entityName(db, kind, id)
  if (shown === null) throw new KansliError('entity.not-found')
  const made = make(context, kind, input.name)
  const columns = referenceColumns(db, kind)
  for (const { table, column, row } of input.references) {
    const place = columns.find((one) => one.table === table && one.column === column && !isNameTable(table))
    if (place === undefined || !pointElsewhere(db, place, row, id, made)) throw new KansliError('entity.not-found')
    // What a fact was before it was corrected goes where the fact goes.
    for (const before of correctedBy(db, place, row, id)) pointElsewhere(db, place, before, id, made)
  }
  const names = columns.find(({ table }) => isNameTable(table))
  if (names !== undefined)
    for (const row of nameRows(db, kind, id, input.names)) pointElsewhere(db, names, row, id, made)
  ensureName(context, kind, made, input.name)
  ensureName(context, kind, id, shown)
  addDecision(db, {
    id: ports.newId(),
    kind,
    a: id,
    b: made,
    verdict: 'different',
    reasons: JSON.stringify(['split']),
    snapshot: null,
    decidedAt: ports.clock().toISOString(),
  })
  return { id: made }
}
