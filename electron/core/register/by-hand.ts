/** What an organisation or a body is, and the names of an entry, put right by hand. */
import { KansliError } from '#contract/errors.ts'
import type { Parsed } from '#contract/methods.ts'
import type { EntityKind } from '#contract/register.ts'
import {
  addNameByHand,
  bearsName,
  dropName,
  fieldsOf,
  nameRow,
  sameEntries,
  setFields,
  setName,
  type Fields,
} from '#db/queries/by-hand.ts'
import { fallenKeeper } from '#db/queries/fallen.ts'
import { bodiesAbove } from '#db/queries/identity.ts'
import { entityName, personHead } from '#db/queries/register.ts'
import type { HandlersOf, WriteContext } from '#core/context.ts'
import { keysOf } from '#core/meetings/entities.ts'
import { keepBefore } from './kept-before.ts'
import { mergeEvents, separateEvent } from './merged-events.ts'
import { entryId, existing, inOrder, ownStatement } from './stated.ts'

const none = (value: string | null | undefined) => (value === '' ? null : value)

/** Which kind of entry a field points to. */
const pointers: Readonly<Partial<Record<string, 'body' | 'organisation'>>> = {
  parent_id: 'body',
  organisation_id: 'organisation',
  same_organisation_id: 'organisation',
}

/** Writes the fields that differ, and keeps what each held; what is undefined stays. */
function change(
  context: WriteContext,
  kind: 'organisation' | 'body',
  id: string,
  input: Readonly<Partial<Record<keyof Fields, string | null | undefined>>>,
  statement: string,
): void {
  const { db } = context
  const before: Readonly<Record<string, string | null>> = fieldsOf(db, kind, id) ?? {}
  const changed = Object.entries(input).flatMap(([field, value]): [string, string | null][] =>
    value === undefined || value === before[field] ? [] : [[field, value]],
  )
  const told = changed.map(([field]): [string, string | null] => {
    const held = before[field] ?? null
    const pointed = pointers[field]
    return [field, held === null || pointed === undefined ? held : entityName(db, pointed, held)]
  })
  if (changed.length > 0) keepBefore(context, kind, id, Object.fromEntries(told))
  setFields(db, kind, id, Object.fromEntries(changed))
  if (changed.length > 0 || statement.trim() !== '') ownStatement(context, kind, id, statement)
}

function setOrganisation(context: WriteContext, input: Parsed<'organisations.set'>): void {
  const id = existing(context, 'organisation', input.id)
  change(context, 'organisation', id, { type: input.type, dissolved_on: input.dissolvedOn }, input.statement)
}

function setBody(context: WriteContext, input: Parsed<'bodies.set'>): void {
  const { db } = context
  const id = existing(context, 'body', input.id)
  const { parent, organisation } = input
  const parentId = parent === undefined ? undefined : entryId(context, 'body', parent)
  // A body under itself would never end.
  if (parentId !== undefined && parentId !== null && bodiesAbove(db, parentId).includes(id))
    throw new KansliError('body.ring', {
      body: entityName(db, 'body', id) ?? '',
      parent: entityName(db, 'body', parentId) ?? '',
    })
  const host = organisation === undefined ? undefined : entryId(context, 'organisation', organisation)
  if (typeof host === 'string' && host === fieldsOf(db, 'body', id)?.same_organisation_id)
    throw new KansliError('body.itself', { name: entityName(db, 'organisation', host) ?? '' })
  const fields = {
    type: input.type,
    parent_id: parentId,
    organisation_id: host,
    mandate: none(input.mandate),
    target_size: none(input.targetSize),
  }
  change(context, 'body', id, fields, input.statement)
}

function setSame(context: WriteContext, input: Parsed<'bodies.same'>): void {
  const { db } = context
  const id = existing(context, 'body', input.id)
  const same = input.organisationId === null ? null : existing(context, 'organisation', input.organisationId)
  const other =
    same === null ? undefined : sameEntries(db).find((one) => one.organisationId === same && one.bodyId !== id)
  if (other !== undefined) throw new KansliError('body.taken', { name: entityName(db, 'body', other.bodyId) ?? '' })
  // Nothing is part of itself.
  const within = same !== null && fieldsOf(db, 'body', id)?.organisation_id === same
  const fields = { same_organisation_id: same, ...(within ? { organisation_id: null } : {}) }
  change(context, 'body', id, fields, input.statement)
}

/** A name that is gone for good does not come back by another. @throws KansliError identity.sealed */
function unsealed({ db }: WriteContext, kind: EntityKind, id: string): void {
  if (kind === 'person' && personHead(db, id)?.status === 'pseudonymised') throw new KansliError('identity.sealed')
}

function addName(context: WriteContext, { owner, statement, ...name }: Parsed<'names.add'>): string {
  const { db, ports } = context
  const { kind } = owner
  const ownerId = existing(context, kind, owner.id)
  unsealed(context, kind, ownerId)
  inOrder(name.from, name.to)
  if (bearsName(db, kind, ownerId, name.text)) throw new KansliError('name.known', { name: name.text })
  const id = ports.newId()
  addNameByHand(db, kind, { ...name, id, ownerId }, keysOf(name.text))
  ownStatement(context, kind, ownerId, statement)
  return id
}

function changeName(context: WriteContext, { owner, id, statement, ...name }: Parsed<'names.set'>): void {
  const { db } = context
  const old = nameRow(db, owner, id)
  if (old === undefined) throw new KansliError('entity.not-found')
  unsealed(context, owner, old.ownerId)
  inOrder(name.from, name.to)
  if (name.text !== old.text) {
    if (old.byHand === 0) throw new KansliError('name.written', { name: old.text })
    if (old.text === old.shown) throw new KansliError('name.shown', { name: old.text })
    if (bearsName(db, owner, old.ownerId, name.text)) throw new KansliError('name.known', { name: name.text })
  }
  keepBefore(context, `${owner}_name`, id)
  setName(db, owner, id, name, keysOf(name.text))
  ownStatement(context, owner, old.ownerId, statement)
}

function removeName({ db, ports }: WriteContext, { owner, id }: Parsed<'names.remove'>): void {
  const old = nameRow(db, owner, id)
  if (old === undefined) throw new KansliError('entity.not-found')
  if (old.byHand === 0) throw new KansliError('name.written', { name: old.text })
  if (old.text === old.shown) throw new KansliError('name.shown', { name: old.text })
  fallenKeeper(db, ports.newId, ports.clock().toISOString())(`${owner}_name`, id)
  dropName(db, owner, id)
}

type ByHandHandlers = Pick<HandlersOf<'organisations'>, 'organisations.set'> &
  Pick<HandlersOf<'bodies'>, 'bodies.set' | 'bodies.same'> &
  Pick<HandlersOf<'events'>, 'events.merge' | 'events.separate'> &
  HandlersOf<'names'>

export const byHandHandlers: ByHandHandlers = {
  'organisations.set': (context, input) => {
    setOrganisation(context, input)
    return {}
  },
  'bodies.set': (context, input) => {
    setBody(context, input)
    return {}
  },
  'bodies.same': (context, input) => {
    setSame(context, input)
    return {}
  },
  'names.add': (context, input) => ({ id: addName(context, input) }),
  'names.set': (context, input) => {
    changeName(context, input)
    return {}
  },
  'names.remove': (context, input) => {
    removeName(context, input)
    return {}
  },
  'events.merge': (context, input) => {
    mergeEvents(context, input)
    return {}
  },
  'events.separate': (context, { id }) => {
    separateEvent(context, id)
    return {}
  },
}
