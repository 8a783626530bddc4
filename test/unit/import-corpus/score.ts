/** Scores one imported meeting against its label. Pure: no files, no parser. */
import { accepts, acceptsAction, acceptsDecision, acceptsLoosely, acceptsNumber, normal, shown } from './compare.ts'
import { alternatives } from './expected.ts'
import type { Accepted, ExpectedDecision, ExpectedItem, ExpectedMeeting, ExpectedParticipant } from './expected.ts'
import type { ScoredItem, ScoredMeeting, ScoredParticipant } from './scored.ts'
import { emptyTally, judge, pairUp } from './tally.ts'
import type { Tally, Verdict } from './tally.ts'

/** One tally per kind of thing; `decisionPlace` counts decisions that stand under the right item. */
export const fields = [
  'items',
  'participants',
  'listNumbers',
  'status',
  'mode',
  'itemMarks',
  'capacities',
  'organisations',
  'decisions',
  'decisionPlace',
  'actions',
  'actionOwner',
  'actionDue',
  'kind',
  'date',
  'form',
  'place',
  'start',
  'end',
  'dnr',
  'body',
  'chair',
  'secretary',
  'adjusters',
  'nextMeeting',
  'notListed',
] as const
export type Field = (typeof fields)[number]
export type Score = Record<Field, Tally>

export function emptyScore(): Score {
  const made: Partial<Score> = {}
  for (const field of fields) made[field] = emptyTally()
  // Every field of the list was just set.
  return made as Score
}

/** Compares a meeting with its label; texts are equal up to case, spacing, dashes, quotes and final marks. */
export function scoreMeeting(expected: ExpectedMeeting, actual: ScoredMeeting): Score {
  const score = emptyScore()
  scoreHead(score, expected, actual)
  const pairs = scoreItems(score, expected.items, actual.items)
  scoreDecisions(score, expected.items, actual.items, pairs)
  scoreActions(score, expected.items, actual.items)
  scoreParticipants(score, expected.participants, actual.participants)
  scoreStrangers(score, expected, actual.notListed)
  return score
}

/** What a text leaves open is null, for a state or a mode the word unknown. */
function isNothing(value: string | null): boolean {
  return value === null || value === 'unknown'
}

function verdict(expected: Accepted, actual: string | null): Verdict {
  return {
    right: accepts(expected, actual),
    expectedNothing: alternatives(expected).every(isNothing),
    foundNothing: isNothing(actual),
  }
}

function scoreHead(score: Score, expected: ExpectedMeeting, actual: ScoredMeeting): void {
  const simple = ['kind', 'date', 'form', 'place', 'start', 'end', 'dnr', 'chair', 'secretary'] as const
  for (const field of simple) {
    judge(
      score[field],
      verdict(expected[field], actual[field]),
      `${actual[field] ?? 'null'} (right: ${shown(expected[field])})`,
    )
  }
  judge(
    score.body,
    { ...verdict(expected.body, actual.body), right: acceptsLoosely(expected.body, actual.body) },
    `${actual.body ?? 'null'} (right: ${shown(expected.body)})`,
  )

  // Whoever presides approves the minutes as well, whether the text counts them among the adjusters or not.
  const others = (names: readonly string[]): string[] => names.filter((name) => !accepts(expected.chair, name))
  const same = (one: string, other: string): boolean => normal(one) === normal(other)
  const adjusters = pairUp(others(expected.adjusters), others(actual.adjusters), [same])
  settle(score.adjusters, adjusters.pairs.length, adjusters.missed, adjusters.extra)

  const wanted = expected.nextMeeting
  const got = actual.nextMeeting
  const next = (one: { date: string; basis: string } | null): string => (one ? `${one.date} ${one.basis}` : 'null')
  const right = wanted && got ? accepts(wanted.date, got.date) && accepts(wanted.basis, got.basis) : wanted === got
  judge(
    score.nextMeeting,
    { right, expectedNothing: wanted === null, foundNothing: got === null },
    `${next(got)} (right: ${wanted ? `${shown(wanted.date)} ${shown(wanted.basis)}` : 'null'})`,
  )
}

function scoreItems(
  score: Score,
  expected: readonly ExpectedItem[],
  actual: readonly ScoredItem[],
): Map<ExpectedItem, ScoredItem> {
  const both = (one: ExpectedItem, other: ScoredItem): boolean =>
    acceptsNumber(one.number, other.number) && accepts(one.title, other.title)
  // Text before the first heading needs an item to stand in; one without number and title claims nothing.
  const claimed = actual.filter((item) => item.number !== null || item.title !== '')
  const exact = pairUp(expected, claimed, [both])
  settle(
    score.items,
    exact.pairs.filter(([one]) => !one.optional).length,
    exact.missed.filter((one) => !one.optional).map((one) => `${shown(one.number)} ${shown(one.title)}`),
    exact.extra.map((one) => `${one.number ?? 'null'} ${one.title}`),
  )
  // For the place of decisions an item is the same when its number or its title is.
  const near = pairUp(exact.missed, exact.extra, [
    (one, other) => accepts(one.title, other.title),
    (one, other) => other.number !== null && acceptsNumber(one.number, other.number),
  ])
  return new Map([...exact.pairs, ...near.pairs])
}

type PlacedDecision = ExpectedDecision & { item: ExpectedItem }

function scoreDecisions(
  score: Score,
  expected: readonly ExpectedItem[],
  actual: readonly ScoredItem[],
  pairs: ReadonlyMap<ExpectedItem, ScoredItem>,
): void {
  const found = actual.flatMap((item) => item.decisions.map((decision) => ({ text: decision.text, item })))
  const matches = (one: ExpectedDecision, text: string): boolean => acceptsDecision(one.text, one.inline === true, text)
  // Where a label lets a decision stand under an item or under its part, the one that has it takes it.
  const left = new Set(found)
  const ofItem = (item: ExpectedItem): PlacedDecision[] => {
    const lists = Array.isArray(item.decisions) ? [item.decisions] : item.decisions.any
    const own = (other: { item: ScoredItem }): boolean => pairs.get(item) === other.item
    const scored = lists.map((list) => {
      const read = pairUp(
        list,
        [...left],
        [(one, other) => own(other) && matches(one, other.text), (one, other) => matches(one, other.text)],
      )
      return { list, taken: read.pairs.map(([, other]) => other), missed: read.missed.length }
    })
    const best = scored.toSorted((one, other) => one.missed - other.missed)[0]
    for (const one of best?.taken ?? []) left.delete(one)
    return (best?.list ?? []).map((decision) => ({ ...decision, item }))
  }
  const [having, others] = [true, false].map((has) =>
    expected.filter((item) => (pairs.get(item)?.decisions.length ?? 0) > 0 === has),
  )
  const wanted = [...(having ?? []), ...(others ?? [])].flatMap(ofItem)
  const inPlace = (one: PlacedDecision, item: ScoredItem): boolean => pairs.get(one.item) === item
  const result = pairUp(wanted, found, [
    (one, other) => inPlace(one, other.item) && matches(one, other.text),
    (one, other) => matches(one, other.text),
  ])
  const counted = result.pairs.filter(([one]) => !one.optional)
  settle(
    score.decisions,
    counted.length,
    result.missed.filter((one) => !one.optional).map((one) => shown(one.text)),
    result.extra.map((one) => one.text),
  )
  for (const [one, other] of counted) {
    const where = `${other.text} under ${other.item.number ?? ''} ${other.item.title} (right: ${shown(one.item.title)})`
    const right = inPlace(one, other.item)
    judge(score.decisionPlace, { right, expectedNothing: false, foundNothing: false }, where)
  }
}

function scoreActions(score: Score, expected: readonly ExpectedItem[], actual: readonly ScoredItem[]): void {
  const wanted = expected.flatMap((item) => item.actions)
  const found = actual.flatMap((item) => item.actions)
  const result = pairUp(wanted, found, [
    (one, other) => acceptsAction(one.text, other.text) && accepts(one.owner, other.owner),
    (one, other) => acceptsAction(one.text, other.text),
  ])
  settle(
    score.actions,
    result.pairs.filter(([one]) => !one.optional).length,
    result.missed.filter((one) => !one.optional).map((one) => shown(one.text)),
    result.extra.map((one) => one.text),
  )
  for (const [one, other] of result.pairs) {
    if (one.optional) continue
    const wrong = (got: string | null, right: Accepted): string =>
      `${got ?? 'null'} (right: ${shown(right)}): ${other.text}`
    judge(score.actionOwner, verdict(one.owner, other.owner), wrong(other.owner, one.owner))
    judge(score.actionDue, verdict(one.due, other.due), wrong(other.due, one.due))
  }
}

function scoreParticipants(
  score: Score,
  expected: readonly ExpectedParticipant[],
  actual: readonly ScoredParticipant[],
): void {
  const result = pairUp(expected, actual, [
    (one, other) => accepts(one.name, other.name) && accepts(one.organisation, other.organisation),
    (one, other) => accepts(one.name, other.name),
  ])
  settle(
    score.participants,
    result.pairs.filter(([one]) => !one.optional).length,
    result.missed.filter((one) => !one.optional).map((one) => shown(one.name)),
    result.extra.map((one) => one.name),
  )
  for (const [one, other] of result.pairs) {
    const check = (field: Field, right: Accepted, got: string | null): void =>
      judge(score[field], verdict(right, got), `${other.name}: ${got ?? 'null'} (right: ${shown(right)})`)
    check('listNumbers', one.listNumber === null ? null : String(one.listNumber), other.listNumber?.toString() ?? null)
    check('status', one.status, other.status)
    check('mode', one.mode, other.mode)
    check('itemMarks', one.items, other.items)
    check('capacities', one.capacity, other.capacity)
    check('organisations', one.organisation, other.organisation)
  }
}

/** A finding may carry the name alone or words around it. */
function scoreStrangers(score: Score, expected: ExpectedMeeting, actual: readonly string[]): void {
  const names = (one: Accepted, other: string): boolean =>
    alternatives(one).some((name) => name !== null && normal(other).includes(normal(name)))
  const result = pairUp(expected.notListed, actual, [names])
  const allowed = expected.notListedOptional ?? []
  const invented = result.extra.filter((other) => !allowed.some((one) => names(one, other)))
  settle(score.notListed, result.pairs.length, result.missed.map(shown), invented)
}

function settle(tally: Tally, hits: number, missed: readonly string[], extra: readonly string[]): void {
  tally.hit += hits
  tally.missed += missed.length
  tally.extra += extra.length
  tally.notes.push(...missed.map((one) => `- ${one}`), ...extra.map((one) => `+ ${one}`))
}
