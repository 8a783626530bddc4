/**
 * The one clock: the day that register, minutes and map are looked at, and what was known when. Today and
 * now at every start: nobody should meet an old day without having asked for it.
 */
import { addDays, addMonths, addYears, isDay } from '#contract/calendar.ts'
import { parseDate } from '../../i18n/dates.ts'
import { today } from '../../i18n/today.ts'
import { createStore } from '../../ui/store.ts'

export type ClockState = {
  /** Null: today. */
  asOf: string | null
  /** A day, through its end on this machine; null: now. */
  knownOn: string | null
}

const still: ClockState = { asOf: null, knownOn: null }
const store = createStore<ClockState>(still)

export const useClockState = store.use
export const clockState = store.get

/** What a read is asked with; empty today. A day as knowledge means its last moment here, whatever the zone. */
export type ClockInput = { asOf?: string; knownAt?: string }

function endOfDay(day: string): string {
  return new Date(
    Number(day.slice(0, 4)),
    Number(day.slice(5, 7)) - 1,
    Number(day.slice(8)),
    23,
    59,
    59,
    999,
  ).toISOString()
}

export function clockInput({ asOf, knownOn }: ClockState): ClockInput {
  return {
    ...(asOf === null ? {} : { asOf }),
    ...(knownOn === null ? {} : { knownAt: endOfDay(knownOn) }),
  }
}

/** The clock as part of a read's input, followed by components. */
export function useClock(): ClockInput {
  return clockInput(store.use())
}

/** Looks at a day; today, or null, is today from now on. */
export function setDay(day: string | null): void {
  store.set({ ...store.get(), asOf: day === today() ? null : day })
}

/** Looks with the knowledge of a day; today and what lies ahead is now. */
export function setKnown(day: string | null): void {
  store.set({ ...store.get(), knownOn: day !== null && day < today() ? day : null })
}

export function resetClock(): void {
  store.set(still)
}

export type Step = 'day' | 'month' | 'year'
const steps = { day: addDays, month: addMonths, year: addYears }

/** The day one step on (1) or back (-1); itself where the calendar ends. */
export function stepped(day: string, step: Step, by: 1 | -1): string {
  const next = steps[step](day, by)
  return isDay(next) ? next : day
}

const names = /^(?:i ?dag|today|nu|now)$/i

/**
 * What was typed as one day: any way of writing a date, a month or year meaning its first day; "idag" and "today".
 * Null when it is none.
 */
export function dayTyped(typed: string): string | null {
  const text = typed.trim()
  if (names.test(text)) return today()
  const date = parseDate(text)
  if (date === null) return null
  const day = date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date
  return isDay(day) ? day : null
}
