/** The agenda that every new meeting of a series begins with: one row an item, written by keyboard. */
import { useRef, useState, type KeyboardEvent } from 'react'
import type { Output } from '#contract/methods.ts'
import type { ItemType } from '#contract/minutes.ts'
import { plannedTotal } from '#contract/agenda-times.ts'
import { useT } from '../../i18n/i18n.ts'
import { announce } from '../../shell/announce.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { KeyGroup } from '../../ui/keys-within.tsx'
import { thenFocus } from '../../ui/then-focus.ts'
import { change } from './change.ts'
import { typeOptions, wholeNumber } from './words.ts'

type Stored = Output<'series.get'>['items'][number]
type Row = Omit<Stored, 'id'> & { key: string }

const rowsOf = (items: readonly Stored[]): Row[] => items.map(({ id, ...item }) => ({ ...item, key: id }))
/** What is stored of rows: one without a heading is still being written. */
const said = (rows: readonly Row[]) =>
  rows.filter(({ title }) => title.trim() !== '').map(({ key: _key, ...item }) => item)

const blank = (): Row => ({
  key: crypto.randomUUID(),
  title: '',
  type: null,
  presenter: null,
  minutes: null,
  prepared: null,
  proposal: null,
})

export function TemplateEditor({ id, items }: { id: string; items: readonly Stored[] }) {
  const t = useT()
  const list = useRef<HTMLOListElement>(null)
  const [written, setWritten] = useState<Row[] | null>(null)
  const [open, setOpen] = useState<string | null>(null)
  const [mine, setMine] = useState<readonly string[]>([])
  const stored = rowsOf(items)
  const [seen, setSeen] = useState(() => JSON.stringify(said(stored)))
  const rows = written ?? stored
  const total = plannedTotal(rows.map(({ minutes }) => minutes))

  const now = JSON.stringify(said(stored))
  if (now !== seen) {
    setSeen(now)
    // Somebody else's change, or undo, takes the place of what was written here; our own only catches up with it.
    if (!mine.includes(now)) setWritten(null)
  }
  const save = (next: readonly Row[]) => {
    const words = JSON.stringify(said(next))
    if (words === now) return
    setMine([...mine.slice(-20), words])
    void change('series.setItems', { id, items: said(next) })
  }
  const set = (key: string, part: Partial<Row>, now = false) => {
    const next = rows.map((row) => (row.key === key ? { ...row, ...part } : row))
    setWritten(next)
    if (now) save(next)
  }
  const titleOf = (key: string) =>
    list.current?.querySelector<HTMLInputElement>(`[data-key="${CSS.escape(key)}"] .template-title`)
  /** Saves other rows, and goes to the one that the next key is meant for. */
  const put = (next: Row[], at: string | null) =>
    thenFocus(
      () => {
        setWritten(next)
        save(next)
      },
      () => (at === null ? null : titleOf(at)),
    )
  const add = (after: number) => {
    const row = blank()
    thenFocus(
      () => setWritten(rows.toSpliced(after + 1, 0, row)),
      () => titleOf(row.key),
    )
  }
  const remove = (at: number) => {
    const next = rows.toSpliced(at, 1)
    const near = next[Math.max(0, at - 1)]
    put(next, near?.key ?? null)
    announce(t('series:itemRemoved'))
  }
  const move = (at: number, step: -1 | 1) => {
    const row = rows[at]
    if (row === undefined || at + step < 0 || at + step >= rows.length) return
    const next = rows.toSpliced(at, 1).toSpliced(at + step, 0, row)
    put(next, row.key)
    announce(t('series:itemMoved', { place: at + step + 1, all: rows.length }))
  }
  const onKeyDown = (event: KeyboardEvent, at: number, row: Row) => {
    if (event.altKey && event.shiftKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault()
      move(at, event.key === 'ArrowUp' ? -1 : 1)
    } else if (event.key === 'Enter' && event.target instanceof HTMLInputElement && !event.nativeEvent.isComposing) {
      event.preventDefault()
      save(rows)
      add(at)
    } else if (
      event.key === 'Backspace' &&
      row.title === '' &&
      event.target instanceof HTMLElement &&
      event.target.classList.contains('template-title')
    ) {
      event.preventDefault()
      remove(at)
    }
  }
  return (
    <section className="block" aria-labelledby="series-template">
      <h2 className="heading" id="series-template">
        {t('series:template')} <span className="count">{stored.length}</span>
        {total !== null && <span className="text-3 template-total">{t('series:minutes', { count: total })}</span>}
      </h2>
      <p className="text-2 small template-hint">{t('series:templateHint')}</p>
      <ol className="template" ref={list}>
        {rows.map((row, at) => (
          <KeyGroup
            as="li"
            key={row.key}
            data-key={row.key}
            onKeyDown={(event) => onKeyDown(event, at, row)}
            onBlur={(event) => {
              if (!event.currentTarget.contains(event.relatedTarget)) save(rows)
            }}
          >
            <span className="template-number">{at + 1}</span>
            <input
              className="input template-title"
              aria-label={t('series:itemTitle', { number: at + 1 })}
              placeholder={t('series:itemTitleEmpty')}
              maxLength={500}
              value={row.title}
              onChange={(event) => set(row.key, { title: event.currentTarget.value })}
            />
            <TypeSelect value={row.type} onChange={(type) => set(row.key, { type }, true)} />
            <input
              className="input template-minutes"
              aria-label={t('series:itemMinutes')}
              placeholder={t('series:minutesShort')}
              inputMode="numeric"
              maxLength={4}
              value={row.minutes ?? ''}
              onChange={(event) => {
                const value = wholeNumber(event.currentTarget.value, 1440)
                if (value !== undefined) set(row.key, { minutes: value })
              }}
            />
            <input
              className="input template-presenter"
              aria-label={t('series:itemPresenter')}
              placeholder={t('series:itemPresenter')}
              maxLength={500}
              value={row.presenter ?? ''}
              onChange={(event) =>
                set(row.key, { presenter: event.currentTarget.value === '' ? null : event.currentTarget.value })
              }
            />
            <span className="template-do">
              <IconButton
                icon="text"
                label={t('series:itemTexts')}
                aria-expanded={open === row.key}
                onClick={() => setOpen(open === row.key ? null : row.key)}
              />
              <IconButton icon="up" label={t('series:itemUp')} disabled={at === 0} onClick={() => move(at, -1)} />
              <IconButton
                icon="down"
                label={t('series:itemDown')}
                disabled={at === rows.length - 1}
                onClick={() => move(at, 1)}
              />
              <IconButton icon="trash" label={t('series:itemRemove')} onClick={() => remove(at)} />
            </span>
            {open === row.key && (
              <div className="template-texts">
                <label>
                  <span className="field-label">{t('series:itemPrepared')}</span>
                  <textarea
                    className="input textarea"
                    maxLength={20_000}
                    value={row.prepared ?? ''}
                    onChange={(event) =>
                      set(row.key, { prepared: event.currentTarget.value === '' ? null : event.currentTarget.value })
                    }
                  />
                </label>
                <label>
                  <span className="field-label">{t('series:itemProposal')}</span>
                  <textarea
                    className="input textarea"
                    maxLength={20_000}
                    value={row.proposal ?? ''}
                    onChange={(event) =>
                      set(row.key, { proposal: event.currentTarget.value === '' ? null : event.currentTarget.value })
                    }
                  />
                </label>
              </div>
            )}
          </KeyGroup>
        ))}
      </ol>
      <Button look="bare" icon="plus" onClick={() => add(rows.length - 1)}>
        {t('series:itemAdd')}
      </Button>
    </section>
  )
}

function TypeSelect({ value, onChange }: { value: ItemType | null; onChange: (value: ItemType | null) => void }) {
  const t = useT()
  const options = typeOptions(t)
  return (
    <select
      className="input select template-type"
      aria-label={t('series:itemType')}
      value={value ?? ''}
      onChange={(event) =>
        onChange(options.find((option) => option.value === event.currentTarget.value)?.value ?? null)
      }
    >
      <option value="">{t('series:noType')}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
