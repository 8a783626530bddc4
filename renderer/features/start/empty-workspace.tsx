/** A new workspace: what will stand here, and the two ways to begin. */
import { useLocation } from 'wouter'
import { useT } from '../../i18n/i18n.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { newMeeting } from './new-meeting.ts'

export function EmptyWorkspace() {
  const t = useT()
  const [, navigate] = useLocation()
  return (
    <div className="page">
      <section className="hero">
        <h1>{t('start:emptyTitle')}</h1>
        <p className="empty-lead record">{t('start:emptyText')}</p>
        <div className="hero-do">
          <ButtonLink look="primary" icon="import" to="/las-in">
            {t('readIn.label')}
          </ButtonLink>
          <Button icon="plus" shortcut="N" onClick={() => void newMeeting((to) => navigate(to))}>
            {t('newMeeting.label')}
          </Button>
          <ButtonLink look="bare" icon="date" to="/serier">
            {t('seriesGo.open')}
          </ButtonLink>
        </div>
      </section>
    </div>
  )
}
