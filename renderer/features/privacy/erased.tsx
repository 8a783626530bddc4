/** After an erasure: what is gone and what stays. The name is no longer known here. */
import { Link } from 'wouter'
import type { Extract } from '#contract/privacy.ts'
import { longDate } from '../../i18n/dates.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { hostKind } from '../../transport/client.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Unknown } from '../../ui/marks.tsx'
import { Message } from '../../ui/message.tsx'
import { meetingPath } from '../../ui/source-link.tsx'
import { answered } from './asked.ts'
import { FileLine } from './erase-files.tsx'

type ErasedProps = {
  replacement: string
  records: Extract['records']
  mode: 'erase' | 'pseudonymise'
  /** Files of meetings that stay. */
  files: Extract['files']
  /** Minutes that were rewritten too. */
  rewritten: number
  /** Files of meetings that went. */
  removed: number
}

export function Erased({ replacement, records, files, mode, rewritten, removed }: ErasedProps) {
  const t = useT()
  const language = useLanguage()
  const close = () => {
    answered()
    // What opened the question is gone with the person.
    requestAnimationFrame(() => document.getElementById('main')?.focus())
  }
  return (
    <Dialog
      wide
      title={mode === 'erase' ? t('privacy:erased.title') : t('privacy:erased.titlePseudonym', { name: replacement })}
      onClose={close}
      actions={
        <Button look="primary" onClick={close}>
          {t('close')}
        </Button>
      }
    >
      <Message tone="ok">
        <p>{t('privacy:erased.gone', { replacement })}</p>
        {rewritten > 0 && <p>{t('privacy:erased.rewritten', { count: rewritten })}</p>}
        {removed > 0 && <p>{t('privacy:erased.filesGone', { count: removed })}</p>}
      </Message>
      <section className="privacy-part" aria-labelledby="privacy-stays">
        <h3 className="heading" id="privacy-stays">
          {t('privacy:erased.stays')}
        </h3>
        <ul className="privacy-stays">
          {records.map(({ meetingId, title, date }) => (
            <li key={meetingId}>
              <Link href={meetingPath(meetingId)} className="link record" onClick={() => answered()}>
                {title}
              </Link>
              {', '}
              <span className="text-3">{date === null ? <Unknown /> : longDate(date, language)}</span>
            </li>
          ))}
          <li>{records.length === 0 ? t('privacy:erased.noRecords') : t('privacy:erased.extractSays')}</li>
          {files.length > 0 && (
            <li>
              {t('privacy:erased.filesStay')}
              <ul>
                {files.map((file) => (
                  <li key={file.id}>
                    <FileLine file={file} />
                  </li>
                ))}
              </ul>
            </li>
          )}
          <li>{t('privacy:erased.log')}</li>
          <li>{t('privacy:erased.files')}</li>
          {hostKind() === 'browser' && <li>{t('privacy:erased.browser')}</li>}
        </ul>
      </section>
    </Dialog>
  )
}
