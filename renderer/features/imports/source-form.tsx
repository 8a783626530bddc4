/** Where a text comes in: pasted, chosen, or dropped. */
import './source-form.css'
import { useEffect, useRef, useState } from 'react'
import { useT } from '../../i18n/i18n.ts'
import { usePageCommands } from '../../commands/registry.ts'
import { CallError } from '../../transport/host.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { ErrorMessage, Message } from '../../ui/message.tsx'
import { longText, nextFile, readAnyway, session, takeFiles, takeText, useSession } from './session.ts'

function Refused() {
  const t = useT()
  const { refused, waiting, busy } = useSession()
  if (refused === null) return null
  const { error, name } = refused
  const mayBe = error instanceof CallError && error.code === 'import.not-minutes'
  const actions = (
    <>
      {mayBe && (
        <Button busy={busy} onClick={() => void readAnyway()}>
          {t('imports:readAnyway')}
        </Button>
      )}
      {waiting.length > 0 && (
        <Button busy={busy} onClick={() => void nextFile()}>
          {t('imports:nextFile')}
        </Button>
      )}
    </>
  )
  return (
    <div className="import-refused">
      {name !== null && <p className="strong">{name}</p>}
      <ErrorMessage error={error} actions={actions} />
    </div>
  )
}

export function SourceForm() {
  const t = useT()
  const { busy } = useSession()
  const [text, setText] = useState(() => session().typed)
  const [missing, setMissing] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])
  const read = () => {
    setMissing(text.trim() === '')
    if (text.trim() !== '' && !busy) void takeText(text)
  }
  usePageCommands(
    () => [
      {
        id: 'imports.read',
        labelKey: 'imports:read',
        hintKey: 'imports:hints.read',
        group: 'page',
        icon: 'eye',
        shortcut: 'Mod+Enter',
        inText: true,
        run: read,
      },
      {
        id: 'imports.choose',
        labelKey: 'imports:choose',
        hintKey: 'imports:hints.choose',
        group: 'page',
        icon: 'folder',
        shortcut: 'Mod+O',
        inText: true,
        run: () => input.current?.click(),
      },
    ],
    [],
  )
  return (
    <div className="page import-start">
      <h1 className="page-title">{t('imports:title')}</h1>
      <p className="import-lead">{t('imports:lead')}</p>
      <Refused />
      <TextArea
        label={t('imports:paste')}
        rows={14}
        ref={field}
        value={text}
        placeholder={t('imports:placeholder')}
        error={missing ? t('imports:nothingPasted') : undefined}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setMissing(false)
        }}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text/plain')
          if (text !== '' || pasted.length < longText || busy) return
          event.preventDefault()
          void takeText(pasted)
        }}
      />
      <div className="import-do">
        <Button look="primary" busy={busy} shortcut="Mod+Enter" onClick={read}>
          {t('imports:read')}
        </Button>
        <Button icon="folder" onClick={() => input.current?.click()}>
          {t('imports:choose')}
        </Button>
        <span className="text-3">{t('imports:orDrop')}</span>
        <input
          ref={input}
          type="file"
          accept=".txt,.md,text/plain,text/markdown"
          multiple
          hidden
          aria-label={t('imports:choose')}
          onChange={(event) => {
            const files = [...(event.currentTarget.files ?? [])]
            event.currentTarget.value = ''
            void takeFiles(files)
          }}
        />
      </div>
      {busy && (
        <Message>
          <p>{t('imports:reading')}</p>
        </Message>
      )}
      <ul className="import-promises text-2">
        <li>{t('imports:promise.first')}</li>
        <li>{t('imports:promise.second')}</li>
        <li>{t('imports:promise.third')}</li>
      </ul>
    </div>
  )
}
