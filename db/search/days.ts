/** Days as numbers: what the ids of indexed texts count in. Pure. */

const dayLength = 86_400_000
/** Ids for each day. */
export const perDay = 2 ** 20

/** Days since 1970 of the first day of `YYYY[-MM[-DD]]`; 30 February is taken as it is counted, 0 for what is no date. */
export function firstDay(date: string): number {
  const time = Date.parse(date)
  return Number.isNaN(time) ? 0 : Math.floor(time / dayLength)
}

/** The last day of `YYYY[-MM[-DD]]`. */
export function lastDay(date: string): number {
  const [year = 1970, month, day] = date.split('-').map(Number)
  if (day !== undefined) return firstDay(date)
  const next = month === undefined || month === 12 ? [year + 1, 1] : [year, month + 1]
  return firstDay(next.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-')) - 1
}

/** Smallest and largest id of texts from `from` to `to`, both inclusive; null is open. */
export function idRange(from: string | null, to: string | null): { low: number; high: number } {
  return {
    low: from === null ? Number.MIN_SAFE_INTEGER : firstDay(from) * perDay,
    high: to === null ? Number.MAX_SAFE_INTEGER : (lastDay(to) + 1) * perDay - 1,
  }
}
