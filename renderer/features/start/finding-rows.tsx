/** What the review of the latest minutes leaves to a person: the finding, its words, and where they stand. */
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import type { ReviewCode } from '#contract/review.ts'
import { shortDate } from '../../i18n/dates.ts'
import { loadWords, useLanguage, useT } from '../../i18n/i18n.ts'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { meetingPath } from '../../ui/source-link.tsx'
import { walkRows } from '../../ui/table.tsx'
import { nameOf } from '../review/words.ts'
import { placeOf, type OpenFinding } from './start-data.ts'

const shown = 6

/** By code: the contract's own groups come with its schemas, which the first screen has no use for. */
function iconOf(code: ReviewCode): IconName {
  switch (code) {
    case 'actor-not-listed':
    case 'never-marked':
    case 'time-differs':
    case 'name-variant':
    case 'list-variant':
      return 'person'
    case 'year-missing':
    case 'weekday-mismatch':
    case 'no-such-day':
      return 'date'
    case 'loose-promise':
      return 'actions'
    case 'number-moved':
    case 'page-number':
    case 'tense':
    case 'quotes':
    case 'dash':
    case 'interval':
    case 'compound':
    case 'import':
      return 'text'
  }
}

export function FindingRows({ findings }: { findings: readonly OpenFinding[] }) {
  const t = useT()
  const language = useLanguage()
  const [ready, setReady] = useState(false)
  useEffect(() => {
    // They are those of the review, which the first screen does without as long as nothing waits.
    void loadWords('review').then(() => setReady(true))
  }, [])
  if (!ready) return null
  const rows = findings.slice(0, shown)
  return (
    <section className="block" aria-labelledby="start-findings">
      <h2 className="heading" id="start-findings">
        {t('start:waiting')} <span className="count">{findings.length}</span>
      </h2>
      <ul className="rows inset-focus" ref={walkRows}>
        {rows.map(({ finding, ...place }) => (
          <li key={`${place.meetingId} ${finding.key}`}>
            <Link className="row" href={meetingPath(place.meetingId, place.itemId)} data-row>
              <Icon name={iconOf(finding.code)} />
              <span className="row-name">{nameOf(finding, t)}</span>
              <span className="row-state small">
                {[placeOf(t, place), place.date === null ? null : shortDate(place.date, language)]
                  .filter((part) => part !== null)
                  .join(' · ')}
              </span>
              <span className="row-quote record">{finding.words}</span>
            </Link>
          </li>
        ))}
      </ul>
      {findings.length > rows.length && (
        <p className="small text-3">{t('start:moreFindings', { count: findings.length - rows.length })}</p>
      )}
    </section>
  )
}
