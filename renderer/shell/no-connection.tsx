/** One clear screen when the page is no longer let in, or nobody answers any more. */
import { useT } from '../i18n/i18n.ts'
import { Button } from '../ui/button.tsx'
import { Message } from '../ui/message.tsx'

export function SessionExpired() {
  const t = useT()
  return (
    <main className="alone">
      <span className="sign" aria-hidden="true">
        §
      </span>
      <h1 className="page-title">{t('expired.title')}</h1>
      <p>{t('expired.text')}</p>
      <p className="text-2">{t('expired.how')}</p>
    </main>
  )
}

/** Over the page, which keeps what was typed, until the program answers again. */
export function ConnectionLost() {
  const t = useT()
  return (
    <div className="lost">
      <Message
        tone="danger"
        title={t('lost.title')}
        actions={<Button onClick={() => window.location.reload()}>{t('lost.retry')}</Button>}
      >
        <p>{t('lost.text')}</p>
      </Message>
    </div>
  )
}
