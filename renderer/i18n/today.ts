/** A file of its own: the first questions need it, and no words of dates. */

/** The machine's own calendar day as ISO. */
export function today(now = new Date()): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
