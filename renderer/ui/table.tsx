/** Tight tables with hairlines, and rows that arrow keys walk. */
import './table.css'
import type { KeyboardEvent, ReactNode } from 'react'

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

/** For `onKeyDown` of a list or table: ↑ ↓ Home End move between the elements marked `data-row` inside it. */
export function walkRows(event: KeyboardEvent<HTMLElement>): void {
  const move = moves[event.key]
  if (move === undefined || event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement))
    return
  if (event.target.matches('input, select, textarea, [contenteditable="true"]')) return
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')]
  const here = rows.findIndex((row) => row === event.target || row.contains(event.target as Node))
  if (here < 0) return
  event.preventDefault()
  rows[move(here, rows.length - 1)]?.focus()
}
