/** A role added or corrected by hand: whose, where, what, and its days as far as they are known. */
import { useState } from 'react'
import type { Input } from '#contract/methods.ts'
import type { RegisterKind, Role } from '#contract/register.ts'
import { useT } from '../../i18n/i18n.ts'
import { useWrite } from '../../transport/hooks.ts'
import { Checkbox, TextInput } from '../../ui/field.tsx'
import { chosenEntry, EntryField, nobody, type Chosen, type Subject } from './entry-field.tsx'
import { useDays } from './form-days.tsx'
import { FactForm, useDone } from './form-frame.tsx'
import { useStatement } from './form-lines.tsx'
import { lineOf } from './form-rules.ts'

const chosen = (id: string | null, text: string | null): Chosen => ({ id, text: text ?? '' })

export function RoleForm({ subject, role, onClose }: { subject: Subject; role: Role | null; onClose: () => void }) {
  const t = useT()
  const add = useWrite('tenures.add')
  const correct = useWrite('tenures.correct')
  const own = (kind: RegisterKind) =>
    role === null && subject.kind === kind ? chosen(subject.id, subject.name) : nobody
  const [person, setPerson] = useState(role === null ? own('person') : chosen(role.personId, role.person))
  const [organisation, setOrganisation] = useState(
    role === null ? own('organisation') : chosen(role.organisationId, role.organisation),
  )
  const [body, setBody] = useState(role === null ? own('body') : chosen(role.bodyId, role.body))
  const [post, setPost] = useState(role === null ? own('post') : chosen(role.postId, role.post))
  const [what, setWhat] = useState(role?.role ?? '')
  const [title, setTitle] = useState(role?.title ?? '')
  const [sensitive, setSensitive] = useState(role?.sensitive ?? false)
  const statement = useStatement(role === null ? 'register:form.statementHint' : 'register:form.correctHint')
  const days = useDays(role?.span.from ?? null, role?.span.to ?? null, role?.span.toKind ?? 'open')
  const done = useDone(onClose)
  const save = () => {
    const span = days.take(role?.span.fromAfter ?? null)
    if (span === null) return
    const input: Input<'tenures.add'> = {
      person: chosenEntry(person),
      organisation: chosenEntry(organisation),
      body: chosenEntry(body),
      post: chosenEntry(post),
      represents: role?.representsId === null || role === null ? null : { id: role.representsId },
      role: lineOf(what),
      title: lineOf(title),
      span,
      sensitive,
      statement: statement.text,
    }
    if (role === null) add.mutate(input, done('register:form.added'))
    else correct.mutate({ id: role.id, ...input }, done('register:form.corrected'))
  }
  return (
    <FactForm
      id="role-form"
      wide
      title={role === null ? t('register:form.addRole') : t('register:form.correctRole')}
      writes={[add, correct]}
      onClose={onClose}
      onSave={save}
    >
      <div className="reg-form-two">
        <EntryField kind="person" label={t('register:form.person')} value={person} onChange={setPerson} />
        <TextInput
          label={t('register:form.role')}
          value={what}
          maxLength={500}
          onChange={(event) => setWhat(event.currentTarget.value)}
        />
        <EntryField
          kind="organisation"
          label={t('register:form.organisation')}
          value={organisation}
          onChange={setOrganisation}
        />
        <TextInput
          label={t('register:form.title')}
          value={title}
          maxLength={500}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <EntryField kind="body" label={t('register:form.body')} value={body} onChange={setBody} />
        <EntryField kind="post" label={t('register:form.post')} value={post} onChange={setPost} />
      </div>
      {days.fields}
      {statement.field}
      <Checkbox label={t('register:form.sensitive')} checked={sensitive} onChange={setSensitive} />
    </FactForm>
  )
}
