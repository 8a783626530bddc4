/** Contacts out: the format, and what tells of health before it leaves the machine. */
import { useState } from 'react'
import type { Input } from '#contract/methods.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { announce } from '../../shell/announce.ts'
import { useRead, useTask } from '../../transport/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Checkbox, Segmented } from '../../ui/field.tsx'
import { ErrorMessage } from '../../ui/message.tsx'

type Wanted = Input<'contacts.export'>
type Sign = NonNullable<Wanted['separator']>

export function ExportDialog({ onClose }: { onClose: () => void }) {
  const t = useT()
  const language = useLanguage()
  const [format, setFormat] = useState<Wanted['format']>('csv')
  const [separator, setSeparator] = useState<Sign>(';')
  const [leaveHealth, setLeave] = useState(true)
  const { data, error } = useRead('privacy.flags', { scope: 'register' })
  const out = useTask('contacts.export')
  const flags = data?.flags.filter(({ why }) => why === 'health') ?? []
  const go = () =>
    out.mutate(
      { format, separator, leaveHealth, language },
      {
        onSuccess: ({ saved, people }) => {
          if (saved === null) return
          announce(t('exchange:out.saved', { count: people, file: saved }))
          onClose()
        },
      },
    )
  return (
    <Dialog
      title={t('exchange:out.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('exchange:out.cancel')}</Button>
          <Button look="primary" busy={out.isPending || data === undefined} onClick={go}>
            {t('exchange:out.go')}
          </Button>
        </>
      }
    >
      <div className="exchange-out">
        <p className="text-2">{t('exchange:out.lead')}</p>
        <Segmented<Wanted['format']>
          label={t('exchange:out.format')}
          options={[
            { value: 'csv', label: t('exchange:out.csv') },
            { value: 'vcard', label: t('exchange:out.vcard') },
          ]}
          value={format}
          onChange={setFormat}
        />
        {format === 'csv' && (
          <Segmented<Sign>
            label={t('exchange:out.separator')}
            options={[
              { value: ';', label: t('exchange:sign.semicolon') },
              { value: ',', label: t('exchange:sign.comma') },
              { value: '\t', label: t('exchange:sign.tab') },
            ]}
            value={separator}
            onChange={setSeparator}
          />
        )}
        {data !== undefined && flags.length === 0 && <p className="text-3">{t('exchange:out.none')}</p>}
        {flags.length > 0 && (
          <div>
            <p>{t('exchange:out.flags', { count: flags.length })}</p>
            <ul className="exchange-flags">
              {flags.map(({ personId, name, words }) => (
                <li key={`${personId} ${words}`}>
                  {name} · <span className="record">{words}</span>
                </li>
              ))}
            </ul>
            <Checkbox label={t('exchange:out.leave')} checked={leaveHealth} onChange={setLeave} />
          </div>
        )}
        <ErrorMessage error={error ?? out.error} />
      </div>
    </Dialog>
  )
}
