/** What the moon of minutes shows for where they stand in their approval; null as long as they are worked on. */
import type { MeetingState } from '#contract/minutes.ts'
import type { DocumentState } from './marks.tsx'

export function settledState(state: MeetingState): DocumentState | null {
  if (state === 'approved' || state === 'archived') return 'locked'
  return state === 'circulated' ? 'approval' : state === 'planned' ? 'planned' : null
}
