/** Dates and times as people write them: `10 nov 2021`, `10.42`. As precise as the value is. */
import en from '#assets/locales/en/dates.json' with { type: 'json' }
import sv from '#assets/locales/sv/dates.json' with { type: 'json' }
import { splitTime } from '#contract/day-time.ts'
import type { Language } from './languages.ts'

// The system's own formats give the same words, after some seventy milliseconds at the first of them.
const words: Readonly<Record<Language, typeof sv>> = { sv, en }
const monthKeys = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7', 'm8', 'm9', 'm10', 'm11', 'm12'] as const
const dayKeys = ['d0', 'd1', 'd2', 'd3', 'd4', 'd5', 'd6'] as const

function parts(iso: string): { year: number; month: number | null; day: number | null } | null {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(iso)
  if (found === null) return null
  return {
    year: Number(found[1]),
    month: found[2] === undefined ? null : Number(found[2]),
    day: found[3] === undefined ? null : Number(found[3]),
  }
}

function shown(iso: string, language: Language, names: 'months' | 'monthsShort', weekday: boolean): string {
  const date = parts(iso)
  if (date === null) return iso
  const { year, month: m, day } = date
  if (m === null) return String(year).padStart(4, '0')
  const at = new Date(Date.UTC(2000, 0, 1))
  at.setUTCFullYear(year, m - 1, day ?? 1)
  const own = words[language]
  // A Date knows twelve months and seven days.
  const key = monthKeys[at.getUTCMonth()] ?? 'm1'
  const month = names === 'months' ? own.months[key] : own.monthsShort[key]
  if (day === null) return `${month} ${at.getUTCFullYear()}`
  const full = `${at.getUTCDate()} ${month} ${at.getUTCFullYear()}`
  return weekday ? `${own.weekdays[dayKeys[at.getUTCDay()] ?? 'd0']} ${full}` : full
}

/** `2021-11-10` → `10 nov 2021`; `2021-11` → `nov 2021`; `2021` → `2021`. Anything else is given back. */
export function shortDate(iso: string, language: Language): string {
  return shown(iso, language, 'monthsShort', false)
}

/** `10 november 2021`. */
export function longDate(iso: string, language: Language): string {
  return shown(iso, language, 'months', false)
}

/** `onsdag 10 november 2021`; without a day the weekday falls away. */
export function weekdayDate(iso: string, language: Language): string {
  return shown(iso, language, 'months', true)
}

/** `13:00` → `13.00` in Swedish; with its day `13.00 11 mars 2026`. */
export function clock(value: string, language: Language): string {
  const { day, time } = splitTime(value)
  const told = language === 'sv' ? time.replaceAll(':', '.') : time
  return day === null ? told : `${told} ${shortDate(day, language)}`
}

/** Time of day with seconds, of an ISO instant, in the machine's own zone. */
export function clockOf(instant: string, language: Language): string {
  const at = new Date(instant)
  const two = (value: number) => String(value).padStart(2, '0')
  return clock(`${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`, language)
}

/**
 * What a person typed as a date, as ISO: `2021-11-10`, `2021-11`, `2021`, `10 nov 2021`, `10/11 2021`,
 * `10.11.2021`, with Swedish or English month names. Null when it is no date of any calendar.
 */
export function parseDate(typed: string): string | null {
  const value = typed.trim().toLowerCase()
  const iso = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(value)
  if (iso !== null) return checked(Number(iso[1]), iso[2], iso[3])
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(value)
  if (compact !== null) return checked(Number(compact[1]), compact[2], compact[3])
  const figures = /^(?:den )?(\d{1,2})\s*[./]\s*(\d{1,2})[.\s/]\s*(\d{4})$/.exec(value)
  if (figures !== null) return checked(Number(figures[3]), figures[2], figures[1])
  const words = /^(?:den )?(?:(\d{1,2})(?::e|st|nd|rd|th)?\s+)?([a-zåäö]{3,})\.?,?\s+(\d{4})$/.exec(value)
  const month = months.findIndex(
    (names) => words?.[2] !== undefined && names.some((name) => name.startsWith(words[2] ?? '')),
  )
  return words === null || month < 0 ? null : checked(Number(words[3]), String(month + 1), words[1])
}

const months = [
  ['januari', 'january'],
  ['februari', 'february'],
  ['mars', 'march'],
  ['april'],
  ['maj', 'may'],
  ['juni', 'june'],
  ['juli', 'july'],
  ['augusti', 'august'],
  ['september'],
  ['oktober', 'october'],
  ['november'],
  ['december'],
]

function checked(year: number, month: string | undefined, day: string | undefined): string | null {
  const two = (value: number) => String(value).padStart(2, '0')
  if (year < 1) return null
  if (month === undefined) return String(year).padStart(4, '0')
  const m = Number(month)
  if (m < 1 || m > 12) return null
  if (day === undefined) return `${String(year).padStart(4, '0')}-${two(m)}`
  const at = new Date(Date.UTC(2000, 0, 1))
  at.setUTCFullYear(year, m - 1, Number(day))
  return at.getUTCMonth() === m - 1 && Number(day) > 0
    ? `${String(year).padStart(4, '0')}-${two(m)}-${two(Number(day))}`
    : null
}
