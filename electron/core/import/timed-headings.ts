/** Headings that begin with the hour ("09.30–10.15 Läget i länet"), as days with a programme have them. */
import type { Heading, HeadingField } from './heading-field.ts'
import type { SourceLine } from './lines.ts'
import { endsSentence, wordsOf } from './words.ts'

const timed =
  /^(?:kl\.? ?)?(?<hour>[01]?\d|2[0-3])[.:](?<minute>[0-5]\d)(?: ?[-–—] ?(?:[01]?\d|2[0-3])[.:][0-5]\d)?:? +(?<title>["“”]?\p{Lu}.{2,79})$/u

function minuteOf(line: SourceLine): number | null {
  const found = line.text.length > 110 || line.forced !== null ? undefined : timed.exec(line.text)?.groups
  const title = found?.['title'] ?? ''
  if (found === undefined || endsSentence(title) || wordsOf(title).length > 10) return null
  return Number(found['hour']) * 60 + Number(found['minute'])
}

/** The lines of a programme among others: three hours at least, each later than the one before, with text between them. */
export function programmeLines(lines: readonly SourceLine[]): SourceLine[] {
  const filled = lines.filter((line) => !line.blank)
  const hours = filled.flatMap((line, at) => {
    const minute = minuteOf(line)
    return minute === null ? [] : [{ line, at, minute }]
  })
  const rising = hours.every((one, at) => at === 0 || one.minute > (hours[at - 1]?.minute ?? 0))
  const apart = hours.filter((one, at) => at === 0 || one.at - (hours[at - 1]?.at ?? 0) > 1).length
  return hours.length >= 3 && rising && apart >= hours.length * 0.75 ? hours.map(({ line }) => line) : []
}

/** Their headings; the hour stays in the title. */
export function timedHeadings(field: HeadingField): Heading[] {
  return programmeLines(field.lines.filter((line) => !field.taken(line))).map((line) => ({
    line,
    titleLine: null,
    number: null,
    style: 'none',
    title: line.text,
    dnr: null,
    rest: '',
    registryLine: null,
    certain: true,
  }))
}
