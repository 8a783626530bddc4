/** A new meeting: four fields, filled in as far as can be guessed. Enter makes it, Escape lets it be. */
import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { longDate, parseDate, shortDate } from '../../../i18n/dates.ts'
import { today } from '../../../i18n/today.ts'
import { useLanguage, useT } from '../../../i18n/i18n.ts'
import { kindOptions } from '../../../i18n/meeting-words.ts'
import { useRead, useWrite } from '../../../transport/hooks.ts'
import { Button } from '../../../ui/button.tsx'
import { Combobox } from '../../../ui/combobox.tsx'
import { Select, TextInput } from '../../../ui/field.tsx'
import { KeyForm } from '../../../ui/keys-within.tsx'
import { ErrorMessage } from '../../../ui/message.tsx'
import { meetingPath } from '../../../ui/source-link.tsx'
import type { MeetingRow } from './meeting-table.tsx'

export function NewMeetingForm({ latest, onClose }: { latest: MeetingRow | null; onClose: () => void }) {
  const t = useT()
  const language = useLanguage()
  const [, navigate] = useLocation()
  const form = useRef<HTMLFormElement>(null)
  const settings = useRead('settings.get', {})
  const [title, setTitle] = useState<string | null>(null)
  const [kind, setKind] = useState<MeetingRow['kind'] | null>(null)
  const [date, setDate] = useState(shortDate(today(), language))
  const [body, setBody] = useState(latest?.body ?? '')
  const make = useWrite('meetings.create')
  const bodies = useRead(
    'register.list',
    { kind: 'body', query: body.slice(0, 200), limit: 7 },
    { enabled: body.trim() !== '', keepPrevious: true },
  )
  useEffect(() => form.current?.querySelector('input')?.select(), [])

  const iso = date.trim() === '' ? null : parseDate(date)
  const wrong = date.trim() !== '' && iso === null
  const proposed = t('newMeeting.title', { date: longDate(iso ?? today(), language) })
  const shown = title ?? proposed
  const chosenKind =
    kind ?? latest?.kind ?? (settings.data?.documentLanguage === 'en' ? 'minutes' : 'minnesanteckningar')
  const submit = () => {
    if (wrong || make.isPending) return
    make.mutate(
      {
        title: shown.trim() === '' ? proposed : shown.trim(),
        kind: chosenKind,
        date: iso,
        body: body.trim() === '' ? null : body.trim(),
      },
      { onSuccess: ({ id }) => navigate(meetingPath(id)) },
    )
  }
  return (
    <KeyForm ref={form} className="new-meeting" label={t('newMeeting.label')} onSubmit={submit} onLeave={onClose}>
      <TextInput
        label={t('meetings:list.title')}
        value={shown}
        maxLength={500}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Combobox
        label={t('meetings:head.body')}
        value={body}
        onChange={setBody}
        suggestions={(bodies.data?.rows ?? []).map((row) => ({ id: row.id, label: row.name, kind: 'body' as const }))}
      />
      <TextInput
        label={t('meetings:list.date')}
        value={date}
        placeholder={t('date.placeholder')}
        error={wrong ? t('date.unusable') : undefined}
        onChange={(event) => setDate(event.currentTarget.value)}
      />
      <Select label={t('meetings:list.kind')} value={chosenKind} onChange={setKind} options={kindOptions(t)} />
      <div className="new-do">
        <Button look="primary" type="submit" busy={make.isPending}>
          {t('meetings:list.make')}
        </Button>
        <Button look="bare" onClick={onClose}>
          {t('meetings:list.cancel')}
        </Button>
      </div>
      <ErrorMessage error={make.error} />
    </KeyForm>
  )
}
