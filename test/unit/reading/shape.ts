/** Findings as short strings that a test can list. */
import type { FindingOf, FindingKind, Named, Reading } from '#contract/reading.ts'

export function ofKind<K extends FindingKind>(reading: Reading, kind: K): FindingOf<K>[] {
  return reading.findings.filter((one): one is FindingOf<K> => one.kind === kind)
}

export const name = (one: Named | null): string => one?.name ?? '-'

export const people = (reading: Reading): string[] => ofKind(reading, 'person').map((one) => one.who.name)
export const organisations = (reading: Reading): string[] => ofKind(reading, 'organisation').map((one) => one.who.name)

/** "person | role | title | organisation | body". */
export const tenures = (reading: Reading): string[] =>
  ofKind(reading, 'tenure').map((one) =>
    [name(one.person), one.role ?? '-', one.title ?? '-', name(one.organisation), name(one.body)].join(' | '),
  )

/** "2021-11-10 inferred Title". */
export const events = (reading: Reading): string[] =>
  ofKind(reading, 'event').map((one) => `${one.from ?? one.asWritten ?? '-'} ${one.basis} ${one.title}`)

export const parties = (one: { parties: { who: Named; role: string }[] }): string[] =>
  one.parties.map((party) => `${party.who.name}=${party.role}`)
