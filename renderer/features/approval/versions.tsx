/** The versions that were approved, and what each was opened again for. */
import type { MinutesVersion } from '#contract/approval.ts'
import { shortDate } from '../../i18n/dates.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { ButtonLink } from '../../ui/button.tsx'

type Props = { meetingId: string; versions: readonly MinutesVersion[]; locked: boolean }

export function Versions({ meetingId, versions, locked }: Props) {
  const t = useT()
  const language = useLanguage()
  const to = (left: number, right: number) => `/moten/${meetingId}/justering/${left}/${right}`
  return (
    <section aria-labelledby="approval-versions">
      <h2 className="heading" id="approval-versions">
        {t('approval:versions')}
      </h2>
      {versions.length === 0 && <p className="text-3">{t('approval:noVersions')}</p>}
      <ul className="approval-list">
        {versions.map(({ version, approvedOn, sha256, unlocked }, index) => {
          const older = versions[index + 1]
          return (
            <li key={version}>
              <span className="medium">{t('approval:version', { version })}</span>{' '}
              <span className="text-2">{t('approval:approvedOn', { date: shortDate(approvedOn, language) })}</span>
              {older !== undefined && (
                <ButtonLink look="bare" to={to(older.version, version)}>
                  {t('approval:compare')}
                </ButtonLink>
              )}
              {index === 0 && !locked && (
                <ButtonLink look="bare" to={to(version, 0)}>
                  {t('approval:compareWith')}
                </ButtonLink>
              )}
              {unlocked !== null && <p className="text-2">{t('approval:unlocked', { reason: unlocked.reason })}</p>}
              <p className="small text-3 approval-hash">{t('approval:hash', { hash: sha256 })}</p>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
