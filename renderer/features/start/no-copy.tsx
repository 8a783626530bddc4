/** Said at the top of Start: the last close made no safety copy. */
import { clockOf, shortDate } from '../../i18n/dates.ts'
import { today } from '../../i18n/today.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { Message } from '../../ui/message.tsx'

/** @param since ISO instant of the close */
export function NoCopy({ since }: { since: string }) {
  const t = useT()
  const language = useLanguage()
  const time = `${shortDate(today(new Date(since)), language)} ${clockOf(since, language)}`
  return (
    <Message tone="warn" title={t('start:noCopy', { time })}>
      <p>{t('start:noCopyText')}</p>
    </Message>
  )
}
