/** 'Personuppgifter' (personal data) on a person's page: what can be asked for, put right, restricted and erased. */
import './privacy.css'
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import { usePageCommands } from '../../commands/registry.ts'
import { useT } from '../../i18n/i18n.ts'
import { call } from '../../transport/client.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Message } from '../../ui/message.tsx'
import { ask } from './asked.ts'
import { RectifyDialog } from './rectify-dialog.tsx'
import { restrict, saveExtract } from './rights.ts'

/** Milliseconds after which a page counts as opened. */
const lookedAt = 1000

type Person = { id: string; name: string; status: 'active' | 'restricted' | 'pseudonymised' }

export function PersonRights({ id, name, status }: Person) {
  const t = useT()
  const [rectifying, setRectifying] = useState(false)
  const restricted = status === 'restricted'
  const known = status !== 'pseudonymised'
  useEffect(() => {
    // The log of who was looked up: not of those one only passes on the way through the list. That it could not be
    // written is no reason to keep the page from anybody.
    const timer = setTimeout(() => call('privacy.noteAccess', { id }).catch(() => undefined), lookedAt)
    return () => clearTimeout(timer)
  }, [id])
  usePageCommands(
    () => [
      {
        id: 'privacy.word',
        labelKey: 'privacy:rights.word',
        group: 'page',
        icon: 'word',
        run: () => saveExtract({ id }, 'docx'),
      },
      {
        id: 'privacy.json',
        labelKey: 'privacy:rights.json',
        group: 'page',
        icon: 'export',
        run: () => saveExtract({ id }, 'json'),
      },
      {
        id: 'privacy.rectify',
        labelKey: 'privacy:rights.rectify',
        group: 'page',
        icon: 'edit',
        when: () => known,
        run: () => setRectifying(true),
      },
      {
        id: 'privacy.restrict',
        labelKey: restricted ? 'privacy:rights.lift' : 'privacy:rights.restrict',
        group: 'page',
        icon: 'lock',
        when: () => known,
        run: () => restrict(id, name, !restricted),
      },
      {
        id: 'privacy.erase',
        labelKey: 'privacy:rights.erase',
        group: 'page',
        icon: 'trash',
        when: () => known,
        run: () => ask({ what: 'erase', id, name }),
      },
    ],
    [id, restricted, known],
  )
  return (
    <section className="reg-section privacy-rights" aria-labelledby="reg-privacy">
      <h2 className="heading" id="reg-privacy">
        {t('privacy:title')}
        <Link href={`/personuppgifter/logg/${id}`} className="link more">
          {t('privacy:rights.log')}
        </Link>
      </h2>
      {restricted && (
        <Message tone="info">
          <p>{t('privacy:rights.isRestricted')}</p>
        </Message>
      )}
      {!known && <p className="text-2">{t('privacy:rights.isPseudonymised')}</p>}
      <ul className="privacy-do">
        <li>
          <span>{t('privacy:rights.extract')}</span>
          <span className="privacy-do-files">
            <Button
              look="bare"
              icon="word"
              aria-label={t('privacy:rights.word')}
              onClick={() => void saveExtract({ id }, 'docx')}
            >
              Word
            </Button>
            <Button
              look="bare"
              icon="export"
              aria-label={t('privacy:rights.json')}
              onClick={() => void saveExtract({ id }, 'json')}
            >
              JSON
            </Button>
          </span>
        </li>
        {known && (
          <>
            <li>
              <button type="button" className="privacy-row" onClick={() => setRectifying(true)}>
                <Icon name="edit" />
                {t('privacy:rights.rectify')}
              </button>
            </li>
            <li>
              <button type="button" className="privacy-row" onClick={() => void restrict(id, name, !restricted)}>
                <Icon name="lock" />
                {restricted ? t('privacy:rights.lift') : t('privacy:rights.restrict')}
              </button>
              {!restricted && <small className="text-3">{t('privacy:rights.restrictHint')}</small>}
            </li>
            <li>
              <button type="button" className="privacy-row" onClick={() => ask({ what: 'erase', id, name })}>
                <Icon name="trash" />
                {t('privacy:rights.erase')}
              </button>
            </li>
          </>
        )}
      </ul>
      {rectifying && <RectifyDialog id={id} name={name} onClose={() => setRectifying(false)} />}
    </section>
  )
}
