/** Contacts in, from every page. */
import type { Command } from '../../commands/registry.ts'

export const contactsPath = '/kontakter'

export const exchangeCommands: readonly Command[] = [
  {
    id: 'contacts.readIn',
    labelKey: 'exchange.readIn',
    group: 'create',
    icon: 'import',
    when: (context) => context.open,
    run: (context) => context.navigate(contactsPath),
  },
]
