/** A page of panes side by side, each scrolling by itself; in a narrow window a side is a drawer. */
// Escape is heard for the whole drawer; what takes the focus inside it answers the pointer.
/* oxlint-disable jsx-a11y/no-noninteractive-element-interactions */
import './panes.css'
import { useEffect, useLayoutEffect, useSyncExternalStore, type KeyboardEvent, type ReactNode } from 'react'
import { useT } from '../i18n/i18n.ts'
import { Button, IconButton } from './button.tsx'
import { closeDrawer, openDrawer, paneId, setNarrow, settleDrawer, useDrawers, type Side } from './drawer.ts'
import type { IconName } from './icon.tsx'

type PageSize = 'live' | 'register' | 'map'

/** Below these widths, in px, a side's pane is a drawer. The map's stays beside it: it follows every step there. */
const drawerBelow: Record<PageSize, Partial<Record<Side, number>>> = {
  live: { left: 900, right: 1200 },
  register: { left: 820 },
  map: {},
}

function useBelow(width: number | undefined): boolean {
  const query = `(width < ${width ?? 0}px)`
  return useSyncExternalStore(
    (changed) => {
      const media = window.matchMedia(query)
      media.addEventListener('change', changed)
      return () => media.removeEventListener('change', changed)
    },
    () => window.matchMedia(query).matches,
  )
}

/** `left` 284 px by default, `right` 320; the middle takes the rest. Panes are named regions. */
export function Panes(props: { left?: ReactNode; right?: ReactNode; children: ReactNode; size: PageSize }) {
  const below = drawerBelow[props.size]
  const left = useBelow(below.left)
  const right = useBelow(below.right)
  const { open } = useDrawers()
  useLayoutEffect(() => setNarrow({ left, right }), [left, right])
  useEffect(
    () => () => {
      closeDrawer('stay')
      setNarrow({ left: false, right: false })
    },
    [],
  )
  return (
    <div
      className="panes"
      data-size={props.size}
      data-left={(props.left !== undefined && !left) || undefined}
      data-right={(props.right !== undefined && !right) || undefined}
    >
      {props.left}
      <div className="pane-middle">{props.children}</div>
      {props.right}
      {open !== null && <div data-scrim className="scrim" onPointerDown={() => closeDrawer()} />}
    </div>
  )
}

export function Pane({ side, label, children }: { side: Side; label: string; children: ReactNode }) {
  const t = useT()
  const { narrow, open } = useDrawers()
  const drawer = narrow[side]
  const shown = open === side
  useLayoutEffect(() => {
    if (shown) settleDrawer(side)
  }, [shown, side])
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    // A menu of the drawer's lies elsewhere on the page and closes by itself.
    const inside = event.target instanceof Node && event.currentTarget.contains(event.target)
    if (!shown || event.key !== 'Escape' || event.defaultPrevented || !inside) return
    event.preventDefault()
    closeDrawer()
  }
  return (
    // One element at every width: what is typed in it outlives a window that is made narrower.
    <section
      id={paneId(side)}
      className={`pane pane-${side}`}
      aria-label={label}
      {...(drawer ? { role: 'dialog', 'aria-modal': true, hidden: !shown, 'data-drawer': true } : {})}
      onKeyDown={onKeyDown}
    >
      {drawer && (
        <div className="drawer-head">
          <h2>{label}</h2>
          <IconButton icon="cross" label={t('close')} onClick={() => closeDrawer()} />
        </div>
      )}
      <div className="pane-body">{children}</div>
    </section>
  )
}

/** Opens a side where it is a drawer; nothing where the pane stands there anyway. */
export function PaneButton(props: { side: Side; icon: IconName; label: ReactNode; shortcut?: string }) {
  const { narrow, open } = useDrawers()
  if (!narrow[props.side]) return null
  return (
    <Button
      look="bare"
      icon={props.icon}
      aria-haspopup="dialog"
      aria-expanded={open === props.side}
      aria-controls={paneId(props.side)}
      aria-keyshortcuts={props.shortcut}
      data-side-open={props.side}
      onClick={() => openDrawer(props.side)}
    >
      {props.label}
    </Button>
  )
}

/** A pane's head: 44 px, its name, a quiet figure at the far end. */
export function PaneHead({ title, count, children }: { title: string; count?: ReactNode; children?: ReactNode }) {
  return (
    <h2 className="pane-head">
      {title}
      {children}
      {count !== undefined && <span className="pane-count">{count}</span>}
    </h2>
  )
}
