/** What one account of a meeting tells, as facts that can be compared. */
import type { Finding, Place } from '#contract/reading.ts'
import type { ProposedMeeting } from '#contract/proposal.ts'
import { findDates, yearForward } from '#core/import/dates.ts'
import { isKnownTitle } from '#core/import/known-titles.ts'
import { parseMinutes } from '#core/import/parse.ts'
import { KansliError } from '#contract/errors.ts'
import { organisationSimilarity } from '#core/register/organisation-similarity.ts'
import { nameSimilarity } from '#core/register/similarity.ts'
import { organisationFacts } from './organisations.ts'
import { readText } from './read.ts'
import { findWorks } from './works.ts'

export interface Account {
  text: string
  kind: 'minutes' | 'text'
  /** The minutes already read; without them `text` of kind minutes is read here. */
  minutes?: ProposedMeeting
}

export type FactKind =
  | 'person'
  | 'organisation'
  | 'body'
  | 'work'
  | 'event'
  | 'meeting'
  | 'assignment'
  | 'decision'
  | 'topic'

export interface Fact {
  kind: FactKind
  label: string
  date: string | null
  /** The day without its year, as `MM-DD`. */
  day: string | null
  yearStated: boolean
  /** Equal things of different days are one thing told differently. */
  slot: string | null
  roles: string[]
  places: Place[]
}

export const fact = (kind: FactKind, label: string, places: Place[], more: Partial<Fact> = {}): Fact => ({
  kind,
  label,
  date: null,
  day: null,
  yearStated: false,
  slot: null,
  roles: [],
  places,
  ...more,
})

function minutesOf(account: Account): ProposedMeeting | null {
  if (account.minutes !== undefined) return account.minutes
  if (account.kind !== 'minutes') return null
  try {
    return parseMinutes(account.text)[0] ?? null
  } catch (error) {
    // What calls itself minutes and is none is compared as any text.
    if (error instanceof KansliError) return null
    throw error
  }
}

/** Facts of one account, each once. */
export function factsOf(account: Account): Fact[] {
  const minutes = minutesOf(account)
  const { findings } = readText(account.text)
  const facts: Fact[] = findings.flatMap((one) => ofFinding(one, minutes))
  for (const one of findings) {
    if (one.kind === 'tenure' && one.organisation !== null && one.person !== null)
      role(facts, 'organisation', one.organisation.name, 'employer')
    if (one.kind === 'event') for (const party of one.parties) role(facts, party.kind, party.who.name, party.role)
    if (one.kind === 'assignment') for (const party of one.parties) role(facts, party.kind, party.who.name, party.role)
  }
  for (const work of findWorks(account.text)) facts.push(fact('work', work.title, [work.place]))
  if (minutes !== null) facts.push(...ofMinutes(minutes, account.text, facts))
  return settleMeeting(facts, minutes)
}

function role(facts: readonly Fact[], kind: FactKind, name: string, word: string): void {
  const known = facts.find((one) => one.kind === kind && alike(one, name))
  if (known !== undefined && !known.roles.includes(word)) known.roles.push(word)
}

function ofFinding(one: Finding, minutes: ProposedMeeting | null): Fact[] {
  switch (one.kind) {
    case 'person':
    case 'organisation':
    case 'body':
      return [fact(one.kind, one.who.name, one.places)]
    case 'event': {
      const [found] = findDates(one.asWritten ?? '')
      const held = minutes?.date ?? null
      const date = one.from ?? (found === undefined || held === null ? null : yearForward(found, held))
      const day =
        date?.slice(5) ??
        (found === undefined || found.day === null
          ? null
          : `${String(found.month).padStart(2, '0')}-${String(found.day).padStart(2, '0')}`)
      const next =
        one.body !== null && /nästa|kommande|next/iu.test(one.title + one.places.map((place) => place.quote).join(' '))
      return [
        fact('event', one.title, one.places, {
          date,
          day,
          yearStated: one.basis === 'stated',
          slot: next ? 'next-meeting' : null,
        }),
      ]
    }
    case 'assignment':
      return [
        fact('assignment', one.title, one.places, {
          roles: one.parties.filter((party) => party.role === 'charged').map((party) => party.who.name),
        }),
      ]
    case 'theme':
    case 'focus':
    case 'tenure':
      return []
  }
}

function linePlace(lines: readonly string[], line: number): Place[] {
  const quote = lines[line - 1]?.trim() ?? ''
  return quote === '' ? [] : [{ from: line, to: line, quote }]
}

function ofMinutes(minutes: ProposedMeeting, text: string, known: readonly Fact[]): Fact[] {
  const lines = text.split(/\r\n|[\r\n]/u)
  const facts: Fact[] = []
  for (const person of minutes.participants) {
    if (!known.some((one) => one.kind === 'person' && alike(one, person.name)))
      facts.push(fact('person', person.name, linePlace(lines, person.line), { roles: ['participant'] }))
    else role(known, 'person', person.name, 'participant')
  }
  for (const item of minutes.items) {
    if (!isKnownTitle(item.title)) facts.push(fact('topic', item.title, linePlace(lines, item.line)))
    for (const one of item.decisions) facts.push(fact('decision', one.text, linePlace(lines, one.line)))
    for (const one of item.actions)
      facts.push(
        fact('decision', one.text, linePlace(lines, one.line), {
          date: /^\d{4}/u.test(one.due ?? '') ? one.due : null,
        }),
      )
  }
  const next = minutes.nextMeeting
  if (next !== null && !known.some((one) => one.kind === 'event' && one.date === next.date))
    facts.push(
      fact('event', 'Nästa möte', linePlace(lines, next.line), {
        date: next.date,
        day: next.date.slice(5),
        yearStated: next.basis === 'stated',
        slot: 'next-meeting',
      }),
    )
  return facts
}

/** The meeting that the account is of: the minutes' own date, or the first meeting of a body that has been held. */
function settleMeeting(facts: Fact[], minutes: ProposedMeeting | null): Fact[] {
  const own = facts.find(
    (one) =>
      one.kind === 'event' &&
      one.slot === null &&
      one.day !== null &&
      ((minutes?.date ?? null) !== null ? one.date === minutes?.date : /möte|meeting/iu.test(one.label)),
  )
  if (own !== undefined) {
    own.kind = 'meeting'
    own.slot = 'meeting'
  }
  return facts
}

export function alike(one: Fact, name: string): boolean {
  if (one.label === name) return true
  if (one.kind === 'person') return nameSimilarity(one.label, name) >= 0.9
  if (one.kind === 'organisation' || one.kind === 'body') {
    const [a, b] = [organisationFacts(one.label)?.name, organisationFacts(name)?.name]
    return (a !== undefined && a === b) || organisationSimilarity(one.label, name) >= 0.9
  }
  return false
}
