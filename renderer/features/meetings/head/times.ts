/** Clock times as people write them. */
import { splitTime, withDay } from '#contract/day-time.ts'
import { parseDate } from '../../../i18n/dates.ts'
import type { Key, T } from '../../../i18n/resources.ts'

/** `13`, `13.00`, `13:00`, `kl. 9.30`, `1300` as `HH:MM`; null when it is no time of day. */
export function parseClock(typed: string): string | null {
  const found = /^(?:kl\.?\s*)?(\d{1,2})(?:[.:\s]?(\d{2}))?$/i.exec(typed.trim())
  if (found === null) return null
  const [hour, minute] = [Number(found[1]), Number(found[2] ?? '0')]
  if (hour > 23 || minute > 59) return null
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/** `13:00` as it is printed: `13.00`. */
export function clockFor(time: string): string {
  return time.replace(':', '.')
}

/**
 * A time that may have its day beside it, before or behind: `09.10`, `09.10 11 mars`, `11/3 2026 kl. 9`. Without one it
 * keeps the day that stood there. A day without its year is the one that follows the meeting's first.
 * @param stood the time as it is now
 */
export function parseDayTime(typed: string, date: string, stood: string | null): string | null {
  const kept = stood === null ? null : splitTime(stood).day
  const plain = parseClock(typed)
  const found = plain !== null ? null : split(typed.trim().replace(/\s+/g, ' '))
  const time = plain ?? found?.time ?? null
  if (time === null) return null
  const day = found === null ? kept : dayIn(found.day, date)
  if (found !== null && day === null) return null
  return day === null || day === date ? time : withDay(day, time)
}

/** The time at either end of what is typed, and the day that is the rest. */
function split(typed: string): { time: string; day: string } | null {
  const [, ahead = '', rest = ''] = /^((?:kl\.? ?)?\d{1,2}(?:[.:]\d{2})?),? (?:on |den )?(.+)$/iu.exec(typed) ?? []
  const [, before = '', behind = ''] =
    /^(?:on |den )?(.+?),? (?:at )?((?:kl\.? ?)?\d{1,2}[.:]\d{2}|kl\.? ?\d{1,2})$/iu.exec(typed) ?? []
  const [first, last] = [parseClock(ahead), parseClock(behind)]
  if (first !== null && /[.:]/.test(ahead)) return { time: first, day: rest }
  if (last !== null) return { time: last, day: before }
  return first === null ? null : { time: first, day: rest }
}

function dayIn(words: string, date: string): string | null {
  const year = Number(date.slice(0, 4))
  const whole = [words, `${words} ${year}`, `${words}/${year}`].map(parseDate).find((one) => one?.length === 10) ?? null
  if (whole === null || whole >= date || /\d{4}/.test(words)) return whole
  return parseDate(`${words} ${year + 1}`) ?? parseDate(`${words}/${year + 1}`)
}

/** What a typed time means, or the sentence about what is wrong with it. */
export function timeParser(t: T, parse = parseClock, wrong: Key = 'meetings:head.timeUnusable') {
  return (typed: string): { value: string | null } | { wrong: string } => {
    if (typed.trim() === '') return { value: null }
    const value = parse(typed)
    return value === null ? { wrong: t(wrong) } : { value }
  }
}

/** Names typed on one line: commas, semicolons and "och"/"and" part them. */
export function parseNames(typed: string): string[] {
  return typed
    .split(/\s*(?:[,;]|\s(?:och|and|samt)\s)\s*/i)
    .map((name) => name.trim())
    .filter((name) => name !== '')
}
