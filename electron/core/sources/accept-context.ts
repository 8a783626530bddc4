/** What accepting one proposal needs at every step: names, the words that prove, and what has come of it. */
import type { Finding, Named, Place } from '#contract/reading.ts'
import type { EntityKind } from '#contract/register.ts'
import type { FactKind } from '#contract/sources.ts'
import { addEvidence } from '#db/queries/facts.ts'
import type { WriteContext } from '#core/context.ts'
import type { NameResolver } from './names.ts'

export type Acceptance<F extends Finding = Finding> = {
  context: WriteContext
  sourceId: string
  proposalId: string
  finding: F
  names: NameResolver
  /** Facts and entries made so far, and those known before that gained words. */
  tally: { made: number; strengthened: number }
}

function proveAt(
  acceptance: Acceptance,
  kind: FactKind,
  id: string,
  places: readonly Place[],
  founding: boolean,
): number {
  const { context, sourceId, proposalId } = acceptance
  let added = 0
  for (const place of places) {
    const fresh = addEvidence(context.db, context.ports.newId(), {
      kind,
      id,
      sourceId,
      proposalId,
      line: place.from,
      lineTo: place.to === place.from ? null : place.to,
      quote: place.quote,
      founding,
    })
    if (fresh) added += 1
  }
  return added
}

/** Gives a fact the words of the proposal, and counts it. */
export function prove(acceptance: Acceptance, kind: FactKind, id: string, made: boolean): void {
  const added = proveAt(acceptance, kind, id, acceptance.finding.places, made)
  if (made) acceptance.tally.made += 1
  else if (added > 0) acceptance.tally.strengthened += 1
}

/** The entry a name stands for. One that is new is founded on the proposal's first words. */
export function entryFor(acceptance: Acceptance, kind: EntityKind, who: Named): string {
  const { id, made } = acceptance.names.resolve(kind, who)
  if (made) {
    proveAt(acceptance, kind, id, acceptance.finding.places.slice(0, 1), true)
    acceptance.tally.made += 1
  }
  return id
}

export const entryOrNull = (acceptance: Acceptance, kind: EntityKind, who: Named | null): string | null =>
  who === null ? null : entryFor(acceptance, kind, who)

/** A new theme that another fact speaks of is founded on the same words. */
export function foundTheme(acceptance: Acceptance, id: string): void {
  proveAt(acceptance, 'theme', id, acceptance.finding.places.slice(0, 1), true)
  acceptance.tally.made += 1
}
