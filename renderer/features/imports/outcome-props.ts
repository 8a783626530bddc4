/** What each part of the outcome gets. */
import type { ImportPreview } from '#contract/imports.ts'
import type { ProposedMeeting } from '#contract/proposal.ts'
import type { Decisions, Standing } from './decisions.ts'

export type OutcomeProps = {
  preview: ImportPreview
  decisions: Decisions
  /** Index of the meeting in the text. */
  index: number
  meeting: ProposedMeeting
  names: ReadonlyMap<string, Standing>
}
