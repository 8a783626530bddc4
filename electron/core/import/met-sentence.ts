/** A head told in sentences: "The Board met by video conference on 6 May 2024 between 13.00 and 15.20. Ann Lake was in the chair." */
import { findDates } from './dates.ts'
import { setDate, setOfficer, setPlace, setTimes } from './head-fields.ts'
import type { Head } from './head-fields.ts'
import { heldSentence, metVerbs, tellsWhenMet } from './held-sentence.ts'
import type { SourceLine } from './lines.ts'
import { officersSaid } from './officers-said.ts'
import { sentencesOf } from './sentences.ts'
import { endsSentence, startsLower } from './words.ts'
import { joinCut } from './wrap.ts'

const met = new RegExp(`^(?:the )?\\p{Lu}[\\p{L}’'-]*(?: [\\p{L}’'-]+){0,5}? ${metVerbs} (?=.*\\d)(?<rest>.+)$`, 'iu')

/** "Mötet hölls tisdagen den 3 maj …": the same with the meeting in front. */
const heldOn =
  /^(?:(?:mötet|sammanträdet|samrådet|dialogmötet|träffen|stämman) (?:hölls|ägde rum|genomfördes)|the meeting (?:was held|took place)) (?=.*\d)/iu

/** More lines than this are no paragraph of a head. */
const longest = 6

function goesOn(first: SourceLine, last: SourceLine, line: SourceLine): boolean {
  return (
    line.n === last.n + 1 &&
    line.n - first.n < longest &&
    line.forced === null &&
    !endsSentence(last.text) &&
    (startsLower(line.text) || last.text.length > 60)
  )
}

/**
 * Paragraphs that open with who met and when, put on their first line; `joined` tells on which. Other lines are the same
 * objects.
 */
export function joinTold(lines: readonly SourceLine[]): { lines: SourceLine[]; joined: Map<number, number> } {
  const kept: SourceLine[] = []
  const joined = new Map<number, number>()
  // The last line of a paragraph that may go on.
  let open: SourceLine | null = null
  for (const line of lines) {
    const first = kept.at(-1)
    if (open !== null && first !== undefined && goesOn(first, open, line)) {
      const text = joinCut(first.text, line.text)
      kept[kept.length - 1] = { ...first, raw: text, text }
      joined.set(line.n, first.n)
      open = line
      continue
    }
    kept.push(line)
    open =
      line.forced === null && !line.text.includes('|') && (met.test(line.text) || heldOn.test(line.text)) ? line : null
  }
  return { lines: kept, joined }
}

/** Reads such a paragraph into the head; false for any other text. */
export function readMet(head: Head, text: string, line: number, english: boolean): boolean {
  const [first, ...others] = text.length > 700 ? [] : sentencesOf(text)
  const rest = met.exec(first?.text ?? '')?.groups?.['rest']
  if (first === undefined || rest === undefined || findDates(first.text, { slash: true }).length === 0) return false
  setTimes(head, setDate(head, first.text, line, true, english), false)
  const held = heldSentence(`The meeting was held ${rest}`)
  head.form ??= held?.form ?? null
  if (held !== null && held.place !== null && head.place === null) setPlace(head, held.place)
  readOthers(head, others, line)
  return true
}

/**
 * Reads "The meeting was held on 6 May 2024 at 9–11 in Lund. Ann Lake chaired the meeting." into the head; what it tells
 * besides is kept. False for any other text.
 */
export function readHeld(head: Head, text: string, line: number, english: boolean): boolean {
  const [first, ...others] = text.length > 700 ? [] : sentencesOf(text)
  const held = first === undefined ? null : heldSentence(first.text)
  if (first === undefined || held === null) return false
  head.form ??= held.form
  if (held.place !== null) setPlace(head, held.place)
  setTimes(head, setDate(head, first.text, line, true, english), false)
  if (!held.whole) head.kept.push({ line, words: first.text })
  readOthers(head, others, line)
  return true
}

function readOthers(head: Head, others: ReadonlyArray<{ text: string }>, line: number): void {
  for (const one of others) {
    const officers = officersSaid(one.text)
    for (const { role, name } of officers) setOfficer(head, role, name, line)
    if (officers.length === 0) head.kept.push({ line, words: one.text })
  }
}

/** What sentences of a head tell of the place and of who presided. */
export function readSentences(head: Head, text: string, line: number, english: boolean): void {
  for (const one of sentencesOf(text)) {
    const sentence = heldSentence(one.text)
    if (sentence !== null) {
      head.form ??= sentence.form
      if (sentence.place !== null) setPlace(head, sentence.place)
      // The day somebody met on, told as such, beats a day that only stands there.
      if (!head.dateFromLabel) setTimes(head, setDate(head, one.text, line, true, english), false)
    }
    if (sentence === null && head.date === null && tellsWhenMet(one.text)) setDate(head, one.text, line, false, english)
    for (const { role, name } of officersSaid(one.text)) setOfficer(head, role, name, line)
  }
}
