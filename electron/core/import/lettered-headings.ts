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

/**
 * Lines whose letters count from A without a gap, three at least, nearly all with something below; none where they
 * are a list or initials in front of names.
 */
export function letteredHeadings(field: HeadingField): Heading[] {
  const found: { heading: Heading; at: number }[] = []
  field.lines.forEach((line, at) => {
    const read = field.taken(line) ? null : readLine(line)
    if (read === null || read.letter !== alphabet[found.length]) return
    const heading: Heading = {
      line,
      titleLine: null,
      number: read.letter,
      style: 'plain',
      ...titleAndRegistry(read.title),
      rest: '',
      registryLine: null,
      certain: true,
    }
    found.push({ heading, at })
  })
  const apart = found.filter(({ at }, place) => at + 1 < (found[place + 1]?.at ?? field.lines.length)).length
  return found.length >= 3 && apart >= found.length * 0.75 ? found.map(({ heading }) => heading) : []
}
