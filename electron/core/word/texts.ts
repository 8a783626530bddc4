/** The words that stand in documents. They follow the language of the minutes, not of the screen. */
import en from '#assets/locales/en/document.json' with { type: 'json' }
import sv from '#assets/locales/sv/document.json' with { type: 'json' }
import type { Language } from './typography.ts'

export type DocumentTexts = Readonly<Record<keyof typeof sv, string>>

const texts: Readonly<Record<Language, DocumentTexts>> = { sv, en }

export function documentTexts(language: Language): DocumentTexts {
  return texts[language]
}

/** Puts values into a text with {{name}} places. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (place, name: string) => values[name] ?? place)
}
