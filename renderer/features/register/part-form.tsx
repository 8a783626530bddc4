/** Somebody's part in an event or an assignment, given or changed by hand. */
import { useState } from 'react'
import type { PartyView } from '#contract/register-pages.ts'
import type { PartyRole } from '#contract/reading.ts'
import { useT } from '../../i18n/i18n.ts'
import { useWrite } from '../../transport/hooks.ts'
import { Select } from '../../ui/field.tsx'
import { FactForm, useDone } from './form-frame.tsx'
import { useStatement } from './form-lines.tsx'
import { rolesFor, type PartOf } from './form-rules.ts'
import { usePartFields } from './part-fields.tsx'

type PartFormProps = { of: PartOf; ofId: string; part: PartyView | null; onClose: () => void }

export function PartForm({ of, ofId, part, onClose }: PartFormProps) {
  const t = useT()
  const add = useWrite('parties.add')
  const change = useWrite('parties.set')
  const done = useDone(onClose)
  const roles = rolesFor(of, part?.role ?? null)
  const [role, setRole] = useState<PartyRole>(part?.role ?? (of === 'event' ? 'organiser' : 'charged'))
  const party = usePartFields(t('register:form.person'), part, true)
  const statement = useStatement()
  const save = () => {
    const who = party.take()
    if (who === null || who === undefined) return
    if (part === null) add.mutate({ of, ofId, ...who, role, statement: statement.text }, done('register:form.added'))
    else change.mutate({ id: part.partyId, ...who, role, statement: statement.text }, done('register:form.changed'))
  }
  return (
    <FactForm
      id="part-form"
      title={part === null ? t('register:form.addPart') : t('register:form.changePart')}
      writes={[add, change]}
      onClose={onClose}
      onSave={save}
    >
      {party.fields}
      <Select
        label={t('register:form.partRole')}
        value={role}
        onChange={setRole}
        options={roles.map((value) => ({ value, label: t(`register:party.${value}`) }))}
      />
      {statement.field}
    </FactForm>
  )
}
