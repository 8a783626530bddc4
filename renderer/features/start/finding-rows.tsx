/** What the reading of the latest minutes left to a person: the finding, its words, and where they stand. */
import { Link } from 'wouter'
import type { WarningCode } from '#contract/minutes.ts'
import { shortDate } from '../../i18n/dates.ts'
import { findingKey } from '../../i18n/finding-words.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { meetingPath } from '../../ui/source-link.tsx'
import { walkRows } from '../../ui/table.tsx'
import { placeOf, type OpenFinding } from './start-data.ts'

const shown = 6

function iconOf(code: WarningCode): IconName {
  switch (code) {
    case 'actor-not-listed':
    case 'name-repaired':
    case 'duplicate-participant':
    case 'name-uncertain':
      return 'person'
    case 'year-inferred':
    case 'weekday-mismatch':
    case 'date-unclear':
      return 'date'
    case 'page-number-in-text':
    case 'number-gap':
    case 'number-duplicate':
    case 'heading-uncertain':
    case 'detail-unread':
    case 'text-replaced':
      return 'text'
  }
}

export function FindingRows({ findings, count }: { findings: readonly OpenFinding[]; count: number }) {
  const t = useT()
  const language = useLanguage()
  const rows = findings.slice(0, shown)
  return (
    <section className="block" aria-labelledby="start-findings">
      <h2 className="heading" id="start-findings">
        {t('start:waiting')} <span className="count">{count}</span>
      </h2>
      <ul className="rows inset-focus" ref={walkRows}>
        {rows.map((finding) => (
          <li key={finding.id}>
            <Link className="row" href={meetingPath(finding.meetingId, finding.itemId)} data-row>
              <Icon name={iconOf(finding.code)} />
              <span className="row-name">{t(findingKey(finding.code))}</span>
              <span className="row-state small">
                {[placeOf(t, finding), finding.date === null ? null : shortDate(finding.date, language)]
                  .filter((part) => part !== null)
                  .join(' · ')}
              </span>
              <span className="row-quote record">{finding.quote}</span>
            </Link>
          </li>
        ))}
      </ul>
      {count > rows.length && <p className="small text-3">{t('start:moreFindings', { count: count - rows.length })}</p>}
    </section>
  )
}
