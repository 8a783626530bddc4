/** Dates and times as running text has them. Input: the ISO shapes of the contract. */
import { splitTime } from '#contract/day-time.ts'
import type { Language } from './typography.ts'

const months: Readonly<Record<Language, readonly string[]>> = {
  sv: 'januari februari mars april maj juni juli augusti september oktober november december'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
}

/** "den 10 november 2021", "november 2021", "2021"; English "10 November 2021". As precise as the date is. */
export function spellDate(date: string, language: Language): string {
  const day = spellDay(date, language)
  return language === 'sv' && date.length === 10 ? `den ${day}` : day
}

/** The same without "den", for titles: "10 november 2021". */
export function spellDay(date: string, language: Language): string {
  const [year = '', month, day] = date.split('-')
  if (month === undefined) return year
  const name = months[language][Number(month) - 1] ?? month
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`
}

/** Swedish official writing has the full stop, 10.00; English the colon. With its day: "09.10 den 12 mars 2026". */
export function spellTime(value: string, language: Language): string {
  const { day, time } = splitTime(value)
  const clock = language === 'sv' ? time.replace(':', '.') : time
  if (day === null) return clock
  return `${clock} ${language === 'sv' ? '' : 'on '}${spellDate(day, language)}`
}
