/** The list of lines, found from anywhere on the page. */
import { select } from './session.ts'

export const linesId = 'import-lines'

export function focusLines(): void {
  document.getElementById(linesId)?.focus()
}

export const linesFocused = () => document.activeElement?.id === linesId

/** Chooses a line of the source and brings it into view. */
export function goTo(line: number): void {
  select(line)
  focusLines()
}
