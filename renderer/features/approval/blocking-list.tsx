/** What stands in the way of approval, each with the way to where it is mended. */
import { Link } from 'wouter'
import type { Blocking } from '#contract/approval.ts'
import { useT } from '../../i18n/i18n.ts'
import { Message } from '../../ui/message.tsx'
import { meetingPath } from '../../ui/source-link.tsx'

/** Waiting is told below, where the answer is given. */
const elsewhere = new Set([
  'answer-missing',
  'answer-changes',
  'answer-early',
  'answer-outdated',
  'comment-open',
  'not-circulated',
])

export function BlockingList({ meetingId, blocking }: { meetingId: string; blocking: readonly Blocking[] }) {
  const t = useT()
  if (blocking.length === 0) return <Message tone="ok">{t('approval:ready')}</Message>
  return (
    <section aria-labelledby="approval-missing">
      <h2 className="heading" id="approval-missing">
        {t('approval:missing')} <span className="count">{blocking.length}</span>
      </h2>
      <ul className="approval-missing">
        {blocking.map(({ code, itemId, attendanceId, about }) => {
          const words = t(`approval:blocking.${code}`, { about })
          return (
            <li key={[code, itemId, attendanceId, about].join(' ')}>
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
