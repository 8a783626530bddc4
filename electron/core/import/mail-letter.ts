/** The letter of an e-mail that carries the minutes: what it says to its readers is none of the meeting's. */
import { findDates } from './dates.ts'
import { isRule } from './lines.ts'
import type { SourceLine } from './lines.ts'
import { leadsIn } from './mail-header.ts'
import { mailLabel } from './mail-labels.ts'
import type { MailLabel } from './mail-labels.ts'
import { readPeopleHeading } from './people-headings.ts'
import { hasMeetingWord, isBodyName, isTitleLine } from './titles.ts'
import { endsSentence } from './words.ts'

/** Labels that only letters have. */
const carriers: ReadonlySet<MailLabel> = new Set(['from', 'to', 'copy', 'reply', 'sent'])

const greeting =
  /^(?:hej(?:san)?|hallå|god (?:morgon|dag|kväll)|kära|bästa|dear|hi|hello|good (?:morning|afternoon|evening)|all)(?![\p{L}])/iu

/** How many lines a letter before the minutes may have. */
const letterReach = 25

/** "-----Ursprungligt meddelande-----", "Begin forwarded message:". */
const forwarded =
  /^[-–_> ]*(?:ursprungligt meddelande|vidarebefordrat (?:meddelande|brev)|original message|(?:begin )?forwarded message|vidarebefordrat från)[-–_:> ]*$/iu

/** How far from a text's start such a head may stand. */
const reach = 8

/** The lines of an e-mail's head at the start of a text; none where no sender and two more of its labels stand together. */
function mailHead(lines: readonly SourceLine[]): SourceLine[] {
  const opening = lines.filter((line) => !line.blank).slice(0, 2 * reach)
  const carried = opening.findIndex((line) => line.forced === null && forwarded.test(line.text))
  const filled = opening.slice(carried + 1, carried + 1 + reach)
  const labels = filled.map((line) => {
    const read = line.forced === null ? mailLabel(line.text) : null
    return read?.filled === true ? read.label : null
  })
  const start = labels.findIndex((label) => label !== null)
  if (start < 0 || start > 2) return []
  const end = labels.findIndex((label, at) => at > start && label === null)
  const own = labels.slice(start, end < 0 ? labels.length : end).filter((label) => label !== null)
  const named = own.some((label) => label === 'sent' || label === 'date' || label === 'subject')
  const carrying = own.filter((label) => carriers.has(label)).length
  return own.includes('from') && named && carrying >= 2 ? filled.slice(start, start + own.length) : []
}

/** Numbers of the lines of an e-mail's head at the start of a text. */
export function mailHeadLines(lines: readonly SourceLine[]): Set<number> {
  return new Set(mailHead(lines).map((line) => line.n))
}

/** Numbers of the lines of the letter that stands between an e-mail's head and the title of the minutes it carries. */
export function letterLines(lines: readonly SourceLine[]): Set<number> {
  const head = mailHead(lines)
  const first = head[0]
  if (first === undefined) return new Set()
  // What stands above a forwarded e-mail was written to its readers too.
  const top = lines.filter((line) => line.n < first.n && !line.blank && line.forced === null)
  const above = top.some((line) => forwarded.test(line.text)) ? top : []
  return new Set([...above, ...letter(lines, head), ...closing(lines, head)].map((line) => line.n))
}

/** The letter from its greeting to the blank line or ruler above the title; nothing where no title follows. */
function letter(lines: readonly SourceLine[], head: readonly SourceLine[]): SourceLine[] {
  const end = head.at(-1)?.n ?? 0
  const below = lines.filter((line) => line.n > end)
  const start = below.findIndex((line) => !line.blank)
  if (start < 0 || !greeting.test(below[start]?.text ?? '')) return []
  const title = below.findIndex(
    (line, at) =>
      at > start &&
      at < letterReach &&
      !endsSentence(line.text) &&
      !leadsIn(line.text) &&
      // "Tack för i går! Här kommer anteckningarna. Hör av er om": the letter itself.
      !/\p{Ll}{2}[.!?] \p{Lu}/u.test(line.text) &&
      (isTitleLine(line.text) || opensBelowRule(below, at) || opensAboveDay(below, at) || opensAbovePeople(below, at)),
  )
  if (title < 0) return []
  let stop = title
  while (stop > start && below[stop - 1]?.blank !== true && !isRule(below[stop - 1]?.text ?? '')) stop -= 1
  return below.slice(start, stop).filter((line) => !line.blank && !isRule(line.text) && line.forced === null)
}

/** How many lines may stand between the line that says when a meeting was and the list of those who came. */
const headReach = 8

/** A meeting with its day ("Trustees' meeting, 4 May 2024, 7pm"), and soon below it the list of those who came. */
function opensAbovePeople(lines: readonly SourceLine[], at: number): boolean {
  const text = lines[at]?.text ?? ''
  return (
    /^[\p{Lu}\d]/u.test(text) &&
    text.length < 120 &&
    hasMeetingWord(text) &&
    findDates(text).length > 0 &&
    lines.slice(at + 1, at + headReach).some((line) => readPeopleHeading(line.text)?.status === 'present')
  )
}

/** The body's name or a meeting's right below a ruler, with the day under it: the letter ends at the ruler. */
function opensBelowRule(lines: readonly SourceLine[], at: number): boolean {
  const text = lines[at]?.text ?? ''
  const above = lines.slice(0, at).findLast((line) => !line.blank)
  const under = lines.slice(at + 1).find((line) => !line.blank)
  return (
    isRule(above?.text ?? '') &&
    (isBodyName(text) || hasMeetingWord(text)) &&
    findDates(under?.text ?? '', { slash: true }).length > 0
  )
}

/** The body's name or a meeting's at the head of a paragraph, and right under it the day: the letter ends above it. */
function opensAboveDay(lines: readonly SourceLine[], at: number): boolean {
  const text = lines[at]?.text ?? ''
  const under = lines[at + 1]
  if (lines[at - 1]?.blank !== true || under === undefined || under.blank || !/^\p{Lu}/u.test(text)) return false
  const [day] = findDates(under.text, { slash: true })
  return (
    (isBodyName(text) || hasMeetingWord(text)) &&
    !/[,:]$/u.test(text) &&
    day !== undefined &&
    /^(?:\p{L}+ (?:den )?)?$/u.test(under.text.slice(0, day.index))
  )
}

/** "Vänliga hälsningar", "Kind regards": the letter's last words, above the name of who wrote it. */
const farewell =
  /^(?:(?:med )?(?:bästa|vänliga?|varma|många|soliga|glada)? ?hälsning(?:ar|en)?|m\.?v\.?h\.?|allt gott|hör gärna av er|(?:kind(?:est)?|best|warm|with (?:kind|best))? ?(?:regards|wishes)|many thanks|yours(?: sincerely| faithfully)?|cheers)[,!.]?$/iu

/** Who wrote a mail, once more below a ruler at its end: the lines of their address are none of the meeting's. */
function closing(lines: readonly SourceLine[], head: readonly SourceLine[]): SourceLine[] {
  const from = head.find((line) => mailLabel(line.text)?.label === 'from')?.text ?? ''
  const filled = lines.filter((line) => !line.blank).slice(-8)
  const wish = filled.findLastIndex((line) => farewell.test(line.text))
  const below = wish < 0 ? [] : filled.slice(wish + 1)
  if (below.length > 0 && below.every(({ text, forced }) => text.length < 60 && !endsSentence(text) && forced === null))
    return filled.slice(wish)
  const at = filled.findIndex((line, index) => {
    const above = filled[index - 1]?.text ?? ''
    return (isRule(above) || above === '--') && line.text.includes(' ') && from.includes(line.text)
  })
  return at < 0 ? [] : filled.slice(at).filter((line) => line.forced === null)
}
