/** Roles and ties by hand: added, corrected, retired, and holders confirmed. */
import { KansliError } from '#contract/errors.ts'
import type { Parsed } from '#contract/methods.ts'
import { insert } from '#db/connection.ts'
import { removeProposals } from '#db/queries/posts.ts'
import { currentFact, replaceFact, retire } from '#db/queries/register-edit.ts'
import { evidenceOfTenures, tenuresOf } from '#db/queries/roles.ts'
import type { HandlersOf, WriteContext } from '#core/context.ts'
import { storedEvidence } from './evidence.ts'
import { entryId, existing, ownStatement, spanRow } from './stated.ts'

const none = (value: string | null) => (value === '' ? null : value)
const instant = ({ ports }: WriteContext) => ports.clock().toISOString()

/** @throws KansliError entity.not-found when it is not there, or no longer known */
function current({ db }: WriteContext, table: 'tenure' | 'relation', id: string) {
  const row = currentFact(db, table, id)
  if (row === undefined) throw new KansliError('entity.not-found')
  return row
}

function tenureRow(context: WriteContext, input: Parsed<'tenures.add'>) {
  const row = {
    person_id: entryId(context, 'person', input.person),
    organisation_id: entryId(context, 'organisation', input.organisation),
    body_id: entryId(context, 'body', input.body),
    post_id: entryId(context, 'post', input.post),
    represents_id: entryId(context, 'organisation', input.represents),
    role: none(input.role),
    title: none(input.title),
    sensitive: input.sensitive ? 1 : 0,
    ...spanRow(input.span),
  }
  if (row.organisation_id === null && row.body_id === null && row.post_id === null && row.title === null)
    throw new KansliError('tenure.nowhere')
  return row
}

/** Somebody's role. @throws KansliError tenure.nowhere without any place */
export function addTenure(context: WriteContext, input: Parsed<'tenures.add'>): string {
  const id = context.ports.newId()
  insert(context.db, 'tenure', { id, ...tenureRow(context, input), recorded_at: instant(context) })
  ownStatement(context, 'tenure', id, input.statement)
  return id
}

/** The role as it should have stood; gives the new row's id. @throws KansliError entity.not-found, tenure.nowhere, date.order */
export function correctTenure(context: WriteContext, input: Parsed<'tenures.correct'>): string {
  const { db, ports } = context
  const old = current(context, 'tenure', input.id)
  const id = ports.newId()
  replaceFact(db, 'tenure', old, { ...tenureRow(context, input), id, state: 'asserted' }, instant(context), ports.newId)
  ownStatement(context, 'tenure', id, input.statement)
  return id
}

const columns = {
  from: { person: 'from_person_id', organisation: 'from_organisation_id', body: 'from_body_id' },
  to: { person: 'to_person_id', organisation: 'to_organisation_id', body: 'to_body_id', theme: 'to_theme_id' },
} as const

/** Which column an end of a tie stands in. @throws KansliError relation.end for a kind that has no ties there */
function endColumn(side: 'from' | 'to', kind: string): string {
  const found = Object.entries(columns[side]).find(([name]) => name === kind)
  if (found === undefined) throw new KansliError('relation.end')
  return found[1]
}

function addRelation(context: WriteContext, input: Parsed<'relations.add'>): string {
  const { db, ports } = context
  const { from, to, type, label, directed, span, statement } = input
  const columnsOfEnds = [endColumn('from', from.kind), endColumn('to', to.kind)] as const
  const [here, there] = [existing(context, from.kind, from.id), existing(context, to.kind, to.id)]
  if (here === there || (type === 'focus') !== (to.kind === 'theme')) throw new KansliError('relation.end')
  const id = ports.newId()
  insert(db, 'relation', {
    id,
    [columnsOfEnds[0]]: here,
    [columnsOfEnds[1]]: there,
    type,
    label: none(label),
    directed: directed ? 1 : 0,
    ...spanRow(span),
    recorded_at: instant(context),
  })
  ownStatement(context, 'relation', id, statement)
  return id
}

function correctRelation(context: WriteContext, input: Parsed<'relations.correct'>): string {
  const { db, ports } = context
  const old = current(context, 'relation', input.id)
  // A tie to a theme is what somebody works on, and nothing else is.
  if ((input.type === 'focus') !== (old['to_theme_id'] !== null)) throw new KansliError('relation.end')
  const id = ports.newId()
  const row = {
    id,
    type: input.type,
    label: none(input.label),
    directed: input.directed ? 1 : 0,
    ...spanRow(input.span),
  }
  replaceFact(db, 'relation', old, { ...row, state: 'asserted' }, instant(context), ports.newId)
  ownStatement(context, 'relation', id, input.statement)
  return id
}

function end(context: WriteContext, table: 'tenure' | 'relation', id: string): void {
  if (!retire(context.db, table, id, instant(context))) throw new KansliError('entity.not-found')
}

/** The words by which other texts name the person for the same post go along with the new role. */
function confirmHolder(context: WriteContext, { tenureId, personId }: Parsed<'holders.confirm'>): string {
  const { db, ports } = context
  const old = current(context, 'tenure', tenureId)
  if (old['person_id'] !== null) throw new KansliError('holder.named')
  const person = existing(context, 'person', personId)
  const id = ports.newId()
  replaceFact(db, 'tenure', old, { id, person_id: person, state: 'asserted' }, instant(context), ports.newId)
  const postId = old['post_id']
  if (typeof postId === 'string') {
    const named = new Set(
      tenuresOf(db, 'post', postId)
        .filter((one) => one.personId === person && one.id !== id)
        .map((one) => one.id),
    )
    for (const row of evidenceOfTenures(db, 'post', postId).filter((one) => named.has(one.tenureId))) {
      const { sourceId, line, quote } = storedEvidence(row)
      insert(db, 'evidence', { id: ports.newId(), tenure_id: id, source_id: sourceId, line, quote })
    }
  }
  ownStatement(context, 'tenure', id, '')
  return id
}

function rejectHolder(context: WriteContext, { tenureId, personId }: Parsed<'holders.reject'>): void {
  const { db, ports } = context
  if (current(context, 'tenure', tenureId)['person_id'] !== null) throw new KansliError('holder.named')
  const person = existing(context, 'person', personId)
  removeProposals(db, tenureId, person)
  insert(db, 'holder_proposal', {
    id: ports.newId(),
    tenure_id: tenureId,
    person_id: person,
    reasons: '[]',
    state: 'rejected',
  })
}

export const factHandlers: HandlersOf<'tenures'> & HandlersOf<'relations'> & HandlersOf<'holders'> = {
  'tenures.add': (context, input) => ({ id: addTenure(context, input) }),
  'tenures.correct': (context, input) => ({ id: correctTenure(context, input) }),
  'tenures.retire': (context, { id }) => {
    end(context, 'tenure', id)
    return {}
  },
  'relations.add': (context, input) => ({ id: addRelation(context, input) }),
  'relations.correct': (context, input) => ({ id: correctRelation(context, input) }),
  'relations.retire': (context, { id }) => {
    end(context, 'relation', id)
    return {}
  },
  'holders.confirm': (context, input) => ({ id: confirmHolder(context, input) }),
  'holders.reject': (context, input) => {
    rejectHolder(context, input)
    return {}
  },
}
