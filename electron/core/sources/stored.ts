/** Findings as they lie in the workspace. */
import { finding, type Finding } from '#contract/reading.ts'
import type { ProposalRow } from '#db/queries/sources.ts'

/** The stored finding. Only this program writes the column; a shape that no longer fits is a fault that must show. */
export function storedFinding(row: Pick<ProposalRow, 'finding'>): Finding {
  return finding.parse(JSON.parse(row.finding))
}
