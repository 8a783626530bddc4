/** What an organisation is, and when it ceased, put right by hand. */
import { useState } from 'react'
import type { OrganisationType } from '#contract/reading.ts'
import type { OrganisationView } from '#contract/register-pages.ts'
import { useT } from '../../i18n/i18n.ts'
import { organisationTypes } from '../../i18n/type-words.ts'
import { useWrite } from '../../transport/hooks.ts'
import { Select } from '../../ui/field.tsx'
import { useDate } from './form-days.tsx'
import { FactForm, useDone } from './form-frame.tsx'
import { useStatement } from './form-lines.tsx'
import { typeOptions } from './form-rules.ts'

type OrganisationFormProps = { organisation: OrganisationView; onClose: () => void }

export function OrganisationForm({ organisation, onClose }: OrganisationFormProps) {
  const t = useT()
  const change = useWrite('organisations.set')
  const done = useDone(onClose)
  const [type, setType] = useState<OrganisationType | ''>(organisation.type ?? '')
  const dissolved = useDate(t('register:form.dissolved'), organisation.dissolvedOn)
  const statement = useStatement()
  const save = () => {
    const dissolvedOn = dissolved.take()
    if (dissolvedOn === undefined) return
    const input = { id: organisation.id, type: type === '' ? null : type, dissolvedOn, statement: statement.text }
    change.mutate(input, done('register:form.changedKept'))
  }
  return (
    <FactForm
      id="organisation-form"
      title={t('register:form.changeOrganisation')}
      writes={[change]}
      onClose={onClose}
      onSave={save}
    >
      <Select
        label={t('register:form.type')}
        value={type}
        onChange={setType}
        options={typeOptions(t, organisationTypes)}
      />
      {dissolved.field}
      {statement.field}
    </FactForm>
  )
}
