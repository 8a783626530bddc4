/** F6: from pane to pane, to where one last was in each. A pane that is a drawer is opened on the way. */
import { closeDrawer, paneEntry, revealPane, type Side } from '../../../ui/drawer.ts'

const last = new Map<string, HTMLElement>()
const selectors = ['.pane-left', '.meeting-middle', '.pane-right']
const sides: readonly (Side | null)[] = ['left', null, 'right']

function paneOf(element: Element | null): number {
  return selectors.findIndex((selector) => element !== null && element.closest(selector) !== null)
}

/** Remembers where the focus stands in its pane. */
export function rememberFocus(target: EventTarget | null): void {
  if (!(target instanceof HTMLElement)) return
  const selector = selectors[paneOf(target)]
  if (selector !== undefined) last.set(selector, target)
}

export function focusPane(step: -1 | 1): void {
  const at = paneOf(document.activeElement)
  const to = at < 0 ? (step > 0 ? 0 : selectors.length - 1) : (at + step + selectors.length) % selectors.length
  const next = selectors[to]
  if (next === undefined) return
  closeDrawer('stay')
  const side = sides[to] ?? null
  if (side !== null && revealPane(side)) return
  const pane = document.querySelector(next)
  const known = last.get(next)
  const target = known !== undefined && pane?.contains(known) === true ? known : paneEntry(pane)
  target?.focus()
}
