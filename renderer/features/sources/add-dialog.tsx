/** Adding a text: paste or file first, then what it holds, then it is kept. */
import { useId, useRef, useState, type FormEvent } from 'react'
import { useLocation } from 'wouter'
import { findingKinds } from '#contract/findings.ts'
import type { SourcePreview } from '#contract/sources.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { announce } from '../../shell/announce.ts'
import { useWrite } from '../../transport/hooks.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea, TextInput } from '../../ui/field.tsx'
import { ErrorMessage, Message } from '../../ui/message.tsx'
import { sourcePath } from '../../ui/source-link.tsx'
import { closeAdding, lookAtFile, lookAtText, openAdding, useAdding } from './add-session.ts'
import { useFirstFocus } from './first-focus.ts'
import { Notes } from './notes.tsx'
import { spanWords } from './words.ts'

function Give({ busy, error }: { busy: boolean; error: unknown }) {
  const t = useT()
  const [text, setText] = useState('')
  const [missing, setMissing] = useState(false)
  const file = useRef<HTMLInputElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  useFirstFocus(field)
  const read = (event: FormEvent) => {
    event.preventDefault()
    setMissing(text.trim() === '')
    if (text.trim() !== '' && !busy) void lookAtText(text)
  }
  return (
    <form className="src-give" onSubmit={read}>
      <ErrorMessage error={error} />
      <TextArea
        ref={field}
        label={t('sources:new.paste')}
        rows={10}
        value={text}
        error={missing ? t('sources:new.nothing') : undefined}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setMissing(false)
        }}
      />
      <p className="text-3">{t('sources:new.kinds')}</p>
      <div className="src-do">
        <Button icon="folder" onClick={() => file.current?.click()}>
          {t('sources:new.choose')}
        </Button>
        <Button type="submit" look="primary" busy={busy}>
          {t('sources:new.read')}
        </Button>
      </div>
      <input
        ref={file}
        type="file"
        hidden
        accept=".txt,.md,.docx,.html,.htm,.xhtml,text/plain,text/html,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        aria-label={t('sources:new.choose')}
        onChange={(event) => {
          const [chosen] = event.currentTarget.files ?? []
          if (chosen !== undefined) void lookAtFile(chosen)
          event.currentTarget.value = ''
        }}
      />
      {busy && <p className="text-2">{t('sources:new.reading')}</p>}
    </form>
  )
}

function Look({ preview }: { preview: SourcePreview }) {
  const t = useT()
  const language = useLanguage()
  const [, navigate] = useLocation()
  const [name, setName] = useState(preview.name)
  const add = useWrite('sources.add')
  const heading = useId()
  const field = useRef<HTMLInputElement>(null)
  useFirstFocus(field)
  const known = preview.known
  const kinds = preview.kinds.toSorted((a, b) => findingKinds.indexOf(a.kind) - findingKinds.indexOf(b.kind))
  const keep = (event: FormEvent) => {
    event.preventDefault()
    const { text, format, encoding, notes, publishedFrom, publishedTo } = preview
    const called = name.replace(/\s+/gu, ' ').trim() || preview.name
    add.mutate(
      { name: called, text, format, encoding, notes, published: { from: publishedFrom, to: publishedTo } },
      {
        onSuccess: ({ id }) => {
          announce(t('sources:new.kept', { name: called }))
          closeAdding()
          navigate(sourcePath(id))
        },
      },
    )
  }
  return (
    <form className="src-give" onSubmit={keep}>
      <ErrorMessage error={add.error} />
      {known !== null && (
        <Message
          tone="warn"
          actions={
            <Button
              onClick={() => {
                closeAdding()
                navigate(sourcePath(known.id))
              }}
            >
              {t('sources:new.openKnown')}
            </Button>
          }
        >
          <p>{t('sources:new.known', { name: known.name })}</p>
        </Message>
      )}
      {preview.minutes && (
        <Message
          actions={
            <ButtonLink icon="import" to="/las-in">
              {t('sources:new.readIn')}
            </ButtonLink>
          }
        >
          <p>{t('sources:new.minutes')}</p>
        </Message>
      )}
      <TextInput
        ref={field}
        label={t('sources:new.name')}
        maxLength={300}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <p className="text-3">
        {t(`sources:format.${preview.format}`)} · {t('sources:lines', { count: preview.text.split('\n').length })} ·{' '}
        {spanWords(t, language, preview.publishedFrom, preview.publishedTo)}
      </p>
      <section aria-labelledby={heading}>
        <h3 id={heading} className="heading">
          {t('sources:new.found')}
        </h3>
        {kinds.length === 0 ? (
          <p className="text-2">{t('sources:new.nothingFound')}</p>
        ) : (
          <ul className="src-kinds">
            {kinds.map(({ kind, count }) => (
              <li key={kind}>
                <span className="num">{count}</span> {t(`sources:kind.${kind}`)}
              </li>
            ))}
          </ul>
        )}
      </section>
      <Notes notes={preview.notes} />
      <div className="src-do">
        <Button look="bare" onClick={openAdding}>
          {t('sources:new.back')}
        </Button>
        <Button type="submit" look="primary" busy={add.isPending}>
          {t('sources:new.keep')}
        </Button>
      </div>
    </form>
  )
}

/** Open as long as a text is on its way in. */
export function AddDialog() {
  const t = useT()
  const { open, busy, preview, error } = useAdding()
  if (!open) return null
  return (
    <Dialog title={t('sources:new.title')} wide onClose={closeAdding}>
      {preview === null ? <Give busy={busy} error={error} /> : <Look key={preview.text.length} preview={preview} />}
    </Dialog>
  )
}
