/** Where in the minutes one is: the item, and the paragraph that the caret stands in or was in last. */
import type { View } from '../text/savers.ts'
import { pageState } from '../page/state.ts'

type Place = { itemId: string; after: string | null }

let caret: { itemId: string; paragraphId: string } | null = null

function look(): void {
  const node = document.getSelection()?.anchorNode ?? null
  const element = node instanceof Element ? node : (node?.parentElement ?? null)
  const block = element?.closest<HTMLElement>('[data-item] [data-id]')
  const itemId = block?.closest<HTMLElement>('[data-item]')?.dataset['item']
  const paragraphId = block?.dataset['id']
  if (itemId !== undefined && paragraphId !== undefined) caret = { itemId, paragraphId }
}

/** Follows the caret through the texts, until the returned function is called. */
export function followPlace(): () => void {
  document.addEventListener('selectionchange', look)
  return () => {
    document.removeEventListener('selectionchange', look)
    caret = null
  }
}

/** Paragraphs that say of somebody's presence what the list knows. */
export function sentencesOf(view: View): ReadonlySet<string> {
  const edges = view.attendance.flatMap(({ intervals }) =>
    intervals.flatMap(({ fromParagraphId, toParagraphId }) => [fromParagraphId, toParagraphId]),
  )
  return new Set(edges.filter((id) => id !== null))
}

/** The item that one is at, or the first; null for a meeting without items. */
export function itemIn({ items }: View): View['items'][number] | null {
  return items.find(({ id }) => id === pageState().here) ?? items[0] ?? null
}

/**
 * Where a sentence goes: behind the caret's paragraph, or at the end of the item one is at; the core puts it behind
 * what was said there of others before. What has no words yet is no paragraph: then behind the one before it. Null for
 * a meeting without items.
 */
export function placeIn(view: View): Place | null {
  const item = itemIn(view)
  if (item === null) return null
  const last = item.paragraphs.at(-1)?.id ?? null
  if (caret === null || caret.itemId !== item.id) return { itemId: item.id, after: last }
  const blocks = document.querySelectorAll<HTMLElement>(`[data-item="${CSS.escape(item.id)}"] [data-id]`)
  const shown = [...blocks].map((one) => ({ id: one.dataset['id'] ?? '', words: (one.textContent ?? '').trim() }))
  const at = shown.findIndex(({ id }) => id === caret?.paragraphId)
  if (at < 0) return { itemId: item.id, after: last }
  return { itemId: item.id, after: shown.slice(0, at + 1).findLast(({ words }) => words !== '')?.id ?? null }
}
