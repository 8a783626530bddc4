/** Finds and replaces in the whole meeting. Enter goes on, Shift+Enter back, Escape to the place that was found. */
import './find.css'
import { useEffect, useEffectEvent, useMemo, useState, type KeyboardEvent } from 'react'
import { undo } from '../../../commands/undo.ts'
import { useT } from '../../../i18n/i18n.ts'
import { announce } from '../../../shell/announce.ts'
import { Button, IconButton } from '../../../ui/button.tsx'
import { KeyGroup } from '../../../ui/keys-within.tsx'
import { useLocked } from '../inline/locked.ts'
import { openEditorNow, setPageState, startWriting } from '../page/state.ts'
import { useShownText, type View } from '../text/savers.ts'
import { matchesIn, type Match } from './match.ts'
import { bringIntoView, paint, unpaint, writeBeside } from './paint.ts'
import { replaceIn, textsOf } from './run.ts'
import { findFieldId, setFind, useFind } from './state.ts'

/** Milliseconds that typing in the text is left alone before its matches are counted anew. */
const pause = 120

/** Another number some time after the text on the page changed. */
function useChangedText(): number {
  const [count, setCount] = useState(0)
  useEffect(() => {
    const page = document.querySelector('#meeting-page .sheet')
    if (page === null) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const watch = new MutationObserver(() => {
      timer ??= setTimeout(() => {
        timer = undefined
        setCount((before) => before + 1)
      }, pause)
    })
    watch.observe(page, { childList: true, characterData: true, subtree: true })
    return () => {
      watch.disconnect()
      clearTimeout(timer)
    }
  }, [])
  return count
}

function Toggle({ label, short, on, set }: { label: string; short: string; on: boolean; set: (on: boolean) => void }) {
  return (
    <button
      type="button"
      className="find-toggle"
      aria-label={label}
      title={label}
      aria-pressed={on}
      data-short={short}
      onClick={() => set(!on)}
    />
  )
}

function Bar({ view }: { view: View }) {
  const t = useT()
  const find = useFind()
  const { query, words, matchCase, wholeWord } = find
  const locked = useLocked()
  const replacing = find.replacing && !locked
  const [replaced, setReplaced] = useState(false)
  const changed = useChangedText()
  const shown = useShownText()
  const { matches, forgiven } = useMemo(
    () => matchesIn(textsOf(view), query, { matchCase, wholeWord }),
    // What is written stands in no state: the page tells that it changed.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [view, query, matchCase, wholeWord, changed, shown],
  )
  const at = Math.min(find.at, Math.max(0, matches.length - 1))
  const chosen: Match | null = matches[at] ?? null
  const place =
    chosen === null ? '' : `${chosen.itemId} ${chosen.blockId} ${chosen.field ?? ''} ${chosen.from} ${query}`
  useEffect(() => paint(matches, chosen), [matches, chosen])
  const follow = useEffectEvent(() => {
    if (chosen !== null) bringIntoView(chosen)
  })
  // The place says which match it is: one that is found anew where it was is not gone to again.
  useEffect(() => follow(), [place])
  useEffect(() => unpaint, [])

  const go = (step: 1 | -1) => {
    if (matches.length > 0) setFind({ at: (at + step + matches.length) % matches.length })
  }
  const close = () => {
    setFind({ open: false })
    if (chosen === null) {
      if (openEditorNow() === null) document.getElementById('main')?.focus()
      else openEditorNow()?.focus()
      return
    }
    setPageState({ here: chosen.itemId })
    if (locked) {
      document.getElementById(`item-${chosen.itemId}`)?.focus({ preventScroll: true })
      return
    }
    if (chosen.part !== null || chosen.field !== null) {
      writeBeside(chosen)
      return
    }
    const point = (offset: number) => ({ id: chosen.blockId, offset })
    startWriting(chosen.itemId, { anchor: point(chosen.from), head: point(chosen.to) })
  }
  const replace = async (only: Match | null) => {
    const count = await replaceIn(view, find, only)
    if (count === 0) return
    setReplaced(true)
    announce(t('writing:find.replaced', { count }))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const inReplacement = event.target instanceof HTMLInputElement && event.target.id !== findFieldId
    const inField = event.target instanceof HTMLInputElement
    if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && inReplacement) void replace(event.ctrlKey || event.metaKey ? null : chosen)
    else if (event.key === 'Enter' && inField) go(event.shiftKey ? -1 : 1)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const counted =
    query === ''
      ? ''
      : chosen === null
        ? t('writing:find.none')
        : t(forgiven ? 'writing:find.countForgiven' : 'writing:find.count', { at: at + 1, all: matches.length })
  return (
    <KeyGroup as="search" className="find-bar" aria-label={t('writing:find.label')} onKeyDown={onKeyDown}>
      <div className="find-line">
        <input
          id={findFieldId}
          className="input"
          type="text"
          autoComplete="off"
          spellCheck={false}
          maxLength={500}
          aria-label={t('writing:find.query')}
          placeholder={t('writing:find.query')}
          value={query}
          onChange={(event) => setFind({ query: event.currentTarget.value, at: 0 })}
        />
        <output className="find-count">{counted}</output>
        <Toggle
          label={t('writing:find.matchCase')}
          short="Aa"
          on={matchCase}
          set={(on) => setFind({ matchCase: on, at: 0 })}
        />
        <Toggle
          label={t('writing:find.wholeWord')}
          short="|ab|"
          on={wholeWord}
          set={(on) => setFind({ wholeWord: on, at: 0 })}
        />
        <IconButton icon="up" label={t('writing:find.previous')} onClick={() => go(-1)} />
        <IconButton icon="down" label={t('writing:find.next')} onClick={() => go(1)} />
        <IconButton icon="cross" label={t('writing:find.close')} onClick={close} />
      </div>
      {replacing && (
        <div className="find-line">
          <input
            className="input"
            type="text"
            autoComplete="off"
            spellCheck={false}
            maxLength={500}
            aria-label={t('writing:find.words')}
            placeholder={t('writing:find.words')}
            value={words}
            onChange={(event) => setFind({ words: event.currentTarget.value })}
          />
          <Button disabled={chosen === null} onClick={() => void replace(chosen)}>
            {t('writing:find.replace')}
          </Button>
          <Button disabled={chosen === null} onClick={() => void replace(null)}>
            {t('writing:find.replaceAll')}
          </Button>
          {replaced && (
            <Button look="bare" icon="undo" onClick={() => void undo().then(() => setReplaced(false))}>
              {t('writing:find.undo')}
            </Button>
          )}
        </div>
      )}
    </KeyGroup>
  )
}

export function FindBar({ view }: { view: View }) {
  const { open } = useFind()
  return open ? <Bar view={view} /> : null
}
