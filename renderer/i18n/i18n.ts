/** Words on the screen. Swedish of the first screen is at hand at once; every other file comes with the page that needs it. */
import i18next from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import svStart from '#assets/locales/sv/ui/start.json'
import svUi from '#assets/locales/sv/ui.json'
import { storedLanguage, storeLanguage, type Language } from './languages.ts'
import type { Namespace, T } from './resources.ts'

type File = Record<string, unknown>
const files = import.meta.glob<File>(
  [
    '#assets/locales/*/ui.json',
    '#assets/locales/*/ui/*.json',
    '#assets/locales/*/errors.json',
    '#assets/locales/*/word.json',
    // These two are part of the first file already.
    '!#assets/locales/sv/ui.json',
    '!#assets/locales/sv/ui/start.json',
  ],
  { import: 'default' },
)

function loaderOf(language: Language, file: string): (() => Promise<File>) | undefined {
  const path = `/locales/${language}/${file}.json`
  const entry = Object.entries(files).find(([name]) => name.endsWith(path))
  return entry?.[1]
}

async function load(language: Language, namespace: string): Promise<void> {
  if (i18next.hasResourceBundle(language, namespace)) return
  const file = ['ui', 'errors', 'word'].includes(namespace) ? namespace : `ui/${namespace}`
  const words = await loaderOf(language, file)?.()
  if (words !== undefined) i18next.addResourceBundle(language, namespace, words)
}

const wanted = new Set<string>(['ui', 'start'])

/** Fetches a feature's words in the language in use. */
export async function loadWords(...namespaces: (Namespace | 'errors' | 'word')[]): Promise<void> {
  namespaces.forEach((namespace) => wanted.add(namespace))
  await Promise.all(namespaces.map((namespace) => load(currentLanguage(), namespace)))
}

export function currentLanguage(): Language {
  return i18next.language === 'en' ? 'en' : 'sv'
}

/** Changes the interface's language on this machine, once all words on the screen are there. */
export async function setLanguage(language: Language): Promise<void> {
  await Promise.all([...wanted].map((namespace) => load(language, namespace)))
  storeLanguage(language)
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
}

/** Starts with the stored or the system's language. */
export async function startWords(): Promise<void> {
  const language = storedLanguage()
  await i18next.use(initReactI18next).init({
    lng: language,
    resources: { sv: { ui: svUi, start: svStart } },
    defaultNS: 'ui',
    ns: ['ui'],
    fallbackLng: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
    initAsync: false,
  })
  await Promise.all([...wanted].map((namespace) => load(language, namespace)))
  document.documentElement.lang = language
}

/** The words of the language in use, in a component. */
export function useT(): T {
  const { t } = useTranslation()
  // i18next's own key types are left unset: ours say the same in a tenth of the compiler's time.
  return t as unknown as T
}

/** The words outside a component: commands, errors. */
export function translate(): T {
  // As in useT.
  return i18next.t as unknown as T
}

/** Language of the interface, followed by components. */
export function useLanguage(): Language {
  const { i18n } = useTranslation()
  return i18n.language === 'en' ? 'en' : 'sv'
}
