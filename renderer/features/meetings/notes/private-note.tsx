/** The secretary's own note on an item, set apart from the minutes. */
import './note.css'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useT } from '../../../i18n/i18n.ts'
import { useRead } from '../../../transport/hooks.ts'
import { errorText } from '../../../i18n/error-text.ts'
import { announce } from '../../../shell/announce.ts'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Message } from '../../../ui/message.tsx'
import { startWriting } from '../page/state.ts'
import type { Item, View } from '../text/savers.ts'
import {
  forgetNote,
  rescueNote,
  noteFieldId,
  noteSaver,
  noteText,
  onReplaced,
  openNote,
  takeAwaited,
  useOpenNote,
} from './notes.ts'

type NoteProps = { view: View; item: Item; stored: string }

function Note({ view, item, stored }: NoteProps) {
  const t = useT()
  const saver = noteSaver(view.id, item.id, item.title, stored)
  const [text, setText] = useState(saver.text)
  useEffect(() => onReplaced(item.id, setText), [item.id])
  useEffect(() => saver.received(stored), [saver, stored])
  const field = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    if (takeAwaited(item.id)) field.current?.focus()
  }, [item.id])
  const title = item.title === '' ? t('meetings:item.untitled') : item.title
  return (
    <aside className="private-note" aria-label={t('writing:note.label', { title })}>
      <p className="private-note-head" id={`${noteFieldId(item.id)}-head`}>
        <Icon name="lock" />
        {t('writing:note.head')}
        <span>{t('writing:note.stays')}</span>
      </p>
      <textarea
        ref={field}
        id={noteFieldId(item.id)}
        aria-label={t('writing:note.label', { title })}
        aria-describedby={`${noteFieldId(item.id)}-head`}
        spellCheck={false}
        maxLength={100_000}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value)
          saver.edit(event.currentTarget.value)
        }}
        onBlur={() => {
          void saver.flush()
          openNote(null)
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.preventDefault()
          event.stopPropagation()
          startWriting(item.id, 'end')
        }}
      />
    </aside>
  )
}

/** Notes whose item was removed while they were written. */
export function LostNotes({ view }: { view: View }) {
  const t = useT()
  const { data } = useRead('notes.list', { meetingId: view.id }, { keepPrevious: true })
  const tell = (work: Promise<void>) => void work.catch((error: unknown) => announce(errorText(error)))
  return (data?.aside ?? []).map((note) => (
    <Message
      key={note.itemId}
      tone="warn"
      title={t('writing:note.gone', { item: note.title === '' ? t('meetings:item.untitled') : note.title })}
      actions={
        <>
          <Button onClick={() => tell(rescueNote(view, note))}>{t('writing:note.rescue')}</Button>
          <Button look="bare" onClick={() => tell(forgetNote(view.id, note.itemId))}>
            {t('writing:note.giveUp')}
          </Button>
        </>
      }
    >
      <p className="quote lost-text">{note.text}</p>
    </Message>
  ))
}

export function PrivateNote({ view, item }: Omit<NoteProps, 'stored'>) {
  const opened = useOpenNote()
  const { data } = useRead('notes.list', { meetingId: view.id }, { keepPrevious: true })
  const stored = data?.notes.find(({ itemId }) => itemId === item.id)?.text ?? ''
  if (data === undefined || (stored === '' && opened !== item.id && (noteText(item.id) ?? '') === '')) return null
  return <Note view={view} item={item} stored={stored} />
}
