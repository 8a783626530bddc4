/** A source as it is shown: its lines, its proposals, and how its names meet the register. */
import { z } from 'zod'
import { KansliError } from '#contract/errors.ts'
import type { Match } from '#contract/imports.ts'
import type { EntityKind } from '#contract/register.ts'
import type { Finding } from '#contract/reading.ts'
import {
  documentNote,
  type NameStanding,
  type Proposal,
  type ProposalState,
  type SourceHead,
  type SourceView,
} from '#contract/sources.ts'
import { namesOfFinding } from '#contract/findings.ts'
import type { ReadableDb } from '#db/connection.ts'
import { entityName } from '#db/queries/register.ts'
import {
  factsOfProposals,
  meetingsOfSource,
  namesOfSource,
  proposalsOf,
  sourceById,
  type SourceRow,
} from '#db/queries/sources.ts'
import { registerNames, type RegisterNames } from '#core/imports/matches.ts'
import { restrictedIn, type Restricted } from '#core/privacy/restricted.ts'
import { matchNames } from '#core/register/matching.ts'
import { accountsBeside } from './accounts.ts'
import { namesIn, type TextName } from './names.ts'
import { storedFinding } from './stored.ts'

/** Names a finding uses that are a restricted person's. */
const namesHidden = (restricted: Restricted, finding: Finding) =>
  namesOfFinding(finding).some(({ kind, who }) => kind === 'person' && restricted.isNamed(who.name))

/** Heads of many texts; what is proposed of people who are restricted is not counted. */
export function headsOf(db: ReadableDb, rows: readonly SourceRow[]): SourceHead[] {
  const restricted = restrictedIn(db)
  return rows.map((row) => {
    if (restricted === null || row.open + row.accepted + row.rejected === 0) return headOf(row)
    const shown = proposalsOf(db, row.id).filter((proposal) => !namesHidden(restricted, storedFinding(proposal)))
    return headOf({ ...row, ...countsOf(shown) })
  })
}

function countsOf(proposals: readonly { state: ProposalState }[]): SourceHead['proposals'] {
  const counts = { open: 0, accepted: 0, rejected: 0 }
  for (const { state } of proposals) counts[state] += 1
  return counts
}

function headOf(row: SourceRow): SourceHead {
  const { id, name, kind, format, addedAt, withdrawnAt, publishedFrom, publishedTo, lines } = row
  const { open, accepted, rejected } = row
  return {
    id,
    name,
    kind,
    format,
    addedAt,
    withdrawnAt,
    publishedFrom,
    publishedTo,
    lines,
    proposals: { open, accepted, rejected },
  }
}

const notes = z.array(documentNote)

function matchesOf(names: RegisterNames, kind: EntityKind, wanted: readonly TextName[]): Match[] {
  const known = { person: names.people, organisation: names.organisations, body: names.bodies }[kind]
  return matchNames(wanted, known, kind)
}

/** How each name of the text stands: settled or said before, else as it would be settled now. */
function standings(db: ReadableDb, sourceId: string, wanted: readonly TextName[]): NameStanding[] {
  const said = new Map(namesOfSource(db, sourceId).map((row) => [`${row.kind} ${row.name}`, row]))
  const settled = ({ kind, name }: TextName) => said.get(`${kind} ${name}`)?.standing === 'found'
  const open = wanted.filter((one) => !settled(one))
  // The whole register's names are only read when a name is still to be met.
  const names = open.length === 0 ? null : registerNames(db)
  const matches = new Map<TextName, Match>()
  for (const kind of ['person', 'organisation', 'body'] as const) {
    const some = open.filter((one) => one.kind === kind)
    if (names !== null) matchesOf(names, kind, some).forEach((match, at) => some[at] && matches.set(some[at], match))
  }
  return wanted.map((one) => {
    const row = said.get(`${one.kind} ${one.name}`)
    const match = matches.get(one) ?? { name: one.name, verdict: 'none' as const, candidates: [] }
    const exact = match.verdict === 'exact' ? (match.candidates[0]?.id ?? null) : null
    const entityId = row === undefined ? exact : row.entityId
    return {
      ...match,
      kind: one.kind,
      standing: row?.standing ?? null,
      entityId,
      entityName: entityId === null ? null : entityName(db, one.kind, entityId),
    }
  })
}

/** @throws KansliError source.not-found */
export function sourceView(db: ReadableDb, id: string): SourceView {
  const row = sourceById(db, id)
  if (row === undefined) throw new KansliError('source.not-found')
  const facts = new Map<string, Proposal['facts']>()
  for (const { proposalId, ...fact } of factsOfProposals(db, id)) {
    const list = facts.get(proposalId)
    if (list === undefined) facts.set(proposalId, [fact])
    else list.push(fact)
  }
  const found = proposalsOf(db, id).map((proposal): Proposal => ({
    id: proposal.id,
    finding: storedFinding(proposal),
    edited: proposal.edited === 1,
    state: proposal.state,
    facts: facts.get(proposal.id) ?? [],
  }))
  const meetings = meetingsOfSource(db, id)
  const restricted = restrictedIn(db)
  const isHidden = (kind: EntityKind, name: string) => kind === 'person' && restricted?.isNamed(name) === true
  const shown = restricted === null ? found : found.filter(({ finding }) => !namesHidden(restricted, finding))
  const open = found.filter(({ state }) => state !== 'rejected').map(({ finding }) => finding)
  return {
    ...headOf({ ...row, ...countsOf(shown) }),
    text: row.text,
    encoding: row.encoding,
    sha256: row.sha256,
    notes: row.report === null ? [] : notes.parse(JSON.parse(row.report)),
    found: shown,
    names: standings(db, id, namesIn(open)).flatMap((name) => {
      if (isHidden(name.kind, name.name) || isHidden(name.kind, name.entityName ?? '')) return []
      return [{ ...name, candidates: name.candidates.filter((one) => !isHidden(name.kind, one.name)) }]
    }),
    meetings,
    accounts: accountsBeside(db, { id, found, meetings }),
  }
}
