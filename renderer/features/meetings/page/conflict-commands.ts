/** The key to the question which of two texts of a paragraph is to stand. */
import { usePageCommands } from '../../../commands/registry.ts'
import { useAsked } from '../text/savers.ts'

export const conflictKey = 'F4'

/** Puts the focus on the first answer of the first question; false when nothing is asked. */
export function focusConflict(): boolean {
  const answer = document.querySelector<HTMLElement>('.two-text-answers button')
  answer?.focus()
  return answer !== null
}

export function useConflictCommands(): void {
  const asked = useAsked()
  usePageCommands(
    () =>
      asked
        ? [
            {
              id: 'meeting.conflict',
              labelKey: 'meetings:command.conflict',
              hintKey: 'meetings:hint.conflict',
              group: 'page',
              icon: 'text',
              shortcut: conflictKey,
              inText: true,
              run: () => void focusConflict(),
            },
          ]
        : [],
    [asked],
  )
}
