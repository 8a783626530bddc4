/** Lists of who was away that name nobody ("Anmält förhinder" over an organisation). */
import { isKnownTitle } from './known-titles.ts'
import type { SourceLine } from './lines.ts'
import { readPeopleHeading } from './people-headings.ts'
import { endsSentence, wordsOf } from './words.ts'

/** Lines of such a list; more are none. */
const longest = 12

/**
 * The heading and what stands right below it, where it follows people at once: no heading of an item, and nothing of
 * the head.
 */
export function namelessLists(lines: readonly SourceLine[], isPeople: (line: SourceLine) => boolean): SourceLine[] {
  const filled = lines.filter((line) => !line.blank)
  return filled.flatMap((line, at) => {
    const before = filled[at - 1]
    if (before === undefined || !isPeople(before) || isPeople(line) || line.forced !== null || line.text.length > 80)
      return []
    const heading = readPeopleHeading(line.text)
    if (heading === null || heading.rest !== '' || (heading.status !== 'excused' && heading.status !== 'absent'))
      return []
    const below: SourceLine[] = []
    for (const next of filled.slice(at + 1, at + 1 + longest)) {
      if (next.n !== line.n + below.length + 1 || isPeople(next) || !couldBeWhose(next)) break
      below.push(next)
    }
    return below.length === 0 ? [] : [line, ...below]
  })
}

function couldBeWhose({ text, forced }: SourceLine): boolean {
  return forced === null && !endsSentence(text) && !isKnownTitle(text) && wordsOf(text).length <= 8
}
