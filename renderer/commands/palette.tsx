/** Ctrl+K: go anywhere, run anything, find any sentence. One field, one list, arrow keys and Enter. */
import './palette.css'
import { useEffect, useLayoutEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { useChoices, type Choice } from '../features/search/choices.ts'
import { FilterBar } from '../features/search/filter-bar.tsx'
import { filterNames, isFiltered, noFilters, type FilterName, type Filters } from '../features/search/filters.ts'
import { prepareSearch } from '../features/search/use-search.ts'
import { errorText } from '../i18n/error-text.ts'
import { useT } from '../i18n/i18n.ts'
import { Icon } from '../ui/icon.tsx'
import { Kbd } from '../ui/marks.tsx'
import { openOverlay, takeTypedAhead } from './overlays.ts'
import { PaletteList, type Selected } from './palette-list.tsx'
import type { Row, Section } from './palette-row.ts'
import { hitsAtFirst, hitsAtMost, usePaletteContent } from './palette-rows.ts'
import type { CommandContext } from './registry.ts'

function choiceRow(choice: Choice, choose: (choice: Choice) => void): Row {
  const { id, text, detail, kind } = choice
  const mark = kind === null ? null : { kind }
  return { id, text, ranges: [], detail, mark, shortcut: null, record: false, stays: true, run: () => choose(choice) }
}

export function Palette({ context }: { context: CommandContext }) {
  const t = useT()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [selected, setSelected] = useState<Selected>(null)
  const [filters, setFilters] = useState<Filters>(noFilters)
  const [limit, setLimit] = useState(hitsAtFirst)
  /** A filter is being chosen; what was typed waits. */
  const [choosing, setChoosing] = useState<{ filter: FilterName; waiting: string } | null>(null)
  /** Enter came before the answer to what was typed. */
  const [entered, setEntered] = useState(false)
  const content = usePaletteContent(choosing === null ? typed : choosing.waiting, context, filters, limit)
  const { choices, stale: choicesStale } = useChoices(choosing?.filter ?? null, typed)
  const close = () => openOverlay(null)

  const change = (part: Partial<Filters>) => {
    setFilters((now) => ({ ...now, ...part }))
    setSelected(null)
    setLimit(hitsAtFirst)
    field.current?.focus()
  }
  const choose = (choice: Choice) => {
    change(choice.set)
    setTyped(choosing?.waiting ?? '')
    setChoosing(null)
  }
  const startChoosing = (filter: FilterName) => {
    setChoosing({ filter, waiting: choosing?.waiting ?? typed })
    setTyped('')
    setSelected(null)
    field.current?.focus()
  }
  const stopChoosing = () => {
    setTyped(choosing?.waiting ?? '')
    setChoosing(null)
    setSelected(null)
  }

  const more: Row[] =
    content.result?.more === true && limit < hitsAtMost
      ? [
          {
            id: 'more',
            text: t('search:more'),
            ranges: [],
            detail: null,
            mark: { icon: 'down' },
            shortcut: null,
            record: false,
            stays: true,
            run: () => setLimit(hitsAtMost),
          },
        ]
      : []
  const sections: Section[] =
    choosing === null
      ? [...content.sections, ...(more.length > 0 ? [{ title: '', rows: more }] : [])]
      : [{ title: t(`search:choosing.${choosing.filter}`), rows: choices.map((one) => choiceRow(one, choose)) }]
  const rows = sections.flatMap((section) => section.rows)
  // The row chosen by the arrows stays the chosen one when others come before it.
  const at = selected === null ? 0 : rows.findIndex((row) => row.id === selected)
  const here = rows.length === 0 ? -1 : Math.max(at, 0)
  const stale = choosing === null ? content.stale : choicesStale

  // In the commit itself: whoever shows something in the palette's place has the focus last.
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  useEffect(() => (context.open ? prepareSearch() : undefined), [context.open])
  useEffect(() => {
    document.getElementById(`${id}-${here}`)?.scrollIntoView({ block: 'nearest' })
  }, [here, id])

  const run = (row: Row | undefined) => {
    if (row === undefined) return
    if (row.stays !== true) close()
    void row.run(context)
  }
  const first = rows[here]
  const ready = entered && !stale
  useEffect(() => {
    if (!ready) return
    setEntered(false)
    // Once this is drawn: what it runs may show a field and put the caret there.
    queueMicrotask(() => run(first))
    // Only the arrival of the answer runs it, not what is drawn again afterwards.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [ready])

  const move = (step: number) => setSelected(rows[(here + step + rows.length) % Math.max(rows.length, 1)]?.id ?? null)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') move(1)
    else if (event.key === 'ArrowUp') move(-1)
    else if (event.key === 'Enter' && stale) setEntered(true)
    else if (event.key === 'Enter') run(first)
    else if (event.key === 'Backspace' && typed === '' && choosing !== null) stopChoosing()
    else if (event.key === 'Backspace' && typed === '') {
      const last = filterNames.findLast((name) => filters[name] !== null)
      if (last === undefined) return
      change({ [last]: null })
    } else return
    event.preventDefault()
  }

  const label = choosing === null ? t('palette.open') : t(`search:choosing.${choosing.filter}`)
  const query = typed.trim()
  const pending = content.result?.pending ?? 0
  const commandsOnly = typed.trimStart().startsWith('>')
  return (
    <dialog
      ref={dialog}
      className="palette"
      aria-label={t('palette.open')}
      closedby="any"
      onCancel={(event) => {
        event.preventDefault()
        if (choosing === null) close()
        else stopChoosing()
      }}
    >
      <div className="palette-frame">
        <div className="palette-field">
          <Icon name="search" />
          <input
            ref={field}
            autoFocus
            role="combobox"
            aria-expanded={rows.length > 0}
            aria-controls={`${id}-list`}
            aria-activedescendant={here < 0 ? undefined : `${id}-${here}`}
            aria-autocomplete="list"
            aria-label={label}
            placeholder={label}
            autoComplete="off"
            spellCheck={false}
            maxLength={500}
            value={typed}
            // From here on the field takes the keys itself.
            onFocus={() => {
              const { text, entered: pressed } = takeTypedAhead()
              setTyped((now) => now + text)
              if (pressed) setEntered(true)
            }}
            onChange={(event) => {
              setTyped(event.currentTarget.value)
              setSelected(null)
              setEntered(false)
              setLimit(hitsAtFirst)
            }}
            onKeyDown={onKeyDown}
          />
        </div>
        {context.open && !commandsOnly && (
          <FilterBar filters={filters} choosing={choosing?.filter ?? null} onChoose={startChoosing} onChange={change} />
        )}
        <PaletteList id={id} sections={sections} here={here} onSelect={setSelected} onRun={run}>
          {content.error !== null && choosing === null && (
            <p className="palette-none" role="alert">
              {t('search:failed', { reason: errorText(content.error) })}
            </p>
          )}
          {rows.length === 0 && !stale && content.error === null && (
            <div className="palette-none">
              <p>
                {choosing !== null
                  ? t('search:nothingToChoose')
                  : query === ''
                    ? t('search:noneFilter')
                    : t('search:none', { query })}
              </p>
              {choosing === null && <p className="text-3">{t('search:help')}</p>}
              {choosing === null && isFiltered(filters) && (
                <button type="button" className="chip" onClick={() => setFilters(noFilters)}>
                  {t('search:without')}
                </button>
              )}
            </div>
          )}
        </PaletteList>
        <div className="palette-foot">
          <span>
            <Kbd shortcut="ArrowUp" /> <Kbd shortcut="ArrowDown" /> {t('palette.move')}
          </span>
          <span>
            <Kbd shortcut="Enter" /> {t('palette.choose')}
          </span>
          {choosing === null ? (
            <>
              <span>
                <Kbd shortcut="Tab" /> {t('search:filterKey')}
              </span>
              <span>
                <Kbd shortcut=">" /> {t('palette.onlyCommands')}
              </span>
            </>
          ) : (
            <span>
              <Kbd shortcut="Escape" /> {t('search:back')}
            </span>
          )}
          {pending > 0 && <span className="palette-pending">{t('search:pending', { count: pending })}</span>}
          <output className="visually-hidden">{stale ? '' : t('palette.count', { count: rows.length })}</output>
        </div>
      </div>
    </dialog>
  )
}
