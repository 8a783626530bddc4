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
  const free = (one: SourceLine): boolean =>
    !one.blank && one.n > title && one.n < end && head.parts.get(one.n) === 'unplaced' && one.forced === null
  const at = prelude.findIndex(
    (one) =>
      free(one) &&
      ((bulletMark(one.text) > 0 && !titles.has(foldText(one.text.slice(bulletMark(one.text))))) ||
        (wordsOf(one.text).length > 5 && (endsSentence(one.text) || endsWithin.test(one.text)))),
  )
  const line = prelude[at]
  if (line === undefined) return null
  // A paragraph cut to lines opens further up: each line above is a long one that leaves its sentence open.
  let from = at
  for (; from > 0; from -= 1) {
    const above = prelude[from - 1]
    if (above === undefined || !free(above) || above.text.length < 60 || above.n !== (prelude[from]?.n ?? 0) - 1) break
  }
  return prelude[from]?.n ?? line.n
}

/** "… på Hamnkontoret. Med var Siv Ask och": a sentence ends within the line. */
const endsWithin = /\p{Ll}{2}[.!?] \p{Lu}/u
