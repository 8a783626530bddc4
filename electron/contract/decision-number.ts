/** "2026:4": a decision's number with the year of its meeting; null as long as either is not known. */
export function decisionNumberOf(number: number | null | undefined, date: string | null): string | null {
  return number === null || number === undefined || date === null ? null : `${date.slice(0, 4)}:${number}`
}
