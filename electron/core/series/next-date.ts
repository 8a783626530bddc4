/** The day of the next meeting, by the rule of its series and the days of those before it. Days only: no clock is asked. Pure. */
import { addDays, addMonths, weekdayOf } from '#contract/calendar.ts'
import type { NextRule } from '#contract/series.ts'

const dayOf = (date: string) => Number(date.slice(8))
/** 1 for the first of its weekday in a month, 5 for a fifth. */
const ordinalOf = (date: string) => Math.ceil(dayOf(date) / 7)
const firstOf = (date: string) => `${date.slice(0, 7)}-01`
const isSameMonth = (a: string, b: string) => a.slice(0, 7) === b.slice(0, 7)

function lastDayOf(date: string): number {
  return dayOf(addDays(addMonths(firstOf(date), 1), -1))
}

/** The nth of a weekday in the month of a date; its last one where there is no fifth. */
function nthWeekday(month: string, weekday: number, ordinal: number): string {
  const first = firstOf(month)
  const found = addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + 7 * (ordinal - 1))
  return isSameMonth(found, first) ? found : addDays(found, -7)
}

/** A day that a short month cut off is longed for again in the next: the 31st, after a meeting on 28 February. */
function wantedDay(last: string, days: readonly string[]): number {
  const own = dayOf(last)
  return own < lastDayOf(last) ? own : Math.max(own, ...days.map(dayOf))
}

function wantedOrdinal(last: string, days: readonly string[]): number {
  const own = ordinalOf(last)
  const isLastOne = !isSameMonth(addDays(last, 7), last)
  const fifth = days.some((day) => weekdayOf(day) === weekdayOf(last) && ordinalOf(day) === 5)
  return isLastOne && fifth ? 5 : own
}

function stepped(rule: NextRule, last: string, days: readonly string[], times: number): string {
  if (rule.unit === 'week') return addDays(last, 7 * rule.step * times)
  const month = addMonths(firstOf(last), rule.step * times)
  if (rule.on === 'weekday') return nthWeekday(month, weekdayOf(last), wantedOrdinal(last, days))
  return addDays(month, Math.min(wantedDay(last, days), lastDayOf(month)) - 1)
}

/**
 * The first day by the rule after the last of the given days and not before `today`; null without a rule, without a
 * day, or where none lies within the years the calendar has.
 * @param days of earlier meetings, `YYYY-MM-DD`, in any order
 */
export function nextDate(rule: NextRule | null, days: readonly string[], today: string): string | null {
  const last = days.toSorted().at(-1)
  if (rule === null || last === undefined) return null
  for (let times = 1; times < 12_000; times += 1) {
    const found = stepped(rule, last, days, times)
    if (found.length !== 10 || found > '2999-12-31') return null
    if (found >= today) return found
  }
  return null
}
