/** The office's own words, which the spelling lets pass. */
import { useT } from '../../i18n/i18n.ts'
import { useRead, useWrite } from '../../transport/hooks.ts'
import { IconButton } from '../../ui/button.tsx'
import { ErrorMessage } from '../../ui/message.tsx'
import { SettingsGroup } from './settings-group.tsx'

export function WordSettings() {
  const t = useT()
  const { data, error } = useRead('spelling.words', {})
  const forget = useWrite('spelling.forget')
  const words = data?.words ?? []
  return (
    <SettingsGroup id="settings-words" title={t('writing:spelling.title')} text={t('writing:spelling.about')}>
      <div className="settings-fields">
        <ErrorMessage error={error ?? forget.error} />
        {words.length === 0 && <p className="text-3">{t('writing:spelling.empty')}</p>}
        {words.length > 0 && (
          <ul className="own-words">
            {words.map(({ id, word }) => (
              <li key={id}>
                <span>{word}</span>
                <IconButton
                  icon="trash"
                  label={t('writing:spelling.forget', { word })}
                  onClick={() => forget.mutate({ id })}
                />
              </li>
            ))}
          </ul>
        )}
      </div>
    </SettingsGroup>
  )
}
