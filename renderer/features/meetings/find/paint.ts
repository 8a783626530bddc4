/** Marks matches on the page, in static text and in the open editor alike, without touching either. */
import { flushSync } from 'react-dom'
import type { Found, Match } from './match.ts'

/** Where the words of a block stand; the part of a label or chip that stands with them is none of them. */
function* parts(block: Element): Generator<{ element: Element; at: number }> {
  if (block.matches(besideWords)) {
    yield { element: block, at: 0 }
    return
  }
  const cells = block.querySelectorAll('td, th')
  const paragraph = block.querySelector(':scope > p')
  if (cells.length === 0) {
    if (paragraph !== null) yield { element: paragraph, at: 0 }
    return
  }
  let at = 0
  for (const cell of cells) {
    // Cells that fill up a short row are no part of the text.
    if (cell instanceof HTMLElement && cell.dataset['fill'] !== undefined) continue
    yield { element: cell, at }
    at += (cell.textContent ?? '').length + 1
  }
}

function rangeIn(block: Element, { from, to }: Found): Range | null {
  const range = document.createRange()
  let begun = false
  for (const { element, at } of parts(block)) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    let place = at
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const length = (node.textContent ?? '').length
      if (!begun && from >= place && from < place + length) {
        range.setStart(node, from - place)
        begun = true
      }
      if (begun && to <= place + length) {
        range.setEnd(node, to - place)
        return range
      }
      place += length
    }
  }
  return null
}

/** The words of an item's heading, prepared text or proposal, or of a block's field, while nobody writes in them. */
const besideWords = '[data-words]'

/** Where the words of a match stand on the page. */
function placeOf({ itemId, blockId, part, field }: Match): Element | null {
  if (part !== null) return document.querySelector(`#item-${CSS.escape(itemId)} [data-words="${part}"]`)
  const block = `#meeting-page .blk[data-id="${CSS.escape(blockId)}"]`
  return document.querySelector(field === null ? block : `${block} [data-words="${field}"]`)
}

export function paint(matches: readonly Match[], chosen: Match | null): void {
  // A browser without highlights still finds and goes there.
  if (!('highlights' in CSS)) return
  const all = new Highlight()
  const one = new Highlight()
  for (const match of matches) {
    const block = placeOf(match)
    const range = block === null ? null : rangeIn(block, match)
    if (range !== null) (match === chosen ? one : all).add(range)
  }
  CSS.highlights.set('find', all)
  CSS.highlights.set('find-chosen', one)
}

export function unpaint(): void {
  if (!('highlights' in CSS)) return
  CSS.highlights.delete('find')
  CSS.highlights.delete('find-chosen')
}

export function bringIntoView(match: Match): void {
  placeOf(match)?.scrollIntoView({ block: 'center' })
}

/** Opens what stands beside a text, or as a field of a block, for writing, the match selected. */
export function writeBeside(match: Match): void {
  const { from, to } = match
  const button = placeOf(match)?.closest('button')
  button?.focus()
  // Drawn at once: the field takes the button's place and selects all that it holds, and the next key would replace it.
  flushSync(() => button?.click())
  const field = document.activeElement
  if (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) field.setSelectionRange(from, to)
}
