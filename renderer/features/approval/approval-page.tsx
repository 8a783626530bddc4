/** Justering: what is missing, who is asked, what they say, and the versions that stand. */
import './approval.css'
import { useRead } from '../../transport/hooks.ts'
import { shortDate } from '../../i18n/dates.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { usePageTitle } from '../../shell/page-title.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { ErrorMessage } from '../../ui/message.tsx'
import { meetingPath } from '../../ui/source-link.tsx'
import type { PageProps } from '../route.ts'
import { Asked } from './asked.tsx'
import { BlockingList } from './blocking-list.tsx'
import { Comments } from './comments.tsx'
import { Steps } from './steps.tsx'
import { Versions } from './versions.tsx'

export function ApprovalPage({ params }: PageProps) {
  const t = useT()
  const language = useLanguage()
  const id = params['id'] ?? ''
  const { data: view, error } = useRead('meetings.get', { id })
  const { data: approval, error: failed } = useRead('approval.get', { meetingId: id })
  const day = view === undefined ? '' : view.head.date === null ? view.head.title : shortDate(view.head.date, language)
  usePageTitle(t('approval:title'), [
    { label: t('places.meetings'), to: '/moten' },
    { label: day, to: meetingPath(id) },
  ])
  if (error !== null || failed !== null)
    return (
      <div className="page">
        <ErrorMessage error={error ?? failed} />
      </div>
    )
  if (view === undefined || approval === undefined) return null
  const locked = approval.state === 'approved' || approval.state === 'archived'
  return (
    <div className="page approval">
      <header className="approval-head">
        <h1 className="page-title">{t('approval:head', { meeting: day })}</h1>
        <output className="text-2">{t(`approval:state.${approval.state}`)}</output>
        <ButtonLink look="bare" icon="meeting" to={meetingPath(id)}>
          {t('approval:back')}
        </ButtonLink>
      </header>
      {!locked && <BlockingList meetingId={id} blocking={approval.blocking} />}
      <Steps view={view} approval={approval} />
      {approval.asked.length > 0 && <Asked asked={approval.asked} open={approval.state === 'circulated'} />}
      <Comments view={view} comments={approval.comments} locked={locked} />
      <Versions meetingId={id} versions={approval.versions} locked={locked} />
    </div>
  )
}
