/** Themes, posts, events, assignments, contact points, judgements and contacts taken, by hand. */
import { KansliError } from '#contract/errors.ts'
import type { Parsed } from '#contract/methods.ts'
import { insert } from '#db/connection.ts'
import { putAmounts, removeRow, setRow } from '#db/queries/register-edit.ts'
import { themesUnder } from '#db/queries/themes.ts'
import type { HandlersOf, WriteContext } from '#core/context.ts'
import { keysOf } from '#core/meetings/entities.ts'
import { entryId, existing, inOrder, ownStatement } from './stated.ts'

const none = (value: string | null) => (value === '' ? null : value)

function done(found: boolean): Record<never, never> {
  if (!found) throw new KansliError('entity.not-found')
  return {}
}

function titled(title: string) {
  const keys = keysOf(title)
  return { title, sort_key: keys.sort, match_key: keys.match }
}

function themeRow(context: WriteContext, input: Pick<Parsed<'themes.set'>, 'code' | 'title' | 'parentId'>) {
  return {
    ...titled(input.title),
    fold_key: keysOf(input.title).fold,
    code: none(input.code),
    parent_id: input.parentId === null ? null : existing(context, 'theme', input.parentId),
  }
}

function setTheme(context: WriteContext, input: Parsed<'themes.set'>) {
  // A theme under itself would never end.
  if (input.parentId !== null && themesUnder(context.db, input.id).includes(input.parentId))
    throw new KansliError('theme.ring')
  return done(setRow(context.db, 'theme', input.id, themeRow(context, input)))
}

const eventRow = (input: Pick<Parsed<'events.set'>, 'title' | 'from' | 'to' | 'venue'>) => {
  inOrder(input.from, input.to)
  return {
    ...titled(input.title),
    from_date: input.from,
    to_date: input.to,
    basis: input.from === null ? 'unknown' : 'stated',
    as_written: null,
    venue: none(input.venue),
  }
}

function assignmentRow(context: WriteContext, input: Omit<Parsed<'assignments.set'>, 'id' | 'amounts'>) {
  inOrder(input.issued, input.due)
  return {
    ...titled(input.title),
    type: input.type,
    text: input.text,
    theme_id: input.themeId === null ? null : existing(context, 'theme', input.themeId),
    issued: input.issued,
    due: input.due,
  }
}

function amountsFor(context: WriteContext, id: string, amounts: Parsed<'assignments.set'>['amounts']): void {
  putAmounts(
    context.db,
    id,
    amounts.map((one) => ({ id: context.ports.newId(), ...one })),
  )
}

type Owner = Parsed<'contacts.add'>['owner']
function ownerColumn(context: WriteContext, { kind, id }: Owner) {
  existing(context, kind, id)
  return kind === 'person' ? { person_id: id, organisation_id: null } : { person_id: null, organisation_id: id }
}

type EntryHandlers = Pick<HandlersOf<'themes'>, 'themes.add' | 'themes.set'> &
  Pick<HandlersOf<'posts'>, 'posts.add' | 'posts.set'> &
  Pick<HandlersOf<'events'>, 'events.add' | 'events.set'> &
  Pick<HandlersOf<'assignments'>, 'assignments.add' | 'assignments.set'> &
  HandlersOf<'parties'> &
  Pick<HandlersOf<'contacts'>, 'contacts.add' | 'contacts.set' | 'contacts.remove'> &
  HandlersOf<'assessments'> &
  HandlersOf<'interactions'>

export const entryHandlers: EntryHandlers = {
  'themes.add': (context, input) => {
    const id = context.ports.newId()
    const body_id = entryId(context, 'body', input.body)
    insert(context.db, 'theme', { id, type: input.type, ...themeRow(context, input), body_id })
    ownStatement(context, 'theme', id, input.statement)
    return { id }
  },
  'themes.set': setTheme,
  'posts.add': (context, { title, organisation }) => {
    const id = context.ports.newId()
    const organisation_id = entryId(context, 'organisation', organisation)
    insert(context.db, 'post', { id, ...titled(title), fold_key: keysOf(title).fold, organisation_id })
    return { id }
  },
  'posts.set': (context, { id, organisation }) =>
    done(setRow(context.db, 'post', id, { organisation_id: entryId(context, 'organisation', organisation) })),
  'events.add': (context, input) => {
    const id = context.ports.newId()
    insert(context.db, 'event', { id, ...eventRow(input), body_id: entryId(context, 'body', input.body) })
    ownStatement(context, 'event', id, input.statement)
    return { id }
  },
  'events.set': (context, input) => done(setRow(context.db, 'event', input.id, eventRow(input))),
  'assignments.add': (context, input) => {
    const id = context.ports.newId()
    insert(context.db, 'assignment', { id, ...assignmentRow(context, input) })
    amountsFor(context, id, input.amounts)
    ownStatement(context, 'assignment', id, input.statement)
    return { id }
  },
  'assignments.set': (context, input) => {
    done(setRow(context.db, 'assignment', input.id, assignmentRow(context, input)))
    amountsFor(context, input.id, input.amounts)
    return {}
  },
  'parties.add': (context, { of, ofId, kind, who, role }) => {
    const id = context.ports.newId()
    insert(context.db, 'party', {
      id,
      [`${of}_id`]: existing(context, of, ofId),
      [`${kind}_id`]: entryId(context, kind, who),
      role,
    })
    return { id }
  },
  'parties.remove': ({ db }, { id }) => done(removeRow(db, 'party', id)),
  'contacts.add': (context, { owner, kind, value }) => {
    const id = context.ports.newId()
    insert(context.db, 'contact_point', { id, ...ownerColumn(context, owner), kind, value })
    return { id }
  },
  'contacts.set': ({ db }, { id, kind, value }) => done(setRow(db, 'contact_point', id, { kind, value })),
  'contacts.remove': ({ db }, { id }) => done(removeRow(db, 'contact_point', id)),
  'assessments.add': (context, { owner, asOf, ...judged }) => {
    const { db, ports } = context
    const id = ports.newId()
    const recorded_at = ports.clock().toISOString()
    insert(db, 'assessment', { id, ...ownerColumn(context, owner), ...judged, as_of: asOf, recorded_at })
    return { id }
  },
  'interactions.add': (context, { date, channel, summary, followUp, parties }) => {
    const { db, ports } = context
    const id = ports.newId()
    const recorded_at = ports.clock().toISOString()
    insert(db, 'interaction', { id, date, channel, summary, follow_up: none(followUp), recorded_at })
    for (const party of parties)
      insert(db, 'interaction_party', { id: ports.newId(), interaction_id: id, ...ownerColumn(context, party) })
    return { id }
  },
  'interactions.remove': ({ db }, { id }) => done(removeRow(db, 'interaction', id)),
}
