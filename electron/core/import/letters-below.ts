/** Sub-items that count in letters below a numbered item: "a) Title", "A. Title". */
import { isDecisionHeading } from './decision-headings.ts'
import type { Candidate } from './heading-chains.ts'
import type { Heading, HeadingField } from './heading-field.ts'
import { readLetter } from './numbering.ts'
import { titleAndRegistry } from './registry.ts'
import { endsSentence, startsUpper, wordsOf } from './words.ts'

/** What stands below is text of its own: a sentence, or a line that begins one. */
function hasBody(field: HeadingField, at: number, starts: ReadonlyMap<number, Candidate>): boolean {
  const next = field.lines[at + 1]
  return (
    next !== undefined &&
    !starts.has(next.n) &&
    readLetter(next.text) === null &&
    (next.text.length > 30 || endsSentence(next.text) || isDecisionHeading(next.text)) &&
    startsUpper(next.text)
  )
}

const isCapital = (letter: string): boolean => /^\p{Lu}$/u.test(letter)

/**
 * The titles that count in letters from the first on below each item of `chain`. Capitals ("A. Ekonomi") may as well
 * be initials: they stand alone between blank lines, short, and there are two of them at least.
 */
export function lettersBelow(field: HeadingField, chain: readonly Candidate[]): Heading[] {
  const found: Heading[] = []
  let current: Candidate | undefined
  let expected = 'a'
  let capitals = 0
  const starts = new Map(chain.map((candidate) => [candidate.line.n, candidate]))
  field.lines.forEach((line, at) => {
    const main = starts.get(line.n)
    if (main !== undefined) {
      current = main
      expected = 'a'
      return
    }
    const letter = field.taken(line) || line.forced !== null ? null : readLetter(line.text)
    if (letter === null || current === undefined || letter.letter.toLowerCase() !== expected) return
    const capital = isCapital(letter.letter)
    if (capital && (!field.gapBefore(at) || wordsOf(letter.title).length > 12)) return
    if (
      !hasBody(field, at, starts) ||
      endsSentence(letter.title) ||
      !/^["“”(]?[\p{Lu}\d]/u.test(letter.title) ||
      letter.title.length > 90
    )
      return
    if (capital) capitals += 1
    expected = String.fromCharCode(expected.charCodeAt(0) + 1)
    // "b) Ansökan 2024-01122": of several of a kind the figures tell which it is.
    found.push({
      line,
      titleLine: null,
      number: `${current.read.number}${letter.letter}`,
      style: current.read.style,
      ...(/^[\p{L}-]+ \d\S*$/u.test(letter.title)
        ? { title: letter.title, dnr: null }
        : titleAndRegistry(letter.title.replace(/:$/u, ''))),
      rest: '',
      registryLine: null,
      certain: true,
    })
  })
  return capitals === 1 ? found.filter(({ number }) => !isCapital(number?.at(-1) ?? '')) : found
}
