/** How the names of a proposal meet the register. */
import type { Match } from '#contract/imports.ts'
import type { ProposedMeeting } from '#contract/proposal.ts'
import { bodyNames, organisationNames } from '#db/queries/entities.ts'
import type { ReadableDb } from '#db/connection.ts'
import { knownPeople } from '#core/register/known.ts'
import { matchNames, type Known } from '#core/register/matching.ts'

export type RegisterNames = { people: Known[]; organisations: Known[]; bodies: Known[] }

/** Every name of the register, read once for a whole import. */
export function registerNames(db: ReadableDb): RegisterNames {
  const plain = (rows: { id: string; name: string; matchKey: string }[]): Known[] =>
    rows.map((row) => ({ ...row, organisations: [] }))
  return {
    people: knownPeople(db),
    organisations: plain(organisationNames(db)),
    bodies: plain(bodyNames(db)),
  }
}

const unique = (names: readonly (string | null)[]) => [
  ...new Set(names.filter((name): name is string => name !== null && name !== '')),
]

/** The people of a proposal, each name once, with the organisation the text gives. */
export function namedPeople(proposal: ProposedMeeting): { name: string; organisation: string | null }[] {
  const organisations = new Map(proposal.participants.map((one) => [one.name, one.organisation]))
  return [...organisations].map(([name, organisation]) => ({ name, organisation }))
}

export function matchesFor(
  names: RegisterNames,
  proposal: ProposedMeeting,
): { people: Match[]; organisations: Match[]; body: Match | null } {
  const plain = (list: string[]) => list.map((name) => ({ name, organisation: null }))
  const [body] = matchNames(plain(unique([proposal.body])), names.bodies, 'body')
  return {
    people: matchNames(namedPeople(proposal), names.people),
    organisations: matchNames(
      plain(unique(proposal.participants.map((one) => one.organisation))),
      names.organisations,
      'organisation',
    ),
    body: body ?? null,
  }
}
