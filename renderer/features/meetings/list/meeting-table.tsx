/** Meetings as a table that the arrow keys walk. */
import { Link } from 'wouter'
import type { Output } from '#contract/methods.ts'
import { shortDate } from '../../../i18n/dates.ts'
import { useLanguage, useT } from '../../../i18n/i18n.ts'
import { formWords } from '../../../i18n/meeting-words.ts'
import { Known, StateMoon, Unknown, type DocumentState } from '../../../ui/marks.tsx'
import { meetingPath } from '../../../ui/source-link.tsx'
import { settledState } from '../../../ui/document-state.ts'
import { Table, walkRows } from '../../../ui/table.tsx'

export type MeetingRow = Output<'meetings.list'>['meetings'][number]

function stateOf(row: MeetingRow): DocumentState {
  const settled = settledState(row.state)
  if (settled !== null) return settled
  if (row.openWarnings > 0) return 'review'
  return row.items === 0 ? 'planned' : 'draft'
}

export function MeetingTable({ rows }: { rows: readonly MeetingRow[] }) {
  const t = useT()
  const language = useLanguage()
  const forms = formWords(t)
  return (
    <div className="list-table inset-focus" ref={walkRows}>
      <Table
        label={t('places.meetings')}
        head={
          <>
            <th scope="col">{t('meetings:list.date')}</th>
            <th scope="col">{t('meetings:list.title')}</th>
            <th scope="col">{t('meetings:list.kind')}</th>
            <th scope="col">{t('meetings:list.form')}</th>
            <th scope="col" className="num">
              {t('meetings:list.items')}
            </th>
            <th scope="col" className="num">
              {t('meetings:list.participants')}
            </th>
            <th scope="col" className="num">
              {t('meetings:list.decisions')}
            </th>
            <th scope="col" className="num">
              {t('meetings:list.actions')}
            </th>
            <th scope="col">{t('meetings:list.state')}</th>
          </>
        }
      >
        {rows.map((row) => (
          <tr key={row.id}>
            <td className="list-date">{row.date === null ? <Unknown /> : shortDate(row.date, language)}</td>
            <td className="text list-title">
              <Link href={meetingPath(row.id)} data-row className="record">
                {row.title}
              </Link>
              {row.body !== null && row.body !== row.title && <span className="list-body">{row.body}</span>}
              <span className="list-body list-when">
                {row.date === null ? <Unknown /> : shortDate(row.date, language)}
              </span>
              <span className="list-body list-figures">
                {[
                  t(`meetings:kinds.${row.kind}`),
                  row.form === null ? null : forms[row.form],
                  t('meetings:counts.items', { count: row.items }),
                  t('meetings:counts.participants', { count: row.participants }),
                  t('meetings:counts.decisions', { count: row.decisions }),
                  t('meetings:counts.actions', { count: row.actions }),
                ]
                  .filter((part) => part !== null)
                  .join(' · ')}
              </span>
            </td>
            <td className="text-2">{t(`meetings:kinds.${row.kind}`)}</td>
            <td className="text-2">
              <Known value={row.form === null ? null : forms[row.form]} />
            </td>
            <td className="num">{row.items}</td>
            <td className="num">{row.participants}</td>
            <td className="num">{row.decisions}</td>
            <td className="num">{row.actions}</td>
            <td className="text-2">
              <StateMoon state={stateOf(row)} />
            </td>
          </tr>
        ))}
      </Table>
    </div>
  )
}
