/** The interface's language: chosen on this machine, else the system's first of the two, else Swedish. */
export const languages = ['sv', 'en'] as const
export type Language = (typeof languages)[number]

const key = 'kansli.language'

function isLanguage(value: string | null | undefined): value is Language {
  return value === 'sv' || value === 'en'
}

/** English only where the system asks for English before Swedish. */
export function languageFor(stored: string | null, wanted: readonly string[]): Language {
  if (isLanguage(stored)) return stored
  const first = wanted.map((tag) => tag.split('-')[0]?.toLowerCase()).find((tag) => isLanguage(tag))
  return isLanguage(first) ? first : 'sv'
}

export function storedLanguage(): Language {
  return languageFor(window.localStorage.getItem(key), navigator.languages)
}

export function storeLanguage(language: Language): void {
  window.localStorage.setItem(key, language)
}
