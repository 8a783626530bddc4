/** The register: who and what the texts name. */
import { KansliError } from '#contract/errors.ts'
import type { EntityKind } from '#contract/register.ts'
import { addOrganisationName, addPersonName } from '#db/queries/entities.ts'
import { entityName, listEntities, referencesTo, removeEntity, renameEntity } from '#db/queries/register.ts'
import type { HandlersOf, WriteContext } from '#core/context.ts'
import { keysOf } from '#core/meetings/entities.ts'
import { foldKey } from './names.ts'
import { bodyView, organisationView, personView } from './views.ts'

function rename({ db, ports }: WriteContext, { kind, id, name }: { kind: EntityKind; id: string; name: string }): void {
  const old = entityName(db, kind, id)
  if (old === null) throw new KansliError('entity.not-found')
  if (kind !== 'body') {
    const keep = kind === 'person' ? addPersonName : addOrganisationName
    for (const text of [old, name]) keep(db, ports.newId(), id, text, keysOf(text))
  }
  renameEntity(db, kind, id, name, keysOf(name))
}

function remove({ db }: WriteContext, { kind, id }: { kind: EntityKind; id: string }): void {
  const name = entityName(db, kind, id)
  if (name === null) throw new KansliError('entity.not-found')
  const count = referencesTo(db, kind, id)
  if (count > 0) throw new KansliError('entity.in-use', { name, count })
  removeEntity(db, kind, id)
}

type RegisterHandlers = HandlersOf<'register'> &
  HandlersOf<'people'> &
  HandlersOf<'organisations'> &
  HandlersOf<'bodies'>

export const registerHandlers: RegisterHandlers = {
  'register.list': ({ db }, { kind, query = '', limit }) => {
    const { total, rows } = listEntities(db, kind, foldKey(query), limit)
    return { total, rows: rows.map((row) => ({ ...row, kind })) }
  },
  'people.get': ({ db }, { id }) => personView(db, id),
  'organisations.get': ({ db }, { id }) => organisationView(db, id),
  'bodies.get': ({ db }, { id }) => bodyView(db, id),
  'register.rename': (context, input) => {
    rename(context, input)
    return {}
  },
  'register.remove': (context, input) => {
    remove(context, input)
    return {}
  },
}
