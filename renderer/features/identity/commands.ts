/** The names to settle, from every page. */
import type { Command } from '../../commands/registry.ts'
import { namesPath } from './paths.ts'

export const identityCommands: readonly Command[] = [
  {
    id: 'identity.go',
    labelKey: 'goNames',
    group: 'go',
    icon: 'person',
    when: (context) => context.open,
    run: (context) => context.navigate(namesPath),
  },
]
