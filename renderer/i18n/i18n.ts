/** Words on the screen. Those of the first screen are at hand at once in both languages; every other file comes with the page that needs it. */
import enTypes from '#assets/locales/en/types.json'
import enStart from '#assets/locales/en/ui/start.json'
import enUi from '#assets/locales/en/ui.json'
import svTypes from '#assets/locales/sv/types.json'
import svStart from '#assets/locales/sv/ui/start.json'
import svUi from '#assets/locales/sv/ui.json'
import { createStore } from '../ui/store.ts'
import { createCatalogue, type Tree } from './catalogue.ts'
import { storedLanguage, storeLanguage, type Language } from './languages.ts'
import type { Key, Namespace, T } from './resources.ts'

const catalogue = createCatalogue()
const language = createStore<Language>('sv')

const files = import.meta.glob<Tree>(
  [
    '#assets/locales/*/ui/*.json',
    '#assets/locales/*/errors.json',
    '#assets/locales/*/word.json',
    // These are part of the first file already: four kilobytes cost less than asking for them.
    '!#assets/locales/*/ui.json',
    '!#assets/locales/*/ui/start.json',
  ],
  { import: 'default' },
)

function loaderOf(wantedIn: Language, file: string): (() => Promise<Tree>) | undefined {
  const path = `/locales/${wantedIn}/${file}.json`
  const entry = Object.entries(files).find(([name]) => name.endsWith(path))
  return entry?.[1]
}

async function load(wantedIn: Language, namespace: string): Promise<void> {
  if (catalogue.has(wantedIn, namespace)) return
  const file = ['ui', 'errors', 'word'].includes(namespace) ? namespace : `ui/${namespace}`
  const words = await loaderOf(wantedIn, file)?.()
  if (words !== undefined) catalogue.add(wantedIn, namespace, words)
}

const wanted = new Set<string>(['ui', 'start'])

/** Fetches a feature's words in the language in use. */
export async function loadWords(...namespaces: (Namespace | 'errors' | 'word')[]): Promise<void> {
  namespaces.forEach((namespace) => wanted.add(namespace))
  await Promise.all(namespaces.map((namespace) => load(currentLanguage(), namespace)))
}

export const currentLanguage = language.get

function speak(next: Language): void {
  document.documentElement.lang = next
  language.set(next)
}

/** Changes the interface's language on this machine, once all words on the screen are there. */
export async function setLanguage(next: Language): Promise<void> {
  await Promise.all([...wanted].map((namespace) => load(next, namespace)))
  storeLanguage(next)
  speak(next)
}

/** Starts with the stored or the system's language. */
export function startWords(): void {
  catalogue.add('sv', 'ui', svUi)
  catalogue.add('sv', 'start', svStart)
  catalogue.add('sv', 'types', svTypes)
  catalogue.add('en', 'ui', enUi)
  catalogue.add('en', 'start', enStart)
  catalogue.add('en', 'types', enTypes)
  speak(storedLanguage())
}

// One function a language: another one tells components that the words are others.
const texts: Record<Language, T> = {
  sv: (key, values) => catalogue.text('sv', key, values),
  en: (key, values) => catalogue.text('en', key, values),
}

/** The words of the language in use, in a component. */
export function useT(): T {
  return texts[language.use()]
}

/** The words outside a component: commands, errors. */
export function translate(): T {
  return texts[language.get()]
}

/** Whether there is a sentence for `key` in the language in use: for codes that come from elsewhere. */
export function isKey(key: string): key is Key {
  return catalogue.exists(language.get(), key)
}

/** Language of the interface, followed by components. */
export const useLanguage = language.use
