/** A post, added or changed by hand; a new one may come with whoever holds it and since when. */
import { useState } from 'react'
import type { PostView } from '#contract/register-pages.ts'
import { useT } from '../../i18n/i18n.ts'
import { useWrite } from '../../transport/hooks.ts'
import { chosenEntry, chosenFrom, EntryField, type Subject } from './entry-field.tsx'
import { useDays } from './form-days.tsx'
import { FactForm, useDone } from './form-frame.tsx'
import { useStatement, useTitle } from './form-lines.tsx'

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
  const title = useTitle(post?.title)
  const [organisation, setOrganisation] = useState(
    post === null ? chosenFrom(subject, 'organisation') : { id: post.organisationId, text: post.organisation ?? '' },
  )
  const [person, setPerson] = useState(chosenFrom(subject, 'person'))
  const statement = useStatement()
  const days = useDays(null, null, 'open')
  const save = () => {
    const named = title.take()
    const who = chosenEntry(person)
    const span = post === null && who !== null ? days.take(null) : undefined
    if (named === undefined || span === null) return
    const input = { title: named, organisation: chosenEntry(organisation) }
    if (post !== null) change.mutate({ id: post.id, ...input }, done('register:form.changed'))
    else {
      const holder = who === null || span === undefined ? null : { person: who, span, statement: statement.text }
      add.mutate({ ...input, holder }, done('register:form.added'))
    }
  }
  return (
    <FactForm
      id="post-form"
      wide
      title={post === null ? t('register:form.addPost') : t('register:form.changePost')}
      writes={[add, change]}
      onClose={onClose}
      onSave={save}
    >
      <div className="reg-form-two">
        {title.field}
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
              {statement.field}
            </>
          )}
        </>
      )}
    </FactForm>
  )
}
