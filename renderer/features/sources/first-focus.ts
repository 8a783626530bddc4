/** The field one comes to when a dialog opens. */
import { useEffect, type RefObject } from 'react'

/** The dialog that shows itself takes the focus to its first button; this comes right after, before any next key. */
export function useFirstFocus(field: RefObject<HTMLElement | null>): void {
  useEffect(() => field.current?.focus(), [field])
}
