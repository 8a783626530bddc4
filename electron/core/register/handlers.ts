/** The register: who and what the texts name, on the day and by the knowledge that is asked for. */
import { KansliError } from '#contract/errors.ts'
import type { RegisterKind } from '#contract/register.ts'
import { addOrganisationName, addPersonName } from '#db/queries/entities.ts'
import { listEntities } from '#db/queries/register-lists.ts'
import { entityName, referencesTo, removeEntity, renameEntity } from '#db/queries/register.ts'
import type { HandlersOf, WriteContext } from '#core/context.ts'
import { keysOf } from '#core/meetings/entities.ts'
import { viewOf } from './clock.ts'
import { keepBefore } from './kept-before.ts'
import { foldKey, matchKey } from './names.ts'
import { assignmentView, eventView, holdersOn, postView, themeView } from './pages.ts'
import { bodyView, organisationView } from './place-views.ts'
import { standingFor } from './standing.ts'
import { personView } from './views.ts'

type Named = { kind: RegisterKind; id: string; name: string }

function rename(context: WriteContext, { kind, id: asked, name }: Named): void {
  const { db, ports } = context
  const id = standingFor(db, kind, asked)
  const old = entityName(db, kind, id)
  if (old === null) throw new KansliError('entity.not-found')
  if (kind === 'person' || kind === 'organisation') {
    const keep = kind === 'person' ? addPersonName : addOrganisationName
    for (const text of [old, name]) keep(db, ports.newId(), id, text, keysOf(text))
  }
  keepBefore(context, kind, id)
  renameEntity(db, kind, id, name, keysOf(name))
}

function remove({ db }: WriteContext, { kind, id }: { kind: RegisterKind; id: string }): void {
  const name = entityName(db, kind, id)
  if (name === null) throw new KansliError('entity.not-found')
  const count = referencesTo(db, kind, id)
  if (count > 0) throw new KansliError('entity.in-use', { name, count })
  removeEntity(db, kind, id)
}

type RegisterHandlers = HandlersOf<'register'> &
  HandlersOf<'people'> &
  Pick<HandlersOf<'organisations'>, 'organisations.get'> &
  Pick<HandlersOf<'bodies'>, 'bodies.get'> &
  Pick<HandlersOf<'themes'>, 'themes.get'> &
  Pick<HandlersOf<'posts'>, 'posts.get' | 'posts.holders'> &
  Pick<HandlersOf<'events'>, 'events.get'> &
  Pick<HandlersOf<'assignments'>, 'assignments.get'>

export const registerHandlers: RegisterHandlers = {
  'register.list': ({ db, ports }, { kind, query = '', limit, together, ...clock }) => {
    const { on, past } = viewOf(clock, ports)
    // Events and assignments have the key of their title alone.
    const key = kind === 'event' || kind === 'assignment' ? matchKey(query) : foldKey(query)
    const { total, rows } = listEntities(db, kind, key, limit, { ...past, on }, together)
    return { total, rows: rows.map((row) => ({ ...row, kind })) }
  },
  'people.get': ({ db, ports }, { id, ...clock }) =>
    personView(db, standingFor(db, 'person', id), viewOf(clock, ports)),
  'organisations.get': ({ db, ports }, { id, ...clock }) =>
    organisationView(db, standingFor(db, 'organisation', id), viewOf(clock, ports)),
  'bodies.get': ({ db, ports }, { id, ...clock }) => bodyView(db, standingFor(db, 'body', id), viewOf(clock, ports)),
  'themes.get': ({ db, ports }, { id, ...clock }) => themeView(db, id, viewOf(clock, ports)),
  'posts.get': ({ db, ports }, { id, ...clock }) => postView(db, id, viewOf(clock, ports)),
  'posts.holders': ({ db, ports }, input) =>
    holdersOn(db, input, viewOf({ asOf: input.on, knownAt: input.knownAt }, ports)),
  'events.get': ({ db }, { id }) => eventView(db, standingFor(db, 'event', id)),
  'assignments.get': ({ db }, { id }) => assignmentView(db, id),
  'register.rename': (context, input) => {
    rename(context, input)
    return {}
  },
  'register.remove': (context, input) => {
    remove(context, input)
    return {}
  },
}
