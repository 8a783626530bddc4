/** Clock times as people write them. */

/** `13`, `13.00`, `13:00`, `kl. 9.30`, `1300` as `HH:MM`; null when it is no time of day. */
export function parseClock(typed: string): string | null {
  const found = /^(?:kl\.?\s*)?(\d{1,2})(?:[.:\s]?(\d{2}))?$/i.exec(typed.trim())
  if (found === null) return null
  const [hour, minute] = [Number(found[1]), Number(found[2] ?? '0')]
  if (hour > 23 || minute > 59) return null
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/** Names typed on one line: commas, semicolons and "och"/"and" part them. */
export function parseNames(typed: string): string[] {
  return typed
    .split(/\s*(?:[,;]|\s(?:och|and|samt)\s)\s*/i)
    .map((name) => name.trim())
    .filter((name) => name !== '')
}
