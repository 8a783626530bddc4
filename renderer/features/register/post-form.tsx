/** A post, added or changed by hand; a new one may come with whoever holds it and since when. */
import { useState } from 'react'
import type { PostView } from '#contract/register-pages.ts'
import { useT } from '../../i18n/i18n.ts'
import { useWrite } from '../../transport/hooks.ts'
import { chosenEntry, chosenFrom, EntryField, type Subject } from './entry-field.tsx'
import { useDays } from './form-days.tsx'
import { FactForm, StatementField, TitleField, useDone } from './form-frame.tsx'

type PostFormProps = {
  subject: Subject | null
  post: PostView | null
  onClose: () => void
  onMade?: ((id: string) => void) | undefined
}

export function PostForm({ subject, post, onClose, onMade }: PostFormProps) {
  const t = useT()
  const add = useWrite('posts.add')
  const change = useWrite('posts.set')
  const done = useDone(onClose, onMade)
  const [title, setTitle] = useState(post?.title ?? '')
  const [organisation, setOrganisation] = useState(
    post === null ? chosenFrom(subject, 'organisation') : { id: post.organisationId, text: post.organisation ?? '' },
  )
  const [person, setPerson] = useState(chosenFrom(subject, 'person'))
  const [statement, setStatement] = useState('')
  const days = useDays(null, null, 'open')
  const [tried, setTried] = useState(false)
  const save = () => {
    setTried(true)
    const who = chosenEntry(person)
    const span = post === null && who !== null ? days.take(null) : undefined
    if (title.trim() === '' || span === null) return
    const input = { title, organisation: chosenEntry(organisation) }
    if (post !== null) change.mutate({ id: post.id, ...input }, done('register:form.changed'))
    else {
      const holder = who === null || span === undefined ? null : { person: who, span, statement }
      add.mutate({ ...input, holder }, done('register:form.added'))
    }
  }
  return (
    <FactForm
      id="post-form"
      wide
      title={post === null ? t('register:form.addPost') : t('register:form.changePost')}
      busy={add.isPending || change.isPending}
      error={add.error ?? change.error}
      onClose={onClose}
      onSave={save}
    >
      <div className="reg-form-two">
        <TitleField value={title} onChange={setTitle} tried={tried} />
        <EntryField
          kind="organisation"
          label={t('register:form.organisation')}
          value={organisation}
          onChange={setOrganisation}
        />
      </div>
      {post === null && (
        <>
          <EntryField
            kind="person"
            label={t('register:form.holder')}
            hint={t('register:form.holderHint')}
            value={person}
            onChange={setPerson}
          />
          {chosenEntry(person) !== null && (
            <>
              {days.fields}
              <StatementField hint={t('register:form.statementHint')} value={statement} onChange={setStatement} />
            </>
          )}
        </>
      )}
    </FactForm>
  )
}
