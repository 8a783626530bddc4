/** Meetings as rows of two lines, with a moon for how far they are. */
import { Link } from 'wouter'
import { shortDate, today } from '../../i18n/dates.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { KindIcon, StateMoon, Unknown } from '../../ui/marks.tsx'
import { meetingPath } from '../../ui/source-link.tsx'
import { walkRows } from '../../ui/table.tsx'
import { stateOf, type MeetingRow } from './start-data.ts'

/** findings: what is left to look at stands first; meetings: their date does. */
export function MeetingRows(props: {
  title: string
  rows: readonly MeetingRow[]
  count: number
  look: 'findings' | 'meetings'
}) {
  const t = useT()
  const language = useLanguage()
  const id = `start-${props.look}`
  return (
    <section className="block" aria-labelledby={id}>
      <h2 className="heading" id={id}>
        {props.title} <span className="count">{props.count}</span>
        {props.look === 'meetings' && props.count > props.rows.length && (
          <Link className="link more" href="/moten">
            {t('start:all')}
          </Link>
        )}
      </h2>
      <ul className="rows inset-focus" ref={walkRows}>
        {props.rows.map((row) => {
          const size = `${t('start:items', { count: row.items })}, ${t('start:participants', { count: row.participants })}`
          const date = row.date === null ? <Unknown /> : shortDate(row.date, language)
          return (
            <li key={row.id}>
              <Link className="row" href={meetingPath(row.id)} data-row>
                <KindIcon kind="meeting" outline={stateOf(row, today()) === 'planned'} />
                <span className="row-lead record">{row.title}</span>
                <span className="row-state">
                  <StateMoon state={stateOf(row, today())} />
                </span>
                <span className="row-under">
                  {props.look === 'findings' ? t('start:findings', { count: row.openWarnings }) : date} · {size}
                </span>
              </Link>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
