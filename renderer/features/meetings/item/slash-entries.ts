/** What the `/` menu offers. */
import type { T } from '../../../i18n/resources.ts'
import type { SlashEntry } from '../editor/slash.ts'

export function slashEntries(t: T): SlashEntry[] {
  return [
    {
      kind: 'decision',
      label: t('meetings:slash.decision'),
      hint: t('meetings:slash.decisionHint'),
      shortcut: 'Mod+Alt+3',
    },
    { kind: 'action', label: t('meetings:slash.action'), hint: t('meetings:slash.actionHint'), shortcut: 'Mod+Alt+4' },
    { kind: 'list', label: t('meetings:slash.list'), hint: t('meetings:slash.listHint'), shortcut: 'Mod+Alt+2' },
    {
      kind: 'paragraph',
      label: t('meetings:slash.paragraph'),
      hint: t('meetings:slash.paragraphHint'),
      shortcut: 'Mod+Alt+1',
    },
  ]
}
