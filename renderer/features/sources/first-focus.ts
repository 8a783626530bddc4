/** The field one comes to when a dialog opens. */
import { useEffect, type RefObject } from 'react'

/** Waits until the dialog is shown: it takes the focus to its first button by itself. */
export function useFirstFocus(field: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const frame = requestAnimationFrame(() => field.current?.focus())
    return () => cancelAnimationFrame(frame)
  }, [field])
}
