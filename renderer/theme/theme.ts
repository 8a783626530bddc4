/** Light, dark or as the system has it; and whether single letters are commands. Kept on this machine, not in the workspace. */
import { createStore } from '../ui/store.ts'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const themeKey = 'kansli.theme'
const keysKey = 'kansli.single-keys'

function storedTheme(): Theme {
  const value = window.localStorage.getItem(themeKey)
  return themes.find((theme) => theme === value) ?? 'system'
}

const store = createStore<Theme>('system')
export const useTheme = store.use

function show(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
  store.set(theme)
}

export function startTheme(): void {
  show(storedTheme())
}

export function setTheme(theme: Theme): void {
  if (theme === 'system') window.localStorage.removeItem(themeKey)
  else window.localStorage.setItem(themeKey, theme)
  show(theme)
}

/** Commands of one letter can be turned off: speech input and unsteady hands would set them off. */
const singleKeys = createStore<boolean>(true)
export const useSingleKeys = singleKeys.use
export const singleKeysOn = singleKeys.get

export function startSingleKeys(): void {
  singleKeys.set(window.localStorage.getItem(keysKey) !== 'off')
}

export function setSingleKeys(on: boolean): void {
  if (on) window.localStorage.removeItem(keysKey)
  else window.localStorage.setItem(keysKey, 'off')
  singleKeys.set(on)
}
