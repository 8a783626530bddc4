/** Entries that lost their words while something else kept them, once that no longer does. */
import type { EntityKind } from '#contract/register.ts'
import { fallenKeeper, heldByRestriction, liftFallen } from '#db/queries/fallen.ts'
import { isRestricted } from '#db/queries/privacy.ts'
import { factWords, hasWords, holderFinder, inAnyOrder, removeRow, tieOf } from '#db/queries/withdrawal.ts'
import type { WriteContext } from '#core/context.ts'
import { forgetNames } from './forget-names.ts'

/** Lets somebody go whom only a restriction kept, once it is lifted. Within the caller's transaction. */
export function letGo({ db }: WriteContext, personId: string): void {
  if (!heldByRestriction(db, personId) || holderFinder(db)('person', personId).length > 0) return
  liftFallen(db, personId)
  inAnyOrder(db)
  removeRow(db, 'person', personId)
  forgetNames(db, new Set([`person ${personId}`]), { proposalIds: [] })
}

/**
 * Lets an entry fall that once had words and has none, unless something else holds it: what was retired with its words
 * does not, and falls along. Within the caller's transaction.
 */
export function letFall({ db, ports }: WriteContext, kind: EntityKind, id: string): void {
  if (factWords(db, kind, id) === '' || hasWords(db, kind, id)) return
  const holders = holderFinder(db)(kind, id)
  const ties = holders.flatMap((holder) => tieOf(db, holder) ?? [])
  if (ties.some((tie) => !tie.retired) || ties.length < holders.length) return
  inAnyOrder(db)
  const keep = fallenKeeper(db, ports.newId, ports.clock().toISOString())
  for (const tie of ties) {
    keep(tie.kind, tie.id)
    removeRow(db, tie.kind, tie.id)
  }
  keep(kind, id)
  if (kind === 'person' && isRestricted(db, id)) return
  removeRow(db, kind, id)
  forgetNames(db, new Set([`${kind} ${id}`]), { proposalIds: [] })
}

/** As {@link letFall}: an event is held by nothing but its words. */
export function letEventFall({ db, ports }: WriteContext, id: string): void {
  if (factWords(db, 'event', id) === '' || hasWords(db, 'event', id)) return
  inAnyOrder(db)
  fallenKeeper(db, ports.newId, ports.clock().toISOString())('event', id)
  removeRow(db, 'event', id)
}
