/** Numbered paragraphs under an item ("2.1 Hissen är beställd."): text of the item, no headings of their own. */
import type { Candidate } from './heading-chains.ts'
import type { HeadingField } from './heading-field.ts'
import { cellsOf } from './lines.ts'
import { readNumber } from './numbering.ts'
import { endsSentence, startsLower, wordsOf } from './words.ts'

/** The words beside the number, without the columns to their right (who answers for it, until when). */
function ownWords({ line, read }: Candidate): string {
  const cells = cellsOf(line.raw)
  const [first = '', second] = cells
  if (cells.length < 2) return read.title
  const inFirst = readNumber(first)
  return inFirst === null || inFirst.title === '' ? (second ?? '') : inFirst.title
}

/** Right columns of a table of points: "Info", initials, a day. */
function hasColumns({ line }: Candidate): boolean {
  const cells = cellsOf(line.raw)
  const [first = ''] = cells
  return cells.length > (readNumber(first)?.title === '' || /^[\d.]+$/u.test(first) ? 2 : 1)
}

/** It says a sentence, or goes on in the line below. */
function tells(field: HeadingField, candidate: Candidate): boolean {
  const words = ownWords(candidate)
  const next = field.lines[candidate.at + 1]
  if (endsSentence(words)) return wordsOf(words).length > 1 || hasColumns(candidate)
  const below =
    next !== undefined && !field.taken(next) && !field.gapAfter(candidate.at) && readNumber(next.text) === null
  return hasColumns(candidate) || (below && (startsLower(next.text) || /\. \p{Lu}/u.test(words)))
}

/**
 * True where the points under the items ("2.1", "2.2") are told, not headed: most of them are sentences, run on or
 * have columns of their own beside them. Then none of them is a heading.
 */
export function tellsItsPoints(field: HeadingField, candidates: readonly Candidate[]): boolean {
  const points = candidates.filter(({ read }) => typeof read.sub[0] === 'number')
  return points.length >= 3 && points.filter((one) => tells(field, one)).length > points.length / 2
}
