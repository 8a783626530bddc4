/** The findings beside a meeting's text, each answered where it is read. */
import { useT } from '../../i18n/i18n.ts'
import { ButtonLink } from '../../ui/button.tsx'
import type { View } from '../meetings/text/savers.ts'
import { FindingList } from './finding-list.tsx'
import { Judge } from './judge.tsx'
import { isOpen, type Finding } from './state.ts'
import './review.css'

export const reviewPath = (meetingId: string) => `/moten/${meetingId}/granska`

export function ReviewTab({ view, findings }: { view: View; findings: readonly Finding[] }) {
  const t = useT()
  if (findings.length === 0) return <p className="empty pane-text">{t('review:none')}</p>
  const settled = findings.filter((one) => !isOpen(one)).length
  return (
    <>
      <div className="pane-text review-tab-head">
        <p className="text-2">{t('review:settled', { count: settled, all: findings.length })}</p>
        <ButtonLink look="bare" to={reviewPath(view.id)}>
          {t('review:whole')}
        </ButtonLink>
      </div>
      <FindingList
        view={view}
        findings={findings}
        all={findings}
        more={(finding) => <Judge view={view} finding={finding} all={findings} />}
      />
    </>
  )
}
