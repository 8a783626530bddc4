/** The text of an item: static, or an editor in its very place while somebody writes. */
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { announce } from '../../../shell/announce.ts'
import { useT } from '../../../i18n/i18n.ts'
import { useRead } from '../../../transport/hooks.ts'
import { initialsSaid } from '../complete/choices.ts'
import { openEditor, type Host } from '../editor/open.ts'
import type { OpenEditor } from '../editor/open-editor.ts'
import type { Quote } from '../findings/quotes.ts'
import { useLocked } from '../inline/locked.ts'
import {
  openEditorNow,
  pageState,
  setOpenEditor,
  setPageState,
  setSlashMenu,
  startWriting,
  usePageState,
} from '../page/state.ts'
import { phraseEntries, type Phrase } from '../phrases/insert.ts'
import { takeBack } from '../text/take-back.ts'
import {
  release,
  saverFor,
  startGroup,
  shownBlocks,
  useShownText,
  written,
  type Item,
  type View,
} from '../text/savers.ts'
import { BlockChips } from './block-chips.tsx'
import { ChipRow, enterChips } from './chip-row.tsx'
import { faceOf } from './face.ts'
import { slashEntries } from './slash-entries.ts'
import { StaticText } from './static-text.tsx'

const noPhrases: readonly Phrase[] = []

export type ItemTextProps = { view: View; item: Item; quotes: readonly Quote[] }

export function ItemText(props: ItemTextProps) {
  const { item } = props
  const t = useT()
  const { writing } = usePageState()
  const locked = useLocked()
  const wanted = writing?.itemId === item.id && !locked
  useShownText()
  const label = t('meetings:item.textOf', { title: item.title === '' ? t('meetings:item.untitled') : item.title })
  if (wanted) return <WrittenText {...props} label={label} />
  return (
    <StaticText
      view={props.view}
      item={item}
      blocks={shownBlocks(item)}
      quotes={props.quotes}
      label={label}
      onWrite={locked ? () => announce(t('meetings:text.locked')) : startWriting}
    />
  )
}

/** Moves the writing to the text before or after this one. */
function leave(view: View, itemId: string, way: 'up' | 'down' | 'out'): void {
  if (way === 'out') {
    document.getElementById(`item-${itemId}`)?.focus({ preventScroll: true })
    setPageState({ writing: null })
    return
  }
  const at = view.items.findIndex(({ id }) => id === itemId)
  const next = view.items[way === 'up' ? at - 1 : at + 1]
  if (next !== undefined) startWriting(next.id, way === 'up' ? 'end' : 'start')
}

function WrittenText({ view, item, quotes, label }: ItemTextProps & { label: string }) {
  const t = useT()
  const place = useRef<HTMLDivElement>(null)
  const editor = useRef<OpenEditor | null>(null)
  const phrases = useRead('phrases.list', {}).data?.phrases ?? noPhrases
  const newest = useRef({ view, item, t, label, phrases })
  const [hosts, setHosts] = useState<readonly Host[]>([])

  useLayoutEffect(() => {
    newest.current = { view, item, t, label, phrases }
  })
  useLayoutEffect(() => {
    if (place.current === null) return
    const start = newest.current
    const saver = saverFor(start.view, start.item, (blocks) => editor.current?.refresh(blocks))
    const opened = openEditor({
      element: place.current,
      itemId: item.id,
      view: () => newest.current.view,
      label: start.label,
      blocks: saver.written(),
      caret: pageState().writing?.caret ?? 'end',
      faceOf: (block) => faceOf(newest.current.item, block, newest.current.view.head.date, newest.current.t),
      slash: () => [...slashEntries(newest.current.t), ...phraseEntries(newest.current.phrases)],
      stored: () => new Set(newest.current.item.paragraphs.map(({ id }) => id)),
      onChange: (blocks) => written(item.id, blocks),
      onHosts: setHosts,
      onSlash: setSlashMenu,
      onTooMuch: () => announce(newest.current.t('meetings:text.tooMuch')),
      onUndo: () => takeBack('undo', newest.current.view.id, item.id),
      onRedo: () => takeBack('redo', newest.current.view.id, item.id),
      onStep: startGroup,
      onFields: enterChips,
      onStay: (typed) => announce(newest.current.t(initialsSaid(newest.current.view, typed), { initials: typed })),
      onLeave: (way) => leave(newest.current.view, item.id, way),
    })
    editor.current = opened
    setOpenEditor(opened)
    opened.focus()
    return () => {
      editor.current = null
      if (openEditorNow() === opened) setOpenEditor(null)
      release(item.id, opened.close())
    }
  }, [item.id])

  // Sent at once when the caret goes elsewhere, so that what is done next comes after it.
  const onBlur = () => {
    const { view: seen, item: at } = newest.current
    void saverFor(seen, at, (blocks) => editor.current?.refresh(blocks)).flush()
  }
  const said = JSON.stringify([
    item.decisions.map((one) => [one.paragraphId, one.number]),
    item.actions.map((one) => one.paragraphId),
  ])
  useEffect(() => editor.current?.face(), [said, t])
  useEffect(() => editor.current?.quote(quotes), [quotes])

  return (
    <>
      <div ref={place} onBlur={onBlur} />
      {hosts.map(({ host, block }) =>
        createPortal(
          <ChipRow onLeave={() => editor.current?.focus()}>
            <BlockChips
              view={view}
              item={item}
              block={block}
              set={(change) => editor.current?.setBeside(block.id, change)}
            />
          </ChipRow>,
          host,
          block.id,
        ),
      )}
    </>
  )
}
