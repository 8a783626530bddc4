/** Says that another event is this one. */
import { useState } from 'react'
import { useT } from '../../i18n/i18n.ts'
import { useWrite } from '../../transport/hooks.ts'
import { EntryField, nobody } from './entry-field.tsx'
import { FactForm, useDone } from './form-frame.tsx'

export function SameEventForm({ id, title, onClose }: { id: string; title: string; onClose: () => void }) {
  const t = useT()
  const merge = useWrite('events.merge')
  const done = useDone(onClose)
  const [other, setOther] = useState(nobody)
  const [tried, setTried] = useState(false)
  const save = () => {
    setTried(true)
    if (other.id !== null) merge.mutate({ keep: id, gone: other.id }, done('register:form.eventsMerged'))
  }
  return (
    <FactForm
      id="same-event-form"
      title={t('register:form.sameEvent')}
      writes={[merge]}
      onClose={onClose}
      onSave={save}
    >
      <p className="small text-2">{t('register:form.sameEventLead', { title })}</p>
      <EntryField
        kind="event"
        label={t('register:form.otherEvent')}
        error={tried && other.id === null ? t('register:form.otherMissing') : undefined}
        value={other}
        onChange={setOther}
      />
    </FactForm>
  )
}
