/** What a finding of the reading is called, short enough for a row. */
import type { WarningCode } from '#contract/minutes.ts'
import type { Key } from './resources.ts'

const keys: Record<WarningCode, Key> = {
  'actor-not-listed': 'findings.actorNotListed',
  'page-number-in-text': 'findings.pageNumber',
  'year-inferred': 'findings.yearInferred',
  'name-repaired': 'findings.nameRepaired',
  'weekday-mismatch': 'findings.weekday',
  'date-unclear': 'findings.dateUnclear',
  'number-gap': 'findings.numberGap',
  'number-duplicate': 'findings.numberTwice',
  'duplicate-participant': 'findings.participantTwice',
  'name-uncertain': 'findings.maybeNoName',
  'heading-uncertain': 'findings.heading',
  'detail-unread': 'findings.detail',
  'text-replaced': 'findings.replaced',
}

export function findingKey(code: WarningCode): Key {
  return keys[code]
}
