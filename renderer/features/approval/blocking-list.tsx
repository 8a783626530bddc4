/** What stands in the way of approval, each with the way to where it is mended. */
import { Link } from 'wouter'
import type { Blocking } from '#contract/approval.ts'
import { longDate } from '../../i18n/dates.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { Message } from '../../ui/message.tsx'
import { itemPlace, meetingPath } from '../../ui/source-link.tsx'

/** Waiting is told below, where the answer is given. */
const elsewhere = new Set([
  'answer-missing',
  'answer-changes',
  'answer-early',
  'answer-outdated',
  'comment-open',
  'not-circulated',
  'chair-unasked',
  'adjuster-unasked',
])

export function BlockingList({ meetingId, blocking }: { meetingId: string; blocking: readonly Blocking[] }) {
  const t = useT()
  const language = useLanguage()
  if (blocking.length === 0) return <Message tone="ok">{t('approval:ready')}</Message>
  return (
    <section aria-labelledby="approval-missing">
      <h2 className="heading" id="approval-missing">
        {t('approval:missing')} <span className="count">{blocking.length}</span>
      </h2>
      <ul className="approval-missing">
        {blocking.map(({ code, itemId, attendanceId, about: of, also }) => {
          const about = code === 'number-taken' || code === 'number-twice' ? itemPlace(t, of) : of
          const meeting = also === undefined ? '' : also.date === null ? also.title : longDate(also.date, language)
          const words = t(`approval:blocking.${code}`, { about, meeting })
          return (
            <li key={[code, itemId, attendanceId, about, also?.meetingId].join(' ')}>
              {elsewhere.has(code) ? (
                words
              ) : (
                <Link className="link" href={meetingPath(meetingId, itemId)}>
                  {words}
                </Link>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
