/** What was promised, by whom and when, each with its thread to the record. */
import { Link } from 'wouter'
import { shortDate } from '../../i18n/dates.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { Unknown } from '../../ui/marks.tsx'
import { itemPlace, meetingPath, SourceLink } from '../../ui/source-link.tsx'
import { Table } from '../../ui/table.tsx'
import type { OpenAction } from './start-data.ts'

export function ActionTable({ actions, count }: { actions: readonly OpenAction[]; count: number }) {
  const t = useT()
  const language = useLanguage()
  return (
    <section className="block" aria-labelledby="start-actions">
      <h2 className="heading" id="start-actions">
        {t('start:actions')} <span className="count">{count}</span>{' '}
        <Link href="/atgarder" className="small">
          {t('start:all')}
        </Link>
      </h2>
      <Table
        label={t('start:actions')}
        head={
          <>
            <th scope="col">{t('start:what')}</th>
            <th scope="col">{t('start:who')}</th>
            <th scope="col">{t('start:when')}</th>
            <th scope="col" className="num">
              {t('start:source')}
            </th>
          </>
        }
      >
        {actions.map((action) => (
          <tr key={action.id}>
            <td className="text action-what">{action.text}</td>
            <td className="text">{action.owner ?? <Unknown>{t('start:whoAsk')}</Unknown>}</td>
            <td>
              {action.due === null && action.dueDate === null ? (
                <Unknown>{t('start:whenAsk')}</Unknown>
              ) : action.dueDate === null ? (
                action.due
              ) : (
                shortDate(action.dueDate, language)
              )}
              {action.overdue && <span className="danger small"> {t('start:overdue')}</span>}
            </td>
            <td className="num">
              <SourceLink to={meetingPath(action.meetingId, action.itemId)}>
                {action.itemNumber === null ? t('start:toText') : itemPlace(t, action.itemNumber)}
              </SourceLink>
            </td>
          </tr>
        ))}
      </Table>
      {count > actions.length && (
        <p className="small text-3">{t('start:moreActions', { count: count - actions.length })}</p>
      )}
    </section>
  )
}
