/** Headings that count in capital letters ("A. Notes of last meeting", "B) Pay"). */
import type { Heading, HeadingField } from './heading-field.ts'
import type { SourceLine } from './lines.ts'
import { titleAndRegistry } from './registry.ts'
import { endsSentence, wordsOf } from './words.ts'

const lettered = /^\(?(?<letter>\p{Lu})(?:[.):]| [–—-])\s+(?<title>["“”(]?[\p{Lu}\d].*)$/u

/** As a list counts in Swedish too. */
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ'

function readLine(line: SourceLine): { letter: string; title: string } | null {
  if (line.text.length > 120 || (line.forced !== null && line.forced !== 'itemHeading')) return null
  const found = lettered.exec(line.text)?.groups
  const title = found?.['title'] ?? ''
  if (found === undefined || endsSentence(title) || wordsOf(title).length > 14) return null
  return { letter: found['letter'] ?? '', title: title.replace(/\s*:$/u, '') }
}

interface Lettered {
  line: SourceLine
  at: number
  letter: string
  title: string
}

/**
 * Lines whose letters count from A without a gap, three at least, nearly all with something below; none where they
 * are a list or initials in front of names. `filled` holds no blank lines.
 */
function letteredLines(filled: readonly SourceLine[], taken: (line: SourceLine) => boolean): Lettered[] {
  const found: Lettered[] = []
  filled.forEach((line, at) => {
    const read = taken(line) ? null : readLine(line)
    if (read !== null && read.letter === alphabet[found.length]) found.push({ line, at, ...read })
  })
  const apart = found.filter(({ at }, place) => at + 1 < (found[place + 1]?.at ?? filled.length)).length
  return found.length >= 3 && apart >= found.length * 0.75 ? found : []
}

/** The line that opens the first of items in letters; null where a text has none. */
export function firstLettered(filled: readonly SourceLine[], taken: (line: SourceLine) => boolean): SourceLine | null {
  return letteredLines(filled, taken)[0]?.line ?? null
}

/** The headings that count in letters; none where fewer than three do. */
export function letteredHeadings(field: HeadingField): Heading[] {
  return letteredLines(field.lines, field.taken).map(({ line, letter, title }) => ({
    line,
    titleLine: null,
    number: letter,
    style: 'plain',
    ...titleAndRegistry(title),
    rest: '',
    registryLine: null,
    certain: true,
  }))
}
