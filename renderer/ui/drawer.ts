/**
 * Panes that a narrow window has no room for lie over the page, one at a time: the rest stands still
 * (`inert`) until the drawer is closed, and the focus goes back to where it was.
 */
import { createStore } from './store.ts'

export type Side = 'left' | 'right'

type Drawers = {
  /** Sides whose pane is a drawer at this width. */
  narrow: Readonly<Record<Side, boolean>>
  open: Side | null
}

const none: Drawers = { narrow: { left: false, right: false }, open: null }
const store = createStore<Drawers>(none)
export const useDrawers = store.use

/** What the open drawer took away, to be given back. */
let release: (() => void) | null = null
let cameFrom: Element | null = null

export const paneId = (side: Side): string => `pane-${side}`

const first = '[aria-current], [role="tab"][aria-selected="true"]'
const focusable = 'button:not([disabled]), a[href], input, select, textarea, [tabindex="0"], [contenteditable="true"]'

/** Where one comes in: what is chosen, else the first control after the drawer's own way out. */
export function paneEntry(pane: Element | null): HTMLElement | null {
  const found = [...(pane?.querySelectorAll<HTMLElement>(focusable) ?? [])]
  return (
    pane?.querySelector<HTMLElement>(first) ?? found.find((one) => !one.closest('.drawer-head')) ?? found[0] ?? null
  )
}

/** Everything beside the path from `pane` to the page's root is out of reach; gives what undoes that. */
function holdTheRest(pane: Element): () => void {
  const held: Element[] = []
  for (let here: Element = pane; here.parentElement !== null && here !== document.body; here = here.parentElement) {
    for (const other of here.parentElement.children) {
      if (other === here || other.hasAttribute('inert') || other.matches('script, style, [data-scrim]')) continue
      other.toggleAttribute('inert', true)
      held.push(other)
    }
  }
  return () => held.forEach((one) => one.removeAttribute('inert'))
}

/** Says which sides are drawers now. One that is a pane again is no longer open. */
export function setNarrow(narrow: Drawers['narrow']): void {
  const { open } = store.get()
  if (open !== null && !narrow[open]) closeDrawer('stay')
  store.set({ narrow, open: store.get().open })
}

/** Opens a side's drawer and moves the focus into it. */
export function openDrawer(side: Side): void {
  const { narrow, open } = store.get()
  if (!narrow[side] || open === side) return
  closeDrawer('stay')
  cameFrom = document.activeElement
  store.set({ narrow, open: side })
}

/** Once the open drawer stands on the page. */
export function settleDrawer(side: Side): void {
  const pane = document.getElementById(paneId(side))
  if (pane === null || store.get().open !== side) return
  release?.()
  release = holdTheRest(pane)
  if (!pane.contains(document.activeElement)) paneEntry(pane)?.focus()
}

/** Closes what is open: the focus goes back to where it came from, or stays for the caller to move. Gives whether one was open. */
export function closeDrawer(focus: 'back' | 'stay' = 'back'): boolean {
  const { narrow, open } = store.get()
  if (open === null) return false
  release?.()
  release = null
  store.set({ narrow, open: null })
  const back = cameFrom
  cameFrom = null
  if (focus === 'stay') return true
  const usable = back instanceof HTMLElement && back.isConnected && back !== document.body && back.checkVisibility()
  const target = usable ? back : document.querySelector<HTMLElement>(`[aria-controls="${paneId(open)}"]`)
  target?.focus()
  return true
}

/** A key for a pane: opens or closes its drawer, or moves the focus into the pane that stands there. */
export function goToPane(side: Side): void {
  const { narrow, open } = store.get()
  if (!narrow[side]) paneEntry(document.getElementById(paneId(side)))?.focus()
  else if (open === side) closeDrawer()
  else openDrawer(side)
}

/** Makes sure that a pane's controls can take the focus now. Gives whether one had to wait for its drawer. */
export function revealPane(side: Side): boolean {
  const { narrow, open } = store.get()
  if (!narrow[side] || open === side) return false
  openDrawer(side)
  return true
}
