/** One line of a head without a label: a day, a place, a number, a name, or words that find no place. */
import type { LinePart } from '#contract/proposal.ts'
import { tellsOfBreak } from './breaks.ts'
import { findDates } from './dates.ts'
import { namesIn, setDate, setPlace, setTimes } from './head-fields.ts'
import { leftover } from './leftover.ts'
import type { Head } from './head-fields.ts'
import { fieldOf } from './head-labels.ts'
import { readSecondTitle } from './head-title.ts'
import type { Piece } from './head-title.ts'
import {
  cameOrLeft,
  documentWord,
  isAddress,
  isProse,
  isSender,
  listsItems,
  meetingNumber,
  projectLine,
} from './head-words.ts'
import { bulletMark, cellsOf } from './lines.ts'
import { isGreeting } from './mail-header.ts'
import { readHeld, readMet, readSentences } from './met-sentence.ts'
import { readPeopleHeading } from './people-headings.ts'
import { registryLine } from './registry.ts'
import { hasOrganisationWord } from './roles.ts'
import { findTimes } from './times.ts'
import {
  bodyOf,
  formOf,
  formOfPlace,
  hasKindWord,
  hasMeetingWord,
  isBodyName,
  isTitleLine,
  withoutCounts,
} from './titles.ts'
import { endsSentence, endsShortened, wordsOf } from './words.ts'

const placeWord =
  /(?:rum|sal|lokal|room|hall|chambers?|street|road|house|centre|center|library|school|lane|avenue|gården|huset|salen|rummet|vägen|gatan|torget|kontoret|hotel|hotell|conference center|campus|biblioteket|skolan|hemmet|stugan|lokalen|kyrkan|hotellet|slottet|hallen|kansliet|expeditionen)(?![\p{L}])/iu

/** A room or a house named with more to it, as a line below the day says it: "Hotel Vinden, room 4, Riga". */
const placed = new RegExp(`(?:^|, )(?:[\\p{L}’']+ ){0,3}${placeWord.source}`, 'iu')

export const screen =
  /^(?:via |på |on |over )?(?:(?:microsoft |ms )?teams|zoom|skype(?: for business)?|webex|google meet|jitsi|gotomeeting|discord)(?:-?möte| meeting| call)?$/iu

export const dnrLine = /^(?:dnr|diarie(?:nr|nummer)|ref(?:erence)?\.?)[ :.]+(\S.*\d.*)$/iu

/** "On the call: NN, NN": people with a label nobody knows are no sender. */
function namesPeople(text: string): boolean {
  const value = /^[\p{L} ]{2,40}: (?<value>\S.*)$/u.exec(text)?.groups?.['value']
  return value !== undefined && namesIn(value).length > 1
}

const opensOrCloses =
  /^(?:mötet|sammanträdet|årsmötet|the meeting) (?:öppnades|inleddes|började|startade|avslutades|slutade|was opened|opened|started|began|ended|closed|was closed|adjourned|was adjourned)(?!\p{L}).{0,120}\.$/iu

/** The body's name; what counts its meetings is told of the line. */
export function setBody(head: Head, name: string, line: number): void {
  head.body = withoutCounts(name)
  if (head.body !== name) head.kept.push({ line, words: name })
}

/** "Version 1.0", "Utkast 2", "Rev. B": how far the text itself has come. */
const versionLine =
  /^(?:(?:dokument)?version|utgåva|revision|rev\.?|revidering|utkast|draft|arbetsexemplar|v\.?)(?: ?(?:nr|no)\.?)?:? ?(?:\d{1,3}(?:\.\d{1,3}){0,2}|[A-H])$/iu

/** Finds the place of one line: `beforeTitle` it may name who sends the minutes, and joins `senders`. */
export function placeFree(head: Head, piece: Piece, beforeTitle: boolean, senders: Piece[], english: boolean): void {
  const { text, line } = piece
  const part = (name: LinePart): void => {
    // A sender's line with more to it says that in its findings.
    const own = name === 'sender' && head.kept.some((one) => one.line === line.n) ? 'head' : name
    if (head.parts.get(line.n) !== 'title') head.parts.set(line.n, own)
  }
  if (line.forced === 'sender') {
    senders.push(piece)
    part('sender')
    return
  }
  // People that nobody could read are no sender.
  if (
    (line.raw.includes('|') && cellsOf(line.raw).some((cell) => readPeopleHeading(cell) !== null)) ||
    bulletMark(text) > 0 ||
    isGreeting(text) ||
    (line.forced === null && listsItems.test(text)) ||
    (text.includes(':') && readPeopleHeading(text) !== null)
  ) {
    part('unplaced')
    return
  }
  if (line.forced === null && versionLine.test(text)) {
    head.kept.push({ line: line.n, words: text })
    part('head')
    return
  }
  if (line.forced === null && readMet(head, text, line.n, english)) {
    part('head')
    return
  }
  if (line.forced === null && readHeld(head, text, line.n, english)) {
    part('head')
    return
  }
  if (
    line.forced === null &&
    head.project === null &&
    projectLine.test(text) &&
    !endsSentence(text) &&
    !isBodyName(text)
  ) {
    head.project = text
    head.kept.push({ line: line.n, words: text })
    part('head')
    return
  }
  const dnr = dnrLine.exec(text)?.[1] ?? (line.forced === null ? registryLine(text) : null)
  if (dnr !== null) {
    if (head.dnr !== null && head.dnr !== dnr) head.kept.push({ line: line.n, words: text })
    head.dnr ??= dnr
    part('head')
    return
  }
  if (line.forced === null && opensOrCloses.test(text) && findTimes(text, true) !== null) {
    const times = findTimes(text, true)
    if (/^\p{L}+(?: \p{L}+)? (?:avslut|slut|ended|closed|adjourned|was (?:closed|adjourned))/iu.test(text))
      head.end ??= times?.start ?? null
    else setTimes(head, text, true)
    readSentences(head, text, line.n, english)
    head.kept.push({ line: line.n, words: text })
    part('head')
    return
  }
  if (tellsOfBreak(text)) {
    head.kept.push({ line: line.n, words: text })
    part('head')
    return
  }
  // Told beside something else: the line stays where its other words belong.
  if (line.forced === null && endsSentence(text)) readSentences(head, text, line.n, english)
  const [date] = findDates(text, { slash: true, english })
  const times = findTimes(text, false)
  // "PM-datum: 2024-05-20", "Justeringsdag: …": a day with a label of its own is another's.
  const label = /^(?<label>\p{Lu}[\p{L} /-]{1,30}): ?\d/u.exec(text)?.groups?.['label']
  if (
    label !== undefined &&
    date !== undefined &&
    fieldOf(label) === null &&
    !hasMeetingWord(label) &&
    !hasKindWord(label)
  ) {
    if (!isBodyName(label)) {
      head.dates.push({ found: date, line: line.n })
      head.kept.push({ line: line.n, words: text })
      part('head')
      return
    }
  }
  if (
    (date !== undefined || times !== null) &&
    text.length < 140 &&
    !(
      endsSentence(text) &&
      !endsShortened(text) &&
      wordsOf(text).length > (/^(?:den|date|mötet)/iu.test(text) ? 16 : 12)
    )
  ) {
    const held = hasMeetingWord(text) && /(?<!\p{L})(?:held|conducted) (?:on|in|at|via|by|over) /iu.test(text)
    if ((isTitleLine(text) || held) && head.title !== null && date !== undefined) {
      readSecondTitle(head, text, line.n, english)
      part('head')
      return
    }
    // Below the title a day with its hours is the meeting's, whatever day the document bears above.
    const hours = (times?.end ?? null) !== null && head.start === null && head.titleLines.some((n) => n < line.n)
    const rest = leftover(setTimes(head, setDate(head, text, line.n, hours, english), false))
    if (head.body === null && hasMeetingWord(rest)) head.body = bodyOf(text)
    const bare = rest
      .replace(/^(?:hybridmöte|digitalt möte|fysiskt möte|distansmöte|möte|hybrid meeting|meeting),? /iu, '')
      .replace(meetingNumber, '')
      .replace(/ \((?:hybrid\p{L}*|hybrid meeting|(?:digitalt|fysiskt) möte|distansmöte)\)$/iu, '')
    if (isSender(bare) && head.dates.at(-1)?.line === line.n) {
      senders.push({ ...piece, text: bare })
      part('head')
      return
    }
    if (isBodyName(bare)) {
      if (head.body !== null && head.body !== bare) head.kept.push({ line: line.n, words: bare })
      head.body ??= bare
    } else if (wordsOf(rest).length > 0) {
      if (head.place === null && bare.length < 80 && !hasMeetingWord(bare) && !cameOrLeft.test(bare) && !isProse(bare))
        setPlace(head, bare.replace(/^(?:i|på|in|plats:?) (?:the )?/iu, ''))
      else head.kept.push({ line: line.n, words: rest })
    }
    head.form ??= formOf(rest)
    part('head')
    return
  }
  // "Yes – via Teams" in a row of a table is somebody's.
  const form = text.length < 60 && !/^(?:yes|no|ja|nej|x)(?!\p{L})/iu.test(text) ? formOf(text) : null
  if (form !== null && !endsSentence(text)) {
    head.form ??= form
    const inside = /^hybrid\p{L}* ?\((.+)\)$/iu.exec(text)?.[1]
    if (inside !== undefined) setPlace(head, inside)
    else if (screen.test(text) || (form === 'hybrid' && (placeWord.test(text) || formOfPlace(text) === 'hybrid')))
      setPlace(head, text)
    part('head')
    return
  }
  if (text.length < 100 && !endsSentence(text) && !text.endsWith(':')) {
    if (beforeTitle && /^[\p{Lu}\d"”]/u.test(text) && !/\d{5,}/u.test(text) && !namesPeople(text)) {
      const dayAbove = head.dates.at(-1)
      if (head.place === null && dayAbove !== undefined && line.n - dayAbove.line === 1 && placed.test(text)) {
        setPlace(head, text)
        part('head')
        return
      }
      if (documentWord.test(text)) {
        head.kept.push({ line: line.n, words: text })
        part('head')
        return
      }
      senders.push(piece)
      part('sender')
      return
    }
    const named = senders.some((sender) => isBodyName(sender.text))
    const nearTitle = line.n - (head.titleLines.at(-1) ?? 0) <= 3
    if (head.body === null && isBodyName(text) && head.title !== null && (!named || nearTitle)) {
      setBody(head, text, line.n)
      part('sender')
      return
    }
    const previous = head.dates.at(-1)?.line ?? 0
    if (
      head.place === null &&
      line.n - previous === 1 &&
      head.titleLines.length > 0 &&
      line.n > (head.titleLines.at(-1) ?? 0) &&
      (placeWord.test(text) || isAddress(text))
    ) {
      setPlace(head, text)
      part('head')
      return
    }
    const afterTitle = cellsOf(line.raw).length < 2 && head.titleLines.some((n) => line.n > n && line.n - n <= 2)
    if (afterTitle && /^(?:möte|sammanträde|meeting|nr|no)\.? [\d:/–-]+$/iu.test(text)) {
      head.title = `${head.title ?? ''} ${text}`.trim()
      part('title')
      return
    }
    if (
      afterTitle &&
      !hasKindWord(text) &&
      /^[\p{Lu}"”]/u.test(text) &&
      !namesPeople(text) &&
      (head.sender === null || head.body === null) &&
      senders.length === 0
    ) {
      if (hasMeetingWord(text) || /^(?:nr|no) \d/iu.test(text)) {
        head.body ??= bodyOf(text)
        head.title = `${head.title ?? ''} ${text}`.trim()
        part('title')
        return
      }
      head.sender ??= text
      head.body ??= text === head.sender ? text.replace(/,.*$/u, '') : text
      part('sender')
      return
    }
    if (head.sender !== null && head.sender === text) {
      part('sender')
      return
    }
  }
  const beside = cellsOf(line.raw).filter((cell) => cell !== '').length > 1
  if (!beside && head.sender === null && senders.length === 0 && isSender(text)) {
    head.sender = text
    part('sender')
    return
  }
  const owner = hasOrganisationWord(text) && text.length < 100 && !endsSentence(text)
  if (beside && owner && head.sender === null && senders.every((piece) => isBodyName(piece.text))) {
    head.sender = text
    part('head')
    return
  }
  // Another column may give the line its place: these words are kept all the same.
  if (beside && wordsOf(text).length > 0) head.kept.push({ line: line.n, words: text })
  if (!head.parts.has(line.n)) head.parts.set(line.n, 'unplaced')
}
