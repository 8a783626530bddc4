/** The words of a text that a finding is about. Pure. */
import type { Finding } from '#contract/proposal.ts'

/** Longer quotes are whole sentences: underlined they would say nothing. */
const longest = 60

/** What `suggestion` leaves out of `quote` and where it stood; null when it is not one piece. */
export function leftOut(quote: string, suggestion: string): { text: string; at: number } | null {
  let head = 0
  while (head < suggestion.length && quote[head] === suggestion[head]) head += 1
  let tail = 0
  while (tail < suggestion.length - head && quote.at(-1 - tail) === suggestion.at(-1 - tail)) tail += 1
  const gone = quote.slice(head, quote.length - tail)
  if (head + tail !== suggestion.length || gone.trim() === '') return null
  return { text: gone.trim(), at: head + gone.length - gone.trimStart().length }
}

/** The few words to point at, and where in the quote they begin; null when the whole quote is meant. */
export function needle(finding: Finding): { text: string; at: number } | null {
  const { code, quote, name, suggestion } = finding
  if (code === 'page-number-in-text' && suggestion !== null) return leftOut(quote, suggestion)
  if (code === 'actor-not-listed' && name !== null) {
    const at = quote.indexOf(name)
    return at < 0 ? null : { text: name, at }
  }
  return null
}

/** Per line, the words to underline in it. */
export function needlesOf(findings: readonly Finding[]): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, string[]>()
  for (const finding of findings) {
    if (finding.line === null) continue
    const words = pointedAt(finding)
    if (words !== null) found.set(finding.line, [...(found.get(finding.line) ?? []), words])
  }
  return found
}

function pointedAt(finding: Finding): string | null {
  const inside = needle(finding)
  if (inside !== null) {
    // A lone figure occurs in many places: the word before it tells which one is meant.
    const before = /\S+\s+$/u.exec(finding.quote.slice(0, inside.at))?.[0] ?? ''
    return finding.code === 'page-number-in-text' ? before + inside.text : inside.text
  }
  return finding.quote !== '' && finding.quote.length <= longest ? finding.quote : null
}
