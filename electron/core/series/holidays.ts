/** Days on which Swedish offices are closed (lag 1989:253, and the eves that offices keep). Pure. */
import { addDays, weekdayOf } from '#contract/calendar.ts'
import type { Holiday } from '#contract/series.ts'

const two = (value: number) => String(value).padStart(2, '0')

/** Easter Sunday of a year of the Gregorian calendar (the method of Meeus, Jones and Butcher). */
export function easterSunday(year: number): string {
  const a = year % 19
  const [b, c] = [Math.floor(year / 100), year % 100]
  const [d, e] = [Math.floor(b / 4), b % 4]
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const [i, k] = [Math.floor(c / 4), c % 4]
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const day = h + l - 7 * m + 114
  return `${year}-${two(Math.floor(day / 31))}-${two((day % 31) + 1)}`
}

/** The first such weekday on or after a day. */
const from = (day: string, weekday: number) => addDays(day, (weekday - weekdayOf(day) + 7) % 7)

function named(year: number): Map<string, Holiday> {
  const easter = easterSunday(year)
  const midsummer = from(`${year}-06-20`, 6)
  const days: [string, Holiday][] = [
    [`${year}-01-01`, 'newYear'],
    [`${year}-01-06`, 'epiphany'],
    [addDays(easter, -2), 'goodFriday'],
    [addDays(easter, -1), 'easterEve'],
    [easter, 'easterSunday'],
    [addDays(easter, 1), 'easterMonday'],
    [`${year}-05-01`, 'firstOfMay'],
    [addDays(easter, 39), 'ascension'],
    [addDays(easter, 49), 'whitSunday'],
    [`${year}-06-06`, 'nationalDay'],
    [addDays(midsummer, -1), 'midsummerEve'],
    [midsummer, 'midsummerDay'],
    [from(`${year}-10-31`, 6), 'allSaints'],
    [`${year}-12-24`, 'christmasEve'],
    [`${year}-12-25`, 'christmasDay'],
    [`${year}-12-26`, 'boxingDay'],
    [`${year}-12-31`, 'newYearsEve'],
  ]
  return new Map(days.toReversed())
}

/** The holiday a day is, or the day of the weekend; null on a day that offices work. It warns, and moves nothing. */
export function holidayOn(day: string): Holiday | null {
  const found = named(Number(day.slice(0, 4))).get(day)
  if (found !== undefined) return found
  return ({ 0: 'sunday', 6: 'saturday' } as const)[weekdayOf(day) as 0 | 6] ?? null
}
