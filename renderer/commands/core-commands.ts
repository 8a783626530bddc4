/** Commands that every page has. */
import type { Place } from '../features/route.ts'
import type { Key } from '../i18n/resources.ts'
import { currentLanguage, setLanguage } from '../i18n/i18n.ts'
import { setTheme } from '../theme/theme.ts'
import { call } from '../transport/client.ts'
import type { IconName } from '../ui/icon.tsx'
import { openOverlay } from './overlays.ts'
import type { Command } from './registry.ts'
import { redo, undo } from './undo.ts'

export const placeFace: Record<Place, { labelKey: Key; icon: IconName; path: string }> = {
  start: { labelKey: 'places.start', icon: 'start', path: '/' },
  meetings: { labelKey: 'places.meetings', icon: 'meeting', path: '/moten' },
  register: { labelKey: 'places.register', icon: 'register', path: '/register' },
  network: { labelKey: 'places.network', icon: 'map', path: '/karta' },
  actions: { labelKey: 'places.actions', icon: 'actions', path: '/atgarder' },
  sources: { labelKey: 'places.sources', icon: 'document', path: '/kallor' },
  settings: { labelKey: 'places.settings', icon: 'settings', path: '/installningar' },
}

/** One "go to" a place that has a page, reached by Alt and its number in the column. */
export function placeCommands(places: readonly Place[]): Command[] {
  return places.map((place, index): Command => ({
    id: `go.${place}`,
    labelKey: placeFace[place].labelKey,
    group: 'go',
    icon: placeFace[place].icon,
    shortcut: place === 'settings' ? 'Mod+,' : `Alt+${index + 1}`,
    inText: true,
    when: (context) => context.open,
    run: (context) => context.navigate(placeFace[place].path),
  }))
}

export const coreCommands: readonly Command[] = [
  {
    id: 'palette',
    labelKey: 'palette.open',
    group: 'go',
    icon: 'search',
    shortcut: 'Mod+K',
    inText: true,
    hidden: true,
    when: (context) => context.open,
    run: () => openOverlay('palette'),
  },
  {
    id: 'undo',
    labelKey: 'undo.undo',
    group: 'edit',
    icon: 'undo',
    shortcut: 'Mod+Z',
    when: (context) => context.open,
    run: undo,
  },
  {
    id: 'redo',
    labelKey: 'undo.redo',
    group: 'edit',
    icon: 'redo',
    shortcut: 'Mod+Shift+Z',
    when: (context) => context.open,
    run: redo,
  },
  {
    id: 'redo.other',
    labelKey: 'undo.redo',
    group: 'edit',
    shortcut: 'Mod+Y',
    hidden: true,
    when: (context) => context.open,
    run: redo,
  },
  {
    id: 'workspace.close',
    labelKey: 'workspace.change',
    group: 'workspace',
    icon: 'folder',
    when: (context) => context.open,
    run: async (context) => {
      await call('workspace.close', {})
      context.navigate('/')
    },
  },
  { id: 'theme.light', labelKey: 'theme.toLight', group: 'view', icon: 'eye', run: () => setTheme('light') },
  { id: 'theme.dark', labelKey: 'theme.toDark', group: 'view', icon: 'eye', run: () => setTheme('dark') },
  { id: 'theme.system', labelKey: 'theme.toSystem', group: 'view', icon: 'eye', run: () => setTheme('system') },
  {
    id: 'language',
    labelKey: 'language.other',
    group: 'view',
    icon: 'speech',
    run: () => setLanguage(currentLanguage() === 'sv' ? 'en' : 'sv'),
  },
  {
    id: 'help',
    labelKey: 'help.title',
    hintKey: 'help.hint',
    group: 'help',
    icon: 'keyboard',
    shortcut: '?',
    run: () => openOverlay('help'),
  },
  {
    id: 'help.f1',
    labelKey: 'help.title',
    group: 'help',
    shortcut: 'F1',
    inText: true,
    hidden: true,
    run: () => openOverlay('help'),
  },
]
