/** The key that opens the private note of the current item. */
import { usePageCommands } from '../../../commands/registry.ts'
import { pageState } from '../page/state.ts'
import type { View } from '../text/savers.ts'
import { focusNote } from './notes.ts'

export function useNoteCommands(view: View): void {
  usePageCommands(
    () => [
      {
        id: 'meeting.note',
        labelKey: 'writing:note.open',
        group: 'page',
        icon: 'lock',
        shortcut: 'Mod+Alt+N',
        inText: true,
        when: () => view.items.length > 0,
        run: () => {
          const itemId = pageState().here ?? view.items[0]?.id
          if (itemId !== undefined) focusNote(itemId)
        },
      },
    ],
    [view.id, view.items.length > 0],
  )
}
