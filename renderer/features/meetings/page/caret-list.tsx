/** A list beside a place of the text: what a slash, a name or a misspelt word offers. The editor answers the keys. */
import './caret-list.css'
import type { ReactNode } from 'react'
import { OptionList } from '../../../ui/option-list.tsx'
import type { Place } from '../editor/api.ts'

const gap = 6
const edge = 8
/** 24rem and 330px, as in the style. */
const width = 384
const height = 330

/** Under the place, or above where there is no room, and never past the edge. */
function hangingAt({ left, top, bottom }: Place): Record<string, number> {
  const start = Math.max(edge, Math.min(left, window.innerWidth - Math.min(width, window.innerWidth - 2 * edge) - edge))
  return bottom + height > window.innerHeight && top > window.innerHeight - bottom
    ? { left: start, bottom: window.innerHeight - top + gap }
    : { left: start, top: bottom + gap }
}

type CaretListProps<T> = {
  id: string
  label: string
  at: Place
  rows: readonly T[]
  index: number
  keyOf: (row: T) => string
  rowClass?: string
  onChoose: (row: T, index: number, shift: boolean) => void
  row: (row: T) => ReactNode
  /** What stands before the rows. */
  children?: ReactNode
  /** What stands behind them. */
  foot?: ReactNode
}

export function CaretList<T>({ at, row, rowClass = '', children, foot, ...list }: CaretListProps<T>) {
  return (
    <div className="caret-list popover" style={hangingAt(at)}>
      {children}
      <OptionList {...list} rowClass={`caret-row ${rowClass}`.trim()}>
        {row}
      </OptionList>
      {foot}
    </div>
  )
}
