/** The settings' way to personal data. */
import { useT } from '../../i18n/i18n.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { privacyPath } from './commands.ts'
import { SettingsGroup } from '../settings/settings-group.tsx'

export function PrivacySettings() {
  const t = useT()
  return (
    <SettingsGroup id="settings-privacy" title={t('privacy:title')} text={t('privacy:about')}>
      <div>
        <ButtonLink icon="lock" to={privacyPath}>
          {t('privacy:open')}
        </ButtonLink>
      </div>
    </SettingsGroup>
  )
}
