/** Fields of the head in and below a list of people: "Sekreterare: NN" after those who were there. */
import { circulated, readHeadLine } from './head-labels.ts'
import type { Heading } from './heading-field.ts'
import type { SourceLine } from './lines.ts'

/** A labelled officer or field line that ends a list of people; "Ordförande: NN" may stand in a list too. */
export function headRole(line: SourceLine): boolean {
  const entries = readHeadLine(line.raw)
  return entries.some(
    (entry) =>
      (entry.field !== 'other' || circulated.test(entry.label)) && entry.field !== 'body' && entry.field !== 'sender',
  )
}

/** Head fields that stand after the people when those come last ("Sekreterare: NN"). */
export function trailingHead(
  outside: readonly SourceLine[],
  people: { starts: number[]; personLines: ReadonlyMap<number, number> },
  headings: readonly Heading[],
  signed: ReadonlySet<number>,
): SourceLine[] {
  const lastHeading = headings.at(-1)?.line.n ?? 0
  const lastStart = people.starts.at(-1) ?? 0
  if (lastStart <= lastHeading || headings.length === 0) return []
  const lastPerson = [...people.personLines.keys()].reduce((last, line) => Math.max(last, line), 0)
  return outside.filter(
    (line) => line.n > lastPerson && !line.blank && !signed.has(line.n) && line.forced === null && headRole(line),
  )
}
