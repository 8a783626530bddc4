/** Rows to choose among, for a field or a text that keeps the focus and answers the keys itself. */
// <select> and <datalist> leave neither the focus nor the keys to another element.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import type { ReactNode } from 'react'

type OptionListProps<T> = {
  /** Of the list, which `aria-controls` names; a row's is `optionId`. */
  id: string
  label?: string
  className?: string
  rowClass: string
  rows: readonly T[]
  /** Place of the chosen row; -1 for none. */
  index: number
  keyOf: (row: T) => string
  /** `shift`: chosen with Shift held down. */
  onChoose: (row: T, index: number, shift: boolean) => void
  children: (row: T) => ReactNode
}

/** What `aria-activedescendant` names. */
export const optionId = (list: string, index: number) => `${list}-${index}`

const intoView = (row: Element | null) => row?.scrollIntoView({ block: 'nearest' })

/** Its elements are spans, so that it can stand in a heading or a line of text. */
export function OptionList<T>(props: OptionListProps<T>) {
  return (
    <span className={props.className} role="listbox" id={props.id} aria-label={props.label}>
      {props.rows.map((row, index) => (
        <span
          key={props.keyOf(row)}
          id={optionId(props.id, index)}
          role="option"
          aria-selected={index === props.index}
          ref={index === props.index ? intoView : undefined}
          className={props.rowClass}
          onPointerDown={(event) => {
            // Before the field would lose the focus.
            event.preventDefault()
            props.onChoose(row, index, event.shiftKey)
          }}
        >
          {props.children(row)}
        </span>
      ))}
    </span>
  )
}
