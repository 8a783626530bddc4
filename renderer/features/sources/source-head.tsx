/** A text's name and days, where it stands, and what can be done with the whole of it. */
import { useState, type FormEvent } from 'react'
import { Link } from 'wouter'
import type { SourceView } from '#contract/sources.ts'
import { shortDate } from '../../i18n/dates.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { useWrite } from '../../transport/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { TextInput } from '../../ui/field.tsx'
import { Menu } from '../../ui/menu.tsx'
import { ErrorMessage, Message } from '../../ui/message.tsx'
import { meetingPath } from '../../ui/source-link.tsx'
import { CompareDialog } from './compare-dialog.tsx'
import { Notes } from './notes.tsx'
import { comparePath } from './paths.ts'
import { WithdrawDialog } from './withdraw-dialog.tsx'
import { spanWords } from './words.ts'

type Doing = 'name' | 'span' | 'withdraw' | 'compare' | null

function NameForm({ view, onDone }: { view: SourceView; onDone: () => void }) {
  const t = useT()
  const rename = useWrite('sources.rename')
  const [name, setName] = useState(view.name)
  const save = (event: FormEvent) => {
    event.preventDefault()
    const next = name.replace(/\s+/gu, ' ').trim()
    if (next === '' || next === view.name) onDone()
    else rename.mutate({ id: view.id, name: next }, { onSuccess: onDone })
  }
  return (
    <form className="src-head-form" onSubmit={save}>
      <TextInput
        label={t('sources:page.rename')}
        labelHidden
        ref={(field) => field?.focus()}
        maxLength={300}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && onDone()}
      />
      <Button type="submit" look="primary" busy={rename.isPending}>
        {t('sources:page.save')}
      </Button>
      <Button look="bare" onClick={onDone}>
        {t('sources:page.cancel')}
      </Button>
      <ErrorMessage error={rename.error} />
    </form>
  )
}

const isDay = (text: string) => text === '' || /^\d{4}(-\d{2}(-\d{2})?)?$/.test(text)

function SpanForm({ view, onDone }: { view: SourceView; onDone: () => void }) {
  const t = useT()
  const set = useWrite('sources.setSpan')
  const [from, setFrom] = useState(view.publishedFrom ?? '')
  const [to, setTo] = useState(view.publishedTo ?? '')
  const wrong = (text: string) => (isDay(text.trim()) ? undefined : t('date.unusable'))
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (!isDay(from.trim()) || !isDay(to.trim())) return
    set.mutate({ id: view.id, from: from.trim() || null, to: to.trim() || null }, { onSuccess: onDone })
  }
  return (
    <form className="src-head-form" onSubmit={save}>
      <TextInput
        label={t('sources:page.from')}
        placeholder={t('date.placeholder')}
        ref={(field) => field?.select()}
        value={from}
        error={wrong(from)}
        onChange={(event) => setFrom(event.currentTarget.value)}
      />
      <TextInput
        label={t('sources:page.to')}
        placeholder={t('date.placeholder')}
        value={to}
        error={wrong(to)}
        onChange={(event) => setTo(event.currentTarget.value)}
      />
      <Button type="submit" look="primary" busy={set.isPending}>
        {t('sources:page.save')}
      </Button>
      <Button look="bare" onClick={onDone}>
        {t('sources:page.cancel')}
      </Button>
      <ErrorMessage error={set.error} />
    </form>
  )
}

export function SourceHeadBar({ view }: { view: SourceView }) {
  const t = useT()
  const language = useLanguage()
  const [doing, setDoing] = useState<Doing>(null)
  const restore = useWrite('sources.restore')
  const done = () => setDoing(null)
  const withdrawn = view.withdrawnAt !== null
  return (
    <header className="src-head">
      <div className="src-head-words">
        {doing === 'name' ? (
          <>
            <h1 className="visually-hidden">{view.name}</h1>
            <NameForm view={view} onDone={done} />
          </>
        ) : (
          <h1 className="src-title">{view.name}</h1>
        )}
        {doing === 'span' ? (
          <SpanForm view={view} onDone={done} />
        ) : (
          <p className="text-3">
            {t(`sources:format.${view.format}`)} · {t('sources:lines', { count: view.lines })} · {view.encoding} ·{' '}
            <button type="button" className="link" title={t('sources:page.setSpan')} onClick={() => setDoing('span')}>
              {spanWords(t, language, view.publishedFrom, view.publishedTo)}
            </button>
          </p>
        )}
        {view.accounts.length > 0 && (
          <p className="src-accounts">
            {t('sources:page.sameOccasion')}{' '}
            {view.accounts.map((one) => (
              <span key={`${one.kind} ${one.id} ${one.date}`}>
                {one.name}, {shortDate(one.date, language)}{' '}
                <Link className="link" href={comparePath(view.id, one)}>
                  {t('sources:page.compare')}
                </Link>
              </span>
            ))}
          </p>
        )}
        {view.meetings.length > 0 && (
          <p className="src-accounts">
            {t('sources:page.isMinutes')}{' '}
            {view.meetings.map((one) => (
              <Link key={one.id} className="link" href={meetingPath(one.id)}>
                {one.title}
              </Link>
            ))}
          </p>
        )}
        <Notes notes={view.notes} />
      </div>
      <Menu
        icon="more"
        iconOnly
        label={t('sources:page.menu', { name: view.name })}
        entries={[
          { id: 'rename', label: t('sources:page.rename'), icon: 'edit', run: () => setDoing('name') },
          { id: 'span', label: t('sources:page.setSpan'), icon: 'date', run: () => setDoing('span') },
          { id: 'compare', label: t('sources:page.compareWith'), icon: 'table', run: () => setDoing('compare') },
          ...(view.kind === 'minutes'
            ? []
            : withdrawn
              ? [
                  {
                    id: 'restore',
                    label: t('sources:page.restore'),
                    icon: 'undo' as const,
                    run: () => restore.mutate({ id: view.id }),
                  },
                ]
              : [
                  {
                    id: 'withdraw',
                    label: t('sources:page.withdraw'),
                    icon: 'trash' as const,
                    danger: true,
                    run: () => setDoing('withdraw'),
                  },
                ]),
        ]}
      />
      {withdrawn && (
        <Message
          tone="warn"
          actions={
            <Button busy={restore.isPending} onClick={() => restore.mutate({ id: view.id })}>
              {t('sources:page.restore')}
            </Button>
          }
        >
          <p>{t('sources:page.withdrawn')}</p>
        </Message>
      )}
      <ErrorMessage error={restore.error} />
      {doing === 'withdraw' && <WithdrawDialog id={view.id} name={view.name} onClose={done} />}
      {doing === 'compare' && <CompareDialog view={view} onClose={done} />}
    </header>
  )
}
