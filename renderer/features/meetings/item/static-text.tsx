/** The text of an item while nobody writes in it: the same elements as the editor's, without an editor. */
// It holds chips and marks that <textarea> cannot, and becomes an editor as soon as it is entered.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { memo, type MouseEvent } from 'react'
import { useT } from '../../../i18n/i18n.ts'
import type { Caret, Point } from '../editor/open.ts'
import { quoteRanges, type Quote } from '../findings/quotes.ts'
import type { Block } from '../text/blocks.ts'
import type { Item } from '../text/savers.ts'
import { ActionChips } from './action-chips.tsx'
import { actionsOf, faceOf } from './face.ts'

/** Where a place of the page stands in the text of `root`; null when it stands elsewhere. */
function pointAt(root: HTMLElement, node: Node | null, offset: number): Point | null {
  const element = node instanceof HTMLElement ? node : (node?.parentElement ?? null)
  const paragraph = element?.closest('p') ?? null
  const id = paragraph?.parentElement?.dataset['id']
  if (node === null || paragraph === null || id === undefined || !root.contains(paragraph)) return null
  const before = document.createRange()
  before.setStart(paragraph, 0)
  before.setEnd(node, offset)
  return { id, offset: before.toString().length }
}

/** What is selected in `root`, for the editor that takes its place. Null when a selection reaches beyond it. */
function caretIn(root: HTMLElement): Caret | null {
  const selection = window.getSelection()
  if (selection === null || selection.rangeCount === 0) return 'end'
  const anchor = pointAt(root, selection.anchorNode, selection.anchorOffset)
  const head = pointAt(root, selection.focusNode, selection.focusOffset)
  if (anchor !== null && head !== null) return { anchor, head }
  return selection.isCollapsed ? 'end' : null
}

function Words({ text, quotes }: { text: string; quotes: readonly Quote[] }) {
  const ranges = quoteRanges(text, quotes)
  if (ranges.length === 0) return text
  return (
    <>
      {ranges.map(({ from, to, look }, index) => {
        const before = text.slice(ranges[index - 1]?.to ?? 0, from)
        return [
          before,
          <span key={from} className={`finding-${look}`}>
            {text.slice(from, to)}
          </span>,
        ]
      })}
      {text.slice(ranges.at(-1)?.to ?? 0)}
    </>
  )
}

type StaticTextProps = {
  item: Item
  blocks: readonly Block[]
  quotes: readonly Quote[]
  names: readonly string[]
  label: string
  onWrite: (itemId: string, caret: Caret) => void
}

export const StaticText = memo(function StaticText({ item, blocks, quotes, names, label, onWrite }: StaticTextProps) {
  const t = useT()
  const onClick = (event: MouseEvent<HTMLElement>) => {
    if (event.target instanceof Element && event.target.closest('.blk-chips') !== null) return
    const caret = caretIn(event.currentTarget)
    if (caret !== null) onWrite(item.id, caret)
  }
  return (
    <div
      className="record-text"
      role="textbox"
      aria-multiline="true"
      aria-label={label}
      tabIndex={0}
      onClick={onClick}
      onFocus={(event) => {
        // A press of the pointer is answered when it is let go, so that words can be selected.
        if (event.target === event.currentTarget && event.currentTarget.matches(':focus-visible'))
          onWrite(item.id, 'start')
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.target === event.currentTarget) {
          event.preventDefault()
          onWrite(item.id, 'start')
        }
      }}
    >
      {blocks.length === 0 && (
        <div className="blk" data-kind="paragraph" data-empty>
          <p>{t('meetings:item.emptyText')}</p>
        </div>
      )}
      {blocks.map(({ id, kind, text }) => {
        const face = faceOf(item, id, kind, t)
        return (
          <div
            key={id}
            className="blk"
            data-id={id}
            data-kind={kind}
            data-mark={face.mark ?? undefined}
            data-said={face.said ?? undefined}
          >
            <p>{text === '' ? <br /> : <Words text={text} quotes={quotes} />}</p>
            {face.chips && (
              <div className="blk-chips">
                <ActionChips actions={actionsOf(item, id)} names={names} />
              </div>
            )}
          </div>
        )
      })}
    </div>
  )
})
