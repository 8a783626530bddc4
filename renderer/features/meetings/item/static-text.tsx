/** The text of an item while nobody writes in it: the same elements as the editor's, without an editor. */
// It holds chips and marks that <textarea> cannot, and becomes an editor as soon as it is entered.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { memo, type MouseEvent } from 'react'
import { useT } from '../../../i18n/i18n.ts'
import { faceData } from '../editor/face-data.ts'
import type { Caret, Point } from '../editor/caret.ts'
import type { Quote } from '../findings/quotes.ts'
import type { Block } from '../text/blocks.ts'
import { changeBeside, type Item, type View } from '../text/savers.ts'
import { BlockChips } from './block-chips.tsx'
import { ChipRow } from './chip-row.tsx'
import { faceOf } from './face.ts'
import { Grid, Words } from './words.tsx'

/** Letters of the block's text before a cell: one for each tab and line feed between cells too. */
function cellStart(cell: Element, block: Element): number {
  let at = 0
  for (const other of block.querySelectorAll('td, th')) {
    if (other === cell) break
    // Cells that fill up a short row are no part of the text.
    if (!(other instanceof HTMLElement) || other.dataset['fill'] === undefined)
      at += (other.textContent ?? '').length + 1
  }
  return at
}

/** Where a place of the page stands in the text of `root`; null when it stands elsewhere. */
function pointAt(root: HTMLElement, node: Node | null, offset: number): Point | null {
  const element = node instanceof HTMLElement ? node : (node?.parentElement ?? null)
  const words = element?.closest('p, td, th') ?? null
  const block = words?.closest<HTMLElement>('.blk') ?? null
  const id = block?.dataset['id']
  if (node === null || words === null || block === null || id === undefined || !root.contains(words)) return null
  const before = document.createRange()
  before.setStart(words, 0)
  before.setEnd(node, offset)
  const start = words.tagName === 'P' ? 0 : cellStart(words, block)
  return { id, offset: start + before.toString().length }
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

type StaticTextProps = {
  view: View
  item: Item
  blocks: readonly Block[]
  quotes: readonly Quote[]
  label: string
  onWrite: (itemId: string, caret: Caret) => void
}

export const StaticText = memo(function StaticText({ view, item, blocks, quotes, label, onWrite }: StaticTextProps) {
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
      {blocks.map((block) => {
        const face = faceOf(item, block, view.head.date, t)
        const data = Object.entries(faceData(face, block)).map(([name, value]) => [`data-${name}`, value] as const)
        return (
          <div key={block.id} className="blk" {...Object.fromEntries(data)}>
            {block.kind === 'table' ? (
              <Grid block={block} quotes={quotes} />
            ) : (
              <p>{block.text === '' ? <br /> : <Words block={block} quotes={quotes} />}</p>
            )}
            {face.chips && (
              <div className="blk-chips">
                <ChipRow>
                  <BlockChips
                    view={view}
                    item={item}
                    block={block}
                    set={(change) => changeBeside(view, item, block.id, change)}
                  />
                </ChipRow>
              </div>
            )}
          </div>
        )
      })}
    </div>
  )
})
