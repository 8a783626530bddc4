/** What a person states themselves: whom it is about, its days, and that it is their own statement. */
import { daysOf } from '#contract/calendar.ts'
import { KansliError } from '#contract/errors.ts'
import type { Entry, StatedSpan } from '#contract/register-edit.ts'
import type { RegisterKind } from '#contract/register.ts'
import { insert } from '#db/connection.ts'
import { addEvidence } from '#db/queries/facts.ts'
import { postByKey } from '#db/queries/posts.ts'
import { entityName } from '#db/queries/register.ts'
import type { Proven } from '#db/queries/roles.ts'
import type { WriteContext } from '#core/context.ts'
import { standingFor } from './standing.ts'
import { bodyFor, keysOf, newPerson, organisationFor } from '#core/meetings/entities.ts'

/** The id of an entry that is there: its own, or that of the one it was merged into. @throws KansliError entity.not-found */
export function existing({ db }: WriteContext, kind: RegisterKind, id: string): string {
  const now = standingFor(db, kind, id)
  if (entityName(db, kind, now) === null) throw new KansliError('entity.not-found')
  return now
}

function postFor({ db, ports }: WriteContext, title: string): string {
  const keys = keysOf(title)
  const known = postByKey(db, keys.match)
  if (known !== null) return known
  const id = ports.newId()
  insert(db, 'post', {
    id,
    title,
    organisation_id: null,
    sort_key: keys.sort,
    match_key: keys.match,
    fold_key: keys.fold,
  })
  return id
}

const makers = { person: newPerson, organisation: organisationFor, body: bodyFor, post: postFor }

/** The id of a known entry, or of one made for a new name. @throws KansliError entity.not-found */
export function entryId(context: WriteContext, kind: keyof typeof makers, entry: Entry | null): string | null {
  if (entry === null) return null
  return 'id' in entry ? existing(context, kind, entry.id) : makers[kind](context, entry.name)
}

/** Columns of days. @throws KansliError date.order when the end lies before the start */
export function spanRow({ from, fromAfter, to, toKind, basis }: StatedSpan) {
  inOrder(from ?? fromAfter, to)
  const none = from === null && fromAfter === null && to === null
  return {
    from_date: from,
    from_after: fromAfter,
    to_date: to,
    to_kind: toKind,
    basis: none ? 'unknown' : basis,
  }
}

/** @throws KansliError date.order when the last day lies before the first */
export function inOrder(from: string | null, to: string | null): void {
  const [first, last] = [from === null ? null : daysOf(from), to === null ? null : daysOf(to)]
  if (from !== null && to !== null && first !== null && last !== null && last.to <= first.from)
    throw new KansliError('date.order', { from, to })
}

/** Keeps a fact as somebody's own statement ("egen uppgift"), with their words; the same words stay once. */
export function ownStatement({ db, ports }: WriteContext, kind: Proven, id: string, statement: string): void {
  const quote = statement.trim()
  const of = { kind, id, sourceId: null, proposalId: null, line: null, lineTo: null, quote, founding: false }
  addEvidence(db, ports.newId(), of)
}
