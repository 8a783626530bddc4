/** How the names of a proposal meet the register. */
import type { Match } from '#contract/imports.ts'
import type { ProposedMeeting } from '#contract/proposal.ts'
import type { ReadableDb } from '#db/connection.ts'
import { knownNames } from '#core/register/known.ts'
import { matchNames, type Known } from '#core/register/matching.ts'

export type RegisterNames = { people: Known[]; organisations: Known[]; bodies: Known[] }

/** Every name of the register, read once for a whole import. */
export function registerNames(db: ReadableDb): RegisterNames {
  return {
    people: knownNames(db, 'person'),
    organisations: knownNames(db, 'organisation'),
    bodies: knownNames(db, 'body'),
  }
}

const unique = (names: readonly (string | null)[]) => [
  ...new Set(names.filter((name): name is string => name !== null && name !== '')),
]

/**
 * What tells a participant from the others of a list: the name, and the organisation too where the
 * list has the name twice for different ones. Two people of one name in one room are two.
 */
export function participantKeys(proposal: ProposedMeeting): string[] {
  const organisations = new Map<string, Set<string>>()
  for (const { name, organisation } of proposal.participants)
    if (organisation !== null) organisations.set(name, (organisations.get(name) ?? new Set()).add(organisation))
  return proposal.participants.map(({ name, organisation }) =>
    (organisations.get(name)?.size ?? 0) > 1 ? `${name}\n${organisation ?? ''}` : name,
  )
}

/** The people of a proposal, each once, with the organisation the text gives. */
export function namedPeople(proposal: ProposedMeeting): { key: string; name: string; organisation: string | null }[] {
  const keys = participantKeys(proposal)
  const people = new Map(
    proposal.participants.map(({ name, organisation }, index) => [keys[index] ?? name, { name, organisation }]),
  )
  return [...people].map(([key, person]) => ({ key, ...person }))
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
