/** What is about to leave tells of somebody's health or judges them: leave it out, go on, or not at all. */
import './privacy.css'
import type { Flag } from '#contract/privacy.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import type { Leaving } from './asked.ts'

type LeavingProps = { flags: readonly Flag[]; canLeaveOut: boolean; answer: (leaving: Leaving) => void }

export function LeavingDialog({ flags, canLeaveOut, answer }: LeavingProps) {
  const t = useT()
  const judged = flags.some(({ why }) => why === 'assessment')
  return (
    <Dialog
      title={t('privacy:leaving.title')}
      onClose={() => answer(null)}
      actions={
        <>
          <Button look="bare" onClick={() => answer(null)}>
            {t('privacy:cancel')}
          </Button>
          <Button onClick={() => answer('all')}>{t('privacy:leaving.all')}</Button>
          {canLeaveOut && (
            <Button look="primary" onClick={() => answer('without')}>
              {t('privacy:leaving.without')}
            </Button>
          )}
        </>
      }
    >
      <p>{judged ? t('privacy:leaving.judged') : t('privacy:leaving.told')}</p>
      <ul className="privacy-flags">
        {flags.map(({ personId, organisationId, name, why, words }) => (
          <li key={`${personId ?? organisationId} ${why} ${words}`}>
            <span>{name}</span>
            <span className="quote">{words}</span>
            <span className="text-3 small">{t(`privacy:leaving.why.${why}`)}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
