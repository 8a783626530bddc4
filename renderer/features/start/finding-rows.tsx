/** What the review of the latest minutes leaves to a person: the finding, its words, and where they stand. */
import { Link } from 'wouter'
import { groupOf } from '#contract/review-groups.ts'
import { shortDate } from '../../i18n/dates.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { meetingPath } from '../../ui/source-link.tsx'
import { walkRows } from '../../ui/table.tsx'
import { iconOf, nameOf } from '../review/words.ts'
import { placeOf, type OpenFinding } from './start-data.ts'

const shown = 6

export function FindingRows({ findings }: { findings: readonly OpenFinding[] }) {
  const t = useT()
  const language = useLanguage()
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
              <Icon name={iconOf(groupOf[finding.code])} />
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
