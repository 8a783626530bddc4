/** Lets the agenda follow the scroll: the item at the top of the record is the one seen. */
import { pageState, setPageState } from './state.ts'

/** How far below the pane's top, in px, an item counts as reached: the bar, and half a heading. */
const reach = 80

/** At the end no item can come higher. */
const atEnd = (pane: Element) => pane.scrollTop + pane.clientHeight >= pane.scrollHeight - 1

/** Whether the item gone to is still the one to point at, although another stands at the top. */
function stays(item: Element | null, pane: Element): boolean {
  if (item === null) return false
  const { top, bottom } = item.getBoundingClientRect()
  const edge = pane.getBoundingClientRect()
  if (bottom <= edge.top + reach || top >= edge.bottom) return false
  // One that is written in keeps its place.
  return atEnd(pane) || item.contains(document.activeElement)
}

function look(record: Element, pane: Element): void {
  const { here, seen } = pageState()
  const line = pane.getBoundingClientRect().top + reach
  const own = here === null ? null : document.getElementById(`item-${here}`)
  const reached = [...record.querySelectorAll<HTMLElement>('[data-item]')].filter(
    (item) => atEnd(pane) || item.getBoundingClientRect().top <= line,
  )
  const found = stays(own, pane) ? null : (reached.at(-1)?.dataset['item'] ?? null)
  if (found !== seen) setPageState({ seen: found })
}

/** Follows the pane that holds `record`. Gives what ends it. */
export function followScroll(record: Element | null): () => void {
  const pane = record?.closest('.pane-middle') ?? null
  if (record === null || pane === null) return () => undefined
  let frame = 0
  const scrolled = () => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(() => look(record, pane))
  }
  pane.addEventListener('scroll', scrolled, { passive: true })
  return () => {
    cancelAnimationFrame(frame)
    pane.removeEventListener('scroll', scrolled)
  }
}
