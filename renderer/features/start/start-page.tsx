/** Start: the next or the latest meeting, what waits, what was promised, what lies ahead. */
import './start-page.css'
import { lazy, Suspense } from 'react'
import { loadWords, useT } from '../../i18n/i18n.ts'
import { usePageTitle } from '../../shell/page-title.ts'
import { useRead } from '../../transport/hooks.ts'
import { today } from '../../i18n/today.ts'
import { ErrorMessage } from '../../ui/message.tsx'
import { NextUpCard, useNextUp } from '../series/start-next.tsx'
import { ApprovalDue } from '../approval/approval-due.tsx'
import { ActionTable } from './action-table.tsx'
import { wholeMeetings } from './amounts.ts'
import { EmptyWorkspace } from './empty-workspace.tsx'
import { LatestMeeting, NextMeeting } from './hero.tsx'
import { MeetingRows } from './meeting-rows.tsx'
import { NoCopy } from './no-copy.tsx'
import { nextMeeting, useStartData } from './start-data.ts'
import { StartSide } from './start-side.tsx'

/** They speak the words of the review, which the first screen does without as long as nothing waits. */
const FindingRows = lazy(async () => {
  const [{ FindingRows: rows }] = await Promise.all([import('./finding-rows.tsx'), loadWords('review')])
  return { default: rows }
})

export function StartPage() {
  const t = useT()
  usePageTitle(t('places.start'))
  const data = useStartData()
  const up = useNextUp(data.rows)
  const { data: status } = useRead('workspace.status', {})
  if (data.error !== null) {
    return (
      <div className="page">
        <ErrorMessage error={data.error} />
      </div>
    )
  }
  if (!data.ready) return null
  const [first] = data.rows
  if (!up.ready) return null
  if (first === undefined && up.next === null) return <EmptyWorkspace />

  const next = nextMeeting(data.ahead, data.rows, today())
  return (
    <div className="start">
      <div className="start-left">
        {status !== undefined && status.uncopiedSince !== null && <NoCopy since={status.uncopiedSince} />}
        {up.next !== null ? (
          <NextUpCard next={up.next} />
        ) : first === undefined ? null : next !== null && data.latest !== null ? (
          <NextMeeting
            next={next}
            row={data.rows.find((row) => row.id === next.meetingId) ?? first}
            carried={data.openAt(next.meetingId)}
          />
        ) : (
          <LatestMeeting row={first} meeting={data.latest} findings={data.findingsAt(first.id)} />
        )}
        <ApprovalDue />
        {data.findings.length > 0 && (
          <Suspense fallback={null}>
            <FindingRows findings={data.findings} />
          </Suspense>
        )}
        {data.actions.length > 0 && <ActionTable actions={data.actions} count={data.actionsInAll} />}
        <MeetingRows
          title={t('start:meetings')}
          rows={data.rows.slice(0, wholeMeetings)}
          count={data.total}
          findingsAt={data.findingsAt}
        />
      </div>
      <StartSide ahead={data.ahead} latest={data.latest} counts={status?.counts ?? null} />
    </div>
  )
}
