/** What the moon shows before and after minutes are worked on, and while they are taken; null where the text itself says. */
import type { MeetingState } from '#contract/minutes.ts'
import type { DocumentState } from './marks.tsx'

export function settledState(state: MeetingState): DocumentState | null {
  if (state === 'approved' || state === 'archived') return 'locked'
  if (state === 'circulated') return 'approval'
  return state === 'planned' || state === 'running' ? state : null
}
