/** The register's lists as commands that work on every page. */
import type { EntityKind } from '#contract/register.ts'
import type { Command } from '../../commands/registry.ts'
import type { Key } from '../../i18n/resources.ts'
import { kinds, registerPath } from './kinds.ts'

const labels: Record<EntityKind, Key> = {
  person: 'goRegister.person',
  organisation: 'goRegister.organisation',
  body: 'goRegister.body',
}

export const registerCommands: readonly Command[] = kinds.map((kind) => ({
  id: `register.go.${kind}`,
  labelKey: labels[kind],
  group: 'go',
  icon: 'register',
  when: (context) => context.open,
  run: (context) => context.navigate(registerPath(kind)),
}))
