/** Ctrl+K: go anywhere, run anything. One field, one list, arrow keys and Enter. */
// A combobox's list holds marks and details that <select> cannot, and its field keeps the focus and the keys.
/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus */
import './palette.css'
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useT } from '../i18n/i18n.ts'
import { Icon } from '../ui/icon.tsx'
import { Kbd, KindIcon } from '../ui/marks.tsx'
import { openOverlay, takeTypedAhead } from './overlays.ts'
import { usePaletteSections, type Row } from './palette-rows.ts'
import type { CommandContext } from './registry.ts'

function Marked({ text, ranges }: Pick<Row, 'text' | 'ranges'>): ReactNode {
  const parts: ReactNode[] = []
  let at = 0
  for (const [from, to] of ranges) {
    parts.push(text.slice(at, from), <b key={from}>{text.slice(from, to)}</b>)
    at = to
  }
  return [...parts, text.slice(at)]
}

function Sign({ mark }: Pick<Row, 'mark'>) {
  if (mark === null) return <span />
  return 'kind' in mark ? <KindIcon kind={mark.kind} named /> : <Icon name={mark.icon} />
}

export function Palette({ context }: { context: CommandContext }) {
  const t = useT()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState(0)
  const sections = usePaletteSections(typed, context)
  const rows = sections.flatMap((section) => section.rows)
  const here = Math.min(chosen, rows.length - 1)
  const close = () => openOverlay(null)

  useEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  useEffect(() => {
    document.getElementById(`${id}-${here}`)?.scrollIntoView({ block: 'nearest' })
  }, [here, id])

  const run = (row: Row | undefined) => {
    if (row === undefined) return
    close()
    void row.run(context)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') setChosen((here + 1) % Math.max(rows.length, 1))
    else if (event.key === 'ArrowUp') setChosen((here - 1 + rows.length) % Math.max(rows.length, 1))
    else if (event.key === 'Enter') run(rows[here])
    else return
    event.preventDefault()
  }

  const starts = sections.map((_, at) => sections.slice(0, at).reduce((sum, section) => sum + section.rows.length, 0))
  return (
    <dialog
      ref={dialog}
      className="palette"
      aria-label={t('palette.open')}
      closedby="any"
      onCancel={(event) => {
        event.preventDefault()
        close()
      }}
    >
      <div className="palette-frame">
        <div className="palette-field">
          <Icon name="search" />
          <input
            autoFocus
            role="combobox"
            aria-expanded={rows.length > 0}
            aria-controls={`${id}-list`}
            aria-activedescendant={here < 0 ? undefined : `${id}-${here}`}
            aria-autocomplete="list"
            aria-label={t('palette.open')}
            placeholder={t('palette.open')}
            autoComplete="off"
            spellCheck={false}
            value={typed}
            // From here on the field takes the keys itself.
            onFocus={() => setTyped((now) => now + takeTypedAhead())}
            onChange={(event) => {
              setTyped(event.currentTarget.value)
              setChosen(0)
            }}
            onKeyDown={onKeyDown}
          />
        </div>
        <div className="palette-list" role="listbox" id={`${id}-list`} aria-label={t('palette.results')}>
          {sections.map((section, at) => (
            <div key={section.title} role="group" aria-label={section.title}>
              <div className="palette-section" aria-hidden="true">
                {section.title}
              </div>
              {section.rows.map((row, inSection) => {
                const index = (starts[at] ?? 0) + inSection
                return (
                  <div
                    key={row.id}
                    id={`${id}-${index}`}
                    role="option"
                    aria-selected={index === here}
                    className="palette-row"
                    onPointerMove={() => setChosen(index)}
                    onClick={() => run(row)}
                  >
                    <Sign mark={row.mark} />
                    <span className={row.record ? 'palette-text record' : 'palette-text'}>
                      <Marked text={row.text} ranges={row.ranges} />
                    </span>
                    <span className="palette-detail">
                      {row.detail}
                      {row.shortcut !== null && <Kbd shortcut={row.shortcut} />}
                      {index === here && row.shortcut === null && <Kbd shortcut="Enter" />}
                    </span>
                  </div>
                )
              })}
            </div>
          ))}
          {rows.length === 0 && <p className="palette-none">{t('palette.none', { query: typed.trim() })}</p>}
        </div>
        <div className="palette-foot">
          <span>
            <Kbd shortcut="ArrowUp" /> <Kbd shortcut="ArrowDown" /> {t('palette.move')}
          </span>
          <span>
            <Kbd shortcut="Enter" /> {t('palette.choose')}
          </span>
          <span>
            <Kbd shortcut=">" /> {t('palette.onlyCommands')}
          </span>
          <output className="visually-hidden">{t('palette.count', { count: rows.length })}</output>
        </div>
      </div>
    </dialog>
  )
}
