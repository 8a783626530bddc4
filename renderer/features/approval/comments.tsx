/** What is said about the items before they are approved. */
import { useState } from 'react'
import type { ReviewComment } from '#contract/approval.ts'
import type { MeetingView } from '#contract/meetings.ts'
import { useT } from '../../i18n/i18n.ts'
import { announce } from '../../shell/announce.ts'
import { useWrite } from '../../transport/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { Select, TextArea, TextInput } from '../../ui/field.tsx'
import { ErrorMessage } from '../../ui/message.tsx'

const titleOf = ({ number, numberStyle, title }: MeetingView['items'][number]) =>
  [number !== null && numberStyle === 'paragraph' ? `§ ${number}` : number, title]
    .filter((part) => part !== null && part !== '')
    .join(' ')

function Comment({ comment, view, locked }: { comment: ReviewComment; view: MeetingView; locked: boolean }) {
  const t = useT()
  const resolve = useWrite('comments.resolve')
  const remove = useWrite('comments.remove')
  const item = view.items.find(({ id }) => id === comment.itemId)
  const resolved = comment.resolvedAt !== null
  const gone = comment.itemTitle === null ? null : t('approval:gone', { title: comment.itemTitle })
  return (
    <li data-resolved={resolved || undefined}>
      <p className="small text-3">
        {comment.author} · {item === undefined ? (gone ?? t('approval:whole')) : titleOf(item)}
        {resolved && ` · ${t('approval:resolved')}`}
      </p>
      <p className="approval-words">{comment.text}</p>
      {!locked && (
        <div className="approval-do">
          <Button look="bare" onClick={() => resolve.mutate({ id: comment.id, resolved: !resolved })}>
            {t(resolved ? 'approval:reopen' : 'approval:resolve')}
            <span className="visually-hidden"> {comment.text}</span>
          </Button>
          <Button look="bare" onClick={() => remove.mutate({ id: comment.id })}>
            {t('approval:remove')}
            <span className="visually-hidden"> {comment.text}</span>
          </Button>
        </div>
      )}
      <ErrorMessage error={resolve.error ?? remove.error} />
    </li>
  )
}

function AddComment({ view }: { view: MeetingView }) {
  const t = useT()
  const add = useWrite('comments.add')
  const [author, setAuthor] = useState('')
  const [text, setText] = useState('')
  const [item, setItem] = useState('')
  return (
    <form
      className="approval-step"
      onSubmit={(event) => {
        event.preventDefault()
        if (author.trim() === '' || text.trim() === '') return
        const sent = text
        add.mutate(
          { meetingId: view.id, itemId: item === '' ? null : item, author: author.trim(), text: text.trim() },
          {
            onSuccess: () => {
              // The next one may have been begun meanwhile.
              setText((now) => (now === sent ? '' : now))
              announce(t('approval:said.commented'))
            },
          },
        )
      }}
    >
      <TextInput
        label={t('approval:author')}
        value={author}
        maxLength={200}
        required
        onChange={(event) => setAuthor(event.currentTarget.value)}
      />
      <Select
        label={t('approval:item')}
        value={item}
        options={[
          { value: '', label: t('approval:whole') },
          ...view.items.map((one) => ({ value: one.id, label: titleOf(one) })),
        ]}
        onChange={setItem}
      />
      <TextArea
        label={t('approval:comment')}
        value={text}
        maxLength={10_000}
        rows={2}
        required
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" busy={add.isPending}>
        {t('approval:add')}
      </Button>
      <ErrorMessage error={add.error} />
    </form>
  )
}

type CommentsProps = { view: MeetingView; comments: readonly ReviewComment[]; locked: boolean }

export function Comments({ view, comments, locked }: CommentsProps) {
  const t = useT()
  if (locked && comments.length === 0) return null
  return (
    <section aria-labelledby="approval-comments">
      <h2 className="heading" id="approval-comments">
        {t('approval:comments')} {comments.length > 0 && <span className="count">{comments.length}</span>}
      </h2>
      {comments.length === 0 ? (
        <p className="text-3">{t('approval:noComments')}</p>
      ) : (
        <ul className="approval-list">
          {comments.map((comment) => (
            <Comment key={comment.id} comment={comment} view={view} locked={locked} />
          ))}
        </ul>
      )}
      {!locked && <AddComment view={view} />}
    </section>
  )
}
