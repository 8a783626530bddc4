/** The way to personal data from every page. */
import type { Command } from '../../commands/registry.ts'

export const privacyPath = '/personuppgifter'

export const privacyCommands: readonly Command[] = [
  {
    id: 'privacy.go',
    labelKey: 'goPrivacy',
    group: 'go',
    icon: 'lock',
    when: (context) => context.open,
    run: (context) => context.navigate(privacyPath),
  },
]
