/** How far the head of a meeting reaches, before anybody looks for unnumbered headings. */
import { datedLine } from './dated-line.ts'
import { findDates } from './dates.ts'
import { heldSentence } from './held-sentence.ts'
import { readHeadLine } from './head-labels.ts'
import { isKnownTitle } from './known-titles.ts'
import { firstLettered } from './lettered-headings.ts'
import { bulletMark, isMarkedHeading } from './lines.ts'
import type { SourceLine } from './lines.ts'
import { readNumber } from './numbering.ts'
import { registryLine } from './registry.ts'
import { programmeLines } from './timed-headings.ts'
import { findTimes } from './times.ts'
import { formOf, hasMeetingWord, isBodyName, isTitleLine } from './titles.ts'
import { endsSentence, endsShortened, startsLower, wordsOf } from './words.ts'

const reach = 25

/** "Möte 3", "Insynsrådets sammanträde nr 4 2021", "Board meeting no. 12". */
function isNumberedMeeting(text: string): boolean {
  return (
    text.length < 90 &&
    /(?:möte|sammanträde|träff|stämma|meeting|session)t? (?:nr\.? ?|no\.? ?|number |#)?\d{1,3}(?:[ /:–-]+(?:19|20)?\d{2})?$/iu.test(
      text,
    )
  )
}

/** True for a line that by itself can belong to a head. */
function belongs(line: SourceLine): boolean {
  if (line.forced !== null) return line.forced === 'head' || line.forced === 'title' || line.forced === 'sender'
  const { text } = line
  if (datedLine(text) !== null || heldSentence(text) !== null) return true
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
  if (isNumberedMeeting(text) || registryLine(text) !== null) return true
  return isBodyName(text) || (text.length < 60 && formOf(text) !== null)
}

/** "**Status:**" over a list is a heading, whatever a head may call so. */
function opensList(line: SourceLine, next: SourceLine | undefined): boolean {
  return line.forced === null && isMarkedHeading(line) && next !== undefined && bulletMark(next.text) > 0
}

/** "Meeting of trustees held on Zoom, Thursday 18 January": what stands above it is of the head too. */
function isDatedMeeting(line: SourceLine | undefined): boolean {
  if (line === undefined || line.forced !== null || line.text.length > 120 || readNumber(line.text) !== null)
    return false
  if (endsSentence(line.text) || /^(?:nästa|kommande|next|date)(?!\p{L})/iu.test(line.text)) return false
  return /^(?:\p{L}+ )?(?:meeting|möte|sammanträde)/iu.test(line.text) && findDates(line.text).length > 0
}

const keptBy =
  /^(?:notes|minutes|protokoll(?:et)?|(?:minnes|mötes)?anteckningar(?:na)?) (?:taken|recorded|written|kept|prepared|by|fört|förda?|nedtecknad?e?|skriv[ne]t?|av)(?: by| av)? \p{Lu}\p{Ll}+ \p{Lu}/iu

/** "Mötet hölls tisdagen den 3 maj 2024 kl. 9–11 i …": the meeting told of as a sentence that begins with it. */
function isHeldOn({ text }: SourceLine): boolean {
  return (datedLine(text)?.subject ?? null) !== null
}

/** "Tid: …", "Plats   Rosenbad": a labelled field of a head with its value. */
function saysWhen(line: SourceLine): boolean {
  return readHeadLine(line.raw).some(({ field, value }) => value !== '' && labelledHead.has(field))
}
const labelledHead: ReadonlySet<string> = new Set(['date', 'time', 'place', 'timeAndPlace', 'start', 'chair', 'dnr'])

/** "… från i går. Taket är nu": one sentence ends and another begins. */
const sentencesWithin = /\p{Ll}{2}[.!?] \p{Lu}\p{Ll}+ \p{Ll}/u

/** "Anteckningar från mötet den 7 maj": the title says the day. */
function isDatedTitle({ text }: SourceLine): boolean {
  return isTitleLine(text) && findDates(text, { slash: true }).length > 0
}

/**
 * Where "Datum: …" and "Plats: …" stand below a letterhead and the meeting's name: what is above them is of the head too.
 * Null where an item, a list or running text begins before.
 */
function fieldsBelow(
  lines: readonly SourceLine[],
  from: number,
  isPeople: (line: SourceLine) => boolean,
): number | null {
  for (let at = from; at < Math.min(from + 8, reach, lines.length); at += 1) {
    const line = lines[at]
    if (line === undefined || line.forced !== null || isPeople(line) || isKnownTitle(line.text)) return null
    // "Mötet hölls tisdagen den 3 maj 2024 kl. 9–11 i …" opens the paragraph that tells of it; a short line above is its heading.
    if (isHeldOn(line) && (at === from || wordsOf(lines[at - 1]?.text ?? '').length > 2)) return at
    const fields = readHeadLine(line.raw).filter(({ field, value }) => value !== '' && labelledHead.has(field))
    const below = lines[at + 1]
    if (fields.length > 1 || (fields.length === 1 && below?.n === line.n + 1 && saysWhen(below))) return at
    // A telephone number in a letterhead counts nothing.
    const counts = readNumber(line.text) !== null && /\p{L}/u.test(line.text)
    if (bulletMark(line.text) > 0 || counts || line.text.length > 120) return null
    if (endsSentence(line.text) && wordsOf(line.text).length > 3) return null
  }
  return null
}

/** "Minutes of the July meeting", no day of its own: below the list of people an item is called so. */
const isAboutMinutes = (text: string): boolean =>
  /^(?:minutes|notes|protokoll|anteckningar|minnesanteckningar) (?:of|from|från) /iu.test(text) &&
  findDates(text, { slash: true }).length === 0

/** The last line number that is surely head; 0 when there is none. People count as head. */
export function preludeEnd(lines: readonly SourceLine[], isPeople: (line: SourceLine) => boolean): number {
  const filled = lines.filter((line) => !line.blank)
  const lettered = firstLettered(filled, isPeople)
  let title = -1
  let listed = false
  let item: SourceLine | null = null
  for (let at = 0; at < Math.min(filled.length, reach); at += 1) {
    const line = filled[at]
    if (line === undefined || line === lettered) break
    if (isPeople(line)) {
      listed = true
      continue
    }
    // Below the list of people a sentence is of the meeting already, and who kept the minutes is no title.
    if (listed && (endsSentence(line.text) || sentencesWithin.test(line.text)) && wordsOf(line.text).length > 5) break
    if (keptBy.test(line.text)) continue
    if (listed && title >= 0 && isAboutMinutes(line.text)) {
      item = line
      break
    }
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
  const [programme] = programmeLines(lines)
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
    if (opensList(line, filled[at + 1]) || line === programme || line === lettered || line === item) break
    if (belongs(line) || continues || (awaiting && line.text.length < 120)) {
      end = at
      awaiting = entries.length > 0 && entries.at(-1)?.value === ''
      continue
    }
    // "The Lantern Project" between the title and "Meeting of trustees held on 18 January …".
    const below = filled[at + 1]
    if (
      at === title + 1 &&
      line.forced === null &&
      line.text.length < 60 &&
      /^\p{Lu}/u.test(line.text) &&
      !endsSentence(line.text) &&
      !isKnownTitle(line.text) &&
      readNumber(line.text) === null &&
      below !== undefined &&
      below.text.length < 120 &&
      hasMeetingWord(below.text) &&
      findDates(below.text).length > 0 &&
      belongs(below)
    ) {
      end = at
      continue
    }
    // "Insynsrådets sammanträde nr 4" right above "Tid: …" and "Plats: …", or above its day
    if (
      at < 8 &&
      line.forced === null &&
      line.text.length < 120 &&
      !endsSentence(line.text) &&
      !isKnownTitle(line.text) &&
      readNumber(line.text) === null &&
      (hasMeetingWord(line.text) || isBodyName(line.text)) &&
      (filled.slice(at + 1, at + 3).every((other) => !isPeople(other) && saysWhen(other)) ||
        (below !== undefined && below.n === line.n + 1 && datedLine(below.text) !== null))
    ) {
      end = at
      continue
    }
    if (
      at < title + 3 &&
      (touching || isDatedMeeting(filled[at + 1])) &&
      line.text.length < 70 &&
      !endsSentence(line.text) &&
      filled.slice(at + 1, at + 3).some((other) => belongs(other))
    ) {
      end = at
      continue
    }
    // Where the head has its people or its day already, such fields are of what comes.
    const dated =
      listed || filled.slice(0, at).some((other) => isPeople(other) || saysWhen(other) || isDatedTitle(other))
    const labelled = dated ? null : fieldsBelow(filled, at, isPeople)
    if (labelled === null) break
    end = labelled
    at = labelled
  }
  return end < 0 ? 0 : (filled[end]?.n ?? 0)
}
