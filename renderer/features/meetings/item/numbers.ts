/** Numbers of agenda items. */

/** The number that follows: 3 after 2, 3.2 after 3.1; none after one that does not count. */
export function nextNumber(after: string | null, taken: ReadonlySet<string>): string | null {
  const found = /^(.*?)(\d+)$/.exec(after ?? '')
  if (found === null) return null
  const next = `${found[1] ?? ''}${Number(found[2]) + 1}`
  return taken.has(next) ? null : next
}
