/** A page of panes side by side, each scrolling by itself. */
import './panes.css'
import type { ReactNode } from 'react'

/**
 * `left` 284 px by default, `right` 320; the middle takes the rest. Below 1200 px the right pane goes
 * under the middle. Panes are named regions.
 */
export function Panes(props: {
  left?: ReactNode
  right?: ReactNode
  children: ReactNode
  size?: 'live' | 'review' | 'register' | 'map'
}) {
  return (
    <div
      className="panes"
      data-size={props.size}
      data-left={props.left === undefined ? undefined : true}
      data-right={props.right === undefined ? undefined : true}
    >
      {props.left}
      <div className="pane-middle">{props.children}</div>
      {props.right}
    </div>
  )
}

export function Pane({ side, label, children }: { side: 'left' | 'right'; label: string; children: ReactNode }) {
  return (
    <section className={`pane pane-${side}`} aria-label={label}>
      {children}
    </section>
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
