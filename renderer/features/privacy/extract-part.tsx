/** A register extract for somebody who asks by name: also for those who have no entry, or none any more. */
import { Fragment, useState, type FormEvent } from 'react'
import { Link } from 'wouter'
import type { Extract } from '#contract/privacy.ts'
import { longDate } from '../../i18n/dates.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { useRead, useTask } from '../../transport/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { TextInput } from '../../ui/field.tsx'
import { KindIcon, Unknown } from '../../ui/marks.tsx'
import { ErrorMessage, Message } from '../../ui/message.tsx'
import { meetingPath } from '../../ui/source-link.tsx'
import { registerPath } from '../register/kinds.ts'
import { ask } from './asked.ts'
import { FileLine } from './erase-files.tsx'
import { saveExtract } from './rights.ts'
import { useTableName } from './words.ts'

/** What can be done for somebody who fell with a text: there is no page to do it from. */
function FallenPerson({ id, name }: { id: string; name: string }) {
  const t = useT()
  return (
    <li>
      <span className="privacy-person">
        <KindIcon kind="person" />
        {name}
      </span>
      <div className="privacy-buttons">
        <Button
          icon="word"
          aria-label={t('privacy:extract.wordOf', { name })}
          onClick={() => void saveExtract({ id }, 'docx')}
        >
          {t('privacy:extract.word')}
        </Button>
        <Button
          icon="export"
          aria-label={t('privacy:extract.jsonOf', { name })}
          onClick={() => void saveExtract({ id }, 'json')}
        >
          {t('privacy:extract.json')}
        </Button>
        <Button
          icon="trash"
          aria-label={t('privacy:extract.eraseOf', { name })}
          onClick={() => ask({ what: 'erase', id, name })}
        >
          {t('privacy:rights.erase')}
        </Button>
      </div>
    </li>
  )
}

/** Entries that go by the name: their own extract has more, since rows may point at them without naming them. */
function Entries({ name }: { name: string }) {
  const t = useT()
  const { data } = useRead('privacy.bearers', { name })
  const standing = data?.people.filter((one) => one.standing) ?? []
  const fallen = data?.people.filter((one) => !one.standing) ?? []
  return (
    <>
      {standing.length > 0 && (
        <Message title={t('privacy:extract.known')}>
          <ul>
            {standing.map((one) => (
              <li key={one.id}>
                <Link href={registerPath('person', one.id)} className="link privacy-person">
                  <KindIcon kind="person" />
                  {one.name}
                </Link>
              </li>
            ))}
          </ul>
        </Message>
      )}
      {fallen.length > 0 && (
        <Message title={t('privacy:extract.fallen')}>
          <ul>
            {fallen.map((one) => (
              <FallenPerson key={one.id} id={one.id} name={one.name} />
            ))}
          </ul>
        </Message>
      )}
    </>
  )
}

function Found({ extract }: { extract: Extract }) {
  const t = useT()
  const language = useLanguage()
  const nameOf = useTableName()
  const subject = { name: extract.name }
  return (
    <section className="privacy-part" aria-labelledby="privacy-found">
      <h2 className="heading" id="privacy-found">
        {t('privacy:extract.found', { name: extract.name })}
      </h2>
      {extract.sections.length === 0 && !extract.files.some(({ names }) => names) ? (
        <p className="text-2">{t('privacy:extract.nothing')}</p>
      ) : (
        <ul className="privacy-tables">
          {extract.sections.map(({ table, rows }) => (
            <li key={table}>
              <span>{nameOf(table)}</span>
              <span className="text-3">{t('privacy:rows', { count: rows.length })}</span>
            </li>
          ))}
        </ul>
      )}
      {extract.records.length > 0 && (
        <>
          <h3 className="field-label">{t('privacy:extract.records')}</h3>
          <ul className="privacy-stays">
            {extract.records.map(({ meetingId, title, date }) => (
              <li key={meetingId}>
                <Link href={meetingPath(meetingId)} className="link record">
                  {title}
                </Link>
                {', '}
                <span className="text-3">{date === null ? <Unknown /> : longDate(date, language)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {[true, false].map((names) => {
        const files = extract.files.filter((file) => file.names === names)
        if (files.length === 0) return null
        return (
          <Fragment key={String(names)}>
            <h3 className="field-label">{names ? t('privacy:extract.files') : t('privacy:extract.unread')}</h3>
            <ul className="privacy-stays">
              {files.map((file) => (
                <li key={file.id}>
                  <FileLine file={file} />
                </li>
              ))}
            </ul>
          </Fragment>
        )
      })}
      <div className="privacy-buttons">
        <Button icon="word" onClick={() => void saveExtract(subject, 'docx')}>
          {t('privacy:extract.word')}
        </Button>
        <Button icon="export" onClick={() => void saveExtract(subject, 'json')}>
          {t('privacy:extract.json')}
        </Button>
      </div>
    </section>
  )
}

export function ExtractPart() {
  const t = useT()
  const look = useTask('privacy.extract')
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState<string | null>(null)
  const find = (event: FormEvent) => {
    event.preventDefault()
    const name = typed.replace(/\s+/gu, ' ').trim()
    if (name === '') return
    setAsked(name)
    look.mutate({ name })
  }
  return (
    <>
      <form className="privacy-find" onSubmit={find}>
        <TextInput
          label={t('privacy:extract.name')}
          hint={t('privacy:extract.hint')}
          value={typed}
          maxLength={200}
          icon="search"
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit" look="primary" busy={look.isPending}>
          {t('privacy:extract.find')}
        </Button>
      </form>
      <ErrorMessage error={look.error} />
      {look.data !== undefined && asked !== null && (
        <div aria-live="polite" className="privacy-answer">
          <Entries name={asked} />
          <Found extract={look.data} />
        </div>
      )}
    </>
  )
}
