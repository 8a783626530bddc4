/** Merging by hand: whom with, then the same card as everywhere. */
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { EntityKind } from '#contract/register.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { detailWords } from '../../i18n/type-words.ts'
import { useRead } from '../../transport/hooks.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { TextInput } from '../../ui/field.tsx'
import { KindIcon } from '../../ui/marks.tsx'
import { ErrorMessage } from '../../ui/message.tsx'
import { registerPath } from '../register/kinds.ts'
import { Card, draftOf, useAnswer, type Draft } from './card.tsx'
import { reasonWords } from './words.ts'

type DialogProps = { kind: EntityKind; id: string; name: string; onClose: () => void }

const mostRows = 8

function Choose({ kind, id, name, onChoose }: Omit<DialogProps, 'onClose'> & { onChoose: (id: string) => void }) {
  const t = useT()
  const language = useLanguage()
  const [query, setQuery] = useState('')
  const { data: alike } = useRead('identity.find', { kind, name, except: id })
  const typed = query.trim()
  const { data: listed } = useRead(
    'register.list',
    { kind, query: typed, limit: mostRows + 1 },
    { enabled: typed !== '', keepPrevious: true },
  )
  const rows =
    typed === ''
      ? (alike?.found ?? []).map((one) => ({ ...one, why: reasonWords(t, one.reasons).forIt }))
      : (listed?.rows ?? []).filter((row) => row.id !== id).map((row) => ({ ...row, why: [] as string[] }))
  return (
    <>
      <TextInput
        label={t('identity:merge.who')}
        icon="search"
        autoFocus
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
      />
      <p className="small text-2">{typed === '' ? t('identity:merge.alike') : t('identity:merge.found')}</p>
      <ul className="who-choices">
        {rows.slice(0, mostRows).map((row) => (
          <li key={row.id}>
            <button type="button" className="who-row" onClick={() => onChoose(row.id)}>
              <KindIcon kind={kind} named />
              <span className="record">{row.name}</span>
              <span className="small text-3">
                {[detailWords(t, language, { kind, detail: row.detail }), ...row.why]
                  .filter((part) => part !== null)
                  .join(' · ')}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {rows.length === 0 && <p className="text-2">{t('identity:merge.nobody')}</p>}
    </>
  )
}

function Chosen({ kind, ids, onClose }: { kind: EntityKind; ids: string[]; onClose: () => void }) {
  const [, navigate] = useLocation()
  const { data: cluster, error } = useRead('identity.compare', { kind, ids })
  const [draft, setDraft] = useState<Draft | null>(null)
  const { answer, errorOf, busy } = useAnswer(({ kept }) => {
    onClose()
    if (kept !== null) navigate(registerPath(kind, kept))
  })
  if (cluster === undefined) return <ErrorMessage error={error} />
  const current = draft ?? draftOf(cluster)
  return (
    <Card
      cluster={cluster}
      draft={current}
      onDraft={setDraft}
      onAnswer={(verdict) => answer(cluster, current, verdict)}
      busy={busy}
      error={errorOf(cluster)}
      keys={false}
    />
  )
}

export function MergeDialog({ kind, id, name, onClose }: DialogProps) {
  const t = useT()
  const [other, setOther] = useState<string | null>(null)
  return (
    <Dialog title={t('identity:merge.title', { name })} onClose={onClose} wide>
      {other === null ? (
        <Choose kind={kind} id={id} name={name} onChoose={setOther} />
      ) : (
        <Chosen kind={kind} ids={[id, other]} onClose={onClose} />
      )}
    </Dialog>
  )
}
