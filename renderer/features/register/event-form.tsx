/** An event, added or changed by hand: its days as precise as they are known, its place, its body, who organises it. */
import { useState } from 'react'
import type { EventView } from '#contract/register-pages.ts'
import { useT } from '../../i18n/i18n.ts'
import { useWrite } from '../../transport/hooks.ts'
import { TextInput } from '../../ui/field.tsx'
import { chosenEntry, chosenFrom, EntryField, type Subject } from './entry-field.tsx'
import { useDate } from './form-days.tsx'
import { FactForm, useDone } from './form-frame.tsx'
import { useStatement, useTitle } from './form-lines.tsx'
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
  const title = useTitle(event?.title)
  const [venue, setVenue] = useState(event?.venue ?? '')
  const [body, setBody] = useState(
    event === null ? chosenFrom(subject, 'body') : { id: event.bodyId, text: event.body ?? '' },
  )
  const statement = useStatement()
  const first = useDate(t('register:form.firstDay'), event?.from ?? null)
  const last = useDate(t('register:form.lastDay'), event?.to ?? null)
  const organiser = usePartFields(t('register:form.organiser'), subject?.kind === 'body' ? null : subject, false)
  const save = () => {
    const named = title.take()
    const [from, to, by] = [first.take(), last.take(), event === null ? organiser.take() : null]
    if (named === undefined || from === undefined || to === undefined) return
    const input = { title: named, from, to, venue: lineOf(venue), body: chosenEntry(body), statement: statement.text }
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
      writes={[add, change]}
      onClose={onClose}
      onSave={save}
    >
      {title.field}
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
      {statement.field}
    </FactForm>
  )
}
