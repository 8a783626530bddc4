/** Findings of a text against labels made by hand: hits, misses and false ones for each kind. */
import type { Finding, FindingKind, Named } from '#contract/reading.ts'

export type Labels = Partial<Record<FindingKind, string[]>>

export interface Tally {
  hit: string[]
  missed: string[]
  wrong: string[]
}

const name = (one: Named | null): string => one?.name ?? ''
const fold = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}|,.-]+/gu, ' ')
    .trim()

/** What a finding says, as the labels write it. */
export function keysOf(finding: Finding): string[] {
  switch (finding.kind) {
    case 'person':
    case 'organisation':
    case 'body':
      return [finding.who.name]
    case 'theme':
      return [finding.code === null ? finding.title : `${finding.code} ${finding.title}`]
    case 'focus':
      return [`${finding.body.name}|${finding.theme.code ?? finding.theme.title ?? ''}`]
    case 'tenure': {
      const who = finding.person === null ? (finding.pronoun ?? '') : finding.person.name
      const where = name(finding.body) === '' ? name(finding.organisation) : name(finding.body)
      return [finding.title, finding.role, ''].filter((one) => one !== null).map((role) => `${who}|${role}|${where}`)
    }
    case 'event':
      return [finding.from ?? finding.asWritten ?? '']
    case 'assignment': {
      const of = (roles: readonly string[]) =>
        finding.parties
          .filter((one) => roles.includes(one.role))
          .map((one) => one.who.name)
          .toSorted()
      const money = finding.amounts[0]?.sek ?? ''
      return [
        `${of(['charged', 'coordinating']).join(',')}|${of(['funder', 'recipient']).join(',')}|${finding.due ?? money}`,
      ]
    }
  }
}

/** Each label is met by at most one finding, and each finding meets at most one label. */
export function scoreKind(findings: readonly Finding[], kind: FindingKind, labels: readonly string[]): Tally {
  const left = new Map(labels.map((label) => [fold(label), label]))
  const tally: Tally = { hit: [], missed: [], wrong: [] }
  for (const finding of findings) {
    if (finding.kind !== kind) continue
    const keys = keysOf(finding)
    const key = keys.map(fold).find((one) => left.has(one))
    if (key === undefined) tally.wrong.push(keys[0] ?? '')
    else {
      tally.hit.push(left.get(key) ?? '')
      left.delete(key)
    }
  }
  tally.missed = [...left.values()]
  return tally
}

export const ratio = (tally: { hit: readonly unknown[]; missed: readonly unknown[]; wrong: readonly unknown[] }) => {
  const [hit, missed, wrong] = [tally.hit.length, tally.missed.length, tally.wrong.length]
  const recall = hit + missed === 0 ? 1 : hit / (hit + missed)
  const precision = hit + wrong === 0 ? 1 : hit / (hit + wrong)
  return { recall, precision, f1: recall + precision === 0 ? 0 : (2 * recall * precision) / (recall + precision) }
}
