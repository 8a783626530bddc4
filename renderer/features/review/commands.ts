/** The keys of a review, on its own page and beside a meeting's text. */
import type { Command } from '../../commands/registry.ts'
import { answer, chosenOf, mayChange, step } from './acts.ts'
import { setReviewState, type Finding } from './state.ts'

type Standing = {
  /** The list is in view: only then do the answers have their keys. */
  shown: boolean
  /** Nothing of the text can be changed. */
  locked: boolean
}

export function reviewCommands(
  meetingId: string,
  findings: readonly Finding[],
  { shown, locked }: Standing,
): Command[] {
  if (findings.length === 0) return []
  const command = (id: string, labelKey: Command['labelKey'], shortcut: string, run: () => void): Command => ({
    id: `review.${id}`,
    labelKey,
    group: 'page',
    shortcut,
    run,
  })
  const withOpen = (run: (finding: Finding) => unknown) => () => {
    const finding = chosenOf(findings)
    if (finding?.state === 'open') run(finding)
  }
  const onlyShown = (one: Command, possible = true): Command => ({ ...one, when: () => shown && possible })
  const mayAccept = ({ proposal }: Finding) => !locked || proposal.kind === 'seen'
  const next = command('next', 'review:command.next', 'J', () => step(findings, 1))
  const accept = command(
    'accept',
    'review:command.accept',
    'A',
    withOpen((finding) => mayAccept(finding) && void answer(meetingId, findings, finding, 'accept')),
  )
  const change = command(
    'change',
    'review:command.change',
    'C',
    withOpen((finding) => mayChange(finding) && setReviewState({ changing: true })),
  )
  const dismiss = command(
    'dismiss',
    'review:command.dismiss',
    'D',
    withOpen((finding) => void answer(meetingId, findings, finding, 'dismiss')),
  )
  const reopen = command('reopen', 'review:command.reopen', 'O', () => {
    const finding = chosenOf(findings)
    if (finding !== null && finding.state !== 'open' && (finding.put === null || !locked))
      void answer(meetingId, findings, finding, 'open')
  })
  return [
    shown ? { ...next, hintKey: 'review:hint.next' } : next,
    command('previous', 'review:command.previous', 'K', () => step(findings, -1)),
    { ...onlyShown(accept, findings.some(mayAccept)), hintKey: 'review:hint.accept' },
    { ...onlyShown(change, !locked), hintKey: 'review:hint.change' },
    { ...onlyShown(dismiss), hintKey: 'review:hint.dismiss' },
    onlyShown(reopen),
  ]
}
