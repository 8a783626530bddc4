/** The next misspelt word, for the palette and the help list. In the text the editor answers the key itself. */
import { usePageCommands } from '../../../commands/registry.ts'
import { openEditorNow, usePageState } from '../page/state.ts'
import { spellingOn } from './setting.ts'

export function useSpellingCommands(): void {
  const writing = usePageState().writing !== null
  usePageCommands(
    () => [
      {
        id: 'meeting.spelling',
        labelKey: 'writing:spelling.command',
        group: 'page',
        icon: 'text',
        shortcut: 'F7',
        inText: true,
        when: () => writing && spellingOn(),
        run: () => {
          openEditorNow()?.focus()
          document.activeElement?.dispatchEvent(
            new KeyboardEvent('keydown', { key: 'F7', bubbles: true, cancelable: true }),
          )
        },
      },
    ],
    [writing],
  )
}
