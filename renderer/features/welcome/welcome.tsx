/** The first screen: make a workspace, open one, or look at the example. */
import './welcome.css'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import type { Output } from '#contract/methods.ts'
import { shortDate } from '../../i18n/dates.ts'
import { setLanguage, useLanguage, useT } from '../../i18n/i18n.ts'
import { languageOptions } from '../../i18n/meeting-words.ts'
import { hostKind } from '../../transport/client.ts'
import { useRead, useTask } from '../../transport/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { Segmented, TextInput } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { EmptyState, ErrorMessage } from '../../ui/message.tsx'
import { walkRows } from '../../ui/table.tsx'
import type { Language } from '../../i18n/languages.ts'
import { visible } from '../../ui/visible.ts'
import { fileAsBase64 } from './file.ts'

type Known = Output<'workspace.list'>['workspaces'][number]

function NewWorkspace() {
  const t = useT()
  const create = useTask('workspace.create')
  const [name, setName] = useState('')
  const [nameless, setNameless] = useState(false)
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    setNameless(name.trim() === '')
    if (name.trim() !== '' && !create.isPending) create.mutate({ name: name.trim() })
  }
  return (
    <form className="welcome-new" onSubmit={onSubmit}>
      <TextInput
        label={t('welcome:name')}
        placeholder={t('welcome:nameExample')}
        maxLength={120}
        value={name}
        error={nameless ? t('welcome:nameless') : undefined}
        onChange={(event) => {
          setName(event.currentTarget.value)
          setNameless(false)
        }}
      />
      <Button type="submit" look="primary" icon="plus" busy={create.isPending}>
        {t('welcome:create')}
      </Button>
      <ErrorMessage error={create.error} />
    </form>
  )
}

function KnownList({ workspaces }: { workspaces: readonly Known[] }) {
  const t = useT()
  const language = useLanguage()
  const open = useTask('workspace.open')
  return (
    <>
      <ul className="welcome-known inset-focus" ref={walkRows}>
        {workspaces.map((workspace) => (
          <li key={workspace.handle}>
            <button
              type="button"
              data-row
              className="welcome-row"
              disabled={workspace.changedAt === null}
              onClick={() => open.mutate({ handle: workspace.handle })}
            >
              <Icon name="document" />
              <span className="welcome-name">{visible(workspace.name)}</span>
              <span className="welcome-when">
                {workspace.changedAt === null ? t('welcome:gone') : shortDate(workspace.changedAt, language)}
              </span>
              <span className="welcome-path">{visible(workspace.path)}</span>
            </button>
          </li>
        ))}
      </ul>
      <ErrorMessage error={open.error} />
    </>
  )
}

/** The desktop asks for a file itself; a browser hands one over, and a copy of it is kept. */
function OpenFile() {
  const t = useT()
  const pick = useTask('workspace.pick')
  const add = useTask('workspace.add')
  const input = useRef<HTMLInputElement>(null)
  const [unreadable, setUnreadable] = useState<unknown>(null)
  const inBrowser = hostKind() === 'browser'
  const take = async (file: File | undefined) => {
    if (file === undefined) return
    setUnreadable(null)
    try {
      add.mutate({ name: file.name, base64: await fileAsBase64(file) })
    } catch (error) {
      setUnreadable(error)
    }
  }
  return (
    <>
      <Button
        icon="folder"
        busy={pick.isPending || add.isPending}
        onClick={() => (inBrowser ? input.current?.click() : pick.mutate({}))}
      >
        {t('welcome:openFile')}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".kansli"
        hidden
        aria-label={t('welcome:openFile')}
        onChange={(event) => {
          void take(event.currentTarget.files?.[0])
          event.currentTarget.value = ''
        }}
      />
      {inBrowser && <p className="field-hint">{t('welcome:copyHint')}</p>}
      <ErrorMessage error={pick.error ?? add.error ?? unreadable} />
    </>
  )
}

export function Welcome() {
  const t = useT()
  const language = useLanguage()
  const known = useRead('workspace.list', {})
  const example = useTask('workspace.example')
  useEffect(() => {
    document.title = 'Kansli'
  }, [])
  return (
    <main className="welcome">
      <div className="welcome-column">
        <header className="welcome-head">
          <span className="sign" aria-hidden="true">
            §
          </span>
          <h1>Kansli</h1>
          <p>{t('welcome:lead')}</p>
        </header>
        <section aria-labelledby="welcome-new">
          <h2 className="heading" id="welcome-new">
            {t('welcome:new')}
          </h2>
          <NewWorkspace />
        </section>
        <section aria-labelledby="welcome-open">
          <h2 className="heading" id="welcome-open">
            {t('welcome:open')}
          </h2>
          {known.data !== undefined && known.data.workspaces.length > 0 && (
            <KnownList workspaces={known.data.workspaces} />
          )}
          {known.data !== undefined && known.data.workspaces.length === 0 && (
            <EmptyState>{t('welcome:noneKnown', { folder: known.data.folder })}</EmptyState>
          )}
          <ErrorMessage error={known.error} />
          <OpenFile />
        </section>
        <section aria-labelledby="welcome-example">
          <h2 className="heading" id="welcome-example">
            {t('welcome:example')}
          </h2>
          <p className="text-2">{t('welcome:exampleText')}</p>
          <Button icon="eye" busy={example.isPending} onClick={() => example.mutate({})}>
            {t('welcome:exampleOpen')}
          </Button>
          <ErrorMessage error={example.error} />
        </section>
        <footer className="welcome-foot">
          <p>{t('welcome:local')}</p>
          <Segmented<Language>
            label={t('language.label')}
            labelHidden
            options={languageOptions(t)}
            value={language}
            onChange={(next) => void setLanguage(next)}
          />
        </footer>
      </div>
    </main>
  )
}
