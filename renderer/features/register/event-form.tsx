/** An event, added or changed by hand: its days as precise as they are known, its place, its body, who organises it. */
import { useState } from 'react'
import type { EventView } from '#contract/register-pages.ts'
import { useT } from '../../i18n/i18n.ts'
import { useWrite } from '../../transport/hooks.ts'
import { TextInput } from '../../ui/field.tsx'
import { chosenEntry, chosenFrom, EntryField, type Subject } from './entry-field.tsx'
import { useDate } from './form-days.tsx'
import { FactForm, StatementField, TitleField, useDone } from './form-frame.tsx'
import { lineOf } from './form-rules.ts'
import { usePartFields } from './part-fields.tsx'

type EventFormProps = {
  subject: Subject | null
  event: EventView | null
  onClose: () => void
  onMade?: ((id: string) => void) | undefined
}

export function EventForm({ subject, event, onClose, onMade }: EventFormProps) {
  const t = useT()
  const add = useWrite('events.add')
  const change = useWrite('events.set')
  const done = useDone(onClose, onMade)
  const [title, setTitle] = useState(event?.title ?? '')
  const [venue, setVenue] = useState(event?.venue ?? '')
  const [body, setBody] = useState(
    event === null ? chosenFrom(subject, 'body') : { id: event.bodyId, text: event.body ?? '' },
  )
  const [statement, setStatement] = useState('')
  const [tried, setTried] = useState(false)
  const first = useDate(t('register:form.firstDay'), event?.from ?? null)
  const last = useDate(t('register:form.lastDay'), event?.to ?? null)
  const organiser = usePartFields(t('register:form.organiser'), subject?.kind === 'body' ? null : subject, false)
  const save = () => {
    setTried(true)
    const [from, to, by] = [first.take(), last.take(), event === null ? organiser.take() : null]
    if (title.trim() === '' || from === undefined || to === undefined) return
    const input = { title, from, to, venue: lineOf(venue), body: chosenEntry(body), statement }
    if (event !== null) change.mutate({ id: event.id, ...input }, done('register:form.changed'))
    else {
      const parties = by === null || by === undefined ? [] : [{ ...by, role: 'organiser' as const }]
      add.mutate({ ...input, parties }, done('register:form.added'))
    }
  }
  return (
    <FactForm
      id="event-form"
      wide
      title={event === null ? t('register:form.addEvent') : t('register:form.changeEvent')}
      busy={add.isPending || change.isPending}
      error={add.error ?? change.error}
      onClose={onClose}
      onSave={save}
    >
      <TitleField value={title} onChange={setTitle} tried={tried} />
      <div className="reg-form-two">
        {first.field}
        {last.field}
        <TextInput
          label={t('register:form.venue')}
          value={venue}
          maxLength={500}
          onChange={(change_) => setVenue(change_.currentTarget.value)}
        />
        <EntryField kind="body" label={t('register:form.eventBody')} value={body} onChange={setBody} />
      </div>
      {event === null && organiser.fields}
      <StatementField hint={t('register:form.statementHint')} value={statement} onChange={setStatement} />
    </FactForm>
  )
}
