/** What a finding is called and what accepting it would do. */
import type { T } from '../../../i18n/resources.ts'
import { shortDate } from '../../../i18n/dates.ts'
import type { Language } from '../../../i18n/languages.ts'
import type { IconName } from '../../../ui/icon.tsx'
import type { View } from '../text/savers.ts'

export type Finding = View['warnings'][number]
type Code = Finding['code']

/** The words inside a finding's quote that it is about: a name, a stray number; else all of them. */
export function telling({ quote, name, suggestion, code }: Finding): { from: number; to: number } {
  const named = name === null ? -1 : quote.indexOf(name)
  if (name !== null && named >= 0 && code === 'actor-not-listed') return { from: named, to: named + name.length }
  if (code !== 'page-number-in-text' || suggestion === null) return { from: 0, to: quote.length }
  let from = 0
  while (from < quote.length && quote[from] === suggestion[from]) from += 1
  let end = 0
  while (end < Math.min(quote.length, suggestion.length) - from && quote.at(-1 - end) === suggestion.at(-1 - end))
    end += 1
  return { from, to: quote.length - end }
}

/** What accepting does, in a sentence; null when it only says that one has seen it. */
export function proposal(finding: Finding, t: T, language: Language): string | null {
  if (finding.code === 'actor-not-listed' && finding.name !== null) {
    const more = [finding.capacity, finding.organisation].filter((part) => part !== null).join(', ')
    return more === ''
      ? t('meetings:proposal.addPlain', { name: finding.name })
      : t('meetings:proposal.add', { name: finding.name, more })
  }
  if (finding.suggestion === null) return null
  if (finding.code === 'page-number-in-text') {
    const { from, to } = telling(finding)
    const gone = finding.quote.slice(from, to).trim()
    return finding.quote.length > finding.suggestion.length && gone !== ''
      ? t('meetings:proposal.without', { words: gone })
      : t('meetings:proposal.replace', { words: finding.suggestion })
  }
  if (finding.code === 'year-inferred')
    return t('meetings:proposal.date', { date: shortDate(finding.suggestion, language) })
  return t('meetings:proposal.other', { words: finding.suggestion })
}

export function findingIcon(code: Code): IconName {
  if (code === 'year-inferred' || code === 'weekday-mismatch' || code === 'date-unclear') return 'date'
  if (
    code === 'actor-not-listed' ||
    code === 'name-repaired' ||
    code === 'duplicate-participant' ||
    code === 'name-uncertain'
  )
    return 'person'
  return 'text'
}
