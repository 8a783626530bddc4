/** Series in words: kinds, rules, days off, types of items. */
import type { Holiday, NextRule } from '#contract/series.ts'
import type { ItemType } from '#contract/minutes.ts'
import type { T } from '../../i18n/resources.ts'
import type { Option } from '../../ui/field.tsx'

export const seriesPath = (id: string) => `/serier/${id}`
export const planPath = (id: string) => `/serier/${id}/plan`

/** Rules that offices have; another one is shown as it is. */
export const rules: Readonly<Record<string, NextRule>> = {
  'week-1': { unit: 'week', step: 1 },
  'week-2': { unit: 'week', step: 2 },
  'week-3': { unit: 'week', step: 3 },
  'week-4': { unit: 'week', step: 4 },
  'month-1-weekday': { unit: 'month', step: 1, on: 'weekday' },
  'month-2-weekday': { unit: 'month', step: 2, on: 'weekday' },
  'month-3-weekday': { unit: 'month', step: 3, on: 'weekday' },
  'month-1-date': { unit: 'month', step: 1, on: 'date' },
  'month-2-date': { unit: 'month', step: 2, on: 'date' },
  'month-3-date': { unit: 'month', step: 3, on: 'date' },
}

export const ruleKey = (rule: NextRule | null) =>
  rule === null ? null : [rule.unit, rule.step, ...(rule.unit === 'month' ? [rule.on] : [])].join('-')

export function ruleWords(t: T, rule: NextRule): string {
  const count = rule.step
  if (rule.unit === 'week') return t('series:rule.week', { count })
  return rule.on === 'weekday' ? t('series:rule.monthWeekday', { count }) : t('series:rule.monthDate', { count })
}

export const holidayWords = (t: T, day: Holiday) => t(`series:holiday.${day}`)

export const typeNames = (t: T): Record<ItemType, string> => ({
  opening: t('series:type.opening'),
  information: t('series:type.information'),
  discussion: t('series:type.discussion'),
  decision: t('series:type.decision'),
  election: t('series:type.election'),
  other: t('series:type.others'),
  closing: t('series:type.closing'),
})

export const typeOptions = (t: T): Option<ItemType>[] => {
  const names = typeNames(t)
  return [
    { value: 'opening', label: names.opening },
    { value: 'information', label: names.information },
    { value: 'discussion', label: names.discussion },
    { value: 'decision', label: names.decision },
    { value: 'election', label: names.election },
    { value: 'other', label: names.other },
    { value: 'closing', label: names.closing },
  ]
}

/** A whole number within bounds as typed; null for nothing, undefined for anything else. */
export function wholeNumber(typed: string, most: number, least = 0): number | null | undefined {
  const text = typed.trim()
  if (text === '') return null
  const value = /^\d{1,6}$/u.test(text) ? Number(text) : Number.NaN
  return value >= least && value <= most ? value : undefined
}
