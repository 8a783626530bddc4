/** Under which head of the list a finding stands. Apart from the schemas, which the first screen has no use for. */
import type { ReviewCode, ReviewGroup } from './review.ts'

export const groupOf: Readonly<Record<ReviewCode, ReviewGroup>> = {
  'actor-not-listed': 'people',
  'never-marked': 'people',
  'time-differs': 'people',
  'name-variant': 'people',
  'list-variant': 'people',
  'loose-promise': 'promises',
  'year-missing': 'dates',
  'weekday-mismatch': 'dates',
  'no-such-day': 'dates',
  'number-moved': 'text',
  'number-missing': 'text',
  'page-number': 'text',
  tense: 'text',
  quotes: 'text',
  dash: 'text',
  interval: 'text',
  compound: 'text',
  import: 'import',
}
