/** Answers to proposals: accepting, rejecting, taking back, putting right. */
import { KansliError } from '#contract/errors.ts'
import type { Output, Parsed } from '#contract/methods.ts'
import type { Finding, FindingOf } from '#contract/reading.ts'
import type { ProposalState } from '#contract/sources.ts'
import { run, update } from '#db/connection.ts'
import { proposalById, proposalsOf, setProposalState, sourceState, type ProposalRow } from '#db/queries/sources.ts'
import type { WriteContext } from '#core/context.ts'
import type { Acceptance } from './accept-context.ts'
import { acceptBody, acceptFocus, acceptOrganisation, acceptPerson, acceptTheme } from './accept-entries.ts'
import { acceptAssignment, acceptEvent, acceptTenure } from './accept-facts.ts'
import { refreshHolders } from './holders.ts'
import { NameResolver } from './names.ts'
import { storedFinding } from './stored.ts'
import { takeAway } from './withdraw.ts'

/** Entries come before what is said of them, and areas before what stands under them. */
const order: Readonly<Record<Finding['kind'], number>> = {
  organisation: 0,
  body: 1,
  person: 2,
  theme: 3,
  focus: 4,
  tenure: 5,
  event: 6,
  assignment: 7,
}

/** @throws KansliError source.not-found, source.withdrawn */
export function openSource(context: WriteContext, id: string): void {
  const source = sourceState(context.db, id)
  if (source === undefined) throw new KansliError('source.not-found')
  if (source.withdrawnAt !== null) throw new KansliError('source.withdrawn', { name: source.name })
}

type Chosen = Parsed<'sources.accept'>

/** The chosen proposals of a source that are in one of the states. */
function chosenProposals({ db }: WriteContext, input: Chosen, states: readonly ProposalState[]): ProposalRow[] {
  const ids = input.proposals === undefined ? null : new Set(input.proposals)
  return proposalsOf(db, input.source).filter(
    (row) =>
      states.includes(row.state) &&
      (ids === null || ids.has(row.id)) &&
      (input.kind === undefined || storedFinding(row).kind === input.kind),
  )
}

function acceptOne(acceptance: Acceptance): void {
  const { finding } = acceptance
  // The discriminant has just been read; TypeScript does not carry it over to the object that holds it.
  const as = <K extends Finding['kind']>(_kind: K) => acceptance as Acceptance<FindingOf<K>>
  switch (finding.kind) {
    case 'person':
      return acceptPerson(as(finding.kind))
    case 'organisation':
      return acceptOrganisation(as(finding.kind))
    case 'body':
      return acceptBody(as(finding.kind))
    case 'theme':
      return acceptTheme(as(finding.kind))
    case 'focus':
      return acceptFocus(as(finding.kind))
    case 'tenure':
      return acceptTenure(as(finding.kind))
    case 'event':
      return acceptEvent(as(finding.kind))
    case 'assignment':
      return acceptAssignment(as(finding.kind))
  }
}

export function accept(context: WriteContext, input: Chosen): Output<'sources.accept'> {
  openSource(context, input.source)
  const rows = chosenProposals(context, input, ['open']).map((row) => ({ row, finding: storedFinding(row) }))
  // Whom a person speaks for is told by the whole text, not by the chosen part of it.
  const all = proposalsOf(context.db, input.source).map(storedFinding)
  const names = new NameResolver(context, input.source, all)
  const tally = { made: 0, strengthened: 0 }
  const sorted = rows.toSorted((a, b) => order[a.finding.kind] - order[b.finding.kind])
  for (const { row, finding } of sorted) {
    acceptOne({ context, sourceId: input.source, proposalId: row.id, finding, names, tally })
    setProposalState(context.db, row.id, 'accepted')
  }
  if (rows.length > 0) refreshHolders(context)
  return { proposals: rows.length, ...tally }
}

export function reject(context: WriteContext, input: Chosen): Output<'sources.reject'> {
  openSource(context, input.source)
  const rows = chosenProposals(context, input, ['open'])
  for (const row of rows) setProposalState(context.db, row.id, 'rejected')
  return { proposals: rows.length }
}

export function reopen(context: WriteContext, input: Chosen): Output<'sources.reopen'> {
  openSource(context, input.source)
  const rows = chosenProposals(context, input, ['accepted', 'rejected'])
  const accepted = rows.filter(({ state }) => state === 'accepted').map(({ id }) => id)
  for (const row of rows) setProposalState(context.db, row.id, 'open')
  const { falls } = accepted.length === 0 ? { falls: [] } : takeAway(context, { proposalIds: accepted })
  if (accepted.length > 0) refreshHolders(context)
  return { proposals: rows.length, removed: falls.length }
}

/** @throws KansliError proposal.settled; call.bad-input for a finding of another kind or with other places */
export function edit(context: WriteContext, input: Parsed<'sources.edit'>): void {
  const row = proposalById(context.db, input.id)
  if (row === undefined) throw new KansliError('source.not-found')
  openSource(context, row.sourceId)
  if (row.state !== 'open') throw new KansliError('proposal.settled')
  const { finding } = input
  if (finding !== null) {
    const before = storedFinding(row)
    // The words stand in the text: nobody can put them right.
    const same = finding.kind === before.kind && JSON.stringify(finding.places) === JSON.stringify(before.places)
    if (!same) throw new KansliError('call.bad-input', { method: 'sources.edit', where: 'finding' })
  }
  update(context.db, 'proposal', row.id, { edited: finding === null ? null : JSON.stringify(finding) })
}

/** Withdraws the whole source: its words go, the text stays. */
export function withdraw(context: WriteContext, id: string): Output<'sources.withdraw'> {
  openSource(context, id)
  const { falls, stays } = takeAway(context, { sourceId: id })
  update(context.db, 'source', id, { withdrawn_at: context.ports.clock().toISOString() })
  run(context.db, `UPDATE proposal SET state = 'open' WHERE source_id = ? AND state = 'accepted'`, [id])
  refreshHolders(context)
  return { fell: falls.length, stayed: stays.length }
}
