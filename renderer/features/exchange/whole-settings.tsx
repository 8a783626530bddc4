/** The whole workspace as JSON, and a new one made of such a file. */
import { useRef, useState } from 'react'
import { useT } from '../../i18n/i18n.ts'
import { useTask } from '../../transport/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox, TextInput } from '../../ui/field.tsx'
import { ErrorMessage, Message } from '../../ui/message.tsx'
import { fileAsBase64 } from '../welcome/file.ts'
import { SettingsGroup } from '../settings/settings-group.tsx'

function FromJson() {
  const t = useT()
  const input = useRef<HTMLInputElement>(null)
  const [file, setFile] = useState<File | null>(null)
  const [name, setName] = useState('')
  const [unreadable, setUnreadable] = useState<unknown>(null)
  const make = useTask('workspace.importJson')
  const go = async () => {
    if (file === null || name.trim() === '') return
    setUnreadable(null)
    try {
      make.mutate({ name: name.trim(), base64: await fileAsBase64(file) })
    } catch (error) {
      setUnreadable(error)
    }
  }
  return (
    <>
      <Button icon="folder" onClick={() => input.current?.click()}>
        {t('exchange:whole.import')}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={t('exchange:whole.import')}
        onChange={(event) => {
          const chosen = event.currentTarget.files?.[0] ?? null
          event.currentTarget.value = ''
          setFile(chosen)
          setName(chosen?.name.replace(/\.json$/iu, '').slice(0, 120) ?? '')
        }}
      />
      {file !== null && (
        <>
          <TextInput
            label={t('exchange:whole.name')}
            hint={t('exchange:whole.chosen', { file: file.name })}
            maxLength={120}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !make.isPending) void go()
            }}
          />
          <Button look="primary" busy={make.isPending || name.trim() === ''} onClick={() => void go()}>
            {t('exchange:whole.make')}
          </Button>
        </>
      )}
      <ErrorMessage error={make.error ?? unreadable} />
    </>
  )
}

export function WholeSettings() {
  const t = useT()
  const out = useTask('workspace.exportJson')
  const [withNotes, setWithNotes] = useState(false)
  return (
    <SettingsGroup id="settings-whole" title={t('exchange:whole.title')} text={t('exchange:whole.text')}>
      <div className="settings-fields exchange-whole">
        <Checkbox label={t('exchange:whole.withNotes')} checked={withNotes} onChange={setWithNotes} />
        <Button icon="export" busy={out.isPending} onClick={() => out.mutate({ withNotes })}>
          {t('exchange:whole.export')}
        </Button>
        {out.data !== undefined && out.data.saved !== null && (
          <Message tone="ok">
            <p>{t('exchange:whole.saved', { rows: out.data.rows, file: out.data.saved })}</p>
            {out.data.notesLeft > 0 && <p>{t('exchange:whole.notesLeft', { count: out.data.notesLeft })}</p>}
          </Message>
        )}
        <ErrorMessage error={out.error} />
        <FromJson />
      </div>
    </SettingsGroup>
  )
}
