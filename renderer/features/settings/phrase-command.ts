/** The way to the standard phrases from every page. */
import type { Command } from '../../commands/registry.ts'

export const phraseCommands: readonly Command[] = [
  {
    id: 'phrases.go',
    labelKey: 'goPhrases',
    group: 'go',
    icon: 'text',
    when: (context) => context.open,
    run: (context) => {
      context.navigate('/installningar')
      requestAnimationFrame(() => document.getElementById('settings-phrases')?.focus())
    },
  },
]
