/** Says that a body is an organisation, from the page of either. */
import { useState } from 'react'
import { useT } from '../../i18n/i18n.ts'
import { useWrite } from '../../transport/hooks.ts'
import { EntryField, nobody, type Subject } from './entry-field.tsx'
import { FactForm, useDone } from './form-frame.tsx'
import { useStatement } from './form-lines.tsx'

export function SamePlaceForm({ subject, onClose }: { subject: Subject; onClose: () => void }) {
  const t = useT()
  const join = useWrite('bodies.same')
  const done = useDone(onClose)
  const [other, setOther] = useState(nobody)
  const [tried, setTried] = useState(false)
  const statement = useStatement()
  const fromBody = subject.kind === 'body'
  const save = () => {
    setTried(true)
    if (other.id === null) return
    const [id, organisationId] = fromBody ? [subject.id, other.id] : [other.id, subject.id]
    join.mutate({ id, organisationId, statement: statement.text }, done('register:form.joined'))
  }
  return (
    <FactForm
      id="same-place-form"
      title={fromBody ? t('register:form.sameOrganisation') : t('register:form.sameBody')}
      writes={[join]}
      onClose={onClose}
      onSave={save}
    >
      <p className="small text-2">{t('register:form.samePlaceLead', { name: subject.name })}</p>
      <EntryField
        kind={fromBody ? 'organisation' : 'body'}
        label={fromBody ? t('register:form.organisation') : t('register:form.body')}
        error={tried && other.id === null ? t('register:form.otherMissing') : undefined}
        value={other}
        onChange={setOther}
      />
      {statement.field}
    </FactForm>
  )
}
