/** The settings' way to personal data. */
import { useT } from '../../i18n/i18n.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { privacyPath } from './commands.ts'

export function PrivacySettings() {
  const t = useT()
  return (
    <section className="settings-group" aria-labelledby="settings-privacy">
      <div>
        <h2 className="heading" id="settings-privacy">
          {t('privacy:title')}
        </h2>
        <p className="text-2">{t('privacy:about')}</p>
      </div>
      <div>
        <ButtonLink icon="lock" to={privacyPath}>
          {t('privacy:open')}
        </ButtonLink>
      </div>
    </section>
  )
}
