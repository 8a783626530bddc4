/** Finds or makes the entity a name stands for, within a write. */
import { addBody, addOrganisation, addPerson, bodyByKey, organisationByKey, type Keys } from '#db/queries/entities.ts'
import type { WriteContext } from '#core/context.ts'
import { foldKey, matchKey, sortKey } from '#core/register/names.ts'

export function keysOf(name: string): Keys {
  return { sort: sortKey(name), match: matchKey(name), fold: foldKey(name) }
}

/** A new organisation, also when one has the same name. */
export function newOrganisation({ db, ports }: WriteContext, name: string): string {
  const id = ports.newId()
  addOrganisation(db, { id, nameId: ports.newId() }, name, keysOf(name))
  return id
}

/** Equal names of organisations are one organisation. */
export function organisationFor(context: WriteContext, name: string): string {
  return organisationByKey(context.db, keysOf(name).match) ?? newOrganisation(context, name)
}

/** A new body, also when one has the same name. */
export function newBody({ db, ports }: WriteContext, name: string): string {
  const id = ports.newId()
  addBody(db, id, { name, type: null, parentId: null }, keysOf(name))
  return id
}

/** Equal names of bodies are one body. */
export function bodyFor(context: WriteContext, name: string): string {
  return bodyByKey(context.db, keysOf(name).match) ?? newBody(context, name)
}

/** A new person, also when somebody bears the same name: who is who is never decided by a name alone. */
export function newPerson({ db, ports }: WriteContext, name: string, id = ports.newId()): string {
  addPerson(db, { id, nameId: ports.newId() }, name, keysOf(name))
  return id
}
