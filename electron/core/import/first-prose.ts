/** Running text that stands before the first heading. */
import type { Head } from './head-fields.ts'
import type { Heading } from './heading-field.ts'
import { bulletMark } from './lines.ts'
import type { SourceLine } from './lines.ts'
import { endsSentence, foldText, wordsOf } from './words.ts'

/**
 * The first sentence of running text after the title and before the first heading, whose lines have no other place. A
 * list of the items to come is none.
 */
export function firstProse(
  prelude: readonly SourceLine[],
  head: Head,
  headings: readonly Heading[],
  end: number,
): number | null {
  const title = Math.max(0, ...head.titleLines)
  const titles = new Set(headings.map((heading) => foldText(heading.title)))
  const line = prelude.find(
    (one) =>
      !one.blank &&
      one.n > title &&
      one.n < end &&
      head.parts.get(one.n) === 'unplaced' &&
      one.forced === null &&
      ((bulletMark(one.text) > 0 && !titles.has(foldText(one.text.slice(bulletMark(one.text))))) ||
        (endsSentence(one.text) && wordsOf(one.text).length > 5)),
  )
  return line?.n ?? null
}
