/** The office's own words, which the spelling lets pass. */
import { useT } from '../../i18n/i18n.ts'
import { useRead, useWrite } from '../../transport/hooks.ts'
import { IconButton } from '../../ui/button.tsx'
import { ErrorMessage } from '../../ui/message.tsx'

export function WordSettings() {
  const t = useT()
  const { data, error } = useRead('spelling.words', {})
  const forget = useWrite('spelling.forget')
  const words = data?.words ?? []
  return (
    <section className="settings-group" aria-labelledby="settings-words">
      <div>
        <h2 className="heading" id="settings-words">
          {t('writing:spelling.title')}
        </h2>
        <p className="text-2">{t('writing:spelling.about')}</p>
      </div>
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
    </section>
  )
}
