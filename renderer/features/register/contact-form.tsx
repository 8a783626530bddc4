/** A contact point of a person or an organisation, added or changed. */
import { useState } from 'react'
import { useT } from '../../i18n/i18n.ts'
import { useWrite } from '../../transport/hooks.ts'
import { Select } from '../../ui/field.tsx'
import { FactForm, useDone } from './form-frame.tsx'
import { LineField } from './form-lines.tsx'
import type { Contact, Owner } from './owner.ts'

const kinds = ['email', 'phone', 'address', 'url'] as const

type ContactFormProps = { owner: Owner; contact: Contact | null; onClose: () => void }

export function ContactForm({ owner, contact, onClose }: ContactFormProps) {
  const t = useT()
  const add = useWrite('contacts.add')
  const change = useWrite('contacts.set')
  const done = useDone(onClose)
  const [kind, setKind] = useState<Contact['kind']>(contact?.kind ?? 'email')
  const [value, setValue] = useState(contact?.value ?? '')
  const [tried, setTried] = useState(false)
  const save = () => {
    setTried(true)
    if (value.trim() === '') return
    if (contact === null) add.mutate({ owner, kind, value }, done('register:form.saved'))
    else change.mutate({ id: contact.id, kind, value }, done('register:form.saved'))
  }
  return (
    <FactForm
      id="contact-form"
      title={contact === null ? t('register:form.addContact') : t('register:form.changeContact')}
      writes={[add, change]}
      onClose={onClose}
      onSave={save}
    >
      <Select
        label={t('register:form.contactKind')}
        value={kind}
        onChange={setKind}
        options={kinds.map((one) => ({ value: one, label: t(`register:contact.${one}`) }))}
      />
      <LineField
        label={t('register:form.contactValue')}
        value={value}
        maxLength={1000}
        onChange={setValue}
        missing={tried ? t('register:form.valueMissing') : undefined}
      />
    </FactForm>
  )
}
