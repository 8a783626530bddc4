/** Themes, posts, events, assignments, contact points, judgements and contacts taken, by hand. */
import { KansliError } from '#contract/errors.ts'
import type { Parsed } from '#contract/methods.ts'
import type { Entry } from '#contract/register-edit.ts'
import { insert } from '#db/connection.ts'
import { eventRow as storedEvent } from '#db/queries/holdings.ts'
import { putAmounts, removeRow, setRow } from '#db/queries/register-edit.ts'
import { themesUnder } from '#db/queries/themes.ts'
import type { HandlersOf, WriteContext } from '#core/context.ts'
import { keysOf } from '#core/meetings/entities.ts'
import { kronorIn } from '#core/reading/money.ts'
import { addTenure } from './edit.ts'
import { keepBefore } from './kept-before.ts'
import { addPart } from './parts.ts'
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

/** The body an entry belongs to; none of it when nothing was said of it. */
function bodyColumn(context: WriteContext, body: Entry | null | undefined) {
  return body === undefined ? {} : { body_id: entryId(context, 'body', body) }
}

function setTheme(context: WriteContext, input: Parsed<'themes.set'>) {
  // A theme under itself would never end.
  if (input.parentId !== null && themesUnder(context.db, input.id).includes(input.parentId))
    throw new KansliError('theme.ring')
  const row = { ...themeRow(context, input), ...bodyColumn(context, input.body) }
  keepBefore(context, 'theme', input.id)
  done(setRow(context.db, 'theme', input.id, row))
  ownStatement(context, 'theme', input.id, input.statement)
  return {}
}

function addPost(context: WriteContext, { title, organisation, holder }: Parsed<'posts.add'>) {
  const id = context.ports.newId()
  const organisation_id = entryId(context, 'organisation', organisation)
  insert(context.db, 'post', { id, ...titled(title), fold_key: keysOf(title).fold, organisation_id })
  if (holder !== null) {
    const nothingElse = { organisation: null, body: null, represents: null, role: null, title: null, sensitive: false }
    addTenure(context, { ...nothingElse, ...holder, post: { id } })
  }
  return { id }
}

function setPost(context: WriteContext, { id, title, organisation }: Parsed<'posts.set'>) {
  keepBefore(context, 'post', id)
  const shown = title === undefined ? {} : { ...titled(title), fold_key: keysOf(title).fold }
  return done(
    setRow(context.db, 'post', id, { ...shown, organisation_id: entryId(context, 'organisation', organisation) }),
  )
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

function addEvent(context: WriteContext, input: Parsed<'events.add'>) {
  const id = context.ports.newId()
  insert(context.db, 'event', { id, ...eventRow(input), ...bodyColumn(context, input.body) })
  for (const part of input.parties) addPart(context, 'event', id, part)
  ownStatement(context, 'event', id, input.statement)
  return { id }
}

function setEvent(context: WriteContext, input: Parsed<'events.set'>) {
  const id = existing(context, 'event', input.id)
  const old = storedEvent(context.db, id)
  // How the text wrote the day goes when somebody changes the day, and only then.
  const { basis, as_written, ...row } = eventRow(input)
  const dated = old?.from === input.from && old.to === input.to ? {} : { basis, as_written }
  keepBefore(context, 'event', id)
  done(setRow(context.db, 'event', id, { ...row, ...dated, ...bodyColumn(context, input.body) }))
  ownStatement(context, 'event', id, input.statement)
  return {}
}

function assignmentRow(context: WriteContext, input: Pick<Parsed<'assignments.set'>, AssignmentField>) {
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
type AssignmentField = 'type' | 'title' | 'text' | 'themeId' | 'issued' | 'due'

function amountsFor(context: WriteContext, id: string, amounts: Parsed<'assignments.set'>['amounts']): void {
  putAmounts(
    context.db,
    id,
    amounts.map(({ sek, text }) => ({
      id: context.ports.newId(),
      sek: sek === undefined ? kronorIn(text) : sek,
      text,
    })),
  )
}

function addAssignment(context: WriteContext, input: Parsed<'assignments.add'>) {
  const id = context.ports.newId()
  insert(context.db, 'assignment', { id, ...assignmentRow(context, input) })
  amountsFor(context, id, input.amounts)
  for (const part of input.parties) addPart(context, 'assignment', id, part)
  ownStatement(context, 'assignment', id, input.statement)
  return { id }
}

function setAssignment(context: WriteContext, input: Parsed<'assignments.set'>) {
  keepBefore(context, 'assignment', input.id)
  done(setRow(context.db, 'assignment', input.id, assignmentRow(context, input)))
  amountsFor(context, input.id, input.amounts)
  ownStatement(context, 'assignment', input.id, input.statement)
  return {}
}

type Owner = Parsed<'contacts.add'>['owner']
function ownerColumn(context: WriteContext, { kind, id }: Owner) {
  const now = existing(context, kind, id)
  return kind === 'person' ? { person_id: now, organisation_id: null } : { person_id: null, organisation_id: now }
}

type EntryHandlers = Pick<HandlersOf<'themes'>, 'themes.add' | 'themes.set'> &
  Pick<HandlersOf<'posts'>, 'posts.add' | 'posts.set'> &
  Pick<HandlersOf<'events'>, 'events.add' | 'events.set'> &
  Pick<HandlersOf<'assignments'>, 'assignments.add' | 'assignments.set'> &
  Pick<HandlersOf<'contacts'>, 'contacts.add' | 'contacts.set' | 'contacts.remove'> &
  HandlersOf<'assessments'> &
  HandlersOf<'interactions'>

export const entryHandlers: EntryHandlers = {
  'themes.add': (context, input) => {
    const id = context.ports.newId()
    const row = { id, type: input.type, ...themeRow(context, input), ...bodyColumn(context, input.body) }
    insert(context.db, 'theme', row)
    ownStatement(context, 'theme', id, input.statement)
    return { id }
  },
  'themes.set': setTheme,
  'posts.add': addPost,
  'posts.set': setPost,
  'events.add': addEvent,
  'events.set': setEvent,
  'assignments.add': addAssignment,
  'assignments.set': setAssignment,
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
