/** Lines of the source that found no place in the meeting: nothing is lost, it stands here with its number. */
import { useT } from '../../../i18n/i18n.ts'
import type { View } from '../text/savers.ts'

export function UnplacedTab({ source }: { source: NonNullable<View['source']> }) {
  const t = useT()
  return (
    <>
      <p className="pane-text text-2">
        {t(source.unplaced.length === 0 ? 'meetings:unplaced.none' : 'meetings:unplaced.lead', { source: source.name })}
      </p>
      <ol className="unplaced">
        {source.unplaced.map(({ line, text }) => (
          <li key={line}>
            <span className="unplaced-line">
              <span className="visually-hidden">{t('meetings:unplaced.line')} </span>
              {line}
            </span>
            <span className="record">{text}</span>
          </li>
        ))}
      </ol>
    </>
  )
}
