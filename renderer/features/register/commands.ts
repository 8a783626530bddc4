/** The register's lists, and its new entries, as commands that work on every page. */
import type { RegisterKind } from '#contract/register.ts'
import type { Command } from '../../commands/registry.ts'
import type { Key } from '../../i18n/resources.ts'
import { kinds, registerPath } from './kinds.ts'
import { askForNew, newKinds, type NewKind } from './new-entry.ts'

const labels: Record<RegisterKind, Key> = {
  person: 'goRegister.person',
  organisation: 'goRegister.organisation',
  body: 'goRegister.body',
  theme: 'goRegister.theme',
  post: 'goRegister.post',
  event: 'goRegister.event',
  assignment: 'goRegister.assignment',
}

const newLabels: Record<NewKind, Key> = {
  theme: 'newEntry.theme',
  post: 'newEntry.post',
  event: 'newEntry.event',
  assignment: 'newEntry.assignment',
}

export const registerCommands: readonly Command[] = [
  ...kinds.map((kind): Command => ({
    id: `register.go.${kind}`,
    labelKey: labels[kind],
    group: 'go',
    icon: 'register',
    when: (context) => context.open,
    run: (context) => context.navigate(registerPath(kind)),
  })),
  ...newKinds.map((kind): Command => ({
    id: `register.new.${kind}`,
    labelKey: newLabels[kind],
    group: 'create',
    icon: 'plus',
    when: (context) => context.open,
    run: (context) => askForNew(kind, context.navigate),
  })),
]
