/** A text that holds several meetings, cut where each begins. */
import { findDates, isoOf } from './dates.ts'
import { findFurniture } from './furniture.ts'
import { readHeadLine } from './head-labels.ts'
import { isKnownTitle } from './known-titles.ts'
import { isRule } from './lines.ts'
import type { SourceLine } from './lines.ts'
import { mailHeadLines } from './mail-letter.ts'
import { readNumber } from './numbering.ts'
import { readPeopleHeading } from './people-headings.ts'
import { hasMeetingWord, isTitleLine } from './titles.ts'
import { findWebPage } from './web-page.ts'
import { endsSentence, foldText, startsLower } from './words.ts'

/** The kind stands first, or the line is all capitals or short and dated: not a sentence that speaks of minutes. */
const opening =
  /^(?:utkast[: ]+|draft[: ]+)?(?:\p{L}*protokoll|\p{L}*anteckning|minutes|(?:meeting )?notes)|^[^\p{Ll}]+$|^\P{Ll}.{0,80}(?:19|20)\d{2}|(?:protokoll|minutes|notes|anteckningar)$/iu

/** A line that could open a further meeting: its title, or a meeting with its date. */
function opens(line: SourceLine, next: SourceLine | undefined): boolean {
  if (line.forced === 'title') return true
  if (line.forced !== null || line.text.length > 200 || endsSentence(line.text) || !namesMeeting(line.text))
    return false
  if (isPastMinutes.test(line.text) || runsInto(line, next)) return false
  if (readNumber(line.text) !== null || isKnownTitle(line.text) || readPeopleHeading(line.text) !== null) return false
  return readHeadLine(line.raw).every((entry) => entry.field === 'title')
}

/** "Protokollet från mötet den 13 juni …", "The minutes of 4 May …": what an item says of a meeting gone by. */
const isPastMinutes =
  /^(?:protokollet|anteckningarna|minnesanteckningarna|the (?:minutes|notes)|minutes (?:of|from) (?:the )?(?:previous|last))(?!\p{L})/iu

/** A sentence that the end of its line breaks: it goes on below with a small letter, or another has ended in it. */
function runsInto(line: SourceLine, next: SourceLine | undefined): boolean {
  if (/\p{Ll}{3}[.!?] \p{Lu}\p{L}+ /u.test(line.text)) return true
  return next?.n === line.n + 1 && startsLower(next.text) && endsSentence(next.text)
}

function namesMeeting(text: string): boolean {
  if (isTitleLine(text) && !/^\p{L}+ ?: /u.test(text) && opening.test(text)) return true
  if (/^(?:möte|meeting|sammanträde|träff) (?:nr |no\.? )?\d{1,3}$/iu.test(text)) return true
  return (
    /^[\p{Lu}\d"”]/u.test(text) &&
    hasMeetingWord(text) &&
    text.length < 110 &&
    findDates(text).some((date) => date.year !== null) &&
    !/^(?:nästa|next|kommande|datum|date)/iu.test(text)
  )
}

/** Whether a line is the text's own `first` line once more: a series kept under one title. */
function repeats(first: SourceLine | undefined): (line: SourceLine) => boolean {
  const title = first === undefined ? null : foldText(first.text)
  return (line) => line.forced === null && line.text.length > 5 && foldText(line.text) === title
}

/**
 * After an opening a head, a list of people or a fresh numbering follows soon. `last` is the number of the item before:
 * where a line stands right below it and the numbers go on from there, it is what that item says.
 */
function followed(filled: readonly SourceLine[], at: number, last: number): boolean {
  const above = filled[at - 1]
  const told = above !== undefined && (readNumber(above.text)?.title ?? '') !== ''
  const ahead = filled.slice(at + 1, at + 14)
  const head = ahead.filter((line) =>
    readHeadLine(line.raw).some((entry) =>
      ['date', 'time', 'place', 'timeAndPlace', 'chair', 'secretary', 'dnr'].includes(entry.field),
    ),
  ).length
  const people = ahead.some((line) => readPeopleHeading(line.text) !== null)
  const restart = ahead.some((line) => {
    const number = readNumber(line.text)
    return (
      number !== null &&
      number.sub.length === 0 &&
      (number.first === 1 || (number.style === 'paragraph' && !(told && number.first === last + 1))) &&
      number.title !== ''
    )
  })
  const own = filled[at]
  const dated =
    own !== undefined &&
    (findDates(own.text).length > 0 ||
      ahead.slice(0, 3).some((line) => line.text.length < 80 && findDates(line.text).length > 0))
  return (people && (dated || head > 0 || restart)) || (dated && restart) || (head >= 2 && (dated || restart))
}

/** How many lines from a meeting's start its own date is looked for. */
const headReach = 5

function datesIn(lines: readonly SourceLine[]): Set<string> {
  return new Set(
    lines.flatMap((line) =>
      line.text.length < 120
        ? findDates(line.text)
            .map((date) => isoOf(date))
            .filter((date) => date !== null)
        : [],
    ),
  )
}

/**
 * True where a head says the date that the meeting before it has, and its numbers go on from there: the head of a
 * page of the same meeting.
 */
function goesOn(filled: readonly SourceLine[], from: number, at: number, last: number): boolean {
  if (filled[at]?.forced === 'title') return false
  const own = datesIn(filled.slice(at, at + 3))
  const head = filled.slice(from, from + headReach)
  const first = head.findIndex((line) => (readNumber(line.text)?.title ?? '') !== '')
  const before = datesIn(first < 0 ? head : head.slice(0, first))
  if (own.size === 0 || [...own].some((date) => !before.has(date))) return false
  const next = filled
    .slice(at + 1, at + 40)
    .map((line) => readNumber(line.text))
    .find((number) => number !== null && number.title !== '' && number.sub.length === 0)
  return last > 0 && (next === undefined || next === null || next.first > last)
}

/** A line that only minutes have: before the first of them a text is a letter around minutes. */
function hasSubstance(line: SourceLine): boolean {
  const number = readNumber(line.text)
  return (
    (number !== null && number.title !== '') ||
    line.forced !== null ||
    isKnownTitle(line.text) ||
    readPeopleHeading(line.text) !== null
  )
}

/** Cuts the lines of a text into meetings; every line lands in exactly one. */
export function splitMeetings(lines: readonly SourceLine[]): SourceLine[][] {
  const furniture = findFurniture(lines)
  const mail = mailHeadLines(lines)
  const webPage = findWebPage(lines)
  const filled = lines.filter(
    (line) => !line.blank && !webPage.has(line.n) && (!furniture.has(line.n) || isRule(line.text)),
  )
  const cuts: number[] = []
  let bodySince = false
  let linesSince = 0
  let begun = 0
  let lastNumber = 0
  // Before the minutes that an e-mail carries stands a letter, which is no meeting of its own.
  let letter = mail.size > 0
  const isTitleAgain = repeats(filled[0])
  filled.forEach((line, at) => {
    if (mail.has(line.n)) return
    if (
      at > 0 &&
      bodySince &&
      !letter &&
      linesSince > 3 &&
      (opens(line, filled[at + 1]) || isTitleAgain(line)) &&
      followed(filled, at, lastNumber) &&
      !goesOn(filled, begun, at, lastNumber)
    ) {
      const start = startOf(filled, at, filled[0])
      cuts.push(start.n)
      bodySince = false
      linesSince = 0
      begun = at
      lastNumber = 0
      return
    }
    linesSince += 1
    if (letter && hasSubstance(line)) letter = false
    const number = readNumber(line.text)
    if (number !== null && number.sub.length === 0 && number.title !== '') lastNumber = number.last
    if (number !== null && number.title !== '') bodySince = true
    else if (linesSince >= 6 && (line.text.length > 90 || (endsSentence(line.text) && line.text.length > 30)))
      bodySince = true
  })
  if (cuts.length === 0) return [[...lines]]
  const parts: SourceLine[][] = []
  let from = 0
  for (const cut of cuts) {
    const to = lines.findIndex((line) => line.n === cut)
    parts.push(lines.slice(from, to))
    from = to
  }
  parts.push(lines.slice(from))
  return parts.filter((part) => part.length > 0)
}

/** The sender's line above a title belongs with it: after a ruler, or repeated from the text's start. */
function startOf(filled: readonly SourceLine[], at: number, first: SourceLine | undefined): SourceLine {
  const title = filled[at]
  let start = title
  for (let back = 1; back <= 3; back += 1) {
    const line = filled[at - back]
    if (line === undefined) break
    if (isRule(line.text)) return filled[at - back + 1] ?? line
    if (first !== undefined && foldText(line.text) === foldText(first.text)) return line
    if (line.text.length > 80 || endsSentence(line.text)) break
  }
  start ??= filled[0]
  if (start === undefined) throw new Error('a cut needs a line')
  return start
}
