/** How far the head of a meeting reaches, before anybody looks for unnumbered headings. */
import { datedLine } from './dated-line.ts'
import { findDates } from './dates.ts'
import { readHeadLine } from './head-labels.ts'
import { isKnownTitle } from './known-titles.ts'
import type { SourceLine } from './lines.ts'
import { readNumber } from './numbering.ts'
import { findTimes } from './times.ts'
import { formOf, hasMeetingWord, isBodyName, isTitleLine } from './titles.ts'
import { endsSentence, endsShortened, startsLower, wordsOf } from './words.ts'

const reach = 25

/** True for a line that by itself can belong to a head. */
function belongs(line: SourceLine): boolean {
  if (line.forced !== null) return line.forced === 'head' || line.forced === 'title' || line.forced === 'sender'
  const { text } = line
  if (datedLine(text) !== null) return true
  if (endsSentence(text) && !endsShortened(text) && wordsOf(text).length > 9) return false
  const number = readNumber(text)
  if (
    number !== null &&
    number.title !== '' &&
    number.format !== 'bare' &&
    (number.format === 'yearly' ||
      number.format === 'ofYear' ||
      findDates(text.slice(0, 24), { slash: true }).length === 0)
  )
    return false
  if (readHeadLine(line.raw).some((entry) => entry.field !== 'next' || entry.value !== '')) return !isKnownTitle(text)
  if (isTitleLine(text) && !isKnownTitle(text)) return true
  if (text.length < 120 && (findDates(text, { slash: true }).length > 0 || findTimes(text, false) !== null))
    return !endsSentence(text) || endsShortened(text) || wordsOf(text).length < 7
  if (/^(?:möte|meeting|sammanträde|träff) (?:nr |no\.? )?\d{1,3}$/iu.test(text)) return true
  return isBodyName(text) || (text.length < 60 && formOf(text) !== null)
}

/** The last line number that is surely head; 0 when there is none. People count as head. */
export function preludeEnd(lines: readonly SourceLine[], isPeople: (line: SourceLine) => boolean): number {
  const filled = lines.filter((line) => !line.blank)
  let title = -1
  for (let at = 0; at < Math.min(filled.length, reach); at += 1) {
    const line = filled[at]
    if (line === undefined) break
    if (isPeople(line)) continue
    const number = readNumber(line.text)
    if (
      number !== null &&
      (number.style === 'paragraph' || number.first === 1 || number.sub.length > 0) &&
      number.title !== '' &&
      findDates(line.text, { slash: true }).length === 0
    )
      break
    if (
      isTitleLine(line.text) ||
      (title < 0 &&
        at < 6 &&
        hasMeetingWord(line.text) &&
        line.text.length < 160 &&
        !endsSentence(line.text) &&
        !isKnownTitle(line.text))
    ) {
      title = at
      if (isTitleLine(line.text)) break
    }
  }
  let end = title
  let awaiting = false
  for (let at = title + 1; at < filled.length; at += 1) {
    const line = filled[at]
    const previous = filled[at - 1]
    if (line === undefined) break
    const touching = previous !== undefined && line.n === previous.n + 1
    const continues = touching && startsLower(line.text) && !endsSentence(line.text)
    if (isPeople(line)) {
      end = at
      awaiting = false
      continue
    }
    if (/^(?:§ ?\d{1,4}|\d{1,4} ?§)[.:]?$/u.test(line.text)) break
    const entries = readHeadLine(line.raw)
    if (belongs(line) || continues || (awaiting && line.text.length < 120)) {
      end = at
      awaiting = entries.length > 0 && entries.at(-1)?.value === ''
      continue
    }
    if (
      at < title + 3 &&
      touching &&
      line.text.length < 70 &&
      !endsSentence(line.text) &&
      filled.slice(at + 1, at + 3).some((other) => belongs(other))
    ) {
      end = at
      continue
    }
    break
  }
  return end < 0 ? 0 : (filled[end]?.n ?? 0)
}
