/** Meetings as rows of two lines, with a moon for how far they are. */
import { Link } from 'wouter'
import { shortDate } from '../../i18n/dates.ts'
import { today } from '../../i18n/today.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { KindIcon, StateMoon, Unknown } from '../../ui/marks.tsx'
import { meetingPath } from '../../ui/source-link.tsx'
import { walkRows } from '../../ui/table.tsx'
import { visible } from '../../ui/visible.ts'
import { stateOf, type MeetingRow } from './start-data.ts'

export function MeetingRows(props: {
  title: string
  rows: readonly MeetingRow[]
  count: number
  findingsAt: (id: string) => number
}) {
  const t = useT()
  const language = useLanguage()
  return (
    <section className="block" aria-labelledby="start-meetings">
      <h2 className="heading" id="start-meetings">
        {props.title} <span className="count">{props.count}</span>
        {props.count > props.rows.length && (
          <Link className="link more" href="/moten">
            {t('start:all')}
          </Link>
        )}
      </h2>
      <ul className="rows inset-focus" ref={walkRows}>
        {props.rows.map((row) => {
          const size = `${t('start:items', { count: row.items })}, ${t('start:participants', { count: row.participants })}`
          const open = props.findingsAt(row.id)
          const state = stateOf(row, open, today())
          const date = row.date === null ? <Unknown /> : shortDate(row.date, language)
          return (
            <li key={row.id}>
              <Link className="row" href={meetingPath(row.id)} data-row>
                <KindIcon kind="meeting" outline={state === 'planned'} />
                <span className="row-lead record">{visible(row.title)}</span>
                <span className="row-state">
                  <StateMoon state={state} />
                </span>
                <span className="row-under">
                  {date} · {size}
                  {open > 0 && ` · ${t('start:findings', { count: open })}`}
                </span>
              </Link>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
