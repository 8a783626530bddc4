/** F6: from pane to pane, to where one last was in each. */

const last = new Map<string, HTMLElement>()
const selectors = ['.pane-left', '.meeting-middle', '.pane-right']
const focusable = 'button:not([disabled]), a[href], input, select, textarea, [tabindex="0"], [contenteditable="true"]'

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
  const next =
    selectors[at < 0 ? (step > 0 ? 0 : selectors.length - 1) : (at + step + selectors.length) % selectors.length]
  if (next === undefined) return
  const pane = document.querySelector(next)
  const known = last.get(next)
  const target =
    known !== undefined && pane?.contains(known) === true
      ? known
      : (pane?.querySelector<HTMLElement>('[aria-current], [role="tab"][aria-selected="true"]') ??
        pane?.querySelector<HTMLElement>(focusable))
  target?.focus()
}
