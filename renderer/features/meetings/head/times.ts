/** Clock times as people write them. */
import type { T } from '../../../i18n/resources.ts'

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

/** What a typed time means, or the sentence about what is wrong with it. */
export function timeParser(t: T) {
  return (typed: string): { value: string | null } | { wrong: string } => {
    if (typed.trim() === '') return { value: null }
    const value = parseClock(typed)
    return value === null ? { wrong: t('meetings:head.timeUnusable') } : { value }
  }
}

/** Names typed on one line: commas, semicolons and "och"/"and" part them. */
export function parseNames(typed: string): string[] {
  return typed
    .split(/\s*(?:[,;]|\s(?:och|and|samt)\s)\s*/i)
    .map((name) => name.trim())
    .filter((name) => name !== '')
}
