/** The register's lists as commands that work on every page. */
import type { RegisterKind } from '#contract/register.ts'
import type { Command } from '../../commands/registry.ts'
import type { Key } from '../../i18n/resources.ts'
import { kinds, registerPath } from './kinds.ts'

const labels: Record<RegisterKind, Key> = {
  person: 'goRegister.person',
  organisation: 'goRegister.organisation',
  body: 'goRegister.body',
  theme: 'goRegister.theme',
  post: 'goRegister.post',
  event: 'goRegister.event',
  assignment: 'goRegister.assignment',
}

export const registerCommands: readonly Command[] = kinds.map((kind) => ({
  id: `register.go.${kind}`,
  labelKey: labels[kind],
  group: 'go',
  icon: 'register',
  when: (context) => context.open,
  run: (context) => context.navigate(registerPath(kind)),
}))
