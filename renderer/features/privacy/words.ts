/** Names of tables and codes as a person reads them: those of the extract, in the interface's language. */
import en from '#assets/locales/en/extract.json' with { type: 'json' }
import sv from '#assets/locales/sv/extract.json' with { type: 'json' }
import { useLanguage } from '../../i18n/i18n.ts'
import type { Language } from '../../i18n/languages.ts'

const tables: Readonly<Record<Language, Readonly<Record<string, string>>>> = { sv: sv.tables, en: en.tables }

/** What a table of the workspace is called. */
export function useTableName(): (table: string) => string {
  const language = useLanguage()
  return (table) => tables[language][table] ?? table
}

/** Whether what was typed is the name: case and spaces do not matter. */
export function isName(typed: string, name: string): boolean {
  const plain = (text: string) => text.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase()
  return plain(typed) !== '' && plain(typed) === plain(name)
}

/** The same day `years` later, as ISO; the last of February where there is no 29th. @param day `YYYY-MM-DD` */
export function yearsLater(day: string, years: number): string {
  const year = String(Number(day.slice(0, 4)) + years).padStart(4, '0')
  const later = `${year}${day.slice(4)}`
  return new Date(`${later}T00:00:00Z`).toISOString().slice(0, 10) === later ? later : `${year}-02-28`
}
