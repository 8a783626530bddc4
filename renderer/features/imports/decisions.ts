/** What a person has decided about a preview, and what is therefore stored. Pure. */
import type { ImportPreview, Match } from '#contract/imports.ts'
import type { Input } from '#contract/methods.ts'
import type { Finding, LineOverride } from '#contract/proposal.ts'

export type NameKind = 'person' | 'organisation' | 'body'

export type Decisions = {
  overrides: ReadonlyMap<number, LineOverride>
  /** By nameKey: whom a name stands for, or null for somebody new. Holds for the whole text. */
  choices: ReadonlyMap<string, string | null>
  /** findingKey of what is to be carried out. */
  accepted: ReadonlySet<string>
  /** First lines of the meetings that are left out. */
  skipped: ReadonlySet<number>
  /** The same text is to be read in once more. */
  again: boolean
}

export const undecided: Decisions = {
  overrides: new Map(),
  choices: new Map(),
  accepted: new Set(),
  skipped: new Set(),
  again: false,
}

export const nameKey = (kind: NameKind, name: string) => `${kind} ${name}`

/** The same finding in the next preview, whose indexes may be others. */
export const findingKey = ({ code, line, quote, name }: Finding) => JSON.stringify([code, line, quote, name])

/** A finding whose proposal something can be done about when the text is stored. */
export function canCarryOut(finding: Finding): boolean {
  if (finding.code === 'actor-not-listed') return finding.name !== null
  return (finding.code === 'page-number-in-text' || finding.code === 'year-inferred') && finding.suggestion !== null
}

/**
 * Whom a name stands for: linked: one and the same name, or answered "the same"; asks: alike, unanswered, and
 * therefore kept apart; earlier: somebody new whom an earlier meeting of the text brings; fresh: somebody new.
 */
export type Standing =
  | { kind: 'linked'; to: string; name: string; detail: string | null; exact: boolean }
  | { kind: 'asks' }
  | { kind: 'earlier'; meeting: number }
  | { kind: 'fresh' }

type Bearer = { meeting: number; organisations: Set<string> }

/** @param dash what stands for every dash: a person's name with and without one is two names */
const likeKey = (name: string, dash: ' ' | '-' = ' ') =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s*\p{Pd}\s*/gu, dash)
    .replace(/[\s.,;:"”“]+/gu, ' ')
    .trim()

/** Whom of those that the text has brought so far a name stands for: the only one it fits, by the organisation. */
function broughtBefore(bearers: readonly Bearer[], organisation: string | null): Bearer | undefined {
  const key = organisation === null ? null : likeKey(organisation)
  const left = bearers.filter(({ organisations }) => key === null || organisations.size === 0 || organisations.has(key))
  const [only] = left
  if (only === undefined || left.length > 1) return undefined
  // One of several is chosen by what is known of her, not by what is known of the others.
  return bearers.length === 1 || only.organisations.size > 0 ? only : undefined
}

const chosen = (match: Match, id: string) => match.candidates.find((one) => one.id === id)

/** Every name's standing, by meeting and then nameKey, as the core will resolve them one meeting after the other. */
export function standings(preview: ImportPreview, decisions: Decisions): ReadonlyMap<string, Standing>[] {
  const people = new Map<string, Bearer[]>()
  const others = new Map<string, number>()
  return preview.meetings.map(({ proposal, ...matches }, meeting) => {
    const found = new Map<string, Standing>()
    if (decisions.skipped.has(proposal.lines[0])) return found
    const organisationOf = new Map(proposal.participants.map((one) => [one.name, one.organisation]))

    const standing = (kind: NameKind, match: Match): Standing => {
      const choice = decisions.choices.get(nameKey(kind, match.name))
      const [first] = match.candidates
      if (typeof choice === 'string') {
        const to = chosen(match, choice)
        return { kind: 'linked', to: choice, name: to?.name ?? match.name, detail: to?.detail ?? null, exact: false }
      }
      if (choice === undefined && match.verdict === 'exact' && first !== undefined)
        return { kind: 'linked', to: first.id, name: first.name, detail: first.detail, exact: true }
      if (choice === undefined && match.verdict === 'near') return { kind: 'asks' }
      return { kind: 'fresh' }
    }
    const place = (kind: NameKind, match: Match) => {
      const now = standing(kind, match)
      if (now.kind === 'linked') return now
      const like = likeKey(match.name, kind === 'person' ? '-' : ' ')
      if (kind !== 'person') {
        // Equal names of organisations and bodies are one.
        const before = others.get(`${kind} ${like}`)
        if (before === undefined) others.set(`${kind} ${like}`, meeting)
        return before === undefined || before === meeting ? now : ({ kind: 'earlier', meeting: before } as const)
      }
      const organisation = organisationOf.get(match.name) ?? null
      const bearers = people.get(like) ?? []
      const namesakes = match.candidates.filter((one) => one.similarity === 1).length
      const only = broughtBefore(bearers, organisation)
      if (only !== undefined && namesakes === 0 && only.meeting !== meeting) {
        if (organisation !== null) only.organisations.add(likeKey(organisation))
        return { kind: 'earlier', meeting: only.meeting } as const
      }
      const organisations = new Set(organisation === null ? [] : [likeKey(organisation)])
      people.set(like, [...bearers, { meeting, organisations }])
      return now
    }
    for (const match of matches.people) found.set(nameKey('person', match.name), place('person', match))
    for (const match of matches.organisations)
      found.set(nameKey('organisation', match.name), place('organisation', match))
    if (matches.body !== null) found.set(nameKey('body', matches.body.name), place('body', matches.body))
    return found
  })
}

/** Names of the meetings that will be stored which are alike somebody known and unanswered, each once. */
export function openQuestions(all: readonly ReadonlyMap<string, Standing>[]): string[] {
  return [
    ...new Set(all.flatMap((one) => [...one].filter(([, standing]) => standing.kind === 'asks').map(([key]) => key))),
  ]
}

/** The input that stores exactly what the preview shows. */
export function toCommit(preview: ImportPreview, decisions: Decisions, name: string): Input<'imports.commit'> {
  const all = standings(preview, decisions)
  const links = preview.meetings.flatMap(({ people, organisations, body }, meeting) => {
    const named = [
      ...people.map((match) => ({ kind: 'person' as const, match })),
      ...organisations.map((match) => ({ kind: 'organisation' as const, match })),
      ...(body === null ? [] : [{ kind: 'body' as const, match: body }]),
    ]
    return named.flatMap(({ kind, match }) => {
      const standing = all[meeting]?.get(nameKey(kind, match.name))
      if (standing === undefined || standing.kind === 'earlier') return []
      const to = standing.kind === 'linked' ? standing.to : null
      return [{ meeting, kind, name: match.name, to }]
    })
  })
  return {
    name,
    text: preview.text,
    encoding: preview.encoding,
    overrides: [...decisions.overrides].map(([line, part]) => ({ line, part })),
    links,
    accept: preview.meetings.flatMap(({ proposal }, meeting) =>
      proposal.findings.flatMap((finding, index) =>
        decisions.accepted.has(findingKey(finding)) ? [{ meeting, finding: index }] : [],
      ),
    ),
    skip: preview.meetings.flatMap(({ proposal }, meeting) =>
      decisions.skipped.has(proposal.lines[0]) ? [meeting] : [],
    ),
    again: decisions.again,
  }
}
