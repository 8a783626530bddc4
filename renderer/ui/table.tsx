/** Tight tables with hairlines, and rows that arrow keys walk. */
import './table.css'
import type { ReactNode } from 'react'

/** A table with a name for everybody. Cells are ordinary `th` and `td`; `.num` sets figures right, `.text` lets words wrap. */
export function Table({ label, head, children }: { label: string; head?: ReactNode; children: ReactNode }) {
  return (
    <table className="table" aria-label={label}>
      {head !== undefined && (
        <thead>
          <tr>{head}</tr>
        </thead>
      )}
      <tbody>{children}</tbody>
    </table>
  )
}

const moves: Record<string, (index: number, last: number) => number> = {
  ArrowDown: (index, last) => Math.min(index + 1, last),
  ArrowUp: (index) => Math.max(index - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
}

function walk(event: KeyboardEvent): void {
  const move = moves[event.key]
  const { target, currentTarget: list } = event
  if (move === undefined || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
  if (!(target instanceof HTMLElement) || !(list instanceof HTMLElement)) return
  if (target.matches('input, select, textarea, [contenteditable="true"]')) return
  const rows = [...list.querySelectorAll<HTMLElement>('[data-row]')]
  const here = rows.findIndex((row) => row.contains(target))
  if (here < 0) return
  event.preventDefault()
  rows[move(here, rows.length - 1)]?.focus()
}

/** For `ref` of a list or table: ↑ ↓ Home End move between the elements marked `data-row` inside it. */
export function walkRows(list: HTMLElement | null): (() => void) | undefined {
  list?.addEventListener('keydown', walk)
  return () => list?.removeEventListener('keydown', walk)
}
