/** Start: minutes that wait to be approved, the most urgent first. */
import './approval-due.css'
import { Link } from 'wouter'
import { shortDate } from '../../i18n/dates.ts'
import { today } from '../../i18n/today.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { useRead } from '../../transport/hooks.ts'

export function ApprovalDue() {
  const t = useT()
  const language = useLanguage()
  const { data } = useRead('approval.due', {})
  if (data === undefined || data.meetings.length === 0) return null
  return (
    <section className="block" aria-labelledby="start-approval">
      <h2 className="heading" id="start-approval">
        {t('start:approval.due')} <span className="count">{data.meetings.length}</span>
      </h2>
      <ul className="approval-due">
        {data.meetings.map(({ id, title, approveBy, state, waitingFor }) => {
          const date = approveBy === null ? null : shortDate(approveBy, language)
          const late = approveBy !== null && approveBy < today().slice(0, approveBy.length)
          const who =
            state === 'draft'
              ? t('start:approval.notSent')
              : waitingFor.length > 0 && t('start:approval.waitingFor', { names: waitingFor.join(', ') })
          return (
            <li key={id}>
              <Link href={`/moten/${id}/justering`} className="medium">
                {title}
              </Link>
              {date !== null && (
                <span className={late ? 'danger' : 'text-2'}>
                  {t(late ? 'start:approval.dueLate' : 'start:approval.dueBy', { date })}
                </span>
              )}
              {who !== false && <span className="text-2">{who}</span>}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
