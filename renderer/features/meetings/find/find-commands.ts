/** The keys that find and replace. */
import { usePageCommands, type Command } from '../../../commands/registry.ts'
import { useLocked } from '../inline/locked.ts'
import { openFind } from './state.ts'

export function useFindCommands(): void {
  const locked = useLocked()
  const command = (id: string, labelKey: Command['labelKey'], shortcut: string, replacing: boolean): Command => ({
    id: `meeting.${id}`,
    labelKey,
    group: 'page',
    icon: 'search',
    shortcut,
    inText: true,
    run: () => openFind(replacing && !locked),
  })
  usePageCommands(
    () => [
      command('find', 'writing:find.open', 'Mod+F', false),
      command('replace', 'writing:find.openReplace', 'Mod+H', true),
    ],
    [locked],
  )
}
