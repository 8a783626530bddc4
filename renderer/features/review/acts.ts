/** Walking through findings and answering them. Text that is being written goes first, so that undoing keeps its order. */
import type { Input } from '#contract/methods.ts'
import { groupOf } from '#contract/review-groups.ts'
import { errorText } from '../../i18n/error-text.ts'
import { translate } from '../../i18n/i18n.ts'
import { announce } from '../../shell/announce.ts'
import { write } from '../../transport/hooks.ts'
import { focusSoon } from '../../ui/then-focus.ts'
import { flushAll } from '../meetings/text/savers.ts'
import { isOpen, reviewState, setReviewState, type Finding } from './state.ts'
import { stateKeys } from './words.ts'

export type Change = NonNullable<Input<'review.answer'>['change']>

/** Findings that the chosen kind shows. */
export function shownOf(findings: readonly Finding[]): readonly Finding[] {
  const { filter } = reviewState()
  return filter === 'all' ? findings : findings.filter(({ code }) => groupOf[code] === filter)
}

export function chosenOf(findings: readonly Finding[]): Finding | null {
  return findings.find(({ key }) => key === reviewState().chosen) ?? null
}

/** Moves the focus to a finding's row. */
export function focusRow(key: string): void {
  focusSoon(() => document.querySelector<HTMLElement>(`[data-finding="${CSS.escape(key)}"]`))
}

/** Brings the words of the chosen finding into view in the text. */
export function showWords(): void {
  requestAnimationFrame(() =>
    document.querySelector('[data-review-text] .finding-chosen')?.scrollIntoView({ block: 'center' }),
  )
}

export function choose(finding: Finding, focus = true): void {
  setReviewState({ chosen: finding.key })
  if (focus) focusRow(finding.key)
  showWords()
}

export function step(findings: readonly Finding[], by: -1 | 1): void {
  const shown = shownOf(findings)
  const at = shown.findIndex(({ key }) => key === reviewState().chosen)
  const next = at < 0 ? (shown.find(isOpen) ?? shown[0]) : shown[at + by]
  if (next !== undefined) choose(next)
}

/** Findings, as they were read, that have been answered: until they are read again they still seem open. */
const answered = new WeakSet<Finding>()

/**
 * Answers, and goes on to the next open finding at once: the next key is for that one, however late this one is
 * answered. What was written anew stays in view until it is stored. Gives whether it went through.
 */
export async function answer(
  meetingId: string,
  findings: readonly Finding[],
  finding: Finding,
  given: 'accept' | 'dismiss' | 'open',
  change?: Change,
): Promise<boolean> {
  if (answered.has(finding)) return false
  answered.add(finding)
  const shown = shownOf(findings)
  const at = shown.findIndex(({ key }) => key === finding.key)
  const rest = [...shown.slice(at + 1), ...shown.slice(0, Math.max(at, 0))]
  const next = given === 'open' ? finding : (rest.find((one) => isOpen(one) && !answered.has(one)) ?? finding)
  const ahead = change === undefined && next !== finding
  if (ahead) choose(next)
  try {
    await flushAll()
    await write('review.answer', {
      meetingId,
      key: finding.key,
      answer: given,
      ...(change === undefined ? {} : { change }),
    })
  } catch (error) {
    answered.delete(finding)
    announce(errorText(error))
    if (ahead && reviewState().chosen === next.key) choose(finding)
    return false
  }
  const t = translate()
  const state = given === 'dismiss' ? 'dismissed' : change === undefined ? 'accepted' : 'changed'
  announce(t(given === 'open' ? 'review:state.reopened' : stateKeys[state]))
  // Whoever has gone on meanwhile stays there.
  if (ahead || reviewState().chosen !== finding.key) return true
  setReviewState({ changing: false })
  choose(next)
  return true
}

/** A finding may be answered in other words than proposed. */
export const mayChange = ({ proposal, state }: Finding) => state === 'open' && proposal.kind !== 'seen'
