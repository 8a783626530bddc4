/** Removing a person for good: what it touches, what stays, why, and the name typed as a confirmation. */
import './privacy.css'
import { useState } from 'react'
import type { ErasureReason, Extract } from '#contract/privacy.ts'
import { longDate } from '../../i18n/dates.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { announce } from '../../shell/announce.ts'
import { useRead, useTask } from '../../transport/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Checkbox, Segmented, Select, TextInput } from '../../ui/field.tsx'
import { Unknown } from '../../ui/marks.tsx'
import { ErrorMessage, Message } from '../../ui/message.tsx'
import { answered } from './asked.ts'
import { EraseAlike } from './erase-alike.tsx'
import { EraseFiles, filesToGo } from './erase-files.tsx'
import { Erased } from './erased.tsx'
import { toggled } from './toggled.ts'
import { isName, useTableName } from './words.ts'

type Mode = 'erase' | 'pseudonymise'
type Records = Extract['records']

const reasons = ['request', 'consent-withdrawn', 'not-needed', 'objection', 'unlawful', 'legal-duty'] as const

function Touched({ tables }: { tables: readonly { table: string; rows: number }[] }) {
  const t = useT()
  const nameOf = useTableName()
  if (tables.length === 0) return <p className="text-2">{t('privacy:erase.nothing')}</p>
  return (
    <ul className="privacy-tables">
      {tables.map(({ table, rows }) => (
        <li key={table}>
          <span>{nameOf(table)}</span>
          <span className="text-3">{t('privacy:rows', { count: rows })}</span>
        </li>
      ))}
    </ul>
  )
}

function Kept({
  records,
  also,
  change,
}: {
  records: Records
  also: ReadonlySet<string>
  change: (next: ReadonlySet<string>) => void
}) {
  const t = useT()
  const language = useLanguage()
  if (records.length === 0) return null
  return (
    <fieldset className="privacy-part">
      <legend className="heading">{t('privacy:erase.records', { count: records.length })}</legend>
      <p className="text-2">{t('privacy:erase.recordsText')}</p>
      <div className="privacy-records">
        {records.map(({ meetingId, title, date }) => (
          <Checkbox
            key={meetingId}
            checked={also.has(meetingId)}
            onChange={(on) => change(toggled(also, meetingId, on))}
            label={
              <>
                <span className="record">{title}</span>
                {', '}
                <span className="text-3">{date === null ? <Unknown /> : longDate(date, language)}</span>
              </>
            }
          />
        ))}
      </div>
      {also.size > 0 && (
        <Message tone="warn">
          <p>{t('privacy:erase.recordsWarning', { count: also.size })}</p>
        </Message>
      )}
    </fieldset>
  )
}

export function EraseDialog({ id, name }: { id: string; name: string }) {
  const t = useT()
  const language = useLanguage()
  const { data: settings } = useRead('settings.get', {})
  const erase = useTask('privacy.erase')
  const [mode, setMode] = useState<Mode>('erase')
  const [reason, setReason] = useState<ErasureReason | ''>('')
  const [meetings, setMeetings] = useState<ReadonlySet<string>>(new Set())
  const [people, setPeople] = useState<ReadonlySet<string>>(new Set())
  const asked = { id, alsoPeople: [...people].toSorted() }
  const { data: plan, error, isPlaceholderData } = useRead('privacy.erasurePreview', asked, { keepPrevious: true })
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set())
  const [typed, setTyped] = useState('')
  const [missing, setMissing] = useState(false)

  // Of what is listed with those who are taken along now: what was chosen with others may be listed no more.
  const alsoFiles = filesToGo(plan?.files ?? [], turned)
  const records = plan?.records ?? []
  const alsoMeetings = new Set(records.flatMap(({ meetingId }) => (meetings.has(meetingId) ? [meetingId] : [])))
  if (erase.data !== undefined) {
    // What was asked for: the preview is gone with the person.
    const { alsoMeetings: rewritten = [], alsoFiles: removed = [] } = erase.variables
    return <Erased {...erase.data} mode={mode} rewritten={rewritten.length} removed={removed.length} />
  }
  const named = isName(typed, name)
  const go = () => {
    if (reason === '' || !named || plan === undefined) {
      setMissing(true)
      return
    }
    // What goes is what has been shown.
    if (isPlaceholderData) return
    const documents = settings?.documentLanguage ?? language
    erase.mutate(
      { ...asked, mode, reason, alsoMeetings: [...alsoMeetings], alsoFiles: [...alsoFiles], language: documents },
      { onSuccess: () => announce(t('privacy:erased.said')) },
    )
  }
  const close = () => {
    if (!erase.isPending) answered()
  }
  return (
    <Dialog
      wide
      title={t('privacy:erase.title', { name })}
      onClose={close}
      actions={
        <>
          {erase.isPending && <output className="privacy-waiting text-2">{t('privacy:erase.running')}</output>}
          <Button look="bare" onClick={close} disabled={erase.isPending}>
            {t('privacy:cancel')}
          </Button>
          <Button look="danger" icon="trash" busy={erase.isPending || isPlaceholderData} onClick={go}>
            {mode === 'erase' ? t('privacy:erase.doErase') : t('privacy:erase.doPseudonymise')}
          </Button>
        </>
      }
    >
      <Message tone="danger" title={t('privacy:erase.final')}>
        <p>{t('privacy:erase.finalText')}</p>
      </Message>
      <ErrorMessage error={error ?? erase.error} />
      <Segmented<Mode>
        label={t('privacy:erase.mode')}
        options={[
          { value: 'erase', label: t('privacy:erase.modeErase') },
          { value: 'pseudonymise', label: t('privacy:erase.modePseudonymise') },
        ]}
        value={mode}
        onChange={setMode}
      />
      <p className="text-2">{mode === 'erase' ? t('privacy:erase.eraseText') : t('privacy:erase.pseudonymiseText')}</p>
      {plan !== undefined && (
        <>
          <section className="privacy-part" aria-labelledby="privacy-touched">
            <h3 className="heading" id="privacy-touched">
              {t('privacy:erase.touched')}
            </h3>
            <Touched tables={plan.tables} />
          </section>
          <section className="privacy-part" aria-labelledby="privacy-words">
            <h3 className="heading" id="privacy-words">
              {t('privacy:erase.words')}
            </h3>
            <p>
              <span className="quote">{plan.names.join(' · ')}</span>
            </p>
            <p className="text-2">
              {plan.parts.length === 0 ? t('privacy:erase.noParts') : t('privacy:erase.parts')}{' '}
              <span className="quote">{plan.parts.join(' · ')}</span>
            </p>
          </section>
          <EraseAlike alike={plan.alike} also={people} change={setPeople} />
          <Kept records={plan.records} also={alsoMeetings} change={setMeetings} />
          <EraseFiles
            files={plan.files}
            also={alsoFiles}
            turn={(file) => setTurned(toggled(turned, file, !turned.has(file)))}
          />
        </>
      )}
      <Select<ErasureReason | ''>
        label={t('privacy:erase.reason')}
        options={[
          { value: '', label: t('privacy:erase.choose') },
          ...reasons.map((value) => ({ value, label: t(`privacy:reason.${value}`) })),
        ]}
        value={reason}
        onChange={setReason}
        {...(missing && reason === '' ? { error: t('privacy:erase.reasonMissing') } : {})}
      />
      <TextInput
        label={t('privacy:erase.confirm', { name })}
        value={typed}
        maxLength={500}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') go()
        }}
        {...(missing && !named ? { error: t('privacy:erase.confirmMissing') } : {})}
      />
    </Dialog>
  )
}
