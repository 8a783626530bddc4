/** What hears the keys of all that stands in it: a form for a few fields in the page, and a group of fields. */
// What takes the focus inside answers the pointer; the keys alone are heard here, on their way up.
/* oxlint-disable jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/no-static-element-interactions */
import type { HTMLAttributes, KeyboardEvent, ReactNode, Ref } from 'react'

type KeyFormProps = {
  ref?: Ref<HTMLFormElement>
  className: string
  /** What the form is for, where no heading says it. */
  label?: string
  onSubmit: () => void
  /** Escape, from any field that has no use of its own for it. */
  onLeave: () => void
  children: ReactNode
}

/** Enter sends, with Ctrl from a text of several lines too; Escape leaves. */
export function KeyForm({ ref, className, label, onSubmit, onLeave, children }: KeyFormProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.nativeEvent.isComposing) return
    if (event.key === 'Escape') onLeave()
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSubmit()
    else return
    event.preventDefault()
  }
  return (
    <form
      ref={ref}
      className={className}
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
      onKeyDown={onKeyDown}
    >
      {children}
    </form>
  )
}

type KeyGroupProps = Pick<HTMLAttributes<HTMLElement>, 'className' | 'aria-label' | 'onBlur' | 'children'> & {
  /** `div` is no group of its own to those who do not see it. */
  as: 'fieldset' | 'search' | 'li' | 'div'
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

export function KeyGroup({ as: Group, ...rest }: KeyGroupProps) {
  return Group === 'div' ? <div role="presentation" {...rest} /> : <Group {...rest} />
}
