/** Who may have held a post that a text dates without a name. Proposed from other statements, never asserted. */
import type { FindingOf, Named } from '#contract/reading.ts'
import { matchKey } from '#core/register/names.ts'
import { nameSimilarity } from '#core/register/similarity.ts'

type Tenure = FindingOf<'tenure'>

export interface Statement {
  /** Somebody named, with a post. */
  finding: Tenure
  /** When the text that says so was public; null when nobody knows. A null end leaves that side open. */
  published: { from: string | null; to: string | null } | null
  /** Name or id of the text. */
  source: string
}

/**
 * same-post: the statement gives this person this post. seen-within: its text was public only while the post lasted.
 * seen-overlapping: public partly within. seen-unknown: nobody knows when. only-name: no other name has the post in
 * any text. pronoun: the statement's text uses the same pronoun. same-block: the same "hon" or "han" of one list
 * has the neighbouring post, and the days meet.
 */
export type HolderReason =
  | 'same-post'
  | 'seen-within'
  | 'seen-overlapping'
  | 'seen-unknown'
  | 'only-name'
  | 'pronoun'
  | 'same-block'

export interface HolderProposal {
  /** Index into the nameless tenures. */
  tenure: number
  person: Named
  reasons: HolderReason[]
  /** Index into the statements. */
  statement: number
}

export interface StartProposal {
  /** Index into the statements: the later holder. */
  statement: number
  person: Named
  /** The span's new `fromAfter`: the end of the post's known interval with another holder. */
  fromAfter: string
  /** Index into the nameless tenures: that interval. */
  tenure: number
  reasons: ('other-holder' | 'seen-after' | 'written-after')[]
}

const first = '0000'
const last = '9999'
const dayFrom = (date: string): string =>
  date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date
const dayTo = (date: string): string => (date.length === 4 ? `${date}-12-31` : date.length === 7 ? `${date}-31` : date)

export function postKey(post: string): string {
  return matchKey(post)
    .replace(/^sveriges /u, '')
    .replace(/ministern$/u, 'minister')
}

const same = (a: Named, b: Named): boolean =>
  matchKey(a.name) === matchKey(b.name) || nameSimilarity(a.name, b.name) >= 0.9

interface Seen {
  from: string
  to: string
  known: boolean
}

/** The days between which a statement was made. */
function seenOf(statement: Statement): Seen {
  const { span } = statement.finding
  const starts = [statement.published?.from ?? span.seenFrom, span.writtenAfter].filter((one) => one !== null)
  const from = starts.length === 0 ? null : starts.reduce((a, b) => (dayFrom(a) > dayFrom(b) ? a : b))
  const to = statement.published?.to ?? span.seenTo
  return {
    from: from === null ? first : dayFrom(from),
    to: to === null ? last : dayTo(to),
    known: from !== null && to !== null,
  }
}

const within = (tenure: Tenure, seen: Seen): boolean =>
  seen.known && seen.from >= dayFrom(tenure.span.from ?? first) && seen.to <= dayTo(tenure.span.to ?? last)
const overlaps = (tenure: Tenure, seen: Seen): boolean =>
  seen.from <= dayTo(tenure.span.to ?? last) && seen.to >= dayFrom(tenure.span.from ?? first)

/**
 * Candidates for nameless dated posts, from statements of other places or texts, best first for each tenure. A
 * statement outside the interval gives none; one whose days are unknown gives one only when nobody is seen within.
 */
export function proposeHolders(nameless: readonly Tenure[], statements: readonly Statement[]): HolderProposal[] {
  const proposals: HolderProposal[] = []
  nameless.forEach((tenure, index) => {
    if (tenure.person !== null || tenure.post === null) return
    const key = postKey(tenure.post)
    const candidates = statements.flatMap((statement, at) => {
      const { person, post } = statement.finding
      if (person === null || post === null || postKey(post) !== key || contradicts(tenure, statement.finding)) return []
      const seen = seenOf(statement)
      if (!overlaps(tenure, seen)) return []
      const strength = within(tenure, seen) ? 2 : seen.known ? 1 : 0
      return [{ at, person, strength }]
    })
    const best = Math.max(-1, ...candidates.map((one) => one.strength))
    const people: Named[] = []
    for (const { at, person, strength } of candidates.toSorted((a, b) => b.strength - a.strength || a.at - b.at)) {
      if (people.some((one) => same(one, person)) || (strength === 0 && best > 0)) continue
      people.push(person)
      const names = candidates.filter((one) => !same(one.person, person))
      const reasons: HolderReason[] = [
        'same-post',
        strength === 2 ? 'seen-within' : strength === 1 ? 'seen-overlapping' : 'seen-unknown',
      ]
      if (names.length === 0) reasons.push('only-name')
      if (tenure.pronoun !== null && statements[at]?.finding.pronoun === tenure.pronoun) reasons.push('pronoun')
      proposals.push({ tenure: index, person, reasons, statement: at })
    }
  })
  return [...proposals, ...neighbours(nameless, proposals)].toSorted((a, b) => a.tenure - b.tenure)
}

/** A statement with days of its own that leave no room for the interval. */
function contradicts(tenure: Tenure, stated: Tenure): boolean {
  const { from, to } = stated.span
  return (
    (from !== null && tenure.span.to !== null && dayFrom(from) > dayTo(tenure.span.to)) ||
    (to !== null && tenure.span.from !== null && dayTo(to) < dayFrom(tenure.span.from))
  )
}

/**
 * "… var han näringsminister" and, on the next line, "… var han energiminister" up to that very day: one person's
 * list of posts. Whoever surely fits one of them is proposed for the others, with that as the reason.
 */
function neighbours(nameless: readonly Tenure[], proposals: readonly HolderProposal[]): HolderProposal[] {
  const found: HolderProposal[] = []
  const sure = proposals.filter(
    (one) =>
      one.reasons.includes('seen-within') && proposals.filter((other) => other.tenure === one.tenure).length === 1,
  )
  for (const start of sure) {
    let current = nameless[start.tenure]
    for (let step = 0; step < 10 && current !== undefined; step += 1) {
      const here: Tenure = current
      const at = nameless.findIndex(
        (other) => other !== here && other.pronoun === here.pronoun && meets(other, here) && adjacent(other, here),
      )
      const next = nameless[at]
      if (next === undefined || proposals.some((one) => one.tenure === at) || found.some((one) => one.tenure === at))
        break
      found.push({ tenure: at, person: start.person, reasons: ['same-block'], statement: start.statement })
      current = next
    }
  }
  return found
}

const days = (from: string, to: string): number =>
  (Date.parse(`${dayFrom(to)}T00:00:00Z`) - Date.parse(`${dayFrom(from)}T00:00:00Z`)) / 86_400_000

/** The earlier post ends on the day the later begins, or the day before. */
function meets(earlier: Tenure, later: Tenure): boolean {
  if (earlier.span.to === null || later.span.from === null) return false
  const gap = days(earlier.span.to, later.span.from)
  return gap === 0 || gap === 1
}

/** In every text that tells both, they stand on neighbouring lines. */
function adjacent(a: Tenure, b: Tenure): boolean {
  return a.places.some((one) =>
    b.places.some((other) => Math.abs(one.from - other.to) <= 2 && one.quote !== other.quote),
  )
}

/**
 * Later holders of posts whose known interval belongs, as proposed, to somebody else: seen after it ended, or in a
 * text written while another already held it. Their start is unknown, but it lies after that end.
 */
export function proposeStarts(nameless: readonly Tenure[], statements: readonly Statement[]): StartProposal[] {
  const holders = proposeHolders(nameless, statements).filter((one) => one.reasons.includes('seen-within'))
  const found: StartProposal[] = []
  statements.forEach((statement, index) => {
    const { person, post, span } = statement.finding
    if (person === null || post === null || span.from !== null) return
    const seen = seenOf(statement)
    let best: StartProposal | null = null
    nameless.forEach((tenure, at) => {
      const { from, to } = tenure.span
      if (tenure.post === null || to === null || postKey(tenure.post) !== postKey(post)) return
      const others = holders.filter((one) => one.tenure === at)
      if (others.some((one) => same(one.person, person))) return
      const after = seen.from > dayTo(to)
      const during = others.length > 0 && from !== null && seen.from >= dayFrom(from)
      if (!after && !during) return
      if (best === null || to > best.fromAfter)
        best = {
          statement: index,
          person,
          fromAfter: to,
          tenure: at,
          reasons: [...(others.length > 0 ? (['other-holder'] as const) : []), after ? 'seen-after' : 'written-after'],
        }
    })
    // The same person may also be seen within: then the later statement is the same tenure, not a later holder.
    if (
      best !== null &&
      !holders.some((one) => same(one.person, person) && postKey(nameless[one.tenure]?.post ?? '') === postKey(post))
    )
      found.push(best)
  })
  return found
}
