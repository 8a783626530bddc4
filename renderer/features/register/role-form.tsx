/** A role added or corrected by hand: whose, where, what, and its days as far as they are known. */
import { useState, type FormEvent } from 'react'
import type { Input } from '#contract/methods.ts'
import type { RegisterKind, Role } from '#contract/register.ts'
import { parseDate, shortDate } from '../../i18n/dates.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { announce } from '../../shell/announce.ts'
import { useWrite } from '../../transport/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Checkbox, Select, TextArea, TextInput } from '../../ui/field.tsx'
import { ErrorMessage } from '../../ui/message.tsx'
import { chosenEntry, EntryField, nobody, type Chosen } from './entry-field.tsx'

/** Whose page the form was opened on. */
export type Subject = { kind: RegisterKind; id: string; name: string }

const chosen = (id: string | null, text: string | null): Chosen => ({ id, text: text ?? '' })

type Ends = 'open' | 'known' | 'unknown'

/** Dates and how a span ends, as three fields. Says what it is that is no date. */
export function useDays(from: string | null, to: string | null, toKind: Ends) {
  const t = useT()
  const language = useLanguage()
  const words = (day: string | null) => (day === null ? '' : shortDate(day, language))
  const [start, setStart] = useState(words(from))
  const [end, setEnd] = useState(words(to))
  const [ends, setEnds] = useState<Ends>(toKind)
  const [tried, setTried] = useState(false)
  const read = (typed: string) => (typed.trim() === '' ? null : parseDate(typed))
  const wrong = (typed: string) => tried && typed.trim() !== '' && read(typed) === null
  const fields = (
    <div className="reg-form-days">
      <TextInput
        label={t('register:form.from')}
        value={start}
        maxLength={40}
        placeholder={t('register:form.datePlaceholder')}
        error={wrong(start) ? t('date.unusable') : undefined}
        onChange={(event) => setStart(event.currentTarget.value)}
      />
      <Select
        label={t('register:form.ends')}
        value={ends}
        onChange={setEnds}
        options={[
          { value: 'open', label: t('register:form.endsOpen') },
          { value: 'known', label: t('register:form.endsKnown') },
          { value: 'unknown', label: t('register:form.endsUnknown') },
        ]}
      />
      {ends === 'known' && (
        <TextInput
          label={t('register:form.to')}
          value={end}
          maxLength={40}
          placeholder={t('register:form.datePlaceholder')}
          error={wrong(end) || (tried && end.trim() === '') ? t('date.unusable') : undefined}
          onChange={(event) => setEnd(event.currentTarget.value)}
        />
      )}
    </div>
  )
  return {
    fields,
    /** The span, or null when a field holds no date. */
    take: (fromAfter: string | null): Input<'tenures.add'>['span'] | null => {
      setTried(true)
      const [first, last] = [read(start), ends === 'known' ? read(end) : null]
      if ((first === null && start.trim() !== '') || (ends === 'known' && last === null)) return null
      return { from: first, fromAfter: first === null ? fromAfter : null, to: last, toKind: ends }
    },
  }
}

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
  const [statement, setStatement] = useState('')
  const days = useDays(role?.span.from ?? null, role?.span.to ?? null, role?.span.toKind ?? 'open')
  const save = (event: FormEvent) => {
    event.preventDefault()
    const span = days.take(role?.span.fromAfter ?? null)
    if (span === null) return
    const input: Input<'tenures.add'> = {
      person: chosenEntry(person),
      organisation: chosenEntry(organisation),
      body: chosenEntry(body),
      post: chosenEntry(post),
      represents: role?.representsId === null || role === null ? null : { id: role.representsId },
      role: what.trim() === '' ? null : what.trim(),
      title: title.trim() === '' ? null : title.trim(),
      span,
      sensitive,
      statement,
    }
    const done = {
      onSuccess: () => {
        announce(t(role === null ? 'register:form.added' : 'register:form.corrected'))
        onClose()
      },
    }
    if (role === null) add.mutate(input, done)
    else correct.mutate({ id: role.id, ...input }, done)
  }
  return (
    <Dialog
      wide
      title={role === null ? t('register:form.addRole') : t('register:form.correctRole')}
      onClose={onClose}
      actions={
        <>
          <Button look="bare" onClick={onClose}>
            {t('register:cancel')}
          </Button>
          <Button look="primary" type="submit" form="role-form" busy={add.isPending || correct.isPending}>
            {t('register:save')}
          </Button>
        </>
      }
    >
      <form id="role-form" className="reg-form" onSubmit={save}>
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
        <TextArea
          label={t('register:form.statement')}
          hint={role === null ? t('register:form.statementHint') : t('register:form.correctHint')}
          rows={2}
          maxLength={4000}
          value={statement}
          onChange={(event) => setStatement(event.currentTarget.value)}
        />
        <Checkbox label={t('register:form.sensitive')} checked={sensitive} onChange={setSensitive} />
        <ErrorMessage error={add.error ?? correct.error} />
      </form>
    </Dialog>
  )
}
