/** Who may hold the tenures that no text names a holder for: proposed over all accepted texts, never asserted. */
import type { FindingOf } from '#contract/reading.ts'
import { insert, run } from '#db/connection.ts'
import { addEvidence } from '#db/queries/facts.ts'
import { acceptedTenures, holderProposals, setStart, type AcceptedTenure } from '#db/queries/holders.ts'
import { sourceNameOf } from '#db/queries/sources.ts'
import type { WriteContext } from '#core/context.ts'
import { proposeHolders, proposeStarts, type Statement } from '#core/reading/holders.ts'
import { storedFinding } from './stored.ts'

type Told = AcceptedTenure & { told: FindingOf<'tenure'> }
type Holder = { tenureId: string; personId: string; reasons: string[]; said: Told[] }

function tenuresTold(context: WriteContext): Told[] {
  return acceptedTenures(context.db).flatMap((row): Told[] => {
    const told = storedFinding(row)
    return told.kind === 'tenure' ? [{ ...row, told }] : []
  })
}

const statementOf = (one: Told): Statement => ({
  finding: one.told,
  published:
    one.publishedFrom === null && one.publishedTo === null ? null : { from: one.publishedFrom, to: one.publishedTo },
  source: one.sourceId,
})

/** Proposals of every text's nameless tenures, each person once for each tenure. */
function holdersOf(context: WriteContext, nameless: readonly Told[], named: readonly Told[]): Holder[] {
  const statements = named.map(statementOf)
  const holders = new Map<string, Holder>()
  // Which lines stand beside each other is a matter of one text.
  for (const sourceId of new Set(nameless.map((one) => one.sourceId))) {
    const own = nameless.filter((one) => one.sourceId === sourceId)
    for (const { tenure, statement, reasons } of proposeHolders(
      own.map(({ told }) => told),
      statements,
    )) {
      const [of, said] = [own[tenure], named[statement]]
      if (of === undefined || said === undefined || said.told.person === null) continue
      const personId = sourceNameOf(context.db, said.sourceId, 'person', said.told.person.name)?.entityId ?? null
      if (personId === null) continue
      const key = `${of.tenureId} ${personId}`
      const known = holders.get(key)
      if (known === undefined)
        holders.set(key, { tenureId: of.tenureId, personId, reasons: [...reasons], said: [said] })
      else {
        for (const reason of reasons) if (!known.reasons.includes(reason)) known.reasons.push(reason)
        if (!known.said.includes(said)) known.said.push(said)
      }
    }
  }
  return [...holders.values()]
}

function putHolders({ db, ports }: WriteContext, wanted: readonly Holder[]): void {
  const words = (one: { tenureId: string; personId: string; reasons: string }, proposals: string) =>
    [one.tenureId, one.personId, one.reasons, proposals].join(' ')
  const keyOf = (one: Holder) =>
    words(
      { ...one, reasons: JSON.stringify(one.reasons) },
      one.said
        .map(({ id }) => id)
        .toSorted()
        .join(','),
    )
  const keep = new Set(wanted.map(keyOf))
  const there = new Set<string>()
  for (const row of holderProposals(db)) {
    const key = words(row, row.proposals)
    if (keep.has(key)) there.add(key)
    else run(db, 'DELETE FROM holder_proposal WHERE id = ?', [row.id])
  }
  for (const one of wanted) {
    if (there.has(keyOf(one))) continue
    const id = ports.newId()
    insert(db, 'holder_proposal', {
      id,
      tenure_id: one.tenureId,
      person_id: one.personId,
      reasons: JSON.stringify(one.reasons),
    })
    for (const said of one.said)
      for (const place of said.told.places)
        addEvidence(db, ports.newId(), {
          kind: 'holder_proposal',
          id,
          sourceId: said.sourceId,
          proposalId: said.id,
          line: place.from,
          lineTo: place.to === place.from ? null : place.to,
          quote: place.quote,
          founding: false,
        })
  }
}

/** A later holder's beginning is unknown, but lies after the day on which the earlier one left. */
function putStarts({ db }: WriteContext, nameless: readonly Told[], named: readonly Told[]): void {
  const after = new Map<string, string>()
  const later = (tenureId: string, day: string | null) => {
    const known = after.get(tenureId)
    if (day !== null && (known === undefined || day > known)) after.set(tenureId, day)
  }
  for (const one of named) later(one.tenureId, one.told.span.fromAfter)
  const starts = proposeStarts(
    nameless.map(({ told }) => told),
    named.map(statementOf),
  )
  for (const { statement, fromAfter } of starts) later(named[statement]?.tenureId ?? '', fromAfter)
  for (const tenureId of new Set(named.map((one) => one.tenureId))) setStart(db, tenureId, after.get(tenureId) ?? null)
}

/** Works the proposals out anew from every accepted text. Within the caller's transaction. */
export function refreshHolders(context: WriteContext): void {
  const told = tenuresTold(context).filter((one) => one.told.post !== null)
  const nameless = told.filter((one) => one.told.person === null)
  const named = told.filter((one) => one.told.person !== null)
  putHolders(context, holdersOf(context, nameless, named))
  putStarts(context, nameless, named)
}
