/** Shows something and puts the caret into a field of it before the next key is heard, however quick that comes. */
import { flushSync } from 'react-dom'

/** @param id of the field @param then done with it, when it is there */
export function showAndFocus(show: () => void, id: string, then: (field: HTMLElement) => void = () => undefined): void {
  flushSync(show)
  const field = document.getElementById(id)
  if (field === null) return
  field.focus()
  then(field)
}
