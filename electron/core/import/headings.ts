/** Which lines open an item: numbered chains by their sequence, unnumbered lines by their looks. */
import type { Heading, HeadingField } from './heading-field.ts'
import { isKnownTitle } from './known-titles.ts'
import { numberedHeadings } from './numbered-headings.ts'
import { isCapitals, unnumberedHeadings } from './unnumbered-headings.ts'

/** All headings of one meeting in order. */
export function findHeadings(field: HeadingField): Heading[] {
  const numbered = numberedHeadings(field)
  if (numbered.length === 0) return unnumberedHeadings(field, 2, () => true)
  const lines = new Set(numbered.flatMap((heading) => [heading.line.n, heading.titleLine?.n ?? 0]))
  const first = numbered.reduce((low, heading) => Math.min(low, heading.line.n), Number.POSITIVE_INFINITY)
  const capitals = unnumberedHeadings(field, 3, (line) => !lines.has(line.n) && isCapitals(line.text))
  const others = unnumberedHeadings(
    field,
    3,
    (line) =>
      !lines.has(line.n) &&
      (line.forced === 'itemHeading' ||
        (line.n > first && isKnownTitle(line.text)) ||
        (capitals.length >= 3 && isCapitals(line.text))),
  )
  return [...numbered, ...others].toSorted((a, b) => a.line.n - b.line.n)
}
