/** What the scorer looks at, from either shape a meeting has: as proposed by the importer, or as `show --json` gives it. */
import type { ProposedMeeting } from '#contract/proposal.ts'

export type ScoredAction = { text: string; owner: string | null; due: string | null }

export type ScoredItem = {
  number: string | null
  title: string
  decisions: { text: string }[]
  actions: ScoredAction[]
}

export type ScoredParticipant = {
  listNumber: number | null
  name: string
  capacity: string | null
  organisation: string | null
  status: string
  mode: string
  items: string | null
}

export type ScoredMeeting = {
  kind: string
  date: string | null
  form: string | null
  place: string | null
  start: string | null
  end: string | null
  dnr: string | null
  body: string | null
  chair: string | null
  secretary: string | null
  adjusters: string[]
  items: ScoredItem[]
  participants: ScoredParticipant[]
  nextMeeting: { date: string; basis: string } | null
  /** Names, or quotes that contain them. */
  notListed: string[]
}

export function fromProposal(proposal: ProposedMeeting): ScoredMeeting {
  const named = (role: string): string[] =>
    proposal.officers.filter((officer) => officer.role === role).map((officer) => officer.name)
  return {
    ...proposal,
    chair: named('chair')[0] ?? null,
    secretary: named('secretary')[0] ?? null,
    adjusters: named('adjuster'),
    notListed: proposal.findings
      .filter((finding) => finding.code === 'actor-not-listed')
      .map((finding) => finding.name ?? finding.quote),
  }
}

/** Stands for a meeting the importer did not find. */
export const nothingFound: ScoredMeeting = {
  kind: 'nothing found',
  date: null,
  form: null,
  place: null,
  start: null,
  end: null,
  dnr: null,
  body: null,
  chair: null,
  secretary: null,
  adjusters: [],
  items: [],
  participants: [],
  nextMeeting: null,
  notListed: [],
}
