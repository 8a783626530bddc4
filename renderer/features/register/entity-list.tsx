/** One list of the register: found by a few letters, walked with the arrows, in Swedish order under its letters. */
import { memo, useCallback, useDeferredValue, useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { Link, useLocation } from 'wouter'
import type { RegisterKind, RegisterRow } from '#contract/register.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { detailWords } from '../../i18n/type-words.ts'
import { useClock } from '../../shell/clock/clock.ts'
import { useRead } from '../../transport/hooks.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { closeDrawer } from '../../ui/drawer.ts'
import { TextInput } from '../../ui/field.tsx'
import { KindIcon, Unknown } from '../../ui/marks.tsx'
import { EmptyState, ErrorMessage } from '../../ui/message.tsx'
import { walkRows } from '../../ui/table.tsx'
import { registerPath } from './kinds.ts'
import { grouped } from './letters.ts'
import { askForNew, newKinds } from './new-entry.ts'

/** More names than this are found by searching. */
const most = 5000

export function useEntities(kind: RegisterKind, query: string) {
  const clock = useClock()
  return useRead(
    'register.list',
    { kind, limit: most, together: true, ...(query === '' ? {} : { query }), ...clock },
    {
      keepPrevious: true,
    },
  )
}

/** People without an affiliation lack something; an organisation is told from the meetings it was at. */
function NoDetail({ row }: { row: RegisterRow }) {
  const t = useT()
  if (row.kind === 'person') return <Unknown>{t('register:missing')}</Unknown>
  if (row.kind !== 'organisation' && row.kind !== 'body') return null
  return row.meetings === 0 ? null : t('register:inMeetings', { count: row.meetings })
}

const Letter = memo(function Letter(props: {
  letter: string
  rows: readonly RegisterRow[]
  chosen: string | null
  goTo: (path: string) => void
}) {
  const t = useT()
  const language = useLanguage()
  return (
    <section
      className="reg-letter"
      aria-label={props.letter}
      style={{ containIntrinsicBlockSize: `auto ${24 + props.rows.length * 30}px` }}
    >
      <h3 aria-hidden="true">{props.letter}</h3>
      <ul>
        {props.rows.map((row) => {
          const path = registerPath(row.kind, row.id)
          return (
            <li key={row.id}>
              <Link
                href={path}
                className="reg-row"
                data-kind={row.kind}
                data-row
                aria-current={row.id === props.chosen ? 'true' : undefined}
                onFocus={() => props.goTo(path)}
                onClick={() => closeDrawer()}
              >
                <KindIcon kind={row.kind} />
                <span className="reg-name">{row.name}</span>
                <span className="reg-detail" title={detailWords(t, language, row) ?? undefined}>
                  {row.detail !== null || row.also !== null ? detailWords(t, language, row) : <NoDetail row={row} />}
                </span>
              </Link>
            </li>
          )
        })}
      </ul>
    </section>
  )
})

function Empty({ kind, query, clear }: { kind: RegisterKind; query: string; clear: () => void }) {
  const t = useT()
  return (
    <div className="reg-none">
      {query === '' ? (
        <EmptyState>{t(`register:empty.${kind}`)}</EmptyState>
      ) : (
        <EmptyState action={<Button onClick={clear}>{t('register:clear')}</Button>}>
          {t('register:noHit', { query })}
        </EmptyState>
      )}
    </div>
  )
}

const asQuery = (typed: string) => typed.trim().slice(0, 200)

export function EntityList({ kind, chosen }: { kind: RegisterKind; chosen: string | null }) {
  const t = useT()
  const [, navigate] = useLocation()
  const [typed, setTyped] = useState('')
  const query = useDeferredValue(asQuery(typed))
  const { data, error, isPlaceholderData } = useEntities(kind, query)
  // Until the answer is there the rows are those for fewer letters: a key that goes to the first waits for it.
  const stale = data === undefined || isPlaceholderData || query !== asQuery(typed)
  const entered = useRef(false)
  const list = useRef<HTMLDivElement>(null)
  const rows = data?.rows ?? []
  const newKind = newKinds.find((one) => one === kind)
  // A row that takes the focus shows its page; the way back stays one step however far one walks.
  const goTo = useCallback((path: string) => navigate(path, { replace: true }), [navigate])

  // Whoever is shown can be seen in the list, also when the way here was a link or the search is over.
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [chosen, data])

  const toFirst = () => list.current?.querySelector<HTMLElement>('[data-row]')?.focus()
  useEffect(() => {
    if (stale || !entered.current) return
    entered.current = false
    toFirst()
  }, [stale])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'Enter') {
      event.preventDefault()
      if (stale) entered.current = true
      else toFirst()
    }
    if (event.key === 'Escape' && typed !== '') {
      event.preventDefault()
      setTyped('')
    }
  }
  return (
    <div className="reg-list">
      <div className="reg-find">
        <TextInput
          label={t(`register:find.${kind}`)}
          labelHidden
          icon="search"
          type="search"
          maxLength={200}
          value={typed}
          placeholder={data === undefined ? '' : t(`register:count.${kind}`, { count: data.total })}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            entered.current = false
          }}
          onBlur={() => {
            entered.current = false
          }}
          onKeyDown={onKeyDown}
        />
        {newKind !== undefined && (
          <IconButton
            icon="plus"
            label={t(`newEntry.${newKind}`)}
            onClick={() => {
              closeDrawer()
              askForNew(newKind, navigate)
            }}
          />
        )}
      </div>
      <ErrorMessage error={error} />
      <div className="reg-rows inset-focus" ref={list}>
        <div ref={walkRows}>
          {grouped(kind, rows).map((group, index) => (
            <Letter
              key={`${group.letter} ${index}`}
              letter={group.letter}
              rows={group.rows}
              chosen={group.rows.some((row) => row.id === chosen) ? chosen : null}
              goTo={goTo}
            />
          ))}
        </div>
        {data !== undefined && rows.length === 0 && <Empty kind={kind} query={query} clear={() => setTyped('')} />}
        {data !== undefined && data.total > rows.length && (
          <p className="reg-none small text-3">{t('register:more', { count: data.total - rows.length })}</p>
        )}
      </div>
    </div>
  )
}
